"""A trained model waits as a candidate until it was judged; then it replaces the one in use.

In ``<data dir>/models``: ``assistant.tar.gz`` is the model in use, ``assistant.json`` says
what it was made of and how it was let in, ``assistant.report.json`` holds its figures. A
candidate has the same three files under its own name; a refused one leaves its report
and its card, so that the same files are not trained again in vain.
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
REFUSED_NAME = "refused"
REFUSED_REPORT = f"{REFUSED_NAME}.report.json"


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


def refused(data_dir: Path) -> Files:
    """Return what is left of the last model that was refused; there is no model among it."""
    return Files(data_dir / "models", REFUSED_NAME)


def candidate(data_dir: Path) -> Files:
    """Return the files of the model that waits to be judged."""
    return Files(data_dir / "models", CANDIDATE_NAME)


def decide(data_dir: Path, judged: Judged, force: bool) -> bool:
    """Take the candidate into use, or refuse it and keep the model in use.

    ``force`` lets an unsafe one in. So does having no other: an assistant that understands too
    little still does more than none, and danger does not hang on it alone. The card names the
    safety bars that it missed, and doctor and log repeat them. Returns whether it was taken.
    """
    new, old = candidate(data_dir), in_use(data_dir)
    card = new.read_card()
    if judged.unsafe and not force and old.model.is_file():
        store(judged.report, refused(data_dir).report)
        store(card, refused(data_dir).card)
        new.remove()
        return False
    card |= {"forced": bool(judged.unsafe) and force, "missed_bars": _named(judged.verdicts)}
    card["missed_safety_bars"] = _named(judged.unsafe)
    # Without a card a model counts as out of date: a stop between these lines costs a
    # training, and never leaves a card beside the wrong model.
    old.card.unlink(missing_ok=True)
    new.model.replace(old.model)
    store(judged.report, old.report)
    store(card, old.card)
    new.remove()
    refused(data_dir).remove()
    return True


def _named(verdicts: Sequence[Verdict]) -> list[str]:
    return [verdict.bar.what for verdict in verdicts if verdict.failed]
