"""Which texts of the carrier's list are here, and up to when the list was looked through."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select, update

from bot.store.dialect import insert_new
from bot.store.tables import message
from bot.store.wish_tables import carrier_mark

CHUNK = 500


def unknown_sids(connection: Connection, sids: Sequence[str]) -> set[str]:
    """Those of the carrier's ids that no text here has."""
    unknown = set(sids)
    for start in range(0, len(sids), CHUNK):
        some = sids[start : start + CHUNK]
        unknown -= set(connection.execute(select(message.c.sid).where(message.c.sid.in_(some))).scalars())
    return unknown


def looked_at(connection: Connection) -> float | None:
    """Up to when the list was looked through (epoch seconds); ``None`` before the first look."""
    at: float | None = connection.execute(select(carrier_mark.c.looked_at)).scalar_one_or_none()
    return at


def save_looked_at(connection: Connection, at: float) -> None:
    if insert_new(connection, carrier_mark, "id", {"id": 1, "looked_at": at}) is None:
        connection.execute(update(carrier_mark).values(looked_at=at))
