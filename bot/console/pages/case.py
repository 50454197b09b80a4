"""One case: the handoff card, the texts, live; and beside them what a coach does with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection
from starlette.responses import Response

from bot.console.desk.access import NOT_HERE, CaseSight, Sight, find_case
from bot.console.desk.answers import answer_to
from bot.console.desk.card import Card, read_card
from bot.console.desk.toolbox import open_toolbox
from bot.console.live import LivePart
from bot.console.looks import note_look, occasion_of
from bot.console.story import offered_ids, tell
from bot.console.visit import Refused, Visit
from bot.conversation import CaseState
from bot.store.desk_list import case_by_id
from bot.store.thread import Thread, coach_names, conversation_mark, place_names

LOOK_SECONDS = 0.5  # two people talk here
ASIDE = ("not_understood", "assistant_failed", "alerted", "waits_for_coach", "not_told")


@dataclass(frozen=True)
class Extra:
    """What one answer adds to the page: words for the box, a note that was not kept, a number that was asked for,
    a search, a complaint."""

    draft: str = ""
    note: str = ""
    number: str = ""
    look_for: str = ""
    look_near: str = ""
    trouble: str = ""


def mode_of(seen: CaseSight) -> str:
    """held, closing or offering (the visitor's own), offered (to them), waiting, reading along, or closed."""
    if not seen.case.open:
        return "closed"
    if seen.holds:
        return {CaseState.CLOSING: "closing", CaseState.TRANSFERRED: "offering"}.get(seen.case.state, "held")
    if seen.offered:
        return "offered"
    return "waiting" if seen.case.holder_id is None else "reading"


def show(visit: Visit) -> Response:
    """The whole page. It is noted that they read it."""
    return render(visit)


def render(visit: Visit, status: int = 200, extra: Extra | None = None) -> Response:
    """The page, also as the answer to a form."""
    house, extra = visit.console.house, extra or Extra()
    with house.database.read() as connection:
        look = _look(visit, connection)
    seen, card = look.seen, look.card
    note_look(visit, "read", f"case:{seen.case.id}", occasion_of(visit, seen.conversation_id))
    return visit.page(
        "case.html",
        status,
        seen=seen,
        case=seen.case,
        mode=mode_of(seen),
        part=_part_of(visit, look),
        live=f"/console/desk/{seen.case.id}/live",
        said=answer_to(visit),
        extra=extra,
        tools=open_toolbox(visit, seen, card, extra.look_for, extra.look_near) if seen.holds and card else None,
        numbered=seen.sight is Sight.ALL and card is not None and bool(card.facts.phone),
    )


def live(visit: Visit) -> LivePart:
    """The card and the texts, anew whenever something changes."""
    _note_watch(visit)

    def mark() -> object:
        with visit.console.house.database.read() as connection:
            found = case_by_id(connection, visit.console.house.vault, int(visit.request.path_params["id"]))
            if found is None:
                return None
            case = found[1]
            if not case.open and not visit.who.sees_all:
                return "closed"  # what the person does afterwards is not even a flicker on the page
            words = case.held_back.at if case.held_back else None  # the mark lies in memory: no words in it
            return (
                case.state,
                case.urgency,
                case.holder_id,
                case.on_web,
                case.offered_to,
                words,
                conversation_mark(connection, found[0]),
            )

    return LivePart(mark, lambda: _part(visit), look_seconds=LOOK_SECONDS)


def _note_watch(visit: Visit) -> None:
    """Whoever may see nothing of the case is told so, and has seen nothing; raises :class:`Refused` once it is over."""
    with visit.console.house.database.read() as connection:
        try:
            seen = find_case(visit, connection)
        except Refused:
            return
    if seen.sight is Sight.AFTER:
        raise Refused(404, NOT_HERE)
    note_look(visit, "watch", f"case:{seen.case.id}", occasion_of(visit, seen.conversation_id))


def _for_coaches(thread: Thread) -> Thread:
    """Without what only the operator can mend, and without the ladder's steps: a coach reads on a small screen."""
    return replace(thread, notes=tuple(note for note in thread.notes if note.kind not in ASIDE))


@dataclass(frozen=True)
class _Look:
    """All that is read of a case for one look at it. No card and no thread: it is over for this coach.

    Both tell of the person as they are now, not as they were when the case closed.
    """

    seen: CaseSight
    card: Card | None = None
    thread: Thread | None = None
    names: Mapping[int, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)


def _look(visit: Visit, connection: Connection) -> _Look:
    """Raises :class:`Refused` if the visitor may see nothing of the case."""
    seen = find_case(visit, connection)
    if seen.sight is Sight.AFTER:
        return _Look(seen)
    card, thread = read_card(visit, connection, seen)
    names = coach_names(connection, visit.console.house.vault)
    return _Look(seen, card, thread, names, place_names(connection, offered_ids(thread)))


def _part(visit: Visit) -> str:
    """The live part of the page; whoever may see the case no more is told so, and sees nothing of it."""
    with visit.console.house.database.read() as connection:
        try:
            look = _look(visit, connection)
        except Refused as error:
            return visit.fragment("case_gone.html", sentence=str(error))
    return _part_of(visit, look)


def _part_of(visit: Visit, look: _Look) -> str:
    seen, card, thread = look.seen, look.card, look.thread
    if card is None or thread is None:
        return visit.fragment("case_closed.html", case=seen.case)
    return visit.fragment(
        "case_part.html",
        case=seen.case,
        mode=mode_of(seen),
        card=card,
        facts=card.facts,
        names=look.names,
        story=tell(_for_coaches(thread), look.names, look.places) if seen.sight is Sight.ALL else None,
        older=thread.older if visit.who.sees_all or seen.holds else None,
        now=visit.console.now(),
    )
