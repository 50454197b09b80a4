"""After the password: a code from the phone; at the first time, setting that up."""

from __future__ import annotations

import segno
from starlette.responses import RedirectResponse, Response

from bot.console.sign_in.second_step import Begun
from bot.console.visit import Visit

AGAIN = "/console/sign-in"
WRONG = (
    "That code did not work. Wait for the next one in your app and try it; the phone's clock must be right. "
    "After five wrong tries a wait begins, up to 15 minutes."
)


def go_on(visit: Visit, staff_id: int, where: str) -> Response:
    """The password was right: to ``where``, or to the second step before."""
    door = visit.console.door
    member = door.member(staff_id)
    if member is None or not door.second_step.needed(member):
        response = RedirectResponse(where, 303)
        door.open(visit.request, response, staff_id)
        return response
    response = RedirectResponse("/console/code", 303)
    door.second_step.begin(response, member, where)
    return response


def ask(visit: Visit) -> Response:
    """The form for the code, or the first set-up."""
    begun = visit.console.door.second_step.begun(visit.request)
    return RedirectResponse(AGAIN, 303) if begun is None else _form(visit, begun)


def enter(visit: Visit) -> Response:
    """Compare the code and sign in; after a first set-up, show the recovery codes once."""
    door, code = visit.console.door, visit.form.text("code")[:40]
    begun = door.second_step.begun(visit.request)
    if begun is None:
        return RedirectResponse(AGAIN, 303)
    if not door.take_try(visit.request, begun.member):
        return _form(visit, begun, 401, WRONG)
    codes = door.second_step.set_up(begun, code) if begun.secret else []
    if codes is None or (not begun.secret and not door.second_step.right(begun.member, code)):
        door.wrong_code(begun.member)
        return _form(visit, begun, 401, WRONG)
    response = (
        visit.page("recovery_codes.html", codes=codes, next=begun.where)
        if codes
        else RedirectResponse(begun.where, 303)
    )
    door.second_step.end(response)
    door.open(visit.request, response, begun.member.id, strong=True)
    return response


def _form(visit: Visit, begun: Begun, status: int = 200, trouble: str = "") -> Response:
    if not begun.secret:
        return visit.page("code.html", status, trouble=trouble)
    address = visit.console.door.second_step.address(begun, visit.console.house.settings.warmline_org_name)
    picture = segno.make(address, micro=False).svg_inline(
        scale=5, border=2, svgclass="qr", title="QR code for your app"
    )
    grouped = " ".join(begun.secret[at : at + 4] for at in range(0, len(begun.secret), 4))
    return visit.page("second_step.html", status, picture=picture, secret=grouped, trouble=trouble)
