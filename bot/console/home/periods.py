"""The times a director asks about: last night, a day, a week, a month, each cut into hours or days. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

NIGHT_FROM, NIGHT_UNTIL = 18, 8  # hours of the clock
TITLES = {"night": "Last night", "day": "Last 24 hours", "week": "Last 7 days", "month": "Last 30 days"}
USUAL = "day"
DAYS = {"week": 7, "month": 30}


@dataclass(frozen=True)
class Slice:
    """One hour or day of a period. Times are epoch seconds; ``short`` stands under a bar, ``label`` in a table."""

    since: float
    until: float
    short: str
    label: str


@dataclass(frozen=True)
class Period:
    """``slices`` follow each other without a gap; the last one may end in the future."""

    name: str
    title: str
    slices: tuple[Slice, ...]

    @property
    def since(self) -> float:
        return self.slices[0].since

    @property
    def until(self) -> float:
        return self.slices[-1].until

    @property
    def by_day(self) -> bool:
        return self.name in DAYS

    @property
    def before(self) -> tuple[float, float]:
        """The same length of time right before this period."""
        return self.since - (self.until - self.since), self.since


def period(name: str, now: float, zone: ZoneInfo) -> Period:
    """The period called ``name`` on the clock of ``zone``; a name that does not exist is the usual one."""
    name = name if name in TITLES else USUAL
    here = datetime.fromtimestamp(now, zone)
    return Period(name, TITLES[name], _days(here, DAYS[name]) if name in DAYS else _hours(name, here))


def _hours(name: str, here: datetime) -> tuple[Slice, ...]:
    if name == "night":
        end = here.replace(hour=NIGHT_UNTIL, minute=0, second=0, microsecond=0)
        start = (end - timedelta(days=1)).replace(hour=NIGHT_FROM)
        last = min(end.timestamp(), here.timestamp())
    else:
        # Whole hours: a bar must not change its meaning with every look.
        last = here.replace(minute=0, second=0, microsecond=0).timestamp() + 3600
        start = datetime.fromtimestamp(last - 24 * 3600, here.tzinfo)
    found, at = [], start.timestamp()
    while at < last:
        when = datetime.fromtimestamp(at, here.tzinfo)
        hour = f"{when.hour % 12 or 12} {'am' if when.hour < 12 else 'pm'}"
        found.append(Slice(at, at + 3600, hour, f"{when:%a} {hour}"))
        at += 3600
    return tuple(found)


def _days(here: datetime, days: int) -> tuple[Slice, ...]:
    today = here.replace(hour=0, minute=0, second=0, microsecond=0)
    # Wall-clock arithmetic: a day has 23 or 25 hours when the clocks change.
    starts = [today + timedelta(days=offset) for offset in range(1 - days, 2)]
    return tuple(
        Slice(start.timestamp(), end.timestamp(), f"{start:%b} {start.day}", f"{start:%a}, {start:%b} {start.day}")
        for start, end in pairwise(starts)
    )
