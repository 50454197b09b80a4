"""Hides small numbers from outsiders, and what would give them away. Pure.

A number from 1 to 10 may point at a person whom somebody knows. It is hidden; so are the next
smallest ones beside it when the total would tell it, until what is hidden adds up to 11 or more in
at least two places and can be no row of tens or ones. Equal numbers are hidden together: what is hidden
never depends on the order, so hidden numbers could always change places. Whoever knows these rules
cannot work one out either (``tests/unit/console/test_small_cells.py`` tries all ways).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SMALLEST = 11  # from here on a number is shown


@dataclass(frozen=True)
class Split:
    """Parts and their total; ``None`` is hidden."""

    parts: tuple[int | None, ...]
    total: int | None


def is_small(number: int) -> bool:
    return 0 < number < SMALLEST


def alone(number: int) -> int | None:
    """A number that stands for itself."""
    return None if is_small(number) else number


def split(parts: Sequence[int], total_known: bool = True) -> Split:
    """``parts`` that add up to a total which is shown as well, or told elsewhere.

    ``total_known`` is false when the total is hidden already, as a part of something larger: then nothing is shown.
    """
    total = sum(parts)
    if not total_known:
        return Split((None,) * len(parts), None)
    if is_small(total):
        # Where the few of them are is not told either, so a part of none says nothing.
        return Split((None,) * len(parts), None)
    hidden = [part for part in parts if is_small(part)]
    rest = sorted(part for part in parts if part >= SMALLEST)
    while hidden and rest and _tells(hidden):
        least = rest[0]
        hidden += [part for part in rest if part == least]
        rest = [part for part in rest if part > least]
    # As many as there are places: each is one, whatever is hidden.
    told = total if not hidden or set(hidden) != {1} else None
    return Split(tuple(None if part in hidden else part for part in parts), told)


def _tells(hidden: Sequence[int]) -> bool:
    """Whether the sum of hidden numbers tells them."""
    return len(hidden) < 2 or sum(hidden) < SMALLEST or set(hidden) in ({1}, {SMALLEST - 1})


def subset(number: int, of: int | None) -> int | None:
    """How many ``of`` a known number: hidden also when nearly all are meant, because the few others show then."""
    if of is None or is_small(number) or is_small(of - number):
        return None
    return number
