"""The grams of very many texts, held as numbers: a ``Counter`` for each would take ten times the memory."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.danger_model.grams import AT_LEAST, GramCounter, grams, rarity_of, rows_of
from bot.danger_model.rows import Rows

_MOST = 65535  # what two bytes hold; no text says anything as often


@dataclass(frozen=True)
class Counted:
    """``names``: the gram of each number. Text ``i`` holds the grams ``numbers``, each so many ``times``, from
    ``starts[i]`` up to ``starts[i + 1]``."""

    names: Sequence[str]
    numbers: NDArray[np.int32]
    times: NDArray[np.uint16]
    starts: NDArray[np.int64]

    def learn_counter(self, chosen: NDArray[np.int64]) -> GramCounter:
        """A counter of the grams that enough of the ``chosen`` texts hold."""
        seen = np.zeros(len(self.names), np.int64)
        for text in chosen:
            seen[self.numbers[self.starts[text] : self.starts[text + 1]]] += 1
        kept = sorted((self.names[number], number) for number in np.flatnonzero(seen >= AT_LEAST).tolist())
        return GramCounter(
            ["", *(name for name, _ in kept)], rarity_of(len(chosen), [int(seen[number]) for _, number in kept])
        )

    def rows(self, counter: GramCounter, chosen: NDArray[np.int64]) -> Rows:
        """The matrix of the ``chosen`` texts in the vocabulary of ``counter``: one row each."""
        places = np.array([counter.place(name) for name in self.names], np.int32)
        spans = (slice(self.starts[text], self.starts[text + 1]) for text in chosen)
        return rows_of(((places[self.numbers[span]], self.times[span]) for span in spans), counter)


def count_all(texts: Sequence[str]) -> Counted:
    """Count the grams of each text."""
    known: dict[str, int] = {}
    numbers, times, starts = array("i"), array("H"), [0]
    for text in texts:
        for gram, often in grams(text).items():
            numbers.append(known.setdefault(gram, len(known)))
            times.append(min(often, _MOST))
        starts.append(len(numbers))
    return Counted(tuple(known), np.array(numbers, np.int32), np.array(times, np.uint16), np.array(starts, np.int64))
