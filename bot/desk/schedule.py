"""When a coach's shifts are: weekly on a wall clock, with days off and extra shifts.

A shift begins and ends by the clock on the wall of its zone. In the hour that comes twice in
autumn a shift begins at the first and ends at the second coming, so that two shifts that meet
leave no hole; a time that is skipped in spring is the moment of the jump.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY_MINUTES = 24 * 60
LOOK_AHEAD_DAYS = 28  # no promise further ahead: schedules change


@dataclass(frozen=True, order=True)
class Shift:
    """Every week. ``weekday`` 0 is Monday; minutes after midnight, ``ends`` over 1440 for the next morning."""

    weekday: int
    starts: int
    ends: int


@dataclass(frozen=True, order=True)
class ExtraShift:
    """One day beside the week. Minutes as in :class:`Shift`."""

    day: date
    starts: int
    ends: int


@dataclass(frozen=True)
class Schedule:
    """``zone`` is the name of a time zone. A day off takes the weekly shifts that begin on it, not extra ones."""

    zone: str
    weekly: tuple[Shift, ...] = ()
    extra: tuple[ExtraShift, ...] = ()
    days_off: frozenset[date] = frozenset()


def on_shift(schedule: Schedule, at: float) -> bool:
    """Whether a shift covers the moment ``at`` (epoch seconds)."""
    # A shift ends at most a day after it began: yesterday's and today's are all that can cover now.
    return any(starts <= at < ends for starts, ends in _spans(schedule, at, -1, 0))


def next_start(schedule: Schedule, at: float) -> float | None:
    """When the first shift after ``at`` begins; ``None`` when there is none in the next four weeks."""
    for ahead in range(LOOK_AHEAD_DAYS + 1):  # a shift begins on its day: the first day that has one decides
        later = [starts for starts, _ in _spans(schedule, at, ahead, ahead) if starts > at]
        if later:
            return min(later)
    return None


def hours_between(schedule: Schedule, since: float, until: float) -> float:
    """Hours of duty from ``since`` to ``until`` (epoch seconds); shifts that overlap count once."""
    days = int((until - since) // 86400) + 2
    found, end = 0.0, since
    for starts, ends in sorted(_spans(schedule, since, -1, days)):
        begin, last = max(starts, end), min(ends, until)
        if last > begin:
            found += last - begin
            end = last
    return found / 3600


def shifts_between(schedule: Schedule, since: float, until: float) -> list[tuple[float, float]]:
    """Begin and end of the shifts that overlap the time from ``since`` to ``until``, cut to it, in order."""
    days = int((until - since) // 86_400) + 1
    spans = ((max(starts, since), min(ends, until)) for starts, ends in _spans(schedule, since, -1, days))
    return sorted((starts, ends) for starts, ends in spans if starts < ends)


def _spans(schedule: Schedule, at: float, first: int, last: int) -> Iterator[tuple[float, float]]:
    """Begin and end (epoch seconds) of all shifts that begin from ``first`` to ``last`` days after that of ``at``."""
    zone = ZoneInfo(schedule.zone)
    today = datetime.fromtimestamp(at, zone).date()
    for ahead in range(first, last + 1):
        day = today + timedelta(days=ahead)
        weekly = () if day in schedule.days_off else schedule.weekly
        times = [(one.starts, one.ends) for one in weekly if one.weekday == day.weekday()]
        times += [(one.starts, one.ends) for one in schedule.extra if one.day == day]
        for starts, ends in times:
            yield _moment(day, starts, zone, second=False), _moment(day, ends, zone, second=True)


def _moment(day: date, minute: int, zone: ZoneInfo, second: bool) -> float:
    """The instant of a wall-clock time; ``second``: the later one where the clock shows it twice."""
    wall = datetime.combine(day, time(), zone) + timedelta(minutes=minute)
    at = wall.replace(fold=int(second)).timestamp()
    if datetime.fromtimestamp(at, zone) == wall:
        return at
    return _jump(wall, zone)


def _jump(wall: datetime, zone: ZoneInfo) -> float:
    """The moment at which the clock jumps over ``wall``."""
    # In a gap the folds change places: the one with the later offset is the earlier instant.
    before, after = wall.replace(fold=1).timestamp(), wall.replace(fold=0).timestamp()
    old = _offset(before, zone)
    while after - before > 1:
        middle = (before + after) // 2
        before, after = (middle, after) if _offset(middle, zone) == old else (before, middle)
    return after


def _offset(at: float, zone: ZoneInfo) -> timedelta:
    return datetime.fromtimestamp(at, UTC).astimezone(zone).utcoffset() or timedelta()
