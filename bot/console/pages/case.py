"""One case: the handoff card, the texts, live; and beside them what a coach does with it."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.responses import Response

from bot.console.desk.access import CaseSight, Sight, find_case
from bot.console.desk.answers import answer_to
from bot.console.desk.card import read_card
from bot.console.live import LivePart
from bot.console.story import offered_ids, tell
from bot.console.visit import Refused, Visit
from bot.conversation import CaseState
from bot.store.audit import write_audit
from bot.store.coaches import coach_by_id
from bot.store.desk_list import case_by_id
from bot.store.thread import coach_names, conversation_mark, place_names


@dataclass(frozen=True)
class Shown:
    """What a page about a case is rendered from. ``mode`` decides which tools stand beside it."""

    seen: CaseSight
    mode: str


def mode_of(seen: CaseSight) -> str:
    """waiting, held (the visitor's own), closing, reading (staff), or closed."""
    if not seen.case.open:
        return "closed"
    if seen.holds:
        return "closing" if seen.case.state is CaseState.CLOSING else "held"
    return "waiting" if seen.case.holder_id is None else "reading"


def show(visit: Visit) -> Response:
    """The whole page. It is noted that they read it."""
    return render(visit)


def render(visit: Visit, status: int = 200, revealed: str = "", trouble: str = "", draft: str = "") -> Response:
    """The page, also as the answer to a form. ``draft`` stands in the answer box."""
    house, who = visit.console.house, visit.who
    with house.database.read() as connection:
        seen = find_case(visit, connection)
        coach = coach_by_id(connection, house.vault, who.coach_id) if who.coach_id else None
    subject, now = f"case:{seen.case.id}", visit.console.now()
    house.database.write(lambda connection: write_audit(connection, who.actor, "read", subject, now))
    return visit.page(
        "case.html",
        status,
        case=seen.case,
        mode=mode_of(seen),
        part=_part(visit),
        live=f"/console/desk/{seen.case.id}/live",
        coach=coach,
        said=answer_to(visit),
        revealed=revealed,
        trouble=trouble,
        draft=draft,
    )


def live(visit: Visit) -> LivePart:
    """The card and the texts, anew whenever something changes."""

    def mark() -> object:
        with visit.console.house.database.read() as connection:
            found = case_by_id(connection, int(visit.request.path_params["id"]))
            return None if found is None else (found[1], conversation_mark(connection, found[0]))

    return LivePart(mark, lambda: _part(visit))


def _part(visit: Visit) -> str:
    """The live part of the page; whoever may see the case no more is told so, and sees nothing of it."""
    house = visit.console.house
    with house.database.read() as connection:
        try:
            seen = find_case(visit, connection)
        except Refused as error:
            return visit.fragment("case_gone.html", sentence=str(error))
        card, thread = read_card(visit, connection, seen)
        names = coach_names(connection, house.vault)
        places = place_names(connection, offered_ids(thread))
    return visit.fragment(
        "case_part.html",
        case=seen.case,
        mode=mode_of(seen),
        card=card,
        facts=card.facts,
        names=names,
        story=tell(thread, names, places) if seen.sight is Sight.ALL else None,
        older=thread.older,
        now=visit.console.now(),
    )
