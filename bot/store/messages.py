"""Texts in both directions; the outbound ones are the outbox."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update

from bot.message import Delivery, InboundText, SendResult
from bot.privacy import Vault
from bot.store.conversations import conversation_of_text
from bot.store.dialect import insert_new, notify_due
from bot.store.events import add_event, no_later
from bot.store.leases import HEAD_START_SECONDS
from bot.store.tables import conversation, event, message
from bot.store.text_counts import add_to_count

LOOKUP_MARGIN_SECONDS = 3600.0  # more than any carrier's look-up reaches back, and any retry lasts

# Built once, as in events.py.
_ADD = message.insert().returning(message.c.id)
_CHANGE = update(message).where(message.c.id == bindparam("this"))
_OWN = update(conversation).where(conversation.c.id == bindparam("own"))
_WRITTEN = _OWN.values(last_text_at=bindparam("at"), they_wrote_last=True, due_at=no_later(bindparam("due")))
_ANSWERED = _OWN.values(they_wrote_last=False, due_at=no_later(bindparam("due")))
_NOT_NEW = delete(event).where(event.c.id == bindparam("this"))
_OLDEST_WAITING = (
    select(
        message,
        *(
            conversation.c[name]
            for name in ("phone_sealed", "person_sealed", "opted_out_at", "last_text_at", "erased_at")
        ),
    )
    .join(conversation, conversation.c.id == message.c.conversation_id)
    .where(message.c.conversation_id == bindparam("own"), message.c.next_try_at.is_not(None))
    .order_by(message.c.id)
    .limit(1)
)
_SENDING = _CHANGE.values(status=Delivery.SENDING, attempts=message.c.attempts + 1)
# A receipt may have come before the answer to the send did: never move back.
_SETTLE = _CHANGE.where(message.c.status.in_([Delivery.PENDING, Delivery.SENDING, Delivery.UNKNOWN]))
_AGAIN = _CHANGE.where(message.c.next_try_at.is_not(None))


@dataclass(frozen=True)
class WaitingText:
    """An outbound row that must be sent, or whose fate must be found out (``status`` sending)."""

    id: int
    conversation_id: int
    body: str
    author: str
    status: Delivery
    attempts: int
    created_at: float
    tried_at: float | None
    after_stop: bool
    alert_case: int | None
    phone: str | None = None  # gone after an erasure
    opted_out: bool = False
    known: bool = True  # they wrote to us at some time
    person_sealed: bytes | None = None


def accept_text(
    connection: Connection,
    vault: Vault,
    text: InboundText,
    now: float,
    abroad: bool = False,
    urgent: bool = False,
) -> int | None:
    """Store one inbound text and its event; ``None`` if its MessageSid is here already, or was erased lately.

    ``abroad``: its number is from a country that gets no texts from us. ``urgent``: its conversation goes
    before all that wait for other reasons.
    """
    came_at = now if text.missed_at is None else text.missed_at
    conversation_id = conversation_of_text(connection, vault, text.sender, text.sid, now)
    if conversation_id is None:
        return None
    payload: dict[str, Any] = {"opt_out_type": text.opt_out_type} | ({"abroad": True} if abroad else {})
    payload |= {} if text.missed_at is None else {"missed": True}
    event_id = add_event(connection, vault, conversation_id, "text", payload, came_at, wake=False)
    values = {
        "event_id": event_id,
        "conversation_id": conversation_id,
        "direction": "in",
        "author": "recoveree",
        "sid": text.sid,
        "body_sealed": vault.seal(text.body),
        "media": text.media,
        "created_at": came_at,
        "status": "received",
    }
    message_id = insert_new(connection, message, "sid", values)
    if message_id is None:
        connection.execute(_NOT_NEW, {"this": event_id})
        return None
    due = came_at - HEAD_START_SECONDS if urgent else came_at
    connection.execute(_WRITTEN, {"own": conversation_id, "at": now, "due": due})
    notify_due(connection)
    add_to_count(connection, conversation_id, True, now)
    return conversation_id


def add_outbound(
    connection: Connection, vault: Vault, values: dict[str, Any], body: str, now: float, wake: bool = True
) -> int:
    """Queue one text for its conversation's phone; the conversation becomes due.

    ``wake`` false: the caller holds the lease, looks for what waits before it releases, and notes who wrote last.
    """
    waiting = {
        "direction": "out",
        "body_sealed": vault.seal(body),
        "created_at": now,
        "status": Delivery.PENDING,
        "next_try_at": now,
    }
    message_id: int = connection.execute(_ADD, waiting | values).scalar_one()
    add_to_count(connection, values["conversation_id"], False, now)
    if wake:
        connection.execute(_ANSWERED, {"own": values["conversation_id"], "due": now})
        notify_due(connection)
    return message_id


def next_waiting(connection: Connection, vault: Vault, conversation_id: int, now: float) -> WaitingText | None:
    """The oldest text that waits to go to this phone, if its time has come.

    Strictly the oldest: a later text never overtakes one that must be tried again.
    """
    row = connection.execute(_OLDEST_WAITING, {"own": conversation_id}).one_or_none()
    if row is None or row.next_try_at > now or row.body_sealed is None:
        return None
    return WaitingText(
        row.id,
        row.conversation_id,
        vault.open(row.body_sealed),
        row.author,
        Delivery(row.status),
        row.attempts,
        row.created_at,
        row.tried_at,
        row.after_stop,
        row.alert_case,
        vault.open(row.phone_sealed) if row.phone_sealed else None,
        row.opted_out_at is not None,
        row.last_text_at is not None or row.erased_at is not None,
        row.person_sealed,
    )


def mark_sending(connection: Connection, message_id: int, now: float) -> None:
    """From here on the text may have reached the carrier, until a result says otherwise."""
    connection.execute(_SENDING, {"this": message_id, "next_try_at": now, "tried_at": now})


def settle(connection: Connection, message_id: int, status: Delivery, result: SendResult | None, now: float) -> bool:
    """Final word on a send: sent, failed, or held back; it waits no longer. False if a receipt was quicker."""
    values: dict[str, Any] = {"status": status, "next_try_at": None}
    if status is Delivery.SENT and result is not None:
        values |= {"sid": result.sid, "sent_at": now}
    if result is not None and result.refusal is not None:
        values["error_code"] = result.refusal.code
    return bool(connection.execute(_SETTLE, {"this": message_id, **values}).rowcount)


def try_again(
    connection: Connection, message_id: int, status: Delivery, at: float, tried_at: float | None = None
) -> None:
    """Come back at ``at``, unless a receipt has proved meanwhile that the carrier has the text.

    ``tried_at``: from when on the grace of the last attempt counts, if not from its own time.
    """
    values: dict[str, Any] = {"this": message_id, "status": status, "next_try_at": at}
    connection.execute(_AGAIN, values if tried_at is None else {**values, "tried_at": tried_at})


def own_sids(connection: Connection, conversation_id: int, since: float) -> frozenset[str]:
    """Carrier ids already known for texts to this phone since ``since``; a look-up must not take them again.

    Also of those shortly before: a look-up begins a little earlier, because clocks differ.
    """
    rows = connection.execute(
        select(message.c.sid).where(
            message.c.conversation_id == conversation_id,
            message.c.direction == "out",
            message.c.sid.is_not(None),
            message.c.created_at >= since - LOOKUP_MARGIN_SECONDS,
        )
    )
    return frozenset(row.sid for row in rows)


def find_by_sid(connection: Connection, sid: str) -> Any:
    """The outbound row with the carrier's id ``sid``, or ``None``."""
    return connection.execute(
        select(message.c.id, message.c.conversation_id, message.c.status, message.c.event_id, event.c.kind)
        .outerjoin(event, event.c.id == message.c.event_id)
        .where(message.c.sid == sid, message.c.direction == "out")
    ).one_or_none()


def texts_of(connection: Connection, vault: Vault, conversation_id: int, limit: int = 500) -> list[dict[str, Any]]:
    """The last ``limit`` texts of a conversation, oldest first, opened."""
    rows = connection.execute(
        select(message).where(message.c.conversation_id == conversation_id).order_by(message.c.id.desc()).limit(limit)
    ).all()
    return [
        {
            **{key: value for key, value in row._mapping.items() if key != "body_sealed"},
            "body": vault.open(row.body_sealed) if row.body_sealed else "",
        }
        for row in reversed(rows)
    ]
