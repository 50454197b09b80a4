"""Vectors of the danger model's training texts; those that the assistant's training made are not made again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bot.danger_model.rows import Floats
from sentences.encoder import Encoder
from sentences.normalise import for_encoder
from sentences.remembered import TRAINING_VECTORS, read_vectors, vector_key, write_vectors

VECTORS_FILE = "danger_vectors.npz"


def vectors_of(texts: Sequence[str], encoder: Encoder, folder: Path, beside: Path) -> Floats:
    """Vectors of ``texts``, shape (texts, 384), as far as it goes from the memory in ``folder``.

    ``beside``: the folder of the encoder, where the assistant's training leaves the vectors of the same texts.
    """
    told = [for_encoder(text) for text in texts]
    keys = [vector_key(text) for text in told]
    sha256 = encoder.card.model_sha256
    theirs = read_vectors(beside / TRAINING_VECTORS, sha256)
    known = theirs | read_vectors(folder / VECTORS_FILE, sha256)
    new = {key: text for key, text in zip(keys, told, strict=True) if key not in known}
    # Half precision, on the first pass as well: a second training must see the same numbers.
    fresh = encoder.vectors(list(new.values())).astype(np.float16)
    known.update(zip(new, fresh, strict=True))
    if new:
        write_vectors(folder / VECTORS_FILE, sha256, {key: known[key] for key in keys if key not in theirs})
    return np.stack([known[key] for key in keys]).astype(np.float32)
