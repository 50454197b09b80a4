"""Vectors of the training texts, remembered between trainings: reading them is most of the work.

A file holds the encoder's hash, and for each text its own hash and its vector. Only texts of the
training data are kept, never what people write, and never a word.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from sentences.encoder import DIMENSIONS

# What the assistant's training leaves beside the encoder, for the next one and for the danger model's.
TRAINING_VECTORS = "training-vectors.npz"

Half = np.ndarray[Any, np.dtype[np.float16]]


def vector_key(told: str) -> str:
    """Return the name of a text's vector; ``told`` is the text as the encoder is given it."""
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:32]


def read_vectors(path: Path, model_sha256: str | None = None) -> dict[str, Half]:
    """Return the vectors in a file by their keys; none if they are another encoder's.

    A file that is absent, old or torn costs time and nothing else: it counts as empty.
    """
    try:
        with np.load(path, allow_pickle=False) as file:
            encoder, keys, rows = str(file["encoder"]), file["keys"], file["vectors"]
    except (OSError, ValueError, KeyError):
        return {}
    if model_sha256 not in (None, encoder) or rows.shape != (len(keys), DIMENSIONS):
        return {}
    return dict(zip(keys.tolist(), rows, strict=True))


def write_vectors(path: Path, model_sha256: str, vectors: Mapping[str, Half]) -> None:
    """Write the file whole or not at all."""
    part = path.with_suffix(".part.npz")
    keys = sorted(vectors)
    rows = np.array([vectors[key] for key in keys], np.float16).reshape(len(keys), DIMENSIONS)
    np.savez(part, encoder=np.array(model_sha256), keys=np.array(keys, str), vectors=rows)
    os.replace(part, path)
