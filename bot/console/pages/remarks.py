"""Reviewers' remarks on a conversation or a text, whom they ask to look, and the inbox of what waits for oneself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

from sqlalchemy import Connection
from starlette.responses import RedirectResponse, Response

from bot.console.looks import note_look
from bot.console.pages.conversation import LARGEST_ID
from bot.console.visit import Refused, Visit
from bot.store.audit import write_audit
from bot.store.remarks import (
    FOLLOW_UP,
    MENTION,
    Ask,
    add_remark,
    colleagues,
    errands_for,
    finish_errand,
    staff_names,
)
from bot.store.text_detail import read_text
from bot.store.thread import read_facts

LONGEST = 2000
FOR_STAFF = "Remarks and their inbox are for staff."
INBOX = "/console/inbox"
MORNING = time(8, 0)


def add(visit: Visit) -> Response:
    """Keep a remark; a colleague who is named, and a day to look again, become errands."""
    _staff(visit)
    house, who, now = visit.console.house, visit.who, visit.console.now()
    own = int(visit.request.path_params["id"])
    if own > LARGEST_ID:
        raise Refused(404, "There is no such conversation.")
    body, text_id = visit.form.text("body").strip()[:LONGEST], _number(visit.form.text("text"))
    if not body:
        raise Refused(422, "The remark is empty. Write a word or two, and send it again.")
    with house.database.read() as connection:
        if read_facts(connection, house.vault, own) is None:
            raise Refused(404, "There is no such conversation.")
        text = read_text(connection, house.vault, text_id) if text_id else None
        known = colleagues(connection, house.vault)
    if text_id and (text is None or text.conversation_id != own):
        raise Refused(404, "That text is not of this conversation.")
    asks = list(_asks(visit, known, now))

    def save(connection: Connection) -> None:
        made = add_remark(connection, house.vault, own, text_id, who.staff_id, body, asks, now)
        for ask in asks:
            write_audit(connection, who.actor, f"{ask.kind}:staff:{ask.staff_id}", f"remark:{made}", now)
        write_audit(connection, who.actor, "remark", f"conversation:{own}", now)

    house.database.write(save)
    return RedirectResponse(f"/console/texts/{text_id}" if text_id else f"/console/conversations/{own}#remarks", 303)


def inbox(visit: Visit) -> Response:
    """What waits for the visitor: where they were named, and what they are to look at again."""
    _staff(visit)
    house, now = visit.console.house, visit.console.now()
    note_look(visit, "read_inbox")
    with house.database.read() as connection:
        errands = errands_for(connection, house.vault, visit.who.staff_id, now)
        names = staff_names(connection, house.vault)
    return visit.page("inbox.html", errands=errands, names=names, mine=visit.who.staff_id)


def finish(visit: Visit) -> Response:
    """Something in the inbox is done."""
    _staff(visit)
    number, now, who = _number(visit.form.text("errand")), visit.console.now(), visit.who

    def save(connection: Connection) -> None:
        if number and finish_errand(connection, number, who.staff_id, now):
            write_audit(connection, who.actor, "errand_done", f"errand:{number}", now)

    visit.console.house.database.write(save)
    return RedirectResponse(INBOX, 303)


def _asks(visit: Visit, known: dict[int, str], now: float) -> Iterator[Ask]:
    named = _number(visit.form.text("mention"))
    if named is not None and named in known:
        yield Ask(named, MENTION, now)
    day = _day(visit.form.text("follow_up"))
    if day is not None:
        morning = datetime.combine(day, MORNING, visit.console.house.settings.zone).timestamp()
        yield Ask(visit.who.staff_id, FOLLOW_UP, max(now, morning))


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if 2000 <= day.year < 2200 else None


def _staff(visit: Visit) -> None:
    if not visit.who.sees_all:
        raise Refused(403, FOR_STAFF)
