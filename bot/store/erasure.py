"""Removing a person: everything they said, were told and needed; the hashed opt-out stays."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, delete, func, or_, select, update

from bot.store.figure_tables import need_asked, text_count
from bot.store.forgotten_texts import remember_forgotten
from bot.store.metadata import metadata
from bot.store.redactions import redact_later
from bot.store.review_tables import remark
from bot.store.tables import conversation, conversation_tag, event, handoff, journal, message
from bot.store.wish_notes import note_wish

WORDS = ("coach_said", "coach_note")  # steps of a coach that hold words


def left_of(connection: Connection, conversation_id: int) -> dict[str, int]:
    """What is still kept of one person, by table; whatever table a later version adds counts by itself.

    Words of theirs, or for them, in coaches' conversations count as texts.
    Their own row counts while it holds more than the hash of the number, the opt-out and times.
    """
    own = conversation.c
    sealed = [column for column in own if column.name.endswith("_sealed")]
    holds = (own.id == conversation_id) & or_(*(column.is_not(None) for column in sealed))
    found = {"conversation": connection.execute(select(func.count()).select_from(conversation).where(holds))}
    for table in metadata.sorted_tables:
        if "conversation_id" in table.c:
            which = table.c.conversation_id == conversation_id
            if "about_id" in table.c:
                which = or_(which, table.c.about_id == conversation_id)
            found[table.name] = connection.execute(select(func.count()).select_from(table).where(which))
    counts = {name: int(result.scalar_one()) for name, result in found.items()}
    return {name: count for name, count in counts.items() if count}


def erase_conversation(connection: Connection, conversation_id: int, now: float, keep_event: int | None = None) -> None:
    """Destroy what is kept of one person.

    The row with the blind index of the number stays: it carries the opt-out. The number
    itself stays sealed only while a last text to it waits (the caller's confirmation).
    What the person texted and nobody has read is not erased, it may be a cry for help; nor is
    ``keep_event``, the event being handled. The carrier is asked to forget its copies.
    What coaches got of it on their phones, and wrote from there, goes too.
    """
    note_wish(connection, conversation_id, "erase", now)
    connection.execute(delete(journal).where(journal.c.conversation_id == conversation_id))
    connection.execute(delete(conversation_tag).where(conversation_tag.c.conversation_id == conversation_id))
    for kept in (remark, need_asked, text_count):
        connection.execute(delete(kept).where(kept.c.conversation_id == conversation_id))
    unread = (event.c.conversation_id == conversation_id) & (event.c.kind == "text") & event.c.handled_at.is_(None)
    gone = message.c.conversation_id == conversation_id
    gone &= or_(message.c.direction == "out", message.c.event_id.not_in(select(event.c.id).where(unread)))
    gone = _not_on_hold(conversation_id) & or_(gone, message.c.about_id == conversation_id)
    events = delete(event).where(event.c.conversation_id == conversation_id)
    if keep_event is not None:
        connection.execute(update(event).where(event.c.id == keep_event).values(payload_sealed=None))
        later = (event.c.id > keep_event) & event.c.kind.in_(("timer", *WORDS))
        events = events.where(or_(event.c.id < keep_event, later))
    else:
        events = events.where(~unread)
    redact_later(connection, gone, now)
    remember_forgotten(connection, gone, now)
    connection.execute(delete(message).where(gone))
    connection.execute(events)
    connection.execute(delete(handoff).where(handoff.c.conversation_id == conversation_id))
    connection.execute(
        update(conversation)
        .where(conversation.c.id == conversation_id)
        .values(
            person_sealed=None, memory_sealed=None, last_text_at=None, risk="none", erased_at=now, they_wrote_last=False
        )
    )


def _not_on_hold(conversation_id: int) -> ColumnElement[bool]:
    """Texts that no legal hold of anybody else keeps: that of a coach's phone, or of the person a coach texted with."""
    held = select(conversation.c.id).where(conversation.c.held_at.is_not(None), conversation.c.id != conversation_id)
    about = message.c.about_id
    return message.c.conversation_id.not_in(held) & or_(about.is_(None), about.not_in(held))
