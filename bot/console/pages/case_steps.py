"""What a coach does with a case: each click is checked, posted as an event, and answered with what came of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.responses import RedirectResponse, Response

from bot.console.clicks import Click
from bot.console.desk.access import CaseSight, acting_coach, find_case
from bot.console.desk.steps import click
from bot.console.labels import BLOCKS
from bot.console.pages.case import Extra, mode_of, render
from bot.console.visit import Refused, Visit
from bot.conversation import Urgency

LONGEST_TEXT = 1600  # the carrier's limit
GAP = re.compile(r"\[[^\]\n]{1,40}\]")
Payload = Mapping[str, Any]
Asked = tuple[str, Payload] | str  # kind and payload of the event, or what is missing
NOT_NOW = {
    "closed": "This case is closed, so nothing was done.",
    "waiting": "You do not hold this case, so nothing was done. Take it first.",
}
NOT_YOURS = "Another coach holds this case, so nothing was done."
TOO_OLD = "This page is too old. Please load it again and retry."


def step(visit: Visit) -> Response | Click:
    """``do`` names the click; one that is unknown, or not theirs now, is refused."""
    read = STEPS.get(visit.form.text("do"))
    if read is None:
        raise Refused(400, TOO_OLD)
    acting_coach(visit)
    with visit.console.house.database.read() as connection:
        seen = find_case(visit, connection)
    mode = mode_of(seen)
    if mode not in read.modes:
        return render(visit, 409, _undone(visit, NOT_NOW.get(mode, NOT_YOURS)))
    asked = read.asked(visit, seen)
    if isinstance(asked, str):
        return render(visit, 422, _undone(visit, asked))
    kind, payload = asked
    return click(visit, seen.conversation_id, seen.case.id, kind, payload, lambda *came: _back(visit, seen, *came))


def _undone(visit: Visit, trouble: str) -> Extra:
    """Nothing was done; what the coach wrote comes back with the page."""
    return Extra(draft=visit.form.text("body"), note=visit.form.text("note"), trouble=trouble)


def _back(visit: Visit, seen: CaseSight, event_id: int, handled: bool) -> Response:
    """To the case while they may see it, else to the desk; what came of the click is said there."""
    where = f"/console/desk/{seen.case.id}"
    if seen.case.held_back is not None and visit.form.text("do") == "change":
        return render(visit, extra=Extra(draft=seen.case.held_back.body))
    with visit.console.house.database.read() as connection:
        try:
            find_case(visit, connection)
        except Refused:
            where = "/console/desk"
    return RedirectResponse(f"{where}?answer={event_id}", 303)


def _say(visit: Visit, seen: CaseSight) -> Asked:
    body = visit.form.text("body").replace("\r\n", "\n").strip()
    if not body:
        return "There is nothing to send yet. Write a few words first."
    if len(body) > LONGEST_TEXT:
        return f"This text is too long: {len(body)} characters of at most {LONGEST_TEXT}. Please cut it in two."
    if gap := GAP.search(body):
        return f"Fill in {gap[0]} first, or take it out."
    return "coach_said", {"body": body}


def _note(visit: Visit, seen: CaseSight) -> Asked:
    body = visit.form.text("note").replace("\r\n", "\n").strip()
    return ("coach_note", {"body": body[:LONGEST_TEXT]}) if body else "The note is empty. Write it first."


def _done(visit: Visit, seen: CaseSight) -> Asked:
    number = visit.form.text("outcome")
    if number not in ("1", "2", "3", "4", "5"):
        return "How did it end? Choose one of the five, then close the case."
    if seen.case.urgency is Urgency.CRISIS and visit.form.text("safe") != "yes":
        return "This case is urgent. Close it when the person is safe or with someone who helps, and say so in the box."
    return "done", {"confirmed": True, "outcome": int(number)}


def _transfer(visit: Visit, seen: CaseSight) -> Asked:
    to = visit.form.text("to")
    return ("transfer", {"to": int(to)}) if to.isascii() and to.isdigit() and len(to) < 16 else "Choose a coach first."


def _debrief(number: int) -> Callable[[Visit, CaseSight], Asked]:
    def asked(_: Visit, seen: CaseSight) -> Asked:
        own = seen.coach is not None and seen.case.holder_id == seen.coach.id
        return ("debrief", {"number": number}) if own else NOT_YOURS

    return asked


def _block(visit: Visit, seen: CaseSight) -> Asked:
    why = visit.form.text("why")
    return ("coach_block", {"why": why}) if why in BLOCKS else "Say first why this number is to be blocked."


@dataclass(frozen=True)
class Step:
    """``modes`` are those of ``case.mode_of`` in which the click makes sense."""

    asked: Callable[[Visit, CaseSight], Asked]
    modes: frozenset[str]


def _plain(kind: str, **payload: Any) -> Callable[[Visit, CaseSight], Asked]:
    return lambda *_: (kind, payload)


OWN = frozenset({"held", "closing", "offering"})
FREE = frozenset({"waiting", "offered"})
STEPS: Mapping[str, Step] = {
    "say": Step(_say, OWN),
    "note": Step(_note, OWN),
    "take": Step(lambda _, seen: ("take", {"code": seen.case.code}), OWN | FREE),
    "pass": Step(_plain("pass"), OWN | FREE),
    "supervisor": Step(_plain("supervisor"), OWN),
    "keep": Step(_plain("keep"), OWN),
    "done": Step(_done, OWN),
    "transfer": Step(_transfer, OWN),
    "block": Step(_block, OWN),
    "step_in": Step(_plain("step_in"), frozenset({"reading"})),
    "send": Step(_plain("answer_held", answer="send"), OWN),
    "me": Step(_plain("answer_held", answer="me"), OWN),
    "change": Step(_plain("answer_held", answer="change"), OWN),
    "fine": Step(_debrief(1), frozenset({"closed"})),
    "talk": Step(_debrief(2), frozenset({"closed"})),
}
