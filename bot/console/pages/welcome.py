"""A new member of staff sets a password with their one-time code.

The code stands behind the ``#`` of the link that ``staff add`` prints: browsers keep that part to
themselves, so the code is in no log and no ``Referer``. A few lines of script put it into the
form and take it out of the address; without script it is typed in.
"""

from __future__ import annotations

from starlette.responses import Response

from bot.console.pages.second_step import go_on
from bot.console.visit import Visit

SPENT = "This code is not good any more. A code works once and for three days. Ask your administrator for a new one."


def welcome_link(public_url: str, code: str) -> str:
    """The link to hand to somebody who was invited; ``code`` is from ``store.staff.invite``."""
    return f"{public_url.rstrip('/')}/console/welcome#{code}"


def ask(visit: Visit) -> Response:
    return visit.page("welcome.html", code="", trouble="")


def enter(visit: Visit) -> Response:
    """Set the password and sign in."""
    code, password = visit.form.text("code").strip(), visit.form.text("password")
    door = visit.console.door
    member = door.invited(code)
    if member is None:
        return _again(visit, "", SPENT)
    complaint = door.complaint(password, member.email)
    if complaint is None and password != visit.form.text("repeat"):
        complaint = "The two passwords are not the same."
    if complaint is not None:
        return _again(visit, code, complaint)
    owner = door.set_password(code, password)
    if owner is None:
        return _again(visit, "", SPENT)
    return go_on(visit, owner, "/console")


def _again(visit: Visit, code: str, trouble: str) -> Response:
    return visit.page("welcome.html", 422, code=code, trouble=trouble)
