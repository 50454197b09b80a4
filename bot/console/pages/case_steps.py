"""What a coach does with a case: each click is checked, posted as an event, and answered with what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from starlette.responses import RedirectResponse, Response

from bot.console.clicks import Click
from bot.console.desk.access import CaseSight, Sight, acting_coach, find_case
from bot.console.desk.steps import click
from bot.console.pages.case import render
from bot.console.visit import Refused, Visit
from bot.store.desk_list import case_by_id

LONGEST_TEXT = 1600  # the carrier's limit
Payload = Mapping[str, Any]


def step(visit: Visit) -> Response | Click:
    """``do`` names the click; an unknown one is refused."""
    read = STEPS.get(visit.form.text("do"))
    if read is None:
        raise Refused(400, "This page is too old. Please load it again and retry.")
    acting_coach(visit)
    with visit.console.house.database.read() as connection:
        seen = find_case(visit, connection)
    if seen.sight is Sight.AFTER:
        return render(visit, 409, trouble="This case is closed, so nothing was done.")
    asked = read(visit)
    if isinstance(asked, str):
        return render(visit, 422, trouble=asked, draft=visit.form.text("body"))
    kind, payload = asked
    return click(visit, seen.conversation_id, seen.case.id, kind, payload, lambda *came: _back(visit, seen, *came))


def _back(visit: Visit, seen: CaseSight, event_id: int, handled: bool) -> Response:
    """To the case while they may see it, else to the desk; what came of the click is said there."""
    with visit.console.house.database.read() as connection:
        found = case_by_id(connection, seen.case.id)
        try:
            gone = found is None or find_case(visit, connection) is None
        except Refused:
            gone = True
    where = "/console/desk" if gone else f"/console/desk/{seen.case.id}"
    return RedirectResponse(f"{where}?answer={event_id}", 303)


def _said(visit: Visit) -> tuple[str, Payload] | str:
    body = visit.form.text("body").replace("\r\n", "\n").strip()
    if not body:
        return "There is nothing to send yet. Write a few words first."
    if len(body) > LONGEST_TEXT:
        return f"This text is too long to send: {len(body)} characters of at most {LONGEST_TEXT}. Please cut it in two."
    return "coach_said", {"body": body}


def _note(visit: Visit) -> tuple[str, Payload] | str:
    body = visit.form.text("note").replace("\r\n", "\n").strip()
    return ("coach_note", {"body": body[:LONGEST_TEXT]}) if body else "The note is empty. Write it first."


def _done(visit: Visit) -> tuple[str, Payload] | str:
    return "done", {"confirmed": True}


STEPS: Mapping[str, Callable[[Visit], tuple[str, Payload] | str]] = {
    "say": _said,
    "note": _note,
    "take": lambda _: ("take", {}),
    "pass": lambda _: ("pass", {}),
    "supervisor": lambda _: ("supervisor", {}),
    "keep": lambda _: ("keep", {}),
    "done": _done,
}
