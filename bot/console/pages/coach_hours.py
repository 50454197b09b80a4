"""Changing a coach's hours: the week, days off, extra shifts. Staff may do it; it is daily work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sqlalchemy import Connection
from starlette.responses import Response

from bot.console.pages.coach import Extra, render
from bot.console.people.access import PEOPLE, back, by, change, find_coach, staff_only
from bot.console.people.hours_form import BadHours, fields_typed, read_week
from bot.console.visit import Refused, Visit
from bot.conversation import Coach
from bot.desk.schedule import ExtraShift
from bot.desk.schedule_text import read_day, read_times
from bot.people.laws import Refusal
from bot.people.shifts import (
    clear_hours,
    days_between,
    give_days_off,
    give_extra_shift,
    set_hours,
    take_back_days_off,
    take_back_extra_shifts,
)

Work = Callable[[Connection], object]


def act(visit: Visit) -> Response:
    """One of: ``hours``, ``clear``, ``day_off``, ``undo_off``, ``extra``, ``undo_extra``."""
    staff_only(visit)
    coach, deed = find_coach(visit), visit.form.text("do")
    plans: dict[str, Callable[[Visit, Coach], Work]] = {
        "hours": _hours,
        "clear": _clear,
        "day_off": _day_off,
        "undo_off": _undo_off,
        "extra": _extra,
        "undo_extra": _undo_extra,
    }
    if deed not in plans:
        raise Refused(422, "Please choose one of the buttons.")
    try:
        change(visit, plans[deed](visit, coach))
    except (BadHours, Refusal) as error:
        typed = fields_typed(visit.form.text) if deed == "hours" else None
        return render(visit, coach, 422, Extra(str(error), hours=typed))
    return back(f"{PEOPLE}/coaches/{coach.id}", deed)


def _hours(visit: Visit, coach: Coach) -> Work:
    week, zone, who = read_week(fields_typed(visit.form.text)), visit.form.text("zone").strip(), by(visit)
    return lambda connection: set_hours(connection, who, coach, week, zone)


def _clear(visit: Visit, coach: Coach) -> Work:
    who = by(visit)
    return lambda connection: clear_hours(connection, who, coach)


def _day_off(visit: Visit, coach: Coach) -> Work:
    first, who = _day(visit, "day"), by(visit)
    last = _day(visit, "until") if visit.form.text("until") else first
    if coach.schedule is None:
        raise Refusal(f"{coach.name} has no weekly hours, so there is nothing to be off from. Set hours first.")
    days = days_between(first, last)
    return lambda connection: give_days_off(connection, who, coach, days)


def _undo_off(visit: Visit, coach: Coach) -> Work:
    day, who = _day(visit, "day"), by(visit)
    return lambda connection: take_back_days_off(connection, who, coach, [day])


def _extra(visit: Visit, coach: Coach) -> Work:
    day, who = _day(visit, "day"), by(visit)
    try:
        times = read_times(f"{visit.form.text('from').strip()}-{visit.form.text('to').strip()}")
    except ValueError as error:
        raise Refusal("Extra shift: expected two times like 18:00.") from error
    return lambda connection: give_extra_shift(connection, who, coach, ExtraShift(day, *times))


def _undo_extra(visit: Visit, coach: Coach) -> Work:
    day, who = _day(visit, "day"), by(visit)
    return lambda connection: take_back_extra_shifts(connection, who, coach, day)


def _day(visit: Visit, field: str) -> date:
    try:
        return read_day(visit.form.text(field))
    except ValueError as error:
        raise Refusal("Choose a day, like 2026-12-25.") from error
