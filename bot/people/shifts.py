"""When coaches are on duty: weekly hours, days off, extra shifts, holidays.

Every function works inside the caller's transaction and writes its own line in the audit.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from zoneinfo import available_timezones

from sqlalchemy import Connection

from bot.conversation import Coach
from bot.desk.schedule import ExtraShift, Shift
from bot.desk.schedule_text import write_shifts, write_times
from bot.outcome import CoachChange
from bot.people.laws import By, Refusal
from bot.store.audit import write_audit
from bot.store.coaches import change_coach
from bot.store.schedules import (
    add_days_off,
    add_extra_shift,
    remove_days_off,
    remove_extra_shifts,
    set_week,
)

LONGEST_LEAVE_DAYS = 366
LONGEST_HOLIDAY_NAME = 40


def set_hours(connection: Connection, by: By, coach: Coach, week: Sequence[Shift], zone: str) -> None:
    """Replace the weekly shifts: from now on the coach gets alerts in these, by the clock of ``zone``."""
    if not is_zone(zone):
        raise Refusal("Expected the name of a time zone, like America/Chicago.")
    before = _hours(coach)
    set_week(connection, coach.id, sorted(set(week)), zone)
    change_coach(connection, CoachChange(coach.id, on_call=True))
    after = f"{', '.join(write_shifts(set(week))) or 'no shifts'} ({zone})"
    write_audit(connection, by.actor, "shifts changed", f"coach:{coach.id}", by.now, f"{before} → {after}")


def is_zone(name: str) -> bool:
    """Whether there is a time zone of this name."""
    return name in available_timezones()


def clear_hours(connection: Connection, by: By, coach: Coach) -> None:
    """No schedule any more: on duty at any hour while on call."""
    before = _hours(coach)
    set_week(connection, coach.id, (), None)
    write_audit(connection, by.actor, "shifts changed", f"coach:{coach.id}", by.now, f"{before} → no schedule")


def days_between(first: date, last: date) -> list[date]:
    """All days from ``first`` to ``last``. Raises :class:`Refusal` if that is backwards or over a year."""
    if not first <= last <= first + timedelta(days=LONGEST_LEAVE_DAYS):
        raise Refusal("The last day must be on or after the first one, and within a year of it.")
    return [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]


def give_days_off(connection: Connection, by: By, coach: Coach, days: Sequence[date]) -> None:
    """Shifts that begin on these days do not count."""
    add_days_off(connection, coach.id, days)
    write_audit(connection, by.actor, "day off", f"coach:{coach.id}", by.now, _span(days))


def take_back_days_off(connection: Connection, by: By, coach: Coach, days: Sequence[date]) -> None:
    remove_days_off(connection, coach.id, days)
    write_audit(connection, by.actor, "day off taken back", f"coach:{coach.id}", by.now, _span(days))


def give_extra_shift(connection: Connection, by: By, coach: Coach, shift: ExtraShift) -> None:
    """A shift beside the week, also on a holiday."""
    if coach.schedule is None:
        raise Refusal(f"{coach.name} has no schedule and gets alerts at any hour while on call; set one first.")
    add_extra_shift(connection, coach.id, shift)
    when = f"{shift.day} {write_times(shift.starts, shift.ends)}"
    write_audit(connection, by.actor, "extra shift", f"coach:{coach.id}", by.now, when)


def take_back_extra_shifts(connection: Connection, by: By, coach: Coach, day: date) -> None:
    """All extra shifts of that day."""
    remove_extra_shifts(connection, coach.id, day)
    write_audit(connection, by.actor, "extra shift taken back", f"coach:{coach.id}", by.now, str(day))


def add_holiday(connection: Connection, by: By, day: date, name: str) -> None:
    """A day on which no weekly shift counts, for everybody."""
    add_days_off(connection, None, [day], name[:LONGEST_HOLIDAY_NAME])
    write_audit(connection, by.actor, "holiday added", str(day), by.now)


def remove_holiday(connection: Connection, by: By, day: date) -> bool:
    """Whether it was one."""
    if not remove_days_off(connection, None, [day]):
        return False
    write_audit(connection, by.actor, "holiday removed", str(day), by.now)
    return True


def _hours(coach: Coach) -> str:
    plan = coach.schedule
    return f"{', '.join(write_shifts(plan.weekly)) or 'no shifts'} ({plan.zone})" if plan else "no schedule"


def _span(days: Sequence[date]) -> str:
    return str(days[0]) if len(days) == 1 else f"{days[0]} to {days[-1]}"
