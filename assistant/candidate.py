"""A trained model waits as a candidate until it was judged; then it replaces the one in use.

In ``<data dir>/models``: ``assistant.tar.gz`` is the model in use, ``assistant.json`` says
what it was made of and how it was let in, ``assistant.report.json`` holds its figures. A
candidate has the same three files under its own name, and so has the ``previous`` model,
to go back to; a refused one leaves its report
and its card, so that the same files are not trained again in vain.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.evaluation.bars import Verdict
from assistant.evaluation.report import Judged, store

MODEL_NAME = "assistant"
CANDIDATE_NAME = "candidate"
REFUSED_NAME = "refused"
PREVIOUS_NAME = "previous"
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


def previous(data_dir: Path) -> Files:
    """Return the files of the model that was in use before this one."""
    return Files(data_dir / "models", PREVIOUS_NAME)


def decide(data_dir: Path, judged: Judged, force: bool) -> bool:
    """Take the candidate into use, or refuse it and keep the model in use.

    ``force`` lets an unsafe one in. So does having no other: an assistant that understands too
    little still does more than none, and danger does not hang on it alone. The card names the
    safety bars that it missed, and doctor and log repeat them. Returns whether it was taken.
    """
    new, old = candidate(data_dir), in_use(data_dir)
    card = new.read_card()
    if judged.unsafe and not force and _still_reads(old, card):
        store(judged.report, refused(data_dir).report)
        store(card, refused(data_dir).card)
        new.remove()
        return False
    card |= {"forced": bool(judged.unsafe) and force, "missed_bars": _named(judged.verdicts)}
    card["missed_safety_bars"] = _named(judged.unsafe)
    _copy(old, previous(data_dir))
    # Without a card a model counts as out of date: a stop between these lines costs a
    # training, and never leaves a card beside the wrong model.
    old.card.unlink(missing_ok=True)
    new.model.replace(old.model)
    store(judged.report, old.report)
    store(card, old.card)
    new.remove()
    refused(data_dir).remove()
    return True


def _still_reads(old: Files, card: dict[str, Any]) -> bool:
    """Whether there is a model in use, and it was trained with the encoder of the new one's ``card``."""
    with_encoder = old.read_card().get("encoder_sha256", "unknown")
    return old.model.is_file() and with_encoder in (None, card.get("encoder_sha256"))


def go_back(data_dir: Path) -> bool:
    """Swap the model in use with the one before it; False if there is none that reads with the present encoder.

    The files that the replaced one was made of count as refused, or the next start would train on them
    again. Going back twice undoes it.
    """
    now, before = in_use(data_dir), previous(data_dir)
    if not now.model.is_file() or not _still_reads(before, now.read_card()):
        return False
    spare = Files(now.folder, "spare")
    _copy(now, spare)
    replaced, wanted = now.read_card(), before.read_card()
    now.card.unlink(missing_ok=True)
    before.model.replace(now.model)
    if before.report.is_file():
        before.report.replace(now.report)
    again = wanted.pop("rolled_back", False)
    store(wanted, now.card)
    spare.model.replace(before.model)
    if spare.report.is_file():
        spare.report.replace(before.report)
    store(replaced if again else {**replaced, "rolled_back": True}, before.card)
    refused(data_dir).remove()
    if not again:
        store({**replaced, "rolled_back": True}, refused(data_dir).card)
    spare.remove()
    return True


def _copy(source: Files, target: Files) -> None:
    """Copy what there is of a model, each file whole; the card last, so that it vouches for the rest."""
    target.remove()
    for path, goal in (
        (source.model, target.model),
        (source.report, target.report),
        (source.card, target.card),
    ):
        if path.is_file():
            part = goal.with_name(f"new-{goal.name}")
            shutil.copy(path, part)
            part.replace(goal)


def _named(verdicts: Sequence[Verdict]) -> list[str]:
    return [verdict.bar.what for verdict in verdicts if verdict.failed]
