"""Counters that are kept as it happens, so that figures need not walk over every text. No words in them."""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, Table, text

from bot.store.metadata import metadata
from bot.store.tables import Id, journal

# Every time a need was named: a tag keeps only the last time, and a past month must not change with a new text.
need_asked = Table(
    "need_asked",
    metadata,
    Column("id", Id, primary_key=True),
    Column("conversation_id", Id, ForeignKey("conversation.id", ondelete="CASCADE"), nullable=False),
    Column("tag_index", LargeBinary, nullable=False),
    Column("at", Float, nullable=False),
)
Index("ix_need_asked_at", need_asked.c.at, need_asked.c.tag_index, need_asked.c.conversation_id)
Index("ix_need_asked_conversation", need_asked.c.conversation_id)

# How many texts a conversation had in each half hour since the epoch: a tenth of the rows that texts have.
text_count = Table(
    "text_count",
    metadata,
    Column("slot", Integer, primary_key=True, autoincrement=False),
    Column("conversation_id", Id, ForeignKey("conversation.id", ondelete="CASCADE"), primary_key=True),
    Column("received", Integer, nullable=False),
    Column("sent", Integer, nullable=False),
)
Index(
    "ix_text_count_figures", text_count.c.slot, text_count.c.conversation_id, text_count.c.received, text_count.c.sent
)
Index("ix_text_count_conversation", text_count.c.conversation_id)

FOLLOWED_UP = text("journal.kind IN ('survey_asked', 'places_asked', 'places_answered')")
Index(
    "ix_journal_followed_up",
    journal.c.at,
    journal.c.kind,
    sqlite_where=text("kind IN ('survey_asked', 'places_asked', 'places_answered')"),
    postgresql_where=text("kind IN ('survey_asked', 'places_asked', 'places_answered')"),
)
