"""A text as numbers: its sentence vector beside counts of words and letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix

from sentences.normalise import normalise, without_accents

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+|[^\w\s]")


def grams(text: str) -> Counter[str]:
    """Count words, pairs of words, and runs of 2 to 4 letters inside words."""
    tokens = [_digits_alike(token) for token in _TOKEN.findall(without_accents(normalise(text)))]
    found: Counter[str] = Counter("w:" + token for token in tokens)
    found.update(f"p:{a} {b}" for a, b in zip(["^", *tokens], [*tokens, "$"], strict=True))
    for token in tokens:
        padded = f" {token} "
        for size in (2, 3, 4):
            found.update("c:" + padded[i : i + size] for i in range(len(padded) - size + 1))
    return found


def _digits_alike(token: str) -> str:
    # Which ZIP it is tells nothing about the need; that it is five digits does.
    return f"0{len(token)}" if token.isdigit() else token


class GramCounter:
    """Counts the grams of a fixed vocabulary, rare ones weighing more; rows of length one.

    ``rarity``: float32, one weight per gram of the vocabulary.
    """

    def __init__(self, vocabulary: Sequence[str], rarity: np.ndarray) -> None:
        self.vocabulary = list(vocabulary)
        self.rarity = rarity
        self._places = {gram: place for place, gram in enumerate(self.vocabulary)}

    def words(self) -> dict[str, float]:
        """Return the words of the vocabulary and how common each is (0 for one in every text, less for rarer ones)."""
        pairs = zip(self.vocabulary, self.rarity.tolist(), strict=True)
        return {gram[2:]: -rare for gram, rare in pairs if gram.startswith("w:") and gram[2:3].isalpha()}

    def row(self, text: str) -> tuple[np.ndarray, np.ndarray]:
        """Return (places, weights) of the known grams in ``text``; may be empty."""
        known = [(self._places[gram], times) for gram, times in grams(text).items() if gram in self._places]
        places = np.array([place for place, _ in known], np.int32)
        weights = np.log1p(np.array([times for _, times in known], np.float32)) * self.rarity[places]
        length = float(np.linalg.norm(weights))
        return places, weights / np.float32(length or 1.0)

    def matrix(self, texts: Sequence[str]) -> csr_matrix:
        """Return a sparse float32 matrix of shape (texts, vocabulary)."""
        rows = [self.row(text) for text in texts]
        ends = np.cumsum([0] + [len(places) for places, _ in rows])
        places = np.concatenate([places for places, _ in rows])
        weights = np.concatenate([weights for _, weights in rows])
        return csr_matrix((weights, places, ends), (len(texts), len(self.vocabulary)), np.float32)


def learn_counter(texts: Sequence[str], at_least: int = 3) -> GramCounter:
    """Return a counter of the grams that occur in ``at_least`` of the texts."""
    seen: Counter[str] = Counter()
    for text in texts:
        seen.update(grams(text).keys())
    vocabulary = sorted(gram for gram, times in seen.items() if times >= at_least)
    rarity = np.log(len(texts) / np.array([seen[gram] for gram in vocabulary], np.float32))
    return GramCounter(vocabulary, rarity.astype(np.float32))
