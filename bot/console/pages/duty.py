"""Who is on duty now, and the week: who is on when, and when nobody is."""

from __future__ import annotations

from datetime import date, timedelta

from starlette.responses import Response

from bot.console.looks import note_look
from bot.console.visit import Refused, Visit
from bot.desk.duty import next_on_duty, on_duty
from bot.desk.week import at_any_hour, week_of
from bot.store.coaches import all_coaches
from bot.store.schedules import holidays

NEAREST_YEAR, FURTHEST_YEAR = 2000, 2200


def show(visit: Visit) -> Response:
    """The week of ``?week=`` (any day of it), for staff and coaches."""
    if not visit.who.sees_all and visit.who.coach_id is None:
        raise Refused(403, "Duty is for staff and coaches. Your sign-in is not linked to a coach.")
    note_look(visit, "read_duty")
    house, now = visit.console.house, visit.console.now()
    today = house.clock.now().astimezone(house.settings.zone).date()
    with house.database.read() as connection:
        coaches = all_coaches(connection, house.vault)
        closed = dict(holidays(connection))
    monday = _monday(visit.query("week"), today)
    following = next_on_duty(coaches, now)
    return visit.page(
        "duty.html",
        present=on_duty(coaches, now),
        away=[coach for coach in coaches if coach.active and coach.on_call and coach.away],
        any_hour=at_any_hour(coaches),
        following=following,
        days=week_of(coaches, monday, house.settings.zone, frozenset(closed)),
        closed=closed,
        today=today,
        monday=monday,
        earlier=monday - timedelta(days=7),
        later=monday + timedelta(days=7),
        this_week=_monday("", today),
        zone=house.settings.warmline_timezone,
        some=bool(coaches),
    )


def _monday(text: str, today: date) -> date:
    try:
        day = date.fromisoformat(text) if text else today
    except ValueError:
        day = today
    day = day if NEAREST_YEAR < day.year < FURTHEST_YEAR else today
    return day - timedelta(days=day.weekday())
