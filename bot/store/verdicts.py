"""Writes down what became of a send, and tells the desk about what did not arrive."""

from __future__ import annotations

from typing import Any, Protocol

from sqlalchemy import Connection, or_, select, update

from bot.delivery import moves
from bot.message import Delivery, Receipt, Refusal, SendResult
from bot.privacy import Vault
from bot.store.events import add_event, lock_conversation
from bot.store.messages import WaitingText, settle, try_again
from bot.store.redactions import redact_lost
from bot.store.tables import handoff, message

HELD_BACK = "The alert was not sent: this phone gets no texts from us. It must text START."


class Verdict(Protocol):
    """See ``gateway.outbox.Verdict``."""

    @property
    def status(self) -> Delivery: ...
    @property
    def result(self) -> SendResult | None: ...
    @property
    def again_at(self) -> float | None: ...
    @property
    def grace_from(self) -> float | None: ...


def save_verdict(connection: Connection, vault: Vault, waiting: WaitingText, verdict: Verdict, now: float) -> None:
    """Record one attempt. A final failure becomes an event, so that a human learns of it."""
    if verdict.again_at is not None:
        try_again(connection, waiting.id, verdict.status, verdict.again_at, verdict.grace_from)
        return
    settled = settle(connection, waiting.id, verdict.status, verdict.result, now)
    if settled and verdict.status is Delivery.FAILED:
        refusal = verdict.result.refusal if verdict.result else None
        tell_undelivered(connection, vault, waiting.id, waiting.conversation_id, refusal, now)
    elif not settled and verdict.result is not None and verdict.result.sid is not None:
        redact_lost(connection, waiting.id, verdict.result.sid, now)


def save_receipt(connection: Connection, vault: Vault, receipt: Receipt, now: float) -> bool:
    """Move a text's state forward; false when the receipt is unknown, late or says nothing new.

    A receipt may come before the answer to the send did: then the row is known by our own id. A text that the
    carrier has never moves down, so a receipt that says nothing new needs no lock.
    """
    known = message.c.sid == receipt.sid
    if receipt.message_id is not None:
        known = or_(known, (message.c.id == receipt.message_id) & message.c.sid.is_(None))
    ours = select(message.c.id, message.c.conversation_id, message.c.status).where(known, message.c.direction == "out")
    found = connection.execute(ours).first()
    if found is None or not moves(Delivery(found.status), receipt.status):
        return False
    lock_conversation(connection, found.conversation_id)
    row = connection.execute(ours).first()  # again: until we had the lock, the worker may have settled the send
    if row is None or not moves(Delivery(row.status), receipt.status):
        return False
    values: dict[str, Any] = {"status": receipt.status, "sid": receipt.sid, "next_try_at": None}
    if receipt.refusal is not None:
        values["error_code"] = receipt.refusal.code
    connection.execute(update(message).where(message.c.id == row.id).values(values))
    if receipt.status is Delivery.FAILED:
        tell_undelivered(connection, vault, row.id, row.conversation_id, receipt.refusal, now)
    return True


def tell_undelivered(
    connection: Connection, vault: Vault, message_id: int, conversation_id: int, refusal: Refusal | None, now: float
) -> None:
    """An event for the phone's own conversation, and one for the case whose alert did not arrive."""
    payload = {
        "message_id": message_id,
        "to": conversation_id,
        "code": refusal.code if refusal else None,
        "opts_out": bool(refusal and refusal.opts_out),
        "desk": refusal.desk if refusal else None,
    }
    add_event(connection, vault, conversation_id, "undelivered", payload, now)
    _tell_case(connection, vault, message_id, payload, now)


def hold_back(connection: Connection, vault: Vault, waiting: WaitingText, now: float) -> None:
    """A text that must not go out any more. If it was an alert, its case must not wait for an answer to it."""
    settle(connection, waiting.id, Delivery.HELD_BACK, None, now)
    _tell_case(
        connection, vault, waiting.id, {"message_id": waiting.id, "to": waiting.conversation_id, "desk": HELD_BACK}, now
    )


def _tell_case(connection: Connection, vault: Vault, message_id: int, payload: dict[str, Any], now: float) -> None:
    case = connection.execute(
        select(handoff.c.conversation_id)
        .join(message, message.c.alert_case == handoff.c.id)
        .where(message.c.id == message_id, handoff.c.closed_at.is_(None))
    ).scalar_one_or_none()
    if case is not None:
        add_event(connection, vault, case, "alert_failed", payload, now)
