"""Legal holds: while one stands, nothing of that person is destroyed, by nobody."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from bot.store.tables import conversation
from bot.store.wish_notes import note_wish


def set_hold(connection: Connection, conversation_id: int, at: float | None, now: float) -> bool:
    """Put the hold on (``at``, epoch seconds) or take it off (``None``); false if it was so already."""
    unlike = conversation.c.held_at.is_(None) if at is not None else conversation.c.held_at.is_not(None)
    own = conversation.c.id == conversation_id
    changed = connection.execute(update(conversation).where(own, unlike).values(held_at=at)).rowcount == 1
    if changed:
        note_wish(connection, conversation_id, "release" if at is None else "hold", now)
    return changed


def is_held(connection: Connection, conversation_id: int) -> bool:
    held = select(conversation.c.held_at).where(conversation.c.id == conversation_id)
    return connection.execute(held).scalar_one_or_none() is not None
