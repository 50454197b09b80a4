"""Removing a person: everything they said, were told and needed; the hashed opt-out stays."""

from __future__ import annotations

from sqlalchemy import Connection, delete, or_, update

from bot.store.tables import conversation, conversation_tag, event, handoff, journal, message


def erase_conversation(connection: Connection, conversation_id: int, now: float, keep_event: int | None = None) -> None:
    """Destroy what is kept of one person.

    The row with the blind index of the number stays: it carries the opt-out. The number
    itself stays sealed only while a last text to it waits (the caller's confirmation);
    ``keep_event`` is the event being handled: what the person texted after it is not erased
    unread, it may be a cry for help.
    """
    connection.execute(delete(journal).where(journal.c.conversation_id == conversation_id))
    connection.execute(delete(conversation_tag).where(conversation_tag.c.conversation_id == conversation_id))
    texts = delete(message).where(message.c.conversation_id == conversation_id)
    events = delete(event).where(event.c.conversation_id == conversation_id)
    if keep_event is not None:
        connection.execute(update(event).where(event.c.id == keep_event).values(payload_sealed=None))
        texts = texts.where(or_(message.c.direction == "out", message.c.event_id <= keep_event))
        events = events.where(or_(event.c.id < keep_event, (event.c.id > keep_event) & (event.c.kind == "timer")))
    connection.execute(texts)
    connection.execute(events)
    connection.execute(delete(handoff).where(handoff.c.conversation_id == conversation_id))
    connection.execute(
        update(conversation)
        .where(conversation.c.id == conversation_id)
        .values(person_sealed=None, memory_sealed=None, last_text_at=None, risk="none", erased_at=now)
    )
