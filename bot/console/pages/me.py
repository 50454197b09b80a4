"""Where somebody is signed in, and signing out there."""

from __future__ import annotations

from sqlalchemy import Connection
from starlette.responses import RedirectResponse, Response

from bot.console.visit import Visit
from bot.store.audit import write_audit
from bot.store.staff_sessions import close_one_of, sessions_of


def show(visit: Visit) -> Response:
    """All browsers in which the visitor is signed in."""
    token = visit.console.door.token(visit.request)
    with visit.console.house.database.read() as connection:
        sessions = sessions_of(connection, visit.who.staff_id, token, visit.console.now())
    return visit.page("me.html", sessions=sessions)


def sign_out(visit: Visit) -> Response:
    """Sign out in one other browser. One that is gone already, or somebody else's, changes nothing."""
    who, mark, now = visit.who, visit.form.text("session"), visit.console.now()

    def end(connection: Connection) -> None:
        if close_one_of(connection, who.staff_id, mark):
            write_audit(connection, who.actor, "sign_out_elsewhere", who.actor, now)

    visit.console.house.database.write(end)
    return RedirectResponse("/console/me", 303)
