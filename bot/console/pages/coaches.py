"""All coaches, and a form to add one."""

from __future__ import annotations

from starlette.responses import Response

from bot.console.looks import note_look
from bot.console.people.access import PEOPLE, admin_only, back, by, change, staff_only
from bot.console.people.coach_form import read_phone, read_profile, typed_profile
from bot.console.people.words import DONE
from bot.console.visit import Visit
from bot.message import NEEDS
from bot.people.coaching import LANGUAGES, add_coach
from bot.people.laws import Refusal
from bot.store.coaches import Profile, all_coaches


def show(visit: Visit) -> Response:
    """Everybody who is a coach now."""
    staff_only(visit)
    note_look(visit, "list_coaches")
    return _page(visit)


def add(visit: Visit) -> Response:
    """Add a coach, or bring one back whose phone is known."""
    admin_only(visit)
    vault, name = visit.console.house.vault, visit.form.text("name").strip()
    try:
        profile = read_profile(visit.form)
        phone = read_phone(visit.form)
        coach = change(visit, lambda connection: add_coach(connection, vault, by(visit), name, phone, profile))
    except Refusal as error:
        return _page(visit, 422, str(error), name[:80], typed_profile(visit.form))
    return back(f"{PEOPLE}/coaches/{coach}", "added")


def _page(
    visit: Visit, status: int = 200, problem: str = "", name: str = "", profile: Profile | None = None
) -> Response:
    house, now = visit.console.house, visit.console.now()
    with house.database.read() as connection:
        coaches = all_coaches(connection, house.vault)
    return visit.page(
        "coaches.html",
        status,
        coaches=coaches,
        on_duty={coach.id for coach in coaches if coach.on_duty_at(now)},
        problem=problem,
        typed_name=name,
        profile=profile or Profile(on_call=True),
        languages=LANGUAGES,
        topics=NEEDS,
        done=DONE.get(visit.query("done"), ""),
        may_change=visit.who.role == "admin",
    )
