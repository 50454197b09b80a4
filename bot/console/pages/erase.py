"""Erasing one person who asked staff for it, or keeping what a court asks for. For administrators."""

from __future__ import annotations

import secrets

from sqlalchemy import Connection
from starlette.responses import RedirectResponse, Response

from bot.console.looks import note_look, occasion_of
from bot.console.pages.conversation import NOT_HERE
from bot.console.people.access import PEOPLE, admin_only, back, by, change, own_id
from bot.console.people.words import DONE
from bot.console.visit import Refused, Visit
from bot.people.erasing import erase, must_be_erasable
from bot.people.holding import LONGEST_REFERENCE, hold, let_go
from bot.people.laws import Refusal
from bot.store.conversations import phone_of
from bot.store.holds import is_held
from bot.store.thread import read_facts

DIGITS = 4
WRONG = (
    "These are not the last four digits of this phone. Nothing was destroyed. Look whether you have the right person."
)
GONE = "Nothing is kept of this person any more."


def show(visit: Visit) -> Response:
    """What is kept, what stands in the way, and the way to do it."""
    admin_only(visit)
    note_look(visit, "read_erase", f"conversation:{_id(visit)}", occasion_of(visit, _id(visit)))
    return _page(visit)


def act(visit: Visit) -> Response:
    """``do``: ``erase`` with the last four digits of the phone, ``hold`` or ``let_go``."""
    admin_only(visit)
    own, do, who, vault = _id(visit), visit.form.text("do"), by(visit), visit.console.house.vault
    reference = visit.form.text("reference").strip()[:LONGEST_REFERENCE]
    if do == "hold":
        change(visit, lambda connection: hold(connection, vault, who, own, reference))
    elif do == "let_go":
        change(visit, lambda connection: let_go(connection, vault, who, own))
    elif do == "erase":
        return _erase(visit, own)
    else:
        raise Refused(422, "Please use a button of the page.")
    return RedirectResponse(f"/console/conversations/{own}/erase?done=hold_{'on' if do == 'hold' else 'off'}", 303)


def _erase(visit: Visit, own: int) -> Response:
    vault, who, typed = visit.console.house.vault, by(visit), visit.form.text("digits").strip()

    def work(connection: Connection) -> None:
        phone = phone_of(connection, vault, own)
        if phone is None:
            raise Refusal(GONE)
        if not secrets.compare_digest(typed.encode(), phone[-DIGITS:].encode()):
            raise Refusal(WRONG)
        erase(connection, vault, who, own)

    try:
        change(visit, work)
    except Refusal as refusal:
        return _page(visit, 422, str(refusal))
    return back(f"{PEOPLE}/retention", "erased")


def _id(visit: Visit) -> int:
    return own_id(visit, NOT_HERE)


def _page(visit: Visit, status: int = 200, problem: str = "") -> Response:
    house, own = visit.console.house, _id(visit)
    with house.database.read() as connection:
        facts = read_facts(connection, house.vault, own)
        if facts is None:
            raise Refused(404, NOT_HERE)
        held = is_held(connection, own)
        obstacle = "" if facts.phone else GONE
        try:
            must_be_erasable(connection, house.vault, own)
        except Refusal as refusal:
            obstacle = str(refusal)
    return visit.page(
        "erase.html",
        status,
        id=own,
        facts=facts,
        held=held,
        obstacle=obstacle,
        problem=problem,
        done=DONE.get(visit.query("done"), ""),
    )
