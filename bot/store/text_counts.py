"""Counts a text the moment it is stored, and who wrote last: figures and lists read that instead of every text."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, bindparam, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.desk.figures import SLOT_SECONDS
from bot.store.figure_tables import text_count
from bot.store.tables import conversation

# Built once, as in events.py.
_HEARD = update(conversation).where(conversation.c.id == bindparam("own")).values(they_wrote_last=True)
_TOLD = (
    update(conversation)
    .where(conversation.c.id == bindparam("own"), conversation.c.they_wrote_last)
    .values(they_wrote_last=False)
)


def _counting(dialect: Any) -> Any:
    made = dialect.insert(text_count)
    added = {name: text_count.c[name] + made.excluded[name] for name in ("received", "sent")}
    return made.on_conflict_do_update(index_elements=["slot", "conversation_id"], set_=added)


_COUNT = {"sqlite": _counting(sqlite), "postgresql": _counting(postgresql)}


def slot_of(at: float) -> int:
    """The half hour of a moment, counted since the epoch."""
    return int(at // SLOT_SECONDS)


def count_text(connection: Connection, conversation_id: int, inbound: bool, at: float) -> None:
    """A text of this conversation was stored at ``at`` (epoch seconds), and it is the last one."""
    row = {
        "slot": slot_of(at),
        "conversation_id": conversation_id,
        "received": int(inbound),
        "sent": int(not inbound),
    }
    connection.execute(_COUNT[connection.dialect.name], row)
    connection.execute(_HEARD if inbound else _TOLD, {"own": conversation_id})
