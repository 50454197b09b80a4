"""One model's report: made, stored beside the model, compared with the model in use."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.evaluation.bars import Bar, Verdict, judge
from assistant.evaluation.measure import (
    blind_report,
    held_out_report,
    misspelled_report,
    speed_report,
    understand_with,
)
from assistant.understanding.archive import held_out_from_model, reader_from_model
from assistant.understanding.model import ModelUnusable
from assistant.understanding.texts import TRAINING_TEXTS, labelled_texts
from sentences.encoder import Encoder


@dataclass(frozen=True)
class Judged:
    """A report, what the bars say of it, and the report of the model in use, if any."""

    report: dict[str, Any]
    verdicts: Sequence[Verdict]
    in_use: dict[str, Any] | None

    @property
    def unsafe(self) -> list[Verdict]:
        """The safety bars that were missed: any of them keeps the model out of use."""
        return [verdict for verdict in self.verdicts if verdict.bar.safety and verdict.failed]


def judge_model(model: Path, in_use: Path | None, encoder: Encoder | None, bars: Sequence[Bar]) -> Judged:
    """Measure a model and the one in use on the same texts.

    Raises:
        ModelUnusable: ``model`` holds no reader. An unusable ``in_use`` is left out.
    """
    report = report_on(model, encoder)
    try:
        before = report_on(in_use, encoder, quick=True) if in_use else None
    except ModelUnusable:
        before = None
    return Judged(report, judge(bars, report), before)


def report_on(model: Path, encoder: Encoder | None, quick: bool = False) -> dict[str, Any]:
    """Return every figure of a model, JSON-ready. ``quick`` leaves out what takes longest.

    Raises:
        ModelUnusable: there is no reader in it.
    """
    reader = reader_from_model(model, encoder)
    understand = understand_with(reader)
    report: dict[str, Any] = {"held_out": held_out_report(held_out_from_model(model), languages_of_texts())}
    report["blind"] = blind_report(understand)
    if not quick:
        report["misspelled"] = misspelled_report(understand)
        report["speed"] = speed_report(reader)
    return report


def languages_of_texts() -> dict[str, str]:
    """Return the language of each training text, those that this house approved included."""
    taught = Path(os.environ.get("WARMLINE_DATA_DIR", "var")) / "nlu"
    return {each.text: each.language for folder in (TRAINING_TEXTS, taught) for each in labelled_texts(folder)}


def store(report: Mapping[str, Any], path: Path) -> None:
    """Write a report whole or not at all."""
    part = path.with_suffix(".part")
    part.write_text(json.dumps(report, ensure_ascii=False, indent=1), "utf-8")
    part.replace(path)
