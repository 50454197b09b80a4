"""A text, what it means, and what was understood: the unit that every figure counts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.understanding.labels import parse_label

BLIND_FOLDER = Path("tests/understanding")
# Files of texts about danger; the others hold ordinary traffic.
DANGER_FILES = "blind_danger*.jsonl"
BLIND_FILES = "blind_*.jsonl"


class RecordsUnreadable(Exception):
    """A file of records cannot be used; the message says why."""


@dataclass(frozen=True)
class Reading:
    """What a text means, by a person's judgement or by a model's."""

    act: str
    needs: frozenset[str]
    risk: str
    kind: str | None
    about: str | None
    zip: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True)
class Case:
    """One text. ``truth`` is the judgement of whoever wrote it."""

    text: str
    language: str
    truth: Reading
    found: Reading


def reading_of(record: Mapping[str, Any]) -> Reading:
    """Read a test text's judgement, or a record of ``warmline understand``."""
    return Reading(
        act=str(record["act"]),
        needs=frozenset(record.get("needs") or ()),
        risk=str(record.get("risk") or "none"),
        kind=record.get("risk_kind"),
        about=record.get("about"),
        zip=record.get("zip"),
        confidence=float(record.get("confidence", 1.0)),
    )


def reading_of_parse(parse: Mapping[str, Any]) -> Reading:
    """Read a parse result of the assistant."""
    return Reading(
        act=str(parse["intent"]["name"]),
        needs=frozenset(each["need"] for each in parse["needs"]),
        risk=str(parse["risk"]),
        kind=parse["risk_kind"],
        about=parse["about"],
        zip=parse["zip"],
        confidence=float(parse["intent"]["confidence"]),
    )


def reading_of_label(name: str) -> Reading:
    """Read the label of a training text. Training texts tell nothing about ZIPs."""
    label = parse_label(name)
    return Reading(label.act, frozenset(label.needs), label.risk, label.kind, label.about)


def blind_rows(folder: Path = BLIND_FOLDER, danger: bool = False) -> list[dict[str, Any]]:
    """Return the test texts, written by people who never saw the training data.

    ``danger`` chooses the texts about danger, else those of ordinary traffic.
    """
    chosen = set(folder.glob(DANGER_FILES))
    files = chosen if danger else set(folder.glob(BLIND_FILES)) - chosen
    return [row for path in sorted(files) for row in _rows(path.read_text("utf-8").splitlines())]


def read_records(path: Path) -> dict[str, Reading]:
    """Read the records of ``warmline understand``: what was found for each text.

    Raises:
        RecordsUnreadable: the file is missing or not of that form.
    """
    try:
        return {str(row["text"]): reading_of(row) for row in _rows(path.read_text("utf-8").splitlines())}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RecordsUnreadable(f"{path} holds no records of `warmline understand`.") from error


def _rows(lines: Iterable[str]) -> Iterable[dict[str, Any]]:
    return (json.loads(line) for line in lines if line.strip())
