"""The mailbox's rows: what happened to a conversation, and what is due later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, case, delete, func, select, update

from bot.conversation import Event
from bot.message import InboundText
from bot.privacy import Vault
from bot.store.dialect import notify_due
from bot.store.tables import conversation, event, message

# Statements of every text's way are built once: building one anew costs five times what running it does.
_LOCK = select(conversation.c.id).where(conversation.c.id == bindparam("own")).with_for_update()
_ADD = event.insert().returning(event.c.id)


def no_later(at: ColumnElement[float]) -> ColumnElement[float]:
    """A conversation's new ``due_at``: ``at``, or what it is if that is earlier."""
    due = conversation.c.due_at
    return case((due.is_(None), at), (due > at, at), else_=due)


_DUE_NO_LATER = (
    update(conversation).where(conversation.c.id == bindparam("own")).values(due_at=no_later(bindparam("at")))
)
_CANCEL = delete(event).where(
    event.c.conversation_id == bindparam("own"),
    event.c.kind == "timer",
    event.c.name == bindparam("timer"),
    event.c.handled_at.is_(None),
)
_NEXT = (
    select(event, message.c.id.label("message_id"), message.c.sid, message.c.body_sealed, message.c.media)
    .outerjoin(message, (message.c.event_id == event.c.id) & (message.c.direction == "in"))  # by ix_message_event
    .where(event.c.conversation_id == bindparam("own"), event.c.handled_at.is_(None), event.c.due_at <= bindparam("at"))
    .order_by(event.c.id)
    .limit(1)
)
_OLDEST_DUE = select(func.min(event.c.id)).where(
    event.c.conversation_id == bindparam("own"), event.c.handled_at.is_(None), event.c.due_at <= bindparam("at")
)
_ATTEMPT = update(event).where(event.c.id == bindparam("this")).values(attempts=event.c.attempts + 1)
_WAITS = (
    select(event.c.id)
    .where(event.c.conversation_id == bindparam("own"), event.c.handled_at.is_(None), event.c.kind == bindparam("of"))
    .limit(1)
)
_HANDLED = update(event).where(event.c.id == bindparam("this")).values(handled_at=bindparam("at"))
_NEXT_DUE = select(
    select(func.min(event.c.due_at))
    .where(event.c.conversation_id == bindparam("own"), event.c.handled_at.is_(None))
    .scalar_subquery(),
    # Of the texts the oldest alone: the others wait behind it, whatever their time says.
    select(message.c.next_try_at)
    .where(message.c.conversation_id == bindparam("own"), message.c.next_try_at.is_not(None))
    .order_by(message.c.id)
    .limit(1)
    .scalar_subquery(),
)


def lock_conversation(connection: Connection, conversation_id: int) -> None:
    """Take the row's lock, so that event ids of one conversation grow in the order of commit."""
    if connection.dialect.name == "sqlite":
        return  # one writer at a time: the order of commit is the order of the writes
    connection.execute(_LOCK, {"own": conversation_id})


def add_event(
    connection: Connection,
    vault: Vault,
    conversation_id: int,
    kind: str,
    payload: Mapping[str, Any],
    now: float,
    name: str | None = None,
    due_at: float | None = None,
    wake: bool = True,
    key: str | None = None,
) -> int:
    """Put an event into a mailbox whose row is locked, and make the conversation due for it.

    ``wake`` false: the caller holds the lease and will look for what is due when it releases.
    ``key`` is unique over all events: ask :func:`event_of_key` first, under the same lock.
    """
    due = now if due_at is None else due_at
    values = {
        "conversation_id": conversation_id,
        "kind": kind,
        "name": name,
        "payload_sealed": vault.seal_json(dict(payload)),
        "due_at": due,
        "created_at": now,
        "key": key,
    }
    event_id: int = connection.execute(_ADD, values).scalar_one()
    if wake:
        make_due(connection, conversation_id, due)
    return event_id


def make_due(connection: Connection, conversation_id: int, at: float) -> None:
    """Have a worker look at the conversation at ``at`` (epoch seconds) or earlier."""
    connection.execute(_DUE_NO_LATER, {"own": conversation_id, "at": at})
    notify_due(connection)


def cancel_timer(connection: Connection, conversation_id: int, name: str) -> None:
    """Forget the pending timer of that name, if there is one."""
    connection.execute(_CANCEL, {"own": conversation_id, "timer": name})


def waits(connection: Connection, conversation_id: int, kind: str) -> bool:
    """Whether an event of that kind is in a mailbox, whose row is locked, and was not handled."""
    return connection.execute(_WAITS, {"own": conversation_id, "of": kind}).first() is not None


def next_event(connection: Connection, vault: Vault, conversation_id: int, now: float) -> Event | None:
    """The oldest event that is due, with the text it is about."""
    row = connection.execute(_NEXT, {"own": conversation_id, "at": now}).one_or_none()
    if row is None:
        return None
    payload = vault.open_json(row.payload_sealed) if row.payload_sealed else {}
    text = None
    if row.message_id is not None:
        body = vault.open(row.body_sealed) if row.body_sealed else ""
        text = InboundText(row.sid, "", "", body, row.media, payload.get("opt_out_type"))
    return Event(row.id, row.kind, row.name, row.created_at, row.attempts, payload, text, row.message_id)


def count_interrupted(connection: Connection, conversation_id: int, now: float) -> None:
    """The worker that had this conversation vanished: its oldest due event gets a mark.

    An event that takes workers down again and again must end at a human, not go on for ever.
    """
    first = connection.execute(_OLDEST_DUE, {"own": conversation_id, "at": now}).scalar_one()
    if first is not None:
        count_attempt(connection, first)


def count_attempt(connection: Connection, event_id: int) -> None:
    connection.execute(_ATTEMPT, {"this": event_id})


def mark_handled(connection: Connection, event_id: int, now: float) -> None:
    connection.execute(_HANDLED, {"this": event_id, "at": now})


@dataclass(frozen=True)
class NextDue:
    """When the next event, and the oldest waiting text, of a conversation are due; ``None`` for never."""

    event: float | None
    text: float | None

    @property
    def first(self) -> float | None:
        return min((at for at in (self.event, self.text) if at is not None), default=None)


def next_due(connection: Connection, conversation_id: int) -> NextDue:
    """What waits in this conversation."""
    return NextDue(*connection.execute(_NEXT_DUE, {"own": conversation_id}).one())
