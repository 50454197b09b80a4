"""How much coaches carry, so that somebody can look after them. For care, not for control: nobody is ranked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

NIGHT_FROM, NIGHT_UNTIL = 22, 6  # hours of the clock
MANY_CRISES, MANY_NIGHTS, MANY_DAYS = 3, 4, 7  # in a row; from here on a kind word is due


@dataclass(frozen=True)
class Held:
    """A case that a coach had, from ``taken_at`` to ``ended_at`` (epoch seconds; now, if it is open)."""

    taken_at: float
    ended_at: float
    crisis: bool


@dataclass(frozen=True)
class Load:
    """What one coach carried. ``hours``: in the schedule, ``None`` without one; ``busy_hours``: with a case in hand.

    ``crises_in_a_row``, ``nights_in_a_row``, ``days_in_a_row``: the longest row. A night is that of its evening.
    """

    hours: float | None
    busy_hours: float
    cases: int
    crises: int
    crises_in_a_row: int
    nights: int
    nights_in_a_row: int
    days_in_a_row: int

    @property
    def kind_words(self) -> tuple[str, ...]:
        """What somebody may want to ask about, gently; empty when there is nothing."""
        found = []
        if self.crises_in_a_row >= MANY_CRISES:
            found.append(f"{self.crises_in_a_row} crises in a row. Ask how they are.")
        if self.nights_in_a_row >= MANY_NIGHTS:
            found.append(f"{self.nights_in_a_row} nights in a row. A night off may do good.")
        if self.days_in_a_row >= MANY_DAYS:
            found.append(f"{self.days_in_a_row} days in a row without one off. A day off may do good.")
        return tuple(found)


def load_of(held: Iterable[Held], hours: float | None, zone: ZoneInfo) -> Load:
    """The load of one coach, on the clock of ``zone``."""
    cases = sorted(held, key=lambda one: one.taken_at)
    days = {day for one in cases for day in _days(one, zone)}
    nights = {night for one in cases for night in _nights(one, zone)}
    return Load(
        hours,
        _covered(cases) / 3600,
        len(cases),
        sum(one.crisis for one in cases),
        _longest(one.crisis for one in cases),
        len(nights),
        _row(nights),
        _row(days),
    )


def _covered(cases: list[Held]) -> float:
    """Seconds with at least one case in hand."""
    found, end = 0.0, 0.0
    for one in cases:
        if one.ended_at > end:
            found += one.ended_at - max(one.taken_at, end)
            end = one.ended_at
    return found


def _longest(signs: Iterable[bool]) -> int:
    longest = run = 0
    for sign in signs:
        run = run + 1 if sign else 0
        longest = max(longest, run)
    return longest


def _days(one: Held, zone: ZoneInfo) -> list[date]:
    first, last = (datetime.fromtimestamp(at, zone).date() for at in (one.taken_at, one.ended_at))
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def _nights(one: Held, zone: ZoneInfo) -> list[date]:
    """The evenings of the nights in which the case was in hand."""
    found = []
    for day in (one_day - timedelta(days=back) for one_day in _days(one, zone) for back in (1, 0)):
        evening = datetime(day.year, day.month, day.day, NIGHT_FROM, tzinfo=zone)
        morning = (evening + timedelta(days=1)).replace(hour=NIGHT_UNTIL)
        if one.taken_at < morning.timestamp() and one.ended_at > evening.timestamp():
            found.append(day)
    return found


def _row(days: set[date]) -> int:
    """The longest row of days that follow each other."""
    longest = 0
    for day in days:
        if day - timedelta(days=1) not in days:
            length = 1
            while day + timedelta(days=length) in days:
                length += 1
            longest = max(longest, length)
    return longest
