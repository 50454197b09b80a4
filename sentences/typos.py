"""Repairs misspelled words towards the words that training knew.

Only words that nobody knows are touched: neither the training texts nor the encoder's
English. "lisence" becomes "license", "Kensington" stays. A repair is used for reading
alone; people never see it, and the danger screen reads the text as it was written.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping

import numpy as np

from sentences.normalise import looks_spanish, normalise, without_accents

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
# Digits and signs in the place of letters: "n33d h0using", "j@il".
_DISGUISED = re.compile(r"(?<![\w@$])(?=[\d@$]*[^\W\d_])[\w@$]*[013457@$][\w@$]*")
_LETTERS = str.maketrans("013457@$", "oieastas")
SHORTEST = 4
# From this length on two slips are forgiven.
LONG = 7
# Nobody types a word of more letters by mistake alone; they would only cost time.
LONGEST = 24


class Speller:
    """Finds the likeliest known word for an unknown one; built once, then only read."""

    def __init__(self, frequency: Mapping[str, float], also_known: Collection[str] = frozenset()) -> None:
        """Learn the words.

        ``frequency``: plain lower-case words to repair towards and how common each is;
        ``also_known``: words that are right, but are no aim of a repair.
        """
        self._frequency = {word: common for word, common in frequency.items() if len(word) >= SHORTEST}
        self._known = frozenset(frequency) | frozenset(also_known)
        self._words = list(self._frequency)
        self._hashes, self._places = _sorted_rests(self._words)

    def repair(self, text: str) -> str:
        """Return ``text``, normalised, with misspelled words repaired if it is English.

        Too many right Spanish words are in nobody's list: repairing them was measured
        to do harm.
        """
        text = _DISGUISED.sub(lambda match: self._undisguised(match.group()), normalise(text))
        return text if looks_spanish(text) else _WORD.sub(lambda match: self._repaired(match.group()), text)

    def knows_no_word(self, text: str) -> bool:
        """Whether ``text`` holds words of which none is known: keys hit by chance."""
        words = [without_accents(word) for word in _WORD.findall(normalise(text))]
        return bool(words) and self._known.isdisjoint(words)

    def _undisguised(self, written: str) -> str:
        word = written.translate(_LETTERS)
        return word if len(word) >= SHORTEST and word in self._frequency else written

    def _repaired(self, written: str) -> str:
        word = without_accents(written)
        if not SHORTEST <= len(word) <= LONGEST or word in self._known:
            return written
        candidates = set(self._sharing_a_rest(word))
        ranked = sorted(
            (distance, -self._frequency[known], known)
            for known in candidates
            if (distance := _distance(word, known)) <= (2 if min(len(word), len(known)) >= LONG else 1)
        )
        return ranked[0][2] if ranked else written

    def _sharing_a_rest(self, word: str) -> Iterator[str]:
        wanted = np.fromiter(map(hash, _rests(word)), np.int64)
        starts, ends = (np.searchsorted(self._hashes, wanted, side) for side in ("left", "right"))
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
            for place in self._places[start:end].tolist():
                yield self._words[place]


def _sorted_rests(words: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Return the hashes of all rests of all words, sorted, and beside each the place of its word.

    Two arrays of two megabytes, where a dict of strings took thirty. Words whose rests only share a hash
    are told apart by their distance.
    """
    rests, places = array("q"), array("i")
    for place, word in enumerate(words):
        for rest in _rests(word):
            rests.append(hash(rest))
            places.append(place)
    hashes = np.array(rests, np.int64)
    order = np.argsort(hashes, kind="stable")
    return hashes[order], np.array(places, np.int32)[order]


def _rests(word: str) -> Iterable[str]:
    """Yield the word and what is left without one letter, or two of a long word.

    Words one slip apart share one of these, so candidates are found by look-up.
    """
    shorter = {word[:i] + word[i + 1 :] for i in range(len(word))}
    yield word
    yield from shorter
    if len(word) >= LONG:
        yield from {each[:i] + each[i + 1 :] for each in shorter for i in range(len(each))}


def _distance(a: str, b: str) -> int:
    """Count the slips between two words: letters missing, added, changed or swapped."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        last, before_last, row = row, before, [i]
        for j, other in enumerate(b, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, before_last[j - 2] + 1)
            row.append(cost)
        before = last
    return row[-1]
