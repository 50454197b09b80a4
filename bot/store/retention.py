"""Destroys what is older than the retention time, and one person's data at once."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Column, ColumnElement, Connection, Select, Table, delete, exists, func, or_, select, update

from bot.store.conversations import forget_number
from bot.store.erasure import erase_conversation
from bot.store.events import lock_conversation
from bot.store.tables import coach, conversation, conversation_tag, event, handoff, journal, message

BATCH = 500  # rows of one table in one transaction: the line works on beside it


@dataclass(frozen=True)
class Destroyed:
    """How many of each are gone for good. ``people``: silent for so long that all of theirs went."""

    texts: int = 0
    notes: int = 0
    cases: int = 0
    people: int = 0

    def __add__(self, other: Destroyed) -> Destroyed:
        return Destroyed(
            self.texts + other.texts, self.notes + other.notes, self.cases + other.cases, self.people + other.people
        )

    def __bool__(self) -> bool:
        return self != Destroyed()


def destroy_some(connection: Connection, before: float, now: float) -> Destroyed:
    """Destroy a batch of what was said and noted before ``before``. Call again until nothing was destroyed.

    Open cases keep their conversation whole; so do coaches', whose number is needed.
    """
    kept = select(handoff.c.conversation_id).where(handoff.c.closed_at.is_(None))
    texts = _destroy(connection, message, message.c.created_at, before, kept, message.c.next_try_at.is_(None))
    notes = _destroy(connection, journal, journal.c.at, before, kept)
    _destroy(connection, event, event.c.created_at, before, kept, event.c.handled_at.is_not(None))
    cases = _destroy(connection, handoff, handoff.c.closed_at, before, kept)
    connection.execute(delete(conversation_tag).where(conversation_tag.c.at < before))
    people = _silent_people(connection, before)
    for conversation_id in people:
        erase_person(connection, conversation_id, now)
    return Destroyed(texts, notes, cases, len(people))


def erase_person(connection: Connection, conversation_id: int, now: float) -> None:
    """Erase one person now, whoever has their conversation in hand: that worker's lease ends with it."""
    lock_conversation(connection, conversation_id)
    connection.execute(
        update(conversation)
        .where(conversation.c.id == conversation_id)
        .values(lease_epoch=conversation.c.lease_epoch + 1, lease_owner=None, lease_until=None, due_at=None)
    )
    erase_conversation(connection, conversation_id, now)
    forget_number(connection, conversation_id)


def oldest_text_at(connection: Connection) -> float | None:
    """When the oldest text that is kept was stored (epoch seconds)."""
    oldest: float | None = connection.execute(select(func.min(message.c.created_at))).scalar_one()
    return oldest


def _destroy(
    connection: Connection,
    table: Table,
    column: Column[float],
    before: float,
    kept: Select[tuple[int]],
    *conditions: ColumnElement[bool],
) -> int:
    some = (
        select(table.c.id)
        .where(column < before, table.c.conversation_id.not_in(kept), *conditions)
        .order_by(table.c.id)
        .limit(BATCH)
    )
    ids = [row.id for row in connection.execute(some)]
    connection.execute(delete(table).where(table.c.id.in_(ids)))
    return len(ids)


def _silent_people(connection: Connection, before: float) -> list[int]:
    row = conversation.c
    rows = connection.execute(
        select(row.id)
        .where(
            row.last_text_at < before,
            row.erased_at.is_(None),
            or_(row.person_sealed.is_not(None), row.phone_sealed.is_not(None)),
            ~exists().where(handoff.c.conversation_id == row.id, handoff.c.closed_at.is_(None)),
            ~exists().where(coach.c.conversation_id == row.id, coach.c.active),
            ~exists().where(message.c.conversation_id == row.id, message.c.created_at >= before),
        )
        .order_by(row.id)
        .limit(BATCH)
    )
    return [found.id for found in rows]
