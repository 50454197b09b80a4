"""The table of saved views: lists of conversations that somebody comes back to."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, LargeBinary, Table

from bot.store.metadata import metadata
from bot.store.tables import Id

# Sealed, for words to look for may be words of people.
saved_view = Table(
    "saved_view",
    metadata,
    Column("id", Id, primary_key=True),
    Column("staff_id", Id, ForeignKey("staff.id", ondelete="CASCADE"), nullable=False),
    Column("view_sealed", LargeBinary, nullable=False),
)
Index("ix_saved_view_staff", saved_view.c.staff_id)
