"""The addresses of the phone simulator. They exist only with the simulator carrier."""

from __future__ import annotations

import asyncio
from uuid import uuid4

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.app import Line
from bot.console.headers import protect
from bot.console.live import live_response
from bot.gateway.form import BadPost, Form, parse_form, read_body
from bot.message import InboundText
from bot.phone.page import STATIC, PhonePage
from bot.privacy import is_made_up

LONGEST_TEXT = 1600
HOTLINE = "+15550198"  # the number that the made-up phones text


def phone_routes(line: Line) -> list[BaseRoute]:
    """The simulator page of ``line``; nothing (so 404) with a real carrier."""
    if line.carrier.name != "simulator":
        return []
    page = PhonePage(line.house)

    async def show(_request: Request) -> Response:
        return protect(HTMLResponse(await asyncio.to_thread(page.whole)))

    async def live(_request: Request) -> Response:
        return live_response(page.live())

    async def send(request: Request) -> Response:
        try:
            text = _text(await _own_form(request))
        except BadPost as error:
            return protect(PlainTextResponse(str(error), error.status))
        if text is not None:
            await line.intake.accept(text)
        return _back(request)

    async def add(request: Request) -> Response:
        try:
            number = (await _own_form(request)).text("phone").strip()
        except BadPost as error:
            return protect(PlainTextResponse(str(error), error.status))
        try:
            await asyncio.to_thread(page.add, number)
        except ValueError as error:
            return protect(HTMLResponse(await asyncio.to_thread(page.whole, str(error), number), 422))
        return RedirectResponse("/phone", 303)

    return [
        Mount("/phone/static", StaticFiles(directory=STATIC)),
        Route("/phone", show),
        Route("/phone/live", live),
        Route("/phone/send", send, methods=["POST"]),
        Route("/phone/add", add, methods=["POST"]),
    ]


async def _own_form(request: Request) -> Form:
    """The form, unless a page of another site sent it. Raises ``BadPost``."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise BadPost(403, "Only the simulator's own page may send texts.")
    return parse_form(await read_body(request))


def _text(form: Form) -> InboundText | None:
    """The text that the form describes; ``None`` for an empty one. Raises ``BadPost``."""
    sender = form.text("from").strip()
    if not is_made_up(sender):
        raise BadPost(422, "Only made-up phones (555-01xx) can text here.")
    body = (form.text("body").strip() or form.text("example").strip())[:LONGEST_TEXT]
    return InboundText(f"SMsim{uuid4().hex}", sender, HOTLINE, body) if body else None


def _back(request: Request) -> Response:
    if request.headers.get("hx-request"):
        return Response(status_code=204)  # the text shows up by the live part
    return RedirectResponse("/phone", 303)
