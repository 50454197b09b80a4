"""A week of duty: who is on when, and when nobody is. Asked with schedules, answered without a clock."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.conversation import Coach
from bot.desk.schedule import shifts_between

SHORTEST_GAP_SECONDS = 60.0
Span = tuple[float, float]  # epoch seconds


@dataclass(frozen=True)
class OnDuty:
    """One shift on one day, cut at midnight."""

    coach: Coach
    starts: float
    ends: float


@dataclass(frozen=True)
class DutyDay:
    """``gaps``: when no schedule has anybody on duty. ``off``: whose day off takes a shift of theirs."""

    day: date
    shifts: tuple[OnDuty, ...]
    gaps: tuple[Span, ...]
    off: tuple[Coach, ...]


def week_of(coaches: Sequence[Coach], first: date, zone: ZoneInfo, holidays: frozenset[date]) -> list[DutyDay]:
    """Seven days from ``first``, by the clock of ``zone``. Who was stopped or is a coach no more is left out."""
    known = [coach for coach in coaches if coach.active and coach.on_call]
    return [_day(known, first + timedelta(days=ahead), zone, holidays) for ahead in range(7)]


def at_any_hour(coaches: Iterable[Coach]) -> tuple[Coach, ...]:
    """Those without a schedule: on duty whenever they are not away."""
    return tuple(coach for coach in coaches if coach.active and coach.on_call and coach.schedule is None)


def _day(coaches: Sequence[Coach], day: date, zone: ZoneInfo, holidays: frozenset[date]) -> DutyDay:
    since, until = _midnight(day, zone), _midnight(day + timedelta(days=1), zone)
    shifts = sorted(
        (
            OnDuty(coach, starts, ends)
            for coach in coaches
            if coach.schedule is not None
            for starts, ends in shifts_between(coach.schedule, since, until)
        ),
        key=lambda shift: (shift.starts, shift.ends, shift.coach.name),
    )
    always = any(coach.schedule is None for coach in coaches)
    gaps = () if always else _gaps([(shift.starts, shift.ends) for shift in shifts], since, until)
    off = tuple(coach for coach in coaches if day not in holidays and _is_off(coach, day))
    return DutyDay(day, tuple(shifts), gaps, off)


def _is_off(coach: Coach, day: date) -> bool:
    plan = coach.schedule
    return plan is not None and day in plan.days_off and any(one.weekday == day.weekday() for one in plan.weekly)


def _gaps(spans: list[Span], since: float, until: float) -> tuple[Span, ...]:
    """What ``spans`` (sorted) leave open between ``since`` and ``until``."""
    found, covered = [], since
    for starts, ends in [*spans, (until, until)]:
        if starts - covered >= SHORTEST_GAP_SECONDS:
            found.append((covered, starts))
        covered = max(covered, ends)
    return tuple(found)


def _midnight(day: date, zone: ZoneInfo) -> float:
    return datetime.combine(day, time(), zone).timestamp()
