"""The list of conversations: what waits, then everything, newest first."""

from __future__ import annotations

from dataclasses import replace
from math import isfinite
from urllib.parse import urlencode

from starlette.responses import RedirectResponse, Response

from bot.console.live import LivePart
from bot.console.visit import Refused, Visit
from bot.conversation import WAITING_STATES
from bot.message import NEEDS
from bot.store.audit import write_audit
from bot.store.cases import board
from bot.store.conversation_list import ANSWERS, RISKS, STATES, Wanted, list_conversations
from bot.store.thread import coach_names, line_mark


def show(visit: Visit) -> Response:
    """The whole page, for staff; coaches work at the desk. A look at the list is a read, so it is noted."""
    if not visit.who.sees_all:
        return RedirectResponse("/console/desk", 303)
    wanted = _wanted(visit)
    console, actor = visit.console, visit.who.actor
    console.house.database.write(
        lambda connection: write_audit(connection, actor, "list_conversations", None, console.now())
    )
    filters = {"need": NEEDS, "state": STATES, "risk": RISKS, "answer": ANSWERS}
    return visit.page(
        "conversations.html",
        rows=_rows(visit, wanted),
        filters=filters,
        wanted=wanted,
        live="" if wanted.after else f"/console/conversations/live?{urlencode(_filters(wanted))}",
    )


def live(visit: Visit) -> LivePart:
    """The rows, anew whenever a text comes or a case moves."""
    if not visit.who.sees_all:
        raise Refused(404, "This list is for staff.")
    wanted = replace(_wanted(visit), after=None)
    return LivePart(lambda: _mark(visit), lambda: _rows(visit, wanted))


def _mark(visit: Visit) -> object:
    with visit.console.house.database.read() as connection:
        return line_mark(connection)


def _rows(visit: Visit, wanted: Wanted) -> str:
    house = visit.console.house
    with house.database.read() as connection:
        page = list_conversations(connection, house.vault, wanted)
        names = coach_names(connection, house.vault)
        open_cases = board(connection)
    older = urlencode({**_filters(wanted), "after": f"{page.next[0]!r}:{page.next[1]}"}) if page.next else ""
    filtered = bool(_filters(wanted))
    return visit.fragment(
        "conversations_rows.html",
        page=page,
        names=names,
        waiting=[case for case in open_cases if case.state in WAITING_STATES],
        now=visit.console.now(),
        older=older,
        filtered=filtered,
        first=wanted.after is None,
    )


def _wanted(visit: Visit) -> Wanted:
    """The filters of the address; a value that does not exist filters nothing."""
    need, state, risk, answer = (visit.query(name) for name in ("need", "state", "risk", "answer"))
    return Wanted(
        need=need if need in NEEDS else "",
        state=state if state in STATES else "",
        risk=risk if risk in RISKS else "",
        answer=answer if answer in ANSWERS else "",
        after=_keyset(visit.query("after")),
    )


def _keyset(text: str) -> tuple[float, int] | None:
    at, _, last = text.partition(":")
    try:
        keyset = float(at), int(last)
    except ValueError:
        return None
    return keyset if isfinite(keyset[0]) and abs(keyset[1]) < 2**53 else None


def _filters(wanted: Wanted) -> dict[str, str]:
    given = {"need": wanted.need, "state": wanted.state, "risk": wanted.risk, "answer": wanted.answer}
    return {name: value for name, value in given.items() if value}
