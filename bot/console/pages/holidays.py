"""Holidays: days on which no weekly shift counts, for everybody."""

from __future__ import annotations

from starlette.responses import Response

from bot.console.looks import note_look
from bot.console.people.access import PEOPLE, back, by, change, staff_only
from bot.console.people.words import DONE
from bot.console.visit import Visit
from bot.desk.schedule_text import read_day
from bot.people.shifts import add_holiday, remove_holiday
from bot.store.schedules import holidays


def show(visit: Visit) -> Response:
    staff_only(visit)
    note_look(visit, "list_holidays")
    return _page(visit)


def act(visit: Visit) -> Response:
    """Add a holiday, or (``do`` is ``remove``) take one back."""
    staff_only(visit)
    who, name = by(visit), visit.form.text("name").strip()
    try:
        day = read_day(visit.form.text("day"))
    except ValueError:
        return _page(visit, 422, "Choose a day, like 2026-12-25.")
    if visit.form.text("do") == "remove":
        change(visit, lambda connection: remove_holiday(connection, who, day))
        return back(f"{PEOPLE}/holidays", "no_holiday")
    change(visit, lambda connection: add_holiday(connection, who, day, name))
    return back(f"{PEOPLE}/holidays", "holiday")


def _page(visit: Visit, status: int = 200, problem: str = "") -> Response:
    house = visit.console.house
    with house.database.read() as connection:
        known = holidays(connection)
    today = house.clock.now().astimezone(house.settings.zone).date()
    return visit.page(
        "holidays.html",
        status,
        coming=[one for one in known if one[0] >= today],
        past=[one for one in known if one[0] < today],
        problem=problem,
        done=DONE.get(visit.query("done"), ""),
    )
