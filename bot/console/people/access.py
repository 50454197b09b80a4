"""Who may open the pages about people, and how a change there is made. Every one of their routes asks here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection
from starlette.responses import RedirectResponse, Response

from bot.console.visit import Refused, Visit
from bot.conversation import Coach
from bot.people.laws import By
from bot.store.coaches import coach_by_id

T = TypeVar("T")
PEOPLE = "/console/people"
LARGEST_ID = 2**53  # no database has more, and all can hold it
NO_COACH_HERE = "There is no such coach, or they are a coach no more."


def admin_only(visit: Visit) -> None:
    if visit.who.role != "admin":
        raise Refused(403, "This page is for administrators. Ask one of yours if you need it.")


def staff_only(visit: Visit) -> None:
    if not visit.who.sees_all:
        raise Refused(403, "This page is for staff. Ask your administrator if you should see it.")


def by(visit: Visit) -> By:
    """The visitor, as the audit names them."""
    return By(visit.who.actor, visit.console.now(), visit.who.staff_id)


def own_id(visit: Visit, missing: str) -> int:
    """The number in the address; 404 with ``missing`` when no database could hold it."""
    number = int(visit.request.path_params["id"])
    if number > LARGEST_ID:
        raise Refused(404, missing)
    return number


def find_coach(visit: Visit) -> Coach:
    """The active coach of the address, or 404."""
    number, house = own_id(visit, NO_COACH_HERE), visit.console.house
    with house.database.read() as connection:
        coach = coach_by_id(connection, house.vault, number)
    if coach is None or not coach.active:
        raise Refused(404, NO_COACH_HERE)
    return coach


def change(visit: Visit, work: Callable[[Connection], T]) -> T:
    """``work`` in one transaction."""
    return visit.console.house.database.write(work)


def back(path: str, done: str) -> Response:
    """Lead on to ``path``, which says what was done (:data:`bot.console.people.words.DONE`)."""
    return RedirectResponse(f"{path}?done={done}", 303)
