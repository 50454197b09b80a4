"""Counts a text the moment it is stored, and who wrote last: figures and lists read that instead of every text."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, update

from bot.desk.figures import SLOT_SECONDS
from bot.store.dialect import upsert
from bot.store.figure_tables import text_count
from bot.store.tables import conversation

# Built once, as in events.py.
_HEARD = update(conversation).where(conversation.c.id == bindparam("own")).values(they_wrote_last=True)
_TOLD = (
    update(conversation)
    .where(conversation.c.id == bindparam("own"), conversation.c.they_wrote_last)
    .values(they_wrote_last=False)
)


_COUNT = upsert(
    text_count,
    ["slot", "conversation_id"],
    lambda new: {name: text_count.c[name] + new[name] for name in ("received", "sent")},
)


def slot_of(at: float) -> int:
    """The half hour of a moment, counted since the epoch."""
    return int(at // SLOT_SECONDS)


def count_text(connection: Connection, conversation_id: int, inbound: bool, at: float) -> None:
    """A text of this conversation was stored at ``at`` (epoch seconds), and it is the last one."""
    add_to_count(connection, conversation_id, inbound, at)
    connection.execute(_HEARD if inbound else _TOLD, {"own": conversation_id})


def add_to_count(connection: Connection, conversation_id: int, inbound: bool, at: float) -> None:
    """The same, for callers who write to the conversation's row anyway and note there who wrote last."""
    row = {
        "slot": slot_of(at),
        "conversation_id": conversation_id,
        "received": int(inbound),
        "sent": int(not inbound),
    }
    connection.execute(_COUNT[connection.dialect.name], row)
