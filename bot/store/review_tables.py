"""The tables of reviewers: what they say of single texts, their remarks, and what they owe each other."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, LargeBinary, String, Table, text

from bot.store.metadata import metadata
from bot.store.tables import Id

# A reviewer's word on how one text was understood. It goes with its text.
judgement = Table(
    "judgement",
    metadata,
    Column("message_id", Id, ForeignKey("message.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("conversation_id", Id, ForeignKey("conversation.id", ondelete="CASCADE"), nullable=False),
    Column("staff_id", Id, ForeignKey("staff.id"), nullable=False),
    Column("at", Float, nullable=False),
    Column("agrees", Boolean, nullable=False),
    Column("should_sealed", LargeBinary),  # what it should have been; see teaching/correction.py
    Column("urgency", Integer, nullable=False),  # place in the queue: 0 a missed danger, 1 other danger, 2 the rest
    Column("state", String(10), nullable=False),  # waits, taught, set_aside, done (nothing to teach)
)
Index("ix_judgement_conversation", judgement.c.conversation_id)
Index(
    "ix_judgement_waits",
    judgement.c.urgency,
    judgement.c.at,
    sqlite_where=text("state = 'waits'"),
    postgresql_where=text("state = 'waits'"),
)

# A reviewer's own words on a conversation, or on one text of it.
remark = Table(
    "remark",
    metadata,
    Column("id", Id, primary_key=True),
    Column("conversation_id", Id, ForeignKey("conversation.id", ondelete="CASCADE"), nullable=False),
    Column("message_id", Id, ForeignKey("message.id", ondelete="CASCADE")),
    Column("staff_id", Id, ForeignKey("staff.id"), nullable=False),
    Column("at", Float, nullable=False),
    Column("body_sealed", LargeBinary, nullable=False),
)
Index("ix_remark_conversation", remark.c.conversation_id, remark.c.id)
Index("ix_remark_message", remark.c.message_id)

# Somebody of staff is asked to look: named in a remark, or on a day that was agreed on.
errand = Table(
    "errand",
    metadata,
    Column("id", Id, primary_key=True),
    Column("remark_id", Id, ForeignKey("remark.id", ondelete="CASCADE"), nullable=False),
    Column("staff_id", Id, ForeignKey("staff.id", ondelete="CASCADE"), nullable=False),  # who is asked
    Column("kind", String(10), nullable=False),  # mention, follow_up
    Column("due_at", Float, nullable=False),
    Column("done_at", Float),
)
Index("ix_errand_remark", errand.c.remark_id)
Index(
    "ix_errand_open",
    errand.c.staff_id,
    errand.c.due_at,
    sqlite_where=errand.c.done_at.is_(None),
    postgresql_where=errand.c.done_at.is_(None),
)

# A text to learn from, rewritten so that nobody can be recognised. It leads back to no conversation.
example = Table(
    "example",
    metadata,
    Column("id", Id, primary_key=True),
    Column("example_sealed", LargeBinary, nullable=False),  # text, label, language and file
    Column("staff_id", Id, ForeignKey("staff.id"), nullable=False),  # who approved it
    Column("at", Float, nullable=False),
)

# One training that staff started from the console.
training = Table(
    "training",
    metadata,
    Column("id", Id, primary_key=True),
    Column("staff_id", Id, ForeignKey("staff.id"), nullable=False),
    Column("started_at", Float, nullable=False),
    Column("ended_at", Float),
    Column("outcome", String(12)),  # taken, not_loaded, refused, unchanged, failed, stopped
    Column("examples", Integer, nullable=False),  # how many approved texts it learned from
)
