"""One person who may use the console: role, a new link, signing out, switching off."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection
from starlette.responses import Response

from bot.console.looks import note_look
from bot.console.pages.sign_ins import chosen_coach
from bot.console.pages.welcome import welcome_link
from bot.console.people.access import PEOPLE, admin_only, back, by, change, own_id
from bot.console.people.words import DONE, ROLES, STATES
from bot.console.visit import Refused, Visit
from bot.people.laws import Refusal
from bot.people.sign_ins import change_role, reset_sign_in, sign_out_everywhere, switch_off
from bot.store.coaches import all_coaches
from bot.store.staff_list import SignIn, last_sign_ins, sign_in_by_id

NOT_HERE = "Nobody with this number was invited."


def show(visit: Visit) -> Response:
    """What is known of the sign-in, and what can be done about it."""
    one = _one(visit)
    note_look(visit, "read_sign_in", f"staff:{one.id}")
    return _page(visit, one)


def act(visit: Visit) -> Response:
    """One of: ``role``, ``reset``, ``sign_out``, ``off``."""
    one, vault, who = _one(visit), visit.console.house.vault, by(visit)
    deed = visit.form.text("do")
    deeds: dict[str, Callable[[Connection], object]] = {
        "sign_out": lambda connection: sign_out_everywhere(connection, vault, who, one.id),
        "off": lambda connection: switch_off(connection, vault, who, one.id),
    }
    try:
        if deed == "role":
            role, coach = visit.form.text("role"), chosen_coach(visit)
            change(visit, lambda connection: change_role(connection, vault, who, one.id, role, coach))
        elif deed == "reset":
            code = change(visit, lambda connection: reset_sign_in(connection, vault, who, one.id))
            return _page(visit, _one(visit), link=welcome_link(visit.console.house.settings.warmline_public_url, code))
        elif deed in deeds:
            change(visit, deeds[deed])
        else:
            raise Refused(422, "Please choose one of the buttons.")
    except Refusal as error:
        return _page(visit, one, 422, problem=str(error))
    return back(f"{PEOPLE}/sign-ins/{one.id}", deed)


def _one(visit: Visit) -> SignIn:
    admin_only(visit)
    house, number = visit.console.house, own_id(visit, NOT_HERE)
    with house.database.read() as connection:
        found = sign_in_by_id(connection, house.vault, number, visit.console.now())
    if found is None:
        raise Refused(404, NOT_HERE)
    return found


def _page(visit: Visit, one: SignIn, status: int = 200, problem: str = "", link: str = "") -> Response:
    house = visit.console.house
    with house.database.read() as connection:
        coaches = {coach.id: coach.name for coach in all_coaches(connection, house.vault)}
        seen = last_sign_ins(connection, [one.id]).get(one.id)
    return visit.page(
        "sign_in_one.html",
        status,
        one=one,
        own=one.id == visit.who.staff_id,
        coaches=coaches,
        seen=seen,
        roles=ROLES,
        states=STATES,
        problem=problem,
        link=link,
        done=DONE.get(visit.query("done"), ""),
    )
