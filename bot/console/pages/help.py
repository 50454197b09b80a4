"""Help: what each page is for, and the tour through them."""

from __future__ import annotations

from sqlalchemy import Connection
from starlette.responses import RedirectResponse, Response

from bot.console.navigation import GROUPS
from bot.console.tour import address
from bot.console.visit import Refused, Visit
from bot.store.audit import write_audit
from bot.store.staff_sessions import note_tour


def show(visit: Visit) -> Response:
    """Every page that the visitor may open, by group, with its sentence."""
    role = visit.who.role
    groups = [(group.name, [entry for entry in group.entries if role in entry.roles]) for group in GROUPS]
    return visit.page("help.html", groups=[(name, entries) for name, entries in groups if entries])


def tour(visit: Visit) -> Response:
    """``do``: ``start`` the tour, or ``skip`` it. It is not offered again; the help page keeps it."""
    do, who, now = visit.form.text("do"), visit.who, visit.console.now()
    if do not in ("start", "skip"):
        raise Refused(422, "Please use a button of the page.")

    def write(connection: Connection) -> None:
        note_tour(connection, who.staff_id, now)
        write_audit(connection, who.actor, f"{do}_tour", who.actor, now)

    visit.console.house.database.write(write)
    return RedirectResponse(address(who.role, 1) if do == "start" else "/console", 303)
