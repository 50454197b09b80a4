"""The trained model on disk: numbers as npz, the rest as JSON; never a pickle."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from pathlib import Path
from typing import Any

import numpy as np

from bot.danger_model.grams import GramCounter
from bot.danger_model.head import Head, Link
from bot.danger_model.model import Bars, DangerModel, Heads
from bot.errors import WarmlineError
from sentences.encoder import Encoder, EncoderMissing

PREVIOUS, REFUSED_FILE = "previous-", "danger_refused.json"
ARRAYS_FILE, CARD_FILE, REPORT_FILE = "danger.npz", "danger.json", "danger_report.json"
FORMAT = 5  # goes up when an older file would be read wrongly
_LINKS: dict[str, Link] = {"topic": "softmax", "about": "sigmoid"}
_ADVICE = "; danger is seen by the rules alone until `warmline train` has run."


class DangerModelUnusable(WarmlineError):
    """There is no danger model that fits this program and its encoder; the message says what to do."""


def models_folder(data_dir: Path) -> Path:
    return data_dir / "models"


def save_model(folder: Path, heads: Heads, bars: Bars, card: dict[str, Any]) -> None:
    """Write a model into ``folder``: each file whole or not at all, the card last.

    ``card`` holds what else is to be remembered, ``encoder_sha256`` and ``made_of`` among it.
    """
    if (folder / CARD_FILE).is_file():
        for name in (ARRAYS_FILE, CARD_FILE):
            _copy(folder / name, folder / f"{PREVIOUS}{name}")
    arrays: dict[str, Any] = {"rarity": heads.counter.rarity}
    for name, head in (("topic", heads.topic), ("about", heads.about)):
        arrays |= {f"{name}.vectors": head.vector_weights, f"{name}.bias": head.bias}
        arrays[f"{name}.grams"] = head.gram_weights.astype(np.float16)
    new = folder / f"new-{ARRAYS_FILE}"
    np.savez(new, allow_pickle=False, **arrays)
    os.replace(new, folder / ARRAYS_FILE)
    classes = {name: list(getattr(heads, name).classes) for name in _LINKS}
    learned = {"classes": classes, "grams": heads.counter.vocabulary}
    write_json(folder / CARD_FILE, {"format": FORMAT, **card, "bars": vars(bars), **learned})


def go_back(data_dir: Path) -> bool:
    """Swap the model in use with the one before it; false if none is there that the present encoder serves.

    A reader takes it by itself.

    What the replaced one was made of is refused until it is gone back to: the next start would train it again.
    """
    folder = models_folder(data_dir)
    if not all((folder / f"{PREVIOUS}{name}").is_file() for name in (ARRAYS_FILE, CARD_FILE)):
        return False
    card = read_card(data_dir) or {}
    before = json.loads((folder / f"{PREVIOUS}{CARD_FILE}").read_text("utf-8"))
    if before.get("encoder_sha256") != card.get("encoder_sha256"):
        return False  # it could not look any more
    made_of = card.get("made_of")
    for name in (ARRAYS_FILE, CARD_FILE):
        spare = folder / f"spare-{name}"
        _copy(folder / name, spare)
        _copy(folder / f"{PREVIOUS}{name}", folder / name)
        os.replace(spare, folder / f"{PREVIOUS}{name}")
    write_json(folder / REFUSED_FILE, {"made_of": None if _was_refused(data_dir) else made_of})
    return True


def is_refused(data_dir: Path, made_of: str) -> bool:
    """Whether staff went back from the model that was made of this."""
    try:
        refused = json.loads((models_folder(data_dir) / REFUSED_FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return bool(refused.get("made_of") == made_of)


def _was_refused(data_dir: Path) -> bool:
    """Whether the model that is in use now was gone back from: then going back again has undone it."""
    return is_refused(data_dir, str((read_card(data_dir) or {}).get("made_of")))


def _copy(source: Path, target: Path) -> None:
    new = target.with_name(f"new-{target.name}")
    shutil.copy(source, new)
    os.replace(new, target)


def write_json(path: Path, values: Any) -> None:
    """Write ``values`` to ``path``, whole or not at all."""
    new = path.with_name(f"new-{path.name}")
    new.write_text(json.dumps(values, ensure_ascii=False, indent=1), "utf-8")
    os.replace(new, path)


def read_card(data_dir: Path) -> dict[str, Any] | None:
    """What is remembered of the model in use; None if there is none that can be read."""
    try:
        card: dict[str, Any] = json.loads((models_folder(data_dir) / CARD_FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return card if card.get("format") == FORMAT else None


def load_model(data_dir: Path) -> DangerModel:
    """Load encoder and model from the data directory.

    Raises:
        DangerModelUnusable: a file is missing or broken, or the model was made with another encoder.
    """
    card = read_card(data_dir)
    if card is None:
        raise DangerModelUnusable(f"There is no trained danger model in {models_folder(data_dir)}{_ADVICE}")
    try:
        encoder = Encoder(data_dir / "encoder")
    except EncoderMissing as error:
        raise DangerModelUnusable(f"The danger model cannot work: {error}") from error
    if card["encoder_sha256"] != encoder.card.model_sha256:
        raise DangerModelUnusable(f"The danger model was trained with another sentence encoder{_ADVICE}")
    try:
        return DangerModel(encoder, _heads(data_dir, card), Bars(**card["bars"]))
    except (OSError, ValueError, KeyError, TypeError, zipfile.BadZipFile) as error:
        raise DangerModelUnusable(f"The danger model cannot be read ({type(error).__name__}){_ADVICE}") from error


def _heads(data_dir: Path, card: dict[str, Any]) -> Heads:
    with np.load(models_folder(data_dir) / ARRAYS_FILE, allow_pickle=False) as arrays:
        heads = {
            name: Head(
                link,
                tuple(card["classes"][name]),
                arrays[f"{name}.vectors"],
                arrays[f"{name}.grams"].astype(np.float32),
                arrays[f"{name}.bias"],
            )
            for name, link in _LINKS.items()
        }
        counter = GramCounter(card["grams"], arrays["rarity"])
    if any(len(head.gram_weights) != len(counter.vocabulary) for head in heads.values()):
        raise ValueError("heads and vocabulary do not fit")
    return Heads(counter, heads["topic"], heads["about"])
