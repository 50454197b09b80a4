"""Small sums that the figures are made of. A share of nothing is None, not 0 and not 1."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")
DIGITS = 4


def share(part: int, whole: int) -> float | None:
    """Return part / whole, rounded; None when there is nothing to share."""
    return round(part / whole, DIGITS) if whole else None


def share_of(items: Sequence[Item], holds: Callable[[Item], bool]) -> float | None:
    """Return the share of ``items`` for which ``holds``."""
    return share(sum(map(holds, items)), len(items))


def f1(truth: Iterable[frozenset[str]], found: Iterable[frozenset[str]]) -> float | None:
    """Return micro-F1 over sets: every member counts alike."""
    both = wanted = given = 0
    for true, seen in zip(truth, found, strict=True):
        both, wanted, given = both + len(true & seen), wanted + len(true), given + len(seen)
    return share(2 * both, wanted + given)


def counted(truth: Sequence[frozenset[str]], found: Sequence[frozenset[str]], name: str) -> dict[str, Any]:
    """Return recall, precision and false alarms (a count) of one member of the sets."""
    texts = sum(name in each for each in truth)
    given = sum(name in each for each in found)
    right = sum(name in a and name in b for a, b in zip(truth, found, strict=True))
    return {
        "texts": texts,
        "recall": share(right, texts),
        "precision": share(right, given),
        "false_alarms": given - right,
    }
