"""A trained model waits as a candidate until it was judged; then it replaces the one in use.

In ``<data dir>/models``: ``assistant.tar.gz`` is the model in use, ``assistant.json`` says
what it was made of and how it was let in, ``assistant.report.json`` holds its figures. A
candidate has the same three files under its own name; a refused one leaves its report.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.evaluation.bars import Verdict
from assistant.evaluation.report import Judged, store

MODEL_NAME = "assistant"
CANDIDATE_NAME = "candidate"
REFUSED_REPORT = "refused.report.json"


@dataclass(frozen=True)
class Files:
    """The three files of one model."""

    folder: Path
    name: str

    @property
    def model(self) -> Path:
        """Rasa's archive."""
        return self.folder / f"{self.name}.tar.gz"

    @property
    def card(self) -> Path:
        """What it was made of, and how it was let in."""
        return self.folder / f"{self.name}.json"

    @property
    def report(self) -> Path:
        """Its figures."""
        return self.folder / f"{self.name}.report.json"

    def read_card(self) -> dict[str, Any]:
        """Return the card; empty if there is none, or a torn one."""
        try:
            fields = json.loads(self.card.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return fields if isinstance(fields, dict) else {}

    def remove(self) -> None:
        """Delete what there is of them."""
        for path in (self.card, self.report, self.model):
            path.unlink(missing_ok=True)


def in_use(data_dir: Path) -> Files:
    """Return the files of the model in use."""
    return Files(data_dir / "models", MODEL_NAME)


def candidate(data_dir: Path) -> Files:
    """Return the files of the model that waits to be judged."""
    return Files(data_dir / "models", CANDIDATE_NAME)


def decide(data_dir: Path, judged: Judged, force: bool) -> bool:
    """Take the candidate into use, or refuse it and keep the model in use.

    ``force`` lets an unsafe one in, and its card names the bars it missed. Returns
    whether it was taken.
    """
    new, old = candidate(data_dir), in_use(data_dir)
    if judged.unsafe and not force:
        store(judged.report, new.folder / REFUSED_REPORT)
        new.remove()
        return False
    card = {**new.read_card(), "forced": bool(judged.unsafe), "missed_bars": _named(judged.verdicts)}
    # Without a card a model counts as out of date: a stop between these lines costs a
    # training, and never leaves a card beside the wrong model.
    old.card.unlink(missing_ok=True)
    new.model.replace(old.model)
    store(judged.report, old.report)
    store(card, old.card)
    new.remove()
    return True


def _named(verdicts: Sequence[Verdict]) -> list[str]:
    return [verdict.bar.what for verdict in verdicts if verdict.failed]
