"""The list of conversations: filters in the address, words in a form, newest first.

Words to look for are never in an address: addresses end up in logs and histories.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from starlette.responses import HTMLResponse, RedirectResponse, Response

from bot.console.list_form import FIELDS, keyset, read_fields, wanted_of
from bot.console.live import LivePart
from bot.console.looks import choices, note_look
from bot.console.visit import Refused, Visit
from bot.conversation import WAITING_STATES
from bot.store.cases import board
from bot.store.conversation_filters import CHOICES, Wanted
from bot.store.conversation_list import PAGE, ListPage, list_conversations
from bot.store.reviews import views_of
from bot.store.thread import coach_names, line_mark
from bot.store.word_search import Found, search

ADDRESS = "/console/conversations"
PATIENCE_SECONDS = 0.12  # a search goes on in the next request


def show(visit: Visit) -> Response:
    """The whole page, for staff; coaches work at the desk. A look at the list is a read, so it is noted."""
    if not visit.who.sees_all:
        return RedirectResponse("/console/desk", 303)
    fields = read_fields(visit.query)
    wanted = wanted_of(fields, "", visit.query("after"), visit.console.house.settings.zone)
    note_look(visit, "list_conversations")
    live_at = "" if wanted.after else f"{ADDRESS}/live?{urlencode(fields)}"
    return _page(visit, fields, "", rows=_rows(visit, fields, wanted), live=live_at)


def live(visit: Visit) -> LivePart:
    """The rows, anew whenever a text comes or a case moves."""
    if not visit.who.sees_all:
        raise Refused(404, "This list is for staff.")
    note_look(visit, "watch_conversations")
    fields = read_fields(visit.query)
    wanted = wanted_of(fields, "", "", visit.console.house.settings.zone)
    return LivePart(lambda: _mark(visit), lambda: _rows(visit, fields, wanted))


def find(visit: Visit) -> Response:
    """The form of the list: filters alone become an address, words are looked for. Every search is noted."""
    if not visit.who.sees_all:
        raise Refused(403, "Searching is for staff.")
    fields, words = read_fields(visit.form.text), visit.form.text("words").strip()
    wanted = wanted_of(fields, words, visit.form.text("after"), visit.console.house.settings.zone)
    if not wanted.words:
        return RedirectResponse(f"{ADDRESS}?{urlencode(fields)}" if fields else ADDRESS, 303)
    chosen = choices(urlencode(fields))
    note_look(visit, "search_conversations", None, f"by words{f', chosen: {chosen}' if chosen else ''}")
    rows = _found(visit, fields, words, wanted)
    if visit.request.headers.get("hx-request"):
        return HTMLResponse(rows)
    return _page(visit, fields, words, rows=rows, live="")


def _page(visit: Visit, fields: Mapping[str, str], words: str, rows: str, live: str) -> Response:
    house = visit.console.house
    with house.database.read() as connection:
        names = coach_names(connection, house.vault)
        views = views_of(connection, house.vault, visit.who.staff_id)
    return visit.page(
        "conversations.html",
        rows=rows,
        live=live,
        choices=CHOICES,
        chosen=dict(fields),
        fields={**dict.fromkeys(FIELDS, ""), **fields},
        words=words,
        coaches=names,
        views=views,
        problem=visit.query("views") == "full",
    )


def _mark(visit: Visit) -> object:
    with visit.console.house.database.read() as connection:
        return line_mark(connection)


def _rows(visit: Visit, fields: Mapping[str, str], wanted: Wanted) -> str:
    house = visit.console.house
    with house.database.read() as connection:
        page = list_conversations(connection, house.vault, wanted)
    older = urlencode({**fields, "after": keyset(page.next)}) if page.next else ""
    return _render(visit, page, filtered=bool(fields), first=wanted.after is None, older=older, search=None)


def _found(visit: Visit, fields: Mapping[str, str], words: str, wanted: Wanted) -> str:
    """The next rows in which the words are, and a form that goes on from there."""
    house, end = visit.console.house, time.monotonic() + PATIENCE_SECONDS
    with house.database.read() as connection:
        found = search(connection, house.vault, wanted, lambda: time.monotonic() > end, PAGE)
    before = visit.form.text("looked")
    looked = found.looked + (int(before) if before.isascii() and before.isdigit() and len(before) < 9 else 0)
    search_ = {"found": found, "fields": fields, "words": words, "looked": looked, "next": _next(found)}
    return _render(
        visit,
        found.page,
        filtered=True,
        first=False,
        older="",
        search=search_,
        form_token=visit.form_token,
    )


def _next(found: Found) -> str:
    return keyset(found.page.next) if found.page.next else ""


def _render(visit: Visit, page: ListPage, **values: Any) -> str:
    house = visit.console.house
    with house.database.read() as connection:
        names = coach_names(connection, house.vault)
        waiting = [case for case in board(connection) if case.state in WAITING_STATES] if values["first"] else []
    return visit.fragment(
        "conversations_rows.html", page=page, names=names, waiting=waiting, now=visit.console.now(), **values
    )
