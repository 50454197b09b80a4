"""Step 1: a text comes in. It is checked and stored durably; only then the carrier hears 200."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from starlette.responses import Response
from starlette.routing import Route

from bot.gateway.form import BadPost, Form
from bot.gateway.webhook import Verify, webhook_route
from bot.message import InboundText

PATH = "/sms/inbound"
EMPTY_TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response/>'  # replies go over the REST API

Accept = Callable[[InboundText], Awaitable[None]]


def inbound_route(verify: Verify, accept: Accept) -> Route:
    """``POST /sms/inbound``; ``accept`` returns once the text is stored, and may get one twice."""

    async def handle(form: Form, _query: Mapping[str, str]) -> Response:
        await accept(read_text(form))
        return Response(EMPTY_TWIML, media_type="text/xml")

    return webhook_route(PATH, verify, handle)


def read_text(form: Form) -> InboundText:
    """The text that Twilio's fields describe. Raises ``BadPost`` (400) without MessageSid or From.

    A photo without words has an empty body. Any recipient is taken: a Messaging Service
    delivers from every number of its pool.
    """
    for name in ("MessageSid", "From"):
        if not form.text(name).strip():
            raise BadPost(400, f"The field {name} is missing.")
    return InboundText(
        sid=form.text("MessageSid").strip(),
        sender=form.text("From").strip(),
        recipient=form.text("To").strip(),
        body=form.text("Body"),
        media=_count(form.text("NumMedia")),
        opt_out_type=form.text("OptOutType").strip().upper() or None,
    )


def _count(text: str) -> int:
    # A text must not be lost because its count of photos is odd.
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0
