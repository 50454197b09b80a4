"""What staff changed, written back into the files of ``data/responses/``; everything else in them stays as it is."""

from __future__ import annotations

import io
import json
import textwrap
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from bot.wording.catalog import Catalog
from bot.wording.edits import Edit, in_use, newest

_WIDTH = 104  # of a folded text
_INDENT = 6


def changed_files(folder: Path, shipped: Catalog, edits: Iterable[Edit]) -> dict[str, str]:
    """File name -> new content, for each file of ``folder`` that staff's words in use change."""
    by_file: dict[str, dict[tuple[str, str], str]] = {}
    for edit in newest(edits).values():
        if in_use(edit, shipped) and edit.text is not None:
            by_file.setdefault(f"{shipped.topics[edit.response]}.yml", {})[edit.key] = edit.text
    return {name: rewrite((folder / name).read_text("utf-8"), texts) for name, texts in sorted(by_file.items())}


def zipped(folder: Path, shipped: Catalog, edits: Iterable[Edit]) -> bytes:
    """Those files in a zip, with a note on what to do with them."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        files = changed_files(folder, shipped, edits)
        for name, content in files.items():
            archive.writestr(f"responses/{name}", content)
        note = (
            "Copy the files over those in data/responses/, run `uv run pytest tests/unit/wording`, and commit them.\n"
        )
        archive.writestr("README.txt", note if files else "Nothing was changed: the shipped texts go out.\n")
    return out.getvalue()


def rewrite(source: str, texts: Mapping[tuple[str, str], str]) -> str:
    """``source`` (a response file) with ``texts`` by name and language in the places of the old ones."""
    places = [(node.start_mark.index, node.end_mark.index, texts[key]) for key, node in _texts(source) if key in texts]
    for start, end, text in sorted(places, reverse=True):
        old = source[start:end]
        tail = old[len(old.rstrip()) :]  # a folded text ends behind its last line end
        source = source[:start] + _scalar(text) + (tail or "") + source[end:]
    return source


def _texts(source: str) -> list[tuple[tuple[str, str], yaml.ScalarNode]]:
    root: Any = yaml.compose(source, Loader=yaml.SafeLoader)
    responses = next(value for key, value in root.value if key.value == "responses")
    found = []
    for name, variants in responses.value:
        for variant in variants.value:
            parts = {key.value: value for key, value in variant.value}
            found.append(((name.value, "es" if "condition" in parts else "en"), parts["text"]))
    return found


def _scalar(text: str) -> str:
    """``text`` in YAML as the files are written: short ones in quotes, long ones folded."""
    quoted = json.dumps(text, ensure_ascii=False)
    plain = "\n" not in text and "  " not in text
    if len(quoted) <= _WIDTH - _INDENT or not plain:
        return quoted
    lines = textwrap.wrap(text, _WIDTH - _INDENT, break_long_words=False, break_on_hyphens=False)
    return ">-\n" + "\n".join(" " * _INDENT + line for line in lines)
