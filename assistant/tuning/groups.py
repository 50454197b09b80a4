"""Which training texts are held out; near-duplicates stay together.

A text whose twin is in training tells nothing about texts that nobody has seen.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np

from sentences.normalise import normalise, without_accents

# Cosine of sentence vectors from which two texts count as one.
NEAR = 0.93
_BLOCK = 1000


def groups(texts: Sequence[str], vectors: np.ndarray) -> np.ndarray:
    """Return a group number for each text, shape (texts,); near-duplicates share one."""
    parent = list(range(len(texts)))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    first: dict[str, int] = {}
    for place, text in enumerate(texts):
        plain = "".join(filter(str.isalnum, without_accents(normalise(text))))
        parent[root(place)] = root(first.setdefault(plain, place))
    for start in range(0, len(texts), _BLOCK):
        likeness = vectors[start : start + _BLOCK] @ vectors.T
        for row, column in zip(*np.nonzero(likeness > NEAR), strict=True):
            parent[root(start + int(row))] = root(int(column))
    return np.array([root(place) for place in range(len(texts))])


def chosen(texts: Sequence[str], vectors: np.ndarray, one_in: int) -> np.ndarray:
    """Return whether each text is held out, shape (texts,): about one in so many.

    Depends on the words of a group's first text alone, so new texts move no old ones.
    """
    leaders = groups(texts, vectors)
    return np.array([zlib.crc32(texts[leader].encode("utf-8", "replace")) % one_in == 0 for leader in leaders])
