"""What staff changed, written back into the files of ``data/``; everything else in them stays as it is."""

from __future__ import annotations

import io
import json
import textwrap
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from bot.wording.catalog import LANGUAGES, Catalog
from bot.wording.edits import Edit, in_use, newest
from bot.wording.shipped import file_of

_WIDTH = 104  # of a folded text
_INDENT = 6


def changed_files(data: Path, shipped: Catalog, edits: Iterable[Edit]) -> dict[str, str]:
    """File (like ``responses/welcome.yml``) -> new content, for each of ``data`` that staff's words in use change."""
    by_file: dict[str, dict[tuple[str, str], str]] = {}
    for edit in newest(edits).values():
        if in_use(edit, shipped) and edit.text is not None:
            by_file.setdefault(file_of(shipped.topics[edit.response]), {})[edit.key] = edit.text
    return {name: rewrite((data / name).read_text("utf-8"), texts) for name, texts in sorted(by_file.items())}


def zipped(data: Path, shipped: Catalog, edits: Iterable[Edit]) -> bytes:
    """Those files in a zip, with a note on what to do with them."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        files = changed_files(data, shipped, edits)
        for name, content in files.items():
            archive.writestr(name, content)
        note = "Copy the files over those in data/, run `uv run pytest tests/unit/wording`, and commit them.\n"
        archive.writestr("README.txt", note if files else "Nothing was changed: the shipped texts go out.\n")
    return out.getvalue()


def rewrite(source: str, texts: Mapping[tuple[str, str], str]) -> str:
    """``source`` (a file of ``data/``) with ``texts`` by name and language in the places of the old ones."""
    places = [(node.start_mark.index, node.end_mark.index, texts[key]) for key, node in _texts(source) if key in texts]
    for start, end, text in sorted(places, reverse=True):
        old = source[start:end]
        tail = old[len(old.rstrip()) :]  # a folded text ends behind its last line end
        source = source[:start] + _scalar(text) + (tail or "") + source[end:]
    return source


def _texts(source: str) -> list[tuple[tuple[str, str], yaml.ScalarNode]]:
    root = _parts(yaml.compose(source, Loader=yaml.SafeLoader))
    if "responses" in root:
        return list(_responses(root["responses"]))
    if "groups" in root:
        replies = [reply for group in root["groups"].value for reply in _parts(group)["replies"].value]
        return [found for reply in replies for found in _both("ready", _parts(reply), _parts(reply))]
    return [
        found for step in root["steps"].value for found in _both("script", _parts(step), _parts(_parts(step)["say"]))
    ]


def _responses(responses: Any) -> Iterator[tuple[tuple[str, str], yaml.ScalarNode]]:
    for name, variants in responses.value:
        for variant in variants.value:
            parts = _parts(variant)
            yield (name.value, "es" if "condition" in parts else "en"), parts["text"]


def _both(kind: str, own: Mapping[str, Any], said: Mapping[str, Any]) -> Iterator[tuple[tuple[str, str], Any]]:
    """A ready word in each language."""
    return (((f"{kind}_{own['id'].value}", language), said[language]) for language in LANGUAGES)


def _parts(mapping: Any) -> dict[str, Any]:
    return {key.value: value for key, value in mapping.value}


def _scalar(text: str) -> str:
    """``text`` in YAML as the files are written: short ones in quotes, long ones folded."""
    quoted = json.dumps(text, ensure_ascii=False)
    plain = "\n" not in text and "  " not in text
    if len(quoted) <= _WIDTH - _INDENT or not plain:
        return quoted
    lines = textwrap.wrap(text, _WIDTH - _INDENT, break_long_words=False, break_on_hyphens=False)
    return ">-\n" + "\n".join(" " * _INDENT + line for line in lines)
