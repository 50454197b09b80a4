"""The mailbox's rows: what happened to a conversation, and what is due later."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, case, delete, func, select, update

from bot.conversation import Event
from bot.message import InboundText
from bot.privacy import Vault
from bot.store.dialect import notify_due
from bot.store.tables import conversation, event, message


def lock_conversation(connection: Connection, conversation_id: int) -> None:
    """Take the row's lock, so that event ids of one conversation grow in the order of commit."""
    if connection.dialect.name == "sqlite":
        return  # one writer at a time: the order of commit is the order of the writes
    connection.execute(select(conversation.c.id).where(conversation.c.id == conversation_id).with_for_update())


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
    event_id: int = connection.execute(
        event.insert()
        .values(
            conversation_id=conversation_id,
            kind=kind,
            name=name,
            payload_sealed=vault.seal_json(dict(payload)),
            due_at=due,
            created_at=now,
            key=key,
        )
        .returning(event.c.id)
    ).scalar_one()
    if wake:
        make_due(connection, conversation_id, due)
    return event_id


def make_due(connection: Connection, conversation_id: int, at: float) -> None:
    """Have a worker look at the conversation at ``at`` (epoch seconds) or earlier."""
    column = conversation.c.due_at
    connection.execute(
        update(conversation)
        .where(conversation.c.id == conversation_id)
        .values(due_at=case((column.is_(None), at), (column > at, at), else_=column))
    )
    notify_due(connection)


def cancel_timer(connection: Connection, conversation_id: int, name: str) -> None:
    """Forget the pending timer of that name, if there is one."""
    connection.execute(
        delete(event).where(
            event.c.conversation_id == conversation_id,
            event.c.kind == "timer",
            event.c.name == name,
            event.c.handled_at.is_(None),
        )
    )


def next_event(connection: Connection, vault: Vault, conversation_id: int, now: float) -> Event | None:
    """The oldest event that is due, with the text it is about."""
    row = connection.execute(
        select(event, message.c.id.label("message_id"), message.c.sid, message.c.body_sealed, message.c.media)
        .outerjoin(message, (message.c.event_id == event.c.id) & (message.c.direction == "in"))
        .where(event.c.conversation_id == conversation_id, event.c.handled_at.is_(None), event.c.due_at <= now)
        .order_by(event.c.id)
        .limit(1)
    ).one_or_none()
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
    first = connection.execute(
        select(func.min(event.c.id)).where(
            event.c.conversation_id == conversation_id, event.c.handled_at.is_(None), event.c.due_at <= now
        )
    ).scalar_one()
    if first is not None:
        count_attempt(connection, first)


def count_attempt(connection: Connection, event_id: int) -> None:
    connection.execute(update(event).where(event.c.id == event_id).values(attempts=event.c.attempts + 1))


def mark_handled(connection: Connection, event_id: int, now: float) -> None:
    connection.execute(update(event).where(event.c.id == event_id).values(handled_at=now))


def next_due(connection: Connection, conversation_id: int) -> float | None:
    """When the next event or waiting text of this conversation is due; ``None`` for never."""
    events = (
        select(func.min(event.c.due_at))
        .where(event.c.conversation_id == conversation_id, event.c.handled_at.is_(None))
        .scalar_subquery()
    )
    texts = (  # the oldest alone: the others wait behind it, whatever their time says
        select(message.c.next_try_at)
        .where(message.c.conversation_id == conversation_id, message.c.next_try_at.is_not(None))
        .order_by(message.c.id)
        .limit(1)
        .scalar_subquery()
    )
    known = [at for at in connection.execute(select(events, texts)).one() if at is not None]
    return min(known) if known else None
