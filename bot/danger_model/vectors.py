"""Vectors of the training texts, remembered between trainings: reading them is most of the work."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bot.danger_model.grams import Floats
from sentences.encoder import DIMENSIONS, Encoder
from sentences.normalise import for_encoder

VECTORS_FILE = "danger_vectors.npz"


def vectors_of(texts: Sequence[str], encoder: Encoder, folder: Path) -> Floats:
    """Vectors of ``texts``, shape (texts, 384), from the memory in ``folder`` as far as it goes.

    The memory holds hashes of our own training texts, never words, and never a person's text.
    """
    told = [for_encoder(text) for text in texts]
    keys = [hashlib.sha256(f"{encoder.card.model_sha256} {text}".encode()).hexdigest()[:32] for text in told]
    known = _remembered(folder / VECTORS_FILE)
    new = sorted({key: place for place, key in enumerate(keys) if key not in known}.values())
    # Half precision, on the first pass as well: a second training must see the same numbers.
    fresh = encoder.vectors([told[place] for place in new]).astype(np.float16)
    known.update({keys[place]: row for place, row in zip(new, fresh, strict=True)})
    if new:
        _remember(folder / VECTORS_FILE, {key: known[key] for key in dict.fromkeys(keys)})
    return np.stack([known[key] for key in keys]).astype(np.float32)


def _remembered(path: Path) -> dict[str, np.ndarray[tuple[int], np.dtype[np.float16]]]:
    try:
        with np.load(path, allow_pickle=False) as file:
            keys, rows = file["keys"], file["rows"]
    except (OSError, ValueError, KeyError):
        return {}  # there is none yet, or it was cut off: it is made anew
    if rows.shape != (len(keys), DIMENSIONS):
        return {}
    return dict(zip(keys.tolist(), rows, strict=True))


def _remember(path: Path, known: dict[str, np.ndarray[tuple[int], np.dtype[np.float16]]]) -> None:
    new = path.with_suffix(".new.npz")
    np.savez(new, keys=np.array(list(known)), rows=np.stack(list(known.values())))
    os.replace(new, path)
