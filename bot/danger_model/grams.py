"""Counts of words and letters in a text, in the plain spelling that the rules read too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bot.danger_model.rows import Floats, Rows
from bot.safety.normal import normal
from sentences.normalise import for_encoder, looks_spanish

AT_LEAST = 3  # texts that a gram must be in to be worth a weight


def grams(text: str) -> Counter[str]:
    """Count words, pairs of words, and runs of three and four letters inside words.

    A Spanish text also counts the English words that its own stand for, so that what is learned
    from the many English texts helps the few Spanish ones.
    """
    words = normal(text).split()
    found: Counter[str] = Counter("w:" + word for word in words)
    framed = ["^", *words, "$"]
    found.update(f"p:{a} {b}" for a, b in pairwise(framed))
    for word in words:
        padded = f" {word} "
        for size in (3, 4):
            found.update("c:" + padded[at : at + size] for at in range(len(padded) - size + 1))
    if looks_spanish(text.lower()):
        found.update("w:" + word for word in normal(for_encoder(text)).split() if word not in words)
    return found


class GramCounter:
    """Counts the grams of a fixed vocabulary, rare ones weighing more; rows of length one.

    ``rarity``: one weight per gram of ``vocabulary``, whose first is a place for nothing.
    """

    def __init__(self, vocabulary: Sequence[str], rarity: Floats) -> None:
        self.vocabulary = tuple(vocabulary)
        self.rarity = rarity
        self._places = {gram: place for place, gram in enumerate(self.vocabulary)}

    def place(self, gram: str) -> int:
        """The column of ``gram``; 0 if it is not in the vocabulary."""
        return self._places.get(gram, 0)

    def rows(self, counted: Sequence[Counter[str]]) -> Rows:
        """The matrix of texts whose grams were counted: one row each."""
        return rows_of(
            (
                (
                    np.array([self.place(gram) for gram in found], np.int32),
                    np.array([*found.values()], np.float32),
                )
                for found in counted
            ),
            self,
        )


def rows_of(texts: Iterable[tuple[NDArray[np.int32], NDArray[np.generic]]], counter: GramCounter) -> Rows:
    """The matrix of texts, each given as the places of its grams and how often it holds them."""
    places, weights, starts, at = [], [], [], 0
    for all_places, all_times in texts:
        known = all_places > 0
        own = np.concatenate([[0], all_places[known]]).astype(np.int32)
        row = np.concatenate([[0], np.log1p(all_times[known].astype(np.float32))]).astype(np.float32)
        row *= counter.rarity[own]
        places.append(own)
        weights.append(row / np.float32(float(np.linalg.norm(row)) or 1.0))
        starts.append(at)
        at += len(own)
    return Rows(np.concatenate(places), np.concatenate(weights), np.array(starts, np.int64), len(counter.vocabulary))


def rarity_of(texts: int, holding: Sequence[int]) -> Floats:
    """How much each gram of a vocabulary weighs, after a place for nothing; ``holding`` of the ``texts`` hold it."""
    counts = np.array([texts, *holding], np.float32)
    rarity: Floats = np.log(np.float32(texts) / counts).astype(np.float32)
    return rarity
