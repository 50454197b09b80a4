"""The tables of what the line keeps for itself: what the carrier is to forget, and a word sealed with its key."""

from __future__ import annotations

from sqlalchemy import Column, Float, Index, Integer, LargeBinary, String, Table

from bot.store.metadata import metadata
from bot.store.tables import Id

# Texts that the carrier still keeps the words of, and is to be asked to forget.
redaction = Table(
    "redaction",
    metadata,
    Column("sid", String(64), primary_key=True),
    Column("due_at", Float, nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
)
Index("ix_redaction_due", redaction.c.due_at)
# One row: texts up to this one were put into that list.
redaction_mark = Table(
    "redaction_mark",
    metadata,
    Column("id", Id, primary_key=True),  # always 1
    Column("message_id", Id, nullable=False),
)

# Texts that an erasure took while the carrier may still bring them a second time: a hash of each one's id at the
# carrier, for some days, and nothing else.
forgotten_text = Table(
    "forgotten_text",
    metadata,
    Column("sid_hash", LargeBinary, primary_key=True),
    Column("at", Float, nullable=False),
)
Index("ix_forgotten_text_at", forgotten_text.c.at)

# What finds numbers that were stored under keys which are gone since; each sealed with the key of today.
index_key = Table(
    "index_key",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key_sealed", LargeBinary, nullable=False),
)

# One sealed word: a line with another key would find nobody by number and forget every opt-out.
key_check = Table(
    "key_check",
    metadata,
    Column("id", Id, primary_key=True),
    Column("word_sealed", LargeBinary, nullable=False),
)
