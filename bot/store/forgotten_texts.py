"""Which erased texts the carrier may bring once more: it must not be taken for a new text of somebody new."""

from __future__ import annotations

import hashlib

from sqlalchemy import ColumnElement, Connection, delete, select

from bot.store.dialect import insert_new
from bot.store.keeping_tables import forgotten_text
from bot.store.tables import message

KEPT_SECONDS = 3 * 86_400.0  # a carrier tries again within a minute, or after an outage


def sid_hash(sid: str) -> bytes:
    return hashlib.sha256(sid.encode()).digest()


def remember_forgotten(connection: Connection, which: ColumnElement[bool], now: float) -> None:
    """Know the young ones of those texts again, whose rows go away now."""
    came = select(message.c.sid).where(
        which, message.c.direction == "in", message.c.sid.is_not(None), message.c.created_at > now - KEPT_SECONDS
    )
    for sid in connection.execute(came).scalars().all():
        insert_new(connection, forgotten_text, "sid_hash", {"sid_hash": sid_hash(sid), "at": now})


def drop_old_forgotten(connection: Connection, now: float) -> int:
    """Delete what no carrier brings any more; returns how many."""
    old = forgotten_text.c.at < now - KEPT_SECONDS
    return connection.execute(delete(forgotten_text).where(old)).rowcount
