"""When a place is open, on its own wall clock: weekly, monthly, and over midnight."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.directory.records import Schedule

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAY_MINUTES = 24 * 60
LAST_MINUTE = DAY_MINUTES - 1
LOOK_AHEAD_DAYS = 35  # a monthly meeting is always within it
_DAY_PART = re.compile(r"^([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)$")


class Openness(StrEnum):
    """How a place stands at one moment; ``LATER`` means later on the same day."""

    OPEN = "open"
    LATER = "later"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, order=True)
class Span:
    """Minutes after midnight of its day; ``closes`` is over 1440 when it ends the next morning."""

    opens: int
    closes: int


@dataclass(frozen=True)
class Opening:
    """The spans of one day that are not over yet."""

    day: date
    spans: tuple[Span, ...]


def minutes(clock: str) -> int:
    """``"18:30"`` as minutes after midnight. Raises ``ValueError`` for anything else."""
    hour, minute = (int(part) for part in clock.split(":"))
    if not (0 <= hour <= 24 and 0 <= minute < 60) or hour * 60 + minute > DAY_MINUTES:
        raise ValueError(f"{clock!r} is no time of day")
    return hour * 60 + minute


def spans_on(schedules: Sequence[Schedule], day: date) -> tuple[Span, ...]:
    """What opens on ``day``, in order, touching and overlapping spans as one."""
    merged: list[Span] = []
    for span in sorted(_span(each) for each in schedules if _has_times(each) and _falls_on(each, day)):
        if merged and span.opens <= merged[-1].closes:
            merged[-1] = Span(merged[-1].opens, max(merged[-1].closes, span.closes))
        else:
            merged.append(span)
    return tuple(merged)


def openness(schedules: Sequence[Schedule], now: datetime) -> Openness:
    """Whether it is open at the local wall-clock time ``now``."""
    if not any(_has_times(each) for each in schedules):
        return Openness.UNKNOWN
    if until_this_morning(schedules, now) is not None:
        return Openness.OPEN
    minute = now.hour * 60 + now.minute
    today = spans_on(schedules, now.date())
    if any(span.opens <= minute < span.closes for span in today):
        return Openness.OPEN
    return Openness.LATER if any(span.opens > minute for span in today) else Openness.CLOSED


def until_this_morning(schedules: Sequence[Schedule], now: datetime) -> int | None:
    """The minute of today at which what opened yesterday closes, if it is still open at ``now``."""
    minute = now.hour * 60 + now.minute
    ends = [span.closes - DAY_MINUTES for span in spans_on(schedules, now.date() - timedelta(days=1))]
    return max((end for end in ends if end > minute), default=None)


def next_opening(schedules: Sequence[Schedule], now: datetime) -> Opening | None:
    """Today's spans that are not over at ``now``, else those of the next day that has any."""
    minute = now.hour * 60 + now.minute
    for ahead in range(LOOK_AHEAD_DAYS + 1):
        day = now.date() + timedelta(days=ahead)
        spans = tuple(span for span in spans_on(schedules, day) if ahead or span.closes > minute)
        if spans:
            return Opening(day, spans)
    return None


def next_start(schedules: Sequence[Schedule], now: datetime, grace: int = 0) -> tuple[int, Span] | None:
    """Days from today and the first span that has not begun ``grace`` minutes ago or earlier."""
    minute = now.hour * 60 + now.minute - grace
    for ahead in range(LOOK_AHEAD_DAYS + 1):
        for span in spans_on(schedules, now.date() + timedelta(days=ahead)):
            if ahead or span.opens >= minute:
                return ahead, span
    return None


def always_open(schedules: Sequence[Schedule], day: date) -> bool:
    """Whether it never closes in the week that begins with ``day``."""
    week = (spans_on(schedules, day + timedelta(days=ahead)) for ahead in range(7))
    return all(spans and spans[0].opens == 0 and spans[0].closes >= DAY_MINUTES for spans in week)


def _has_times(schedule: Schedule) -> bool:
    # Every second week since an unknown day is no opening time that one may promise.
    return bool(schedule.opens_at and schedule.closes_at) and not (schedule.interval > 1 and schedule.dtstart is None)


def _span(schedule: Schedule) -> Span:
    opens, closes = minutes(schedule.opens_at), minutes(schedule.closes_at)
    if opens < closes == LAST_MINUTE:  # how files without 24:00 write midnight
        closes = DAY_MINUTES
    return Span(opens, closes if closes > opens else closes + DAY_MINUTES)


def _falls_on(schedule: Schedule, day: date) -> bool:
    if schedule.valid_from and day < schedule.valid_from:
        return False
    if schedule.valid_to and day > schedule.valid_to:
        return False
    if schedule.dtstart and schedule.interval > 1 and not _in_step(schedule, day):
        return False
    if schedule.bymonthday:
        return day.day in _month_days(schedule.bymonthday, day)
    if not schedule.byday:
        return schedule.freq == "WEEKLY"
    return any(_is_day(part, schedule.freq, day) for part in schedule.byday.split(","))


def _in_step(schedule: Schedule, day: date) -> bool:
    start = schedule.dtstart
    if start is None or day < start:
        return False
    if schedule.freq == "MONTHLY":
        apart = (day.year - start.year) * 12 + day.month - start.month
    else:
        apart = ((day - timedelta(days=day.weekday())) - (start - timedelta(days=start.weekday()))).days // 7
    return apart % schedule.interval == 0


def _is_day(part: str, freq: str, day: date) -> bool:
    match = _DAY_PART.match(part.strip())
    if match is None or match[2] != DAYS[day.weekday()]:
        return False
    if freq != "MONTHLY" or match[1] is None:
        return True
    wanted = int(match[1])
    from_start = (day.day - 1) // 7 + 1
    from_end = (_days_in_month(day) - day.day) // 7 + 1
    return wanted == from_start or wanted == -from_end


def _month_days(said: str, day: date) -> set[int]:
    wanted = {int(part) for part in said.split(",") if part.strip()}
    length = _days_in_month(day)
    return {number if number > 0 else length + 1 + number for number in wanted}


def _days_in_month(day: date) -> int:
    following = day.replace(day=28) + timedelta(days=4)
    return (following - timedelta(days=following.day)).day
