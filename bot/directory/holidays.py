"""Days on which most offices in the United States are closed: the federal holidays.

No place's own holiday hours are known, so on these days its hours are only likely.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

_FIXED = ((1, 1), (6, 19), (7, 4), (11, 11), (12, 25))
# Month, weekday (Monday is 0), and which one of the month; -1 is the last.
_FLOATING = ((1, 0, 3), (2, 0, 3), (5, 0, -1), (9, 0, 1), (10, 0, 2), (11, 3, 4))


def is_holiday(day: date) -> bool:
    """Whether ``day`` is a federal holiday, or the working day on which one is kept."""
    # The first of January may be kept on the last day of the year before.
    return day in _holidays(day.year) or day in _holidays(day.year + 1)


@lru_cache(maxsize=16)
def _holidays(year: int) -> frozenset[date]:
    fixed = [date(year, month, day) for month, day in _FIXED]
    return frozenset([*fixed, *(_kept(day) for day in fixed), *(_floating(year, *each) for each in _FLOATING)])


def _kept(day: date) -> date:
    """A holiday on a Saturday is kept on Friday, one on a Sunday on Monday."""
    return day + timedelta(days={5: -1, 6: 1}.get(day.weekday(), 0))


def _floating(year: int, month: int, weekday: int, which: int) -> date:
    if which > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
    following = date(year + month // 12, month % 12 + 1, 1)
    last = following - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7)
