"""An approved text as training data: its label, the file of ``data/nlu`` it belongs in, its YAML, and the patch."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.message import Risk
from bot.teaching.correction import ACTS_WITH_NEEDS, DANGEROUS, DETAILS, Correction

SHIPPED, FOLDER = Path("data/nlu"), "nlu"
HEAD = 'version: "3.1"\nnlu:\n'
FALSE_ALARM = "near_miss_phrases"  # a text that sounded like danger and is none


@dataclass(frozen=True)
class Example:
    """``label`` as in ``data/nlu``; ``file`` is the name of the file there, without a folder."""

    text: str
    label: str
    language: str
    file: str

    def as_values(self) -> dict[str, str]:
        """Plain JSON."""
        return dict(vars(self))


def example_of(values: Mapping[str, Any]) -> Example:
    """What :meth:`Example.as_values` wrote."""
    return Example(str(values["text"]), str(values["label"]), str(values["language"]), str(values["file"]))


def label_of(meaning: Correction, detail: str = "") -> str:
    """The label of ``data/nlu``. ``detail`` says more about an act of ``correction.DETAILS``."""
    if meaning.risk in DANGEROUS:
        return f"{meaning.risk}/{meaning.kind}_{meaning.about}"
    if meaning.needs and meaning.act in ACTS_WITH_NEEDS:
        return f"{meaning.act}/{'+'.join(meaning.needs)}"
    if meaning.risk is Risk.CONCERN and meaning.act != "relapse":
        return f"concern/{meaning.about}"
    known = DETAILS.get(meaning.act, ())
    return f"{meaning.act}/{detail if detail in known else known[0]}" if known else meaning.act


def file_of(label: str, language: str, false_alarm: bool, folder: Path = SHIPPED) -> str:
    """The file that a text of ``label`` belongs in: of its own name if there is one, else where the label is used."""
    ending = ".es.yml" if language == "es" else ".yml"
    family, _, detail = label.partition("/")
    kind = detail.rpartition("_")[0] if family in ("crisis", "check") else detail
    stems = [f"danger_{kind}"] if family in ("crisis", "check") else [kind, family]
    if "+" in detail:
        stems = [f"{family}_and_need"] if family != "seek" else ["several_needs"]
    if false_alarm:
        stems = [FALSE_ALARM]
    return next((f"{stem}{ending}" for stem in stems if (folder / f"{stem}{ending}").is_file()), f"other{ending}")


def with_examples(before: str, examples: Iterable[Example]) -> str:
    """The YAML of one file with ``examples`` added, each to the last block of its label. Ones it has are left out."""
    lines = (before or HEAD).splitlines()
    for example in examples:
        line = f"    - {example.text}"
        if line in lines:
            continue
        blocks = [at for at, each in enumerate(lines) if each == f"- intent: {example.label}"]
        if not blocks:
            lines += [f"- intent: {example.label}", "  examples: |", line]
            continue
        end = next((at for at in range(blocks[-1] + 1, len(lines)) if lines[at].startswith("- intent:")), len(lines))
        while not lines[end - 1].strip():
            end -= 1
        lines.insert(end, line)
    return "\n".join(lines) + "\n"


def by_file(examples: Iterable[Example]) -> dict[str, list[Example]]:
    """The examples of each file, in a fixed order."""
    found: dict[str, list[Example]] = {}
    for example in sorted(examples, key=lambda one: one.file):
        found.setdefault(example.file, []).append(example)
    return found


def patch_of(examples: Iterable[Example], folder: Path = SHIPPED) -> str:
    """A patch for ``git apply`` that adds ``examples`` to the files of ``data/nlu``; empty if they are all there."""
    pieces: list[str] = []
    for name, own in by_file(examples).items():
        path = folder / name
        before = path.read_text("utf-8") if path.is_file() else ""
        old = f"a/data/nlu/{name}" if before else "/dev/null"
        changed = difflib.unified_diff(
            before.splitlines(keepends=True),
            with_examples(before, own).splitlines(keepends=True),
            old,
            f"b/data/nlu/{name}",
        )
        pieces += list(changed)
    return "".join(pieces)


def write_folder(data_dir: Path, examples: Iterable[Example], shipped: Path = SHIPPED) -> int:
    """Write the approved texts into ``<data dir>/nlu``, where trainings read them; how many they are.

    Only rewritten texts lie there. Those that ``data/nlu`` has by now are left out; a file that
    holds nothing any more goes away.
    """
    folder, count = data_dir / FOLDER, 0
    there = {line for path in shipped.glob("*.yml") for line in path.read_text("utf-8").splitlines()}
    wanted = by_file(one for one in examples if f"    - {one.text}" not in there)
    if wanted:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for path in folder.glob("*.yml"):
        if path.name not in wanted:
            path.unlink()
    for name, own in wanted.items():
        new = folder / f"{name}.new"
        new.write_text(with_examples("", own), "utf-8")
        os.chmod(new, 0o600)
        new.replace(folder / name)
        count += len(own)
    return count


def plain_line(text: str) -> str:
    """``text`` as one line of training data."""
    return re.sub(r"\s+", " ", text).strip().removeprefix("- ").strip()
