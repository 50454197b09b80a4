"""Notes each wish in the transaction that fulfils it."""

from __future__ import annotations

from sqlalchemy import Connection, exists, func, select

from bot.store.tables import conversation
from bot.store.wish_tables import wish

ORDER_LOCK = 0x77697368  # any number: wishes commit one after the other, so that no reader misses one


def take_turn(connection: Connection) -> None:
    """Wait until nobody else is about to commit a wish; until the end of the transaction nobody is."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(ORDER_LOCK)))


def note_wish(connection: Connection, conversation_id: int, kind: str, at: float) -> None:
    """Add one row; ``kind`` is one of ``wishes.Wished``."""
    take_turn(connection)
    who = connection.execute(select(conversation.c.phone_index).where(conversation.c.id == conversation_id))
    connection.execute(wish.insert().values(at=at, kind=kind, phone_index=who.scalar_one()))


def erased_since(connection: Connection, indexes: list[bytes], at: float) -> bool:
    """Whether the person behind one of ``indexes`` was erased at ``at`` (epoch seconds) or later."""
    later = (wish.c.phone_index.in_(indexes)) & (wish.c.kind == "erase") & (wish.c.at >= at)
    return bool(connection.execute(select(exists().where(later))).scalar_one())
