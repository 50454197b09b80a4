"""Signing in and out."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from bot.console.pages.second_step import go_on
from bot.console.sign_in.passwords import Crowded
from bot.console.visit import Visit

HOME = "/console"
CROWDED = "Many people are signing in right now. Please try again in a few seconds."
NO = (
    "That did not work. Check your e-mail address and password. After five wrong passwords a wait begins, "
    "up to 15 minutes, in which nothing is accepted."
)


def ask(visit: Visit) -> Response:
    """The form. Somebody who is signed in already goes on."""
    where = _safe(visit.query("next"))
    if visit.visitor is not None:
        return RedirectResponse(where, 303)
    return visit.page("sign_in.html", next=where, email="", trouble="", idle=visit.query("why") == "idle")


def enter(visit: Visit) -> Response:
    """E-mail and password, compared."""
    email, where = visit.form.text("email").strip(), _safe(visit.form.text("next"))
    door = visit.console.door
    try:
        member = door.check(visit.request, email, visit.form.text("password"))
    except Crowded:
        return visit.page("sign_in.html", 429, next=where, email=email, trouble=CROWDED, idle=False)
    if member is None:
        return visit.page("sign_in.html", 401, next=where, email=email, trouble=NO, idle=False)
    return go_on(visit, member.id, where)


def leave(visit: Visit) -> Response:
    """Sign out here."""
    response = RedirectResponse("/console/sign-in", 303)
    visit.console.door.close(visit.request, response, visit.who)
    return response


def _safe(where: str) -> str:
    """Only pages of the console: a link must not lead from our sign-in to somebody else's page."""
    inside = where == HOME or where.startswith((f"{HOME}/", f"{HOME}?"))
    return where if inside and "\\" not in where and where.isprintable() else HOME
