"""What outlives a backup: people's wishes, and how far the carrier's list was looked through."""

from __future__ import annotations

from sqlalchemy import Column, Float, Index, LargeBinary, String, Table

from bot.store.metadata import metadata
from bot.store.tables import Id

# What people decided for good, in the order of its commit: copied to a list beside the database, so that
# a restored backup learns what came after it. No number, no words.
wish = Table(
    "wish",
    metadata,
    Column("id", Id, primary_key=True),
    Column("at", Float, nullable=False),
    Column("kind", String(10), nullable=False),  # store.wishes.Wished
    Column("phone_index", LargeBinary, nullable=False),
)
Index("ix_wish_phone", wish.c.phone_index, wish.c.kind, wish.c.at)
# One row: the carrier's list of texts that came in was looked through up to this time.
carrier_mark = Table(
    "carrier_mark",
    metadata,
    Column("id", Id, primary_key=True),  # always 1
    Column("looked_at", Float, nullable=False),
)
