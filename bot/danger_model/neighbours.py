"""How near a text is to the training texts of each label: what a straight line cannot learn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bot.danger_model.examples import Example
from bot.danger_model.grams import Floats
from bot.message import Risk

_CLOSEST = (1, 3, 10)  # mean likeness of the so many nearest, per group
_TWIN = 0.95  # while learning, a text told twice must not vouch for itself
_BLOCK = 500
# How much one of these features weighs beside a sentence vector of length one. Much more and
# the fit needs twice the steps, much less and it learns little from them.
_WEIGHT = np.float32(0.1)


@dataclass(frozen=True)
class Neighbours:
    """The training texts as vectors (texts, 384) and, for each, the number of its label in ``labels``.

    ``middle`` and ``spread`` of each feature over the training texts make the features comparable.
    """

    labels: tuple[str, ...]
    label_of: NDArray[np.int64]
    vectors: Floats
    middle: Floats
    spread: Floats

    @cached_property
    def _groups(self) -> list[NDArray[np.int64]]:
        """The texts of each tier, of each kind and of each person, one group after the other."""
        names = sorted({name for label in self.labels for name in _groups_of(label)})
        member = [[name in _groups_of(label) for label in self.labels] for name in names]
        return [np.flatnonzero(np.array(row)[self.label_of]) for row in member]

    def features(self, vectors: Floats) -> Floats:
        """``vectors`` with what is told by their neighbours beside them: shape (texts, 384 + more)."""
        return self.beside(vectors, self.likeness(vectors))

    def beside(self, vectors: Floats, likeness: Floats) -> Floats:
        """The features out of ``vectors`` and their :meth:`likeness`."""
        return np.concatenate([vectors, (likeness - self.middle) / self.spread * _WEIGHT], axis=1)

    def likeness(self, vectors: Floats, learning: bool = False) -> Floats:
        """Mean cosines with the nearest texts of each group, shape (texts, features).

        ``learning``: the texts are themselves among the neighbours, and are not to see themselves.
        """
        told = np.empty((len(vectors), len(self._groups) * len(_CLOSEST)), np.float32)
        for start in range(0, len(vectors), _BLOCK):
            likeness = vectors[start : start + _BLOCK] @ self.vectors.T
            if learning:
                likeness[likeness >= _TWIN] = 0.0
            for place, group in enumerate(self._groups):
                best = _highest(likeness[:, group], max(_CLOSEST))
                for at, many in enumerate(_CLOSEST):
                    told[start : start + _BLOCK, place * len(_CLOSEST) + at] = best[:, :many].mean(axis=1)
        return told

    def nearest_label(self, vector: Floats, risk: Risk) -> str:
        """The label of the nearest training text that is at least as grave as ``risk``."""
        grave = [Risk(label.split("/")[0]).rank >= risk.rank for label in self.labels]
        some = np.flatnonzero(np.array(grave)[self.label_of])
        return self.labels[int(self.label_of[some[int((self.vectors[some] @ vector).argmax())]])]


def _highest(rows: Floats, many: int) -> Floats:
    """The highest values of each row, highest first."""
    if rows.shape[1] > many:
        rows = np.partition(rows, rows.shape[1] - many, axis=1)[:, -many:]
    return -np.sort(-rows, axis=1)


def _groups_of(label: str) -> tuple[str, ...]:
    """``crisis/suicide_self`` belongs to the groups of its tier, its kind and its person."""
    tier, _, detail = label.partition("/")
    kind, _, about = detail.rpartition("_")
    groups = [f"tier {tier} {detail}" if tier == Risk.NONE else f"tier {tier}"]
    if kind:
        groups.append(f"kind {kind}")
    if about in ("self", "other"):
        groups.append(f"about {about}")
    return tuple(groups)


def _label(example: Example) -> str:
    if example.near_miss:
        return "none/near miss"
    if example.risk is Risk.NONE:
        return "none/ordinary"
    return f"{example.risk}/{example.kind}_{example.about}" if example.kind else f"{example.risk}/{example.about}"


def neighbours_of(examples: Sequence[Example], vectors: Floats) -> tuple[Neighbours, Floats]:
    """The neighbours that ``examples`` make, and the features of these texts themselves.

    ``vectors`` are those of ``examples``, in the same order.
    """
    names = [_label(example) for example in examples]
    labels = tuple(sorted(set(names)))
    number = {label: place for place, label in enumerate(labels)}
    label_of = np.array([number[name] for name in names], np.int64)
    nothing = np.zeros(1, np.float32)
    likeness = Neighbours(labels, label_of, vectors, nothing, nothing).likeness(vectors, learning=True)
    spread = np.maximum(likeness.std(axis=0), np.float32(1e-6))
    neighbours = Neighbours(labels, label_of, vectors, likeness.mean(axis=0), spread)
    return neighbours, neighbours.beside(vectors, likeness)
