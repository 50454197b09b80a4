"""Destroys what is older than the retention time, and one person's data at once."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import (
    Column,
    ColumnElement,
    CompoundSelect,
    Connection,
    Table,
    delete,
    exists,
    func,
    or_,
    select,
    update,
)

from bot.store.conversations import forget_number
from bot.store.erasure import erase_conversation
from bot.store.events import lock_conversation, make_due
from bot.store.figure_tables import need_asked, text_count
from bot.store.redactions import redact_later
from bot.store.review_tables import remark
from bot.store.tables import coach, conversation, conversation_tag, event, handoff, journal, message
from bot.store.text_counts import slot_of

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

    Open cases and legal holds keep their conversation whole, with what of it lies on coaches' phones; so do
    coaches', whose number is needed.
    """
    held = select(conversation.c.id).where(conversation.c.held_at.is_not(None))
    kept = select(handoff.c.conversation_id).where(handoff.c.closed_at.is_(None)).union_all(held)
    about_kept = message.c.about_id.in_(kept)
    free = message.c.next_try_at.is_(None) & or_(message.c.about_id.is_(None), ~about_kept)
    texts = _destroy(connection, message, message.c.created_at, before, now, kept, free)
    notes = _destroy(connection, journal, journal.c.at, before, now, kept)
    on_kept = exists().where(message.c.id == remark.c.message_id, about_kept)
    notes += _destroy(connection, remark, remark.c.at, before, now, kept, ~on_kept)
    _destroy(connection, event, event.c.created_at, before, now, kept, event.c.handled_at.is_not(None))
    cases = _destroy(connection, handoff, handoff.c.closed_at, before, now, kept)
    old = (conversation_tag.c.at < before) & conversation_tag.c.conversation_id.not_in(held)
    connection.execute(delete(conversation_tag).where(old))
    asked = (need_asked.c.at < before) & need_asked.c.conversation_id.not_in(held)
    connection.execute(delete(need_asked).where(asked))
    counted = (text_count.c.slot < slot_of(before)) & text_count.c.conversation_id.not_in(held)
    connection.execute(delete(text_count).where(counted))
    people = sum(_erase_if_silent(connection, each, before, now) for each in _silent_people(connection, before))
    return Destroyed(texts, notes, cases, people)


def erase_person(connection: Connection, conversation_id: int, now: float) -> None:
    """Erase one person now, whoever has their conversation in hand: that worker's lease ends with it.

    A text that nobody has read stays, and is read as of somebody new.
    """
    lock_conversation(connection, conversation_id)
    connection.execute(
        update(conversation)
        .where(conversation.c.id == conversation_id)
        .values(lease_epoch=conversation.c.lease_epoch + 1, lease_owner=None, lease_until=None, due_at=None)
    )
    erase_conversation(connection, conversation_id, now)
    forget_number(connection, conversation_id)
    unread = (event.c.conversation_id == conversation_id) & event.c.handled_at.is_(None)
    if connection.execute(select(event.c.id).where(unread).limit(1)).first() is not None:
        make_due(connection, conversation_id, now)


def oldest_text_at(connection: Connection) -> float | None:
    """When the oldest text that is kept was stored (epoch seconds)."""
    oldest: float | None = connection.execute(select(func.min(message.c.created_at))).scalar_one()
    return oldest


def _destroy(
    connection: Connection,
    table: Table,
    column: Column[float],
    before: float,
    now: float,
    kept: CompoundSelect[tuple[int]],
    *conditions: ColumnElement[bool],
) -> int:
    some = (
        select(table.c.id)
        .where(column < before, table.c.conversation_id.not_in(kept), *conditions)
        .order_by(column)  # along the index: by number, a young table would be read whole every hour
        .limit(BATCH)
    )
    ids = [row.id for row in connection.execute(some)]
    if table is message:
        redact_later(connection, message.c.id.in_(ids), now)
    return connection.execute(delete(table).where(table.c.id.in_(ids))).rowcount


def _erase_if_silent(connection: Connection, conversation_id: int, before: float, now: float) -> bool:
    """With the row locked, look again: since they were found they may have written, or a hold may have been set."""
    lock_conversation(connection, conversation_id)
    silent = bool(_silent_people(connection, before, conversation.c.id == conversation_id))
    if silent:
        erase_person(connection, conversation_id, now)
    return silent


def _silent_people(connection: Connection, before: float, *which: ColumnElement[bool]) -> list[int]:
    row = conversation.c
    rows = connection.execute(
        select(row.id)
        .where(
            *which,
            row.last_text_at < before,
            row.erased_at.is_(None),
            row.held_at.is_(None),
            or_(row.person_sealed.is_not(None), row.phone_sealed.is_not(None)),
            ~exists().where(handoff.c.conversation_id == row.id, handoff.c.closed_at.is_(None)),
            ~exists().where(coach.c.conversation_id == row.id, coach.c.active),
            ~exists().where(message.c.conversation_id == row.id, message.c.created_at >= before),
        )
        .order_by(row.last_text_at)
        .limit(BATCH)
    )
    return [found.id for found in rows]
