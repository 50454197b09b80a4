"""Folds for honest figures: near-duplicates are never on both sides of training and test."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bot.danger_model.grams import Floats

FOLDS = 4
_ALIKE = 0.9  # cosine from which two texts count as one text told twice
_BLOCK = 1000


def fold_of_each(texts: Sequence[str], vectors: Floats) -> NDArray[np.int64]:
    """A fold (0 to ``FOLDS`` - 1) for each text. Groups of like texts share one; the same texts give the same folds."""
    group = list(range(len(texts)))

    def head_of(place: int) -> int:
        while group[place] != place:
            group[place] = group[group[place]]
            place = group[place]
        return place

    for start in range(0, len(texts), _BLOCK):
        alike = vectors[start : start + _BLOCK] @ vectors.T >= _ALIKE
        for row, other in zip(*np.nonzero(alike), strict=True):
            first, second = head_of(start + int(row)), head_of(int(other))
            group[max(first, second)] = min(first, second)
    # By a hash of the group's first text: a new text elsewhere moves nobody to another fold.
    heads = (texts[head_of(place)] for place in range(len(texts)))
    return np.array([int(hashlib.sha256(text.encode()).hexdigest(), 16) % FOLDS for text in heads], np.int64)
