"""How long things are kept, what was destroyed, and the legal holds that stop it."""

from __future__ import annotations

from sqlalchemy import Connection
from starlette.responses import RedirectResponse, Response

from bot.console.looks import note_look
from bot.console.people.access import PEOPLE, admin_only, back, by, change, staff_only
from bot.console.people.coach_form import read_phone
from bot.console.people.words import DONE
from bot.console.visit import Refused, Visit
from bot.people.erasing import person_with
from bot.people.holding import hold_phone, let_go
from bot.people.laws import Refusal
from bot.privacy import mask_phone
from bot.store.audit_pages import AuditWanted, read_audit
from bot.store.opt_outs import holds
from bot.store.retention import oldest_text_at

LAST_PURGES = 8


def show(visit: Visit) -> Response:
    staff_only(visit)
    note_look(visit, "read_retention")
    return _page(visit)


def act(visit: Visit) -> Response:
    """Put a hold on the person with a phone, take one off (``do`` is ``off``), or lead to their page (``find``)."""
    admin_only(visit)
    house, form, who = visit.console.house, visit.form, by(visit)
    reference = form.text("reference").strip()

    def put(connection: Connection) -> None:
        hold_phone(connection, house.vault, who, phone, reference)

    def take(connection: Connection) -> None:
        let_go(connection, house.vault, who, int(own))

    try:
        if form.text("do") == "off":
            own = form.text("conversation")
            if not (own.isascii() and own.isdigit() and len(own) < 16):
                raise Refused(422, "Please choose one of the buttons.")
            change(visit, take)
            return back(f"{PEOPLE}/retention", "hold_off")
        phone = read_phone(form)
        if form.text("do") == "find":
            with house.database.read() as connection:
                found = person_with(connection, house.vault, phone)
            return RedirectResponse(f"/console/conversations/{found}/erase", 303)
        change(visit, put)
    except Refusal as error:
        return _page(visit, 422, str(error), reference[:120])
    return back(f"{PEOPLE}/retention", "hold_on")


def _page(visit: Visit, status: int = 200, problem: str = "", reference: str = "") -> Response:
    house = visit.console.house
    with house.database.read() as connection:
        held = holds(connection, house.vault)
        oldest = oldest_text_at(connection)
        purges = read_audit(connection, AuditWanted(action="purge"), LAST_PURGES)
    return visit.page(
        "retention.html",
        status,
        days=house.settings.warmline_retention_days,
        carrier_days=house.settings.warmline_carrier_keeps_days,
        held=held,
        oldest=oldest,
        purges=purges,
        mask=mask_phone,
        problem=problem,
        reference=reference,
        done=DONE.get(visit.query("done"), ""),
        may_change=visit.who.role == "admin",
    )
