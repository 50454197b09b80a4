"""One conversation: its texts, what was understood and done, its cases, live."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection
from starlette.responses import RedirectResponse, Response

from bot.console.desk.access import coach_of
from bot.console.live import LivePart
from bot.console.looks import note_look, occasion_of
from bot.console.story import offered_ids, tell
from bot.console.visit import Refused, Visit
from bot.conversation import Case
from bot.disclosure import PURPOSES
from bot.store.cases import open_case_of
from bot.store.events import add_event, lock_conversation
from bot.store.judgements import judgements_of
from bot.store.remarks import colleagues, remarks_of, staff_names
from bot.store.reviews import MARKS, is_reviewed, mark_read, marks_of
from bot.store.thread import Facts, coach_names, conversation_mark, place_names, read_facts, read_thread

LARGEST_ID = 2**53  # no database has more, and all can hold it
NOT_HERE = "There is no such conversation, or it is not one that you may read."


def show(visit: Visit) -> Response:
    """The whole page; ``?before=`` shows an earlier part."""
    _check(visit, "read")
    house, own, now = visit.console.house, _id(visit), visit.console.now()
    if visit.who.sees_all:
        house.database.write(lambda connection: mark_read(connection, own, now))
    with house.database.read() as connection:
        reviewed, marked = is_reviewed(connection, own), marks_of(connection, house.vault, own)
        remarks = remarks_of(connection, house.vault, own) if visit.who.sees_all else []
        names, others = staff_names(connection, house.vault), colleagues(connection, house.vault)
    before = visit.query("before")
    earlier = int(before) if before.isascii() and before.isdigit() and len(before) < 16 else None
    return visit.page(
        "conversation.html",
        id=_id(visit),
        thread=_thread(visit, earlier),
        live="" if earlier else f"/console/conversations/{_id(visit)}/live",
        unsafe=_facts(visit).person.unsafe,
        blocked=_facts(visit).person.block is not None,
        reviewed=reviewed,
        marks=MARKS,
        marked=marked,
        remarks=remarks,
        names=names,
        colleagues={key: name for key, name in others.items() if key != visit.who.staff_id},
        text=None,
        purposes=PURPOSES,
    )


def mark_phone(visit: Visit) -> Response:
    """Staff learned that somebody else may read this phone, or that it is safe again."""
    _check(visit, "mark phone")
    house, now, own = visit.console.house, visit.console.now(), _id(visit)
    payload = {"unsafe": visit.form.text("unsafe") == "yes", "by": visit.who.actor}

    def post(connection: Connection) -> None:
        lock_conversation(connection, own)
        add_event(connection, house.vault, own, "mark_phone", payload, now)

    house.database.write(post)
    return RedirectResponse(f"/console/conversations/{own}", 303)


def live(visit: Visit) -> LivePart:
    """The conversation, anew whenever something in it changes."""
    _check(visit, "watch")
    return LivePart(lambda: _mark(visit), lambda: _thread(visit, None), lambda: not _allowed(visit))


def _id(visit: Visit) -> int:
    number = int(visit.request.path_params["id"])
    if number > LARGEST_ID:
        raise Refused(404, NOT_HERE)
    return number


def _check(visit: Visit, action: str) -> None:
    """May they read it? Then it is noted that they did."""
    if not _allowed(visit):
        raise Refused(404, NOT_HERE)
    note_look(visit, action, f"conversation:{_id(visit)}", occasion_of(visit, _id(visit)))


def _allowed(visit: Visit) -> bool:
    house, conversation_id = visit.console.house, _id(visit)
    with house.database.read() as connection:
        if not visit.who.sees_all and not _holds(visit, connection, conversation_id):
            return False
        return read_facts(connection, house.vault, conversation_id) is not None


def _holds(visit: Visit, connection: Connection, conversation_id: int) -> bool:
    """A coach opens the conversation whose case they hold now."""
    coach = coach_of(visit, connection)
    case = open_case_of(connection, visit.console.house.vault, conversation_id)
    return coach is not None and case is not None and case.holder_id == coach.id


def _facts(visit: Visit) -> Facts:
    with visit.console.house.database.read() as connection:
        facts = read_facts(connection, visit.console.house.vault, _id(visit))
    if facts is None:
        raise Refused(404, NOT_HERE)
    return facts


def _mark(visit: Visit) -> object:
    with visit.console.house.database.read() as connection:
        return conversation_mark(connection, _id(visit))


def _thread(visit: Visit, before: int | None) -> str:
    house = visit.console.house
    with house.database.read() as connection:
        facts = read_facts(connection, house.vault, _id(visit))
        if facts is None:
            raise Refused(404, NOT_HERE)
        thread = read_thread(connection, house.vault, facts.id, before)
        names = coach_names(connection, house.vault)
        places = place_names(connection, offered_ids(thread))
        review = _review(visit, connection)
    return visit.fragment(
        "thread.html",
        facts=facts,
        state=_state(facts),
        story=tell(thread, names, places),
        names=names,
        older=thread.older,
        latest=before is None,
        waited=_waited,
        **review,
    )


def _review(visit: Visit, connection: Connection) -> dict[str, Any]:
    """What the buttons under each text need; coaches do not review."""
    if not visit.who.sees_all:
        return {}
    return {
        "judged": judgements_of(connection, visit.console.house.vault, _id(visit)),
        "form_token": visit.form_token,
    }


def _state(facts: Facts) -> str:
    case = next((case for case in facts.cases if case.open), None)
    if case is not None:
        return "coach" if case.held else "waiting"
    if facts.person.block is not None:
        return "blocked"
    return "opted_out" if facts.person.opted_out else "assistant"


def _waited(case: Case) -> float | None:
    """Seconds until a coach took the case."""
    return None if case.taken_at is None else case.taken_at - case.opened_at
