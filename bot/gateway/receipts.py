"""Step 7, its echo: the carrier reports what became of our texts and calls. Reports may come late and shuffled."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from starlette.responses import Response
from starlette.routing import Route

from bot.gateway.carriers.twilio.failures import refusal_for
from bot.gateway.carriers.twilio.vocabulary import CALL, DELIVERY, MESSAGE_ID
from bot.gateway.form import BadPost, Form
from bot.gateway.webhook import Verify, webhook_route
from bot.message import Delivery, Receipt, Refusal

PATH, CALLS_PATH = "/sms/status", "/voice/status"
NOBODY = Refusal(0, False, False, "Nobody answered the call.")

Note = Callable[[Receipt], Awaitable[None]]


def receipts_route(verify: Verify, note: Note) -> Route:
    """``POST /sms/status``; ``note`` stores a receipt, and may get one twice or before the sid is known."""

    async def handle(form: Form, query: Mapping[str, str]) -> Response:
        receipt = read_receipt(form, query.get(MESSAGE_ID, ""))
        if receipt is not None:
            await note(receipt)
        return Response()

    return webhook_route(PATH, verify, handle)


def calls_route(verify: Verify, note: Note) -> Route:
    """``POST /voice/status``: how a call ended; otherwise like :func:`receipts_route`."""

    async def handle(form: Form, query: Mapping[str, str]) -> Response:
        sid, status = form.text("CallSid").strip(), CALL.get(form.text("CallStatus").strip().lower())
        if not sid:
            raise BadPost(400, "The field CallSid is missing.")
        if status is not None:
            refusal = NOBODY if status is Delivery.FAILED else None
            await note(Receipt(sid, status, refusal, _number(query.get(MESSAGE_ID, ""))))
        return Response()

    return webhook_route(CALLS_PATH, verify, handle)


def read_receipt(form: Form, message_id: str = "") -> Receipt | None:
    """The receipt that Twilio's fields describe; ``None`` for a status word that says nothing to us.

    Raises ``BadPost`` (400) without MessageSid or MessageStatus.
    """
    for name in ("MessageSid", "MessageStatus"):
        if not form.text(name).strip():
            raise BadPost(400, f"The field {name} is missing.")
    status = DELIVERY.get(form.text("MessageStatus").strip().lower())
    if status is None:
        return None
    return Receipt(
        sid=form.text("MessageSid").strip(),
        status=status,
        refusal=refusal_for(_number(form.text("ErrorCode")) or 0) if status is Delivery.FAILED else None,
        message_id=_number(message_id),
    )


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None
