"""Numbers that get no answers: which, why, who blocked them, and a button to take that back."""

from __future__ import annotations

from starlette.responses import Response

from bot.console.looks import note_look
from bot.console.people.access import staff_only
from bot.console.people.words import ACTORS
from bot.console.visit import Visit
from bot.store.blocks import blocked_numbers
from bot.store.staff_list import staff_names
from bot.store.thread import coach_names

SHOWN = 500


def show(visit: Visit) -> Response:
    """The newest :data:`SHOWN`. Taking one back is a form of the conversation's page."""
    staff_only(visit)
    note_look(visit, "list_blocked")
    house = visit.console.house
    with house.database.read() as connection:
        found = blocked_numbers(connection, house.vault, SHOWN)
        names, coaches = staff_names(connection, house.vault), coach_names(connection, house.vault)

    def who(actor: str) -> str:
        kind, _, number = actor.partition(":")
        known = {"staff": names, "coach": coaches}.get(kind, {})
        return known.get(int(number), actor) if number.isdigit() else ACTORS.get(actor, actor)

    return visit.page("blocked.html", found=found, who=who, shown=SHOWN)
