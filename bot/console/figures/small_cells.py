"""Hides small numbers from outsiders, and what would give them away. Pure.

A number from 1 to 10 may point at a person whom somebody knows. It is hidden; so is the next
smallest one beside it when the total would tell it, until what is hidden adds up to 11 or more in
at least two places. Whoever knows these rules cannot work a hidden number out either
(``tests/unit/console/test_small_cells.py`` tries all ways).
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
    hidden = {at for at, part in enumerate(parts) if is_small(part)}
    if hidden:
        rest = sorted((part, at) for at, part in enumerate(parts) if part and at not in hidden)
        while rest and (len(hidden) < 2 or sum(parts[at] for at in hidden) < SMALLEST):
            hidden.add(rest.pop(0)[1])
    return Split(tuple(None if at in hidden else part for at, part in enumerate(parts)), total)


def subset(number: int, of: int | None) -> int | None:
    """How many ``of`` a known number: hidden also when nearly all are meant, because the few others show then."""
    if of is None or is_small(number) or is_small(of - number):
        return None
    return number
