"""Who may use the console: everybody who was invited, and a form to invite somebody."""

from __future__ import annotations

from starlette.responses import Response

from bot.console.looks import note_look
from bot.console.pages.welcome import welcome_link
from bot.console.people.access import admin_only, by, change
from bot.console.people.words import ROLES, STATES
from bot.console.visit import Visit
from bot.people.laws import Refusal
from bot.people.sign_ins import invite_new
from bot.store.coaches import all_coaches
from bot.store.staff_list import all_sign_ins, last_sign_ins


def show(visit: Visit) -> Response:
    """Everybody, in the order they were invited."""
    admin_only(visit)
    note_look(visit, "list_sign_ins")
    return _page(visit)


def invite(visit: Visit) -> Response:
    """Invite somebody. The one-time link stands on the page that comes, and nowhere else."""
    admin_only(visit)
    house, form = visit.console.house, visit.form
    email, role = form.text("email").strip(), form.text("role")
    try:
        coach_id = chosen_coach(visit)
        code = change(visit, lambda connection: invite_new(connection, house.vault, by(visit), email, role, coach_id))
    except Refusal as error:
        return _page(visit, 422, problem=str(error), typed={"email": email[:200], "role": role})
    return _page(visit, link=welcome_link(house.settings.warmline_public_url, code), link_for=email)


def chosen_coach(visit: Visit) -> int | None:
    """The coach whom the form links to a sign-in. Raises :class:`Refusal` for one that does not exist."""
    wished = visit.form.text("coach")
    if not wished:
        return None
    with visit.console.house.database.read() as connection:
        known = {str(coach.id): coach.id for coach in all_coaches(connection, visit.console.house.vault)}
    if wished not in known:
        raise Refusal("There is no such coach any more.")
    return known[wished]


def _page(
    visit: Visit,
    status: int = 200,
    problem: str = "",
    typed: dict[str, str] | None = None,
    link: str = "",
    link_for: str = "",
) -> Response:
    house = visit.console.house
    with house.database.read() as connection:
        people = all_sign_ins(connection, house.vault, visit.console.now())
        coaches = {coach.id: coach.name for coach in all_coaches(connection, house.vault)}
        seen = last_sign_ins(connection, [one.id for one in people])
    return visit.page(
        "sign_ins.html",
        status,
        people=people,
        coaches=coaches,
        seen=seen,
        roles=ROLES,
        states=STATES,
        problem=problem,
        typed=typed or {"email": "", "role": "coach"},
        link=link,
        link_for=link_for,
    )
