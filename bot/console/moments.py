"""Times as staff read them: how long ago, and exactly, in the organisation's zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.ports import Clock

MINUTE, HOUR, DAY = 60, 3600, 86400


@dataclass(frozen=True)
class Moment:
    """One point in time: ``iso`` for machines, ``day`` like "Sat, Nov 21", ``time`` like "3:04 PM"."""

    iso: str
    day: str
    time: str
    ago: str

    @property
    def exact(self) -> str:
        return f"{self.day}, {self.time}"


class Moments:
    """Makes a :class:`Moment` of epoch seconds."""

    def __init__(self, zone: ZoneInfo, clock: Clock) -> None:
        self._zone = zone
        self._clock = clock

    def __call__(self, at: float) -> Moment:
        now = self._clock.now()
        when = datetime.fromtimestamp(at, self._zone)
        year = "" if when.year == now.astimezone(self._zone).year else f", {when.year}"
        return Moment(
            iso=when.isoformat(timespec="seconds"),
            day=f"{when:%a}, {when:%b} {when.day}{year}",
            time=f"{when.hour % 12 or 12}:{when:%M} {when:%p}",
            ago=ago(now.timestamp() - at),
        )


def ago(seconds: float) -> str:
    """ "just now", "4 min ago", "3 h ago", "2 days ago"."""
    if seconds < MINUTE:
        return "just now"
    return f"{span(seconds)} ago"


def span(seconds: float) -> str:
    """A length of time in its largest unit: "42 s", "4 min", "3 h", "2 days"."""
    whole = max(0, int(seconds))
    if whole < MINUTE:
        return f"{whole} s"
    if whole < HOUR:
        return f"{whole // MINUTE} min"
    if whole < 2 * DAY:
        return f"{whole // HOUR} h"
    return f"{whole // DAY} days"


def exactly(seconds: float | None) -> str:
    """A wait in two units at most: "42 s", "3 min 20 s", "2 h 5 min"; a dash for none."""
    if seconds is None:
        return "–"
    whole = int(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s" if whole % 60 else f"{whole // 60} min"
    minutes = whole % 3600 // 60
    return f"{whole // 3600} h {minutes} min" if minutes else f"{whole // 3600} h"
