"""The table of what staff changed in the texts that the line sends. Rows are only added; their state moves on."""

from __future__ import annotations

from sqlalchemy import Column, Float, Index, String, Table, Text

from bot.store.metadata import metadata
from bot.store.tables import Id

# Our own words with gaps for people's, so they are not sealed.
wording_edit = Table(
    "wording_edit",
    metadata,
    Column("id", Id, primary_key=True),
    Column("response", String(80), nullable=False),
    Column("language", String(2), nullable=False),
    Column("text", Text),  # none: back to the shipped text
    Column("shipped", Text, nullable=False),  # what the files said when this was written
    Column("state", String(8), nullable=False),  # wording.edits.State
    Column("written_by", String(40), nullable=False),  # "staff:3", "command line"
    Column("written_at", Float, nullable=False),
    Column("read_by", String(40)),  # the second reader of a safety text
    Column("read_at", Float),
    Column("aside_at", Float),  # it could not be used; the shipped text goes out instead
)
Index("ix_wording_edit_text", wording_edit.c.response, wording_edit.c.language, wording_edit.c.id)
