"""The tables of those who use the console: who they are, where they are signed in, and the audit of what they did."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, LargeBinary, String, Table, false

from bot.store.metadata import metadata
from bot.store.tables import Id

staff = Table(
    "staff",
    metadata,
    Column("id", Id, primary_key=True),
    Column("email_index", LargeBinary, nullable=False, unique=True),
    Column("email_sealed", LargeBinary, nullable=False),
    Column("role", String(8), nullable=False),  # staff, admin, coach
    Column("coach_id", Id, ForeignKey("coach.id")),
    Column("password_hash", String(200)),
    Column("link_hash", LargeBinary),  # of the one-time link that sets a password
    Column("link_until", Float),
    Column("failures", Integer, nullable=False, server_default="0"),
    Column("locked_until", Float),
    Column("created_at", Float, nullable=False),
    Column("totp_sealed", LargeBinary),  # the secret that makes the codes of the second step
    Column("totp_step", Id),  # the time step of the last code: each is good once
    Column("toured_at", Float),  # began or declined the tour: it is not offered again
)

staff_recovery = Table(
    "staff_recovery",
    metadata,
    Column("code_hash", LargeBinary, primary_key=True),
    Column("staff_id", Id, ForeignKey("staff.id", ondelete="CASCADE"), nullable=False),
)

staff_session = Table(
    "staff_session",
    metadata,
    Column("token_hash", LargeBinary, primary_key=True),
    Column("staff_id", Id, ForeignKey("staff.id", ondelete="CASCADE"), nullable=False),
    Column("created_at", Float, nullable=False),
    Column("seen_at", Float, nullable=False),
    Column("strong", Boolean, nullable=False, server_default=false()),  # begun with the second step
    Column("browser", String(40), nullable=False, server_default=""),
)

# Who looked at what, what staff changed, and why: a chain that only grows; see store/audit.py.
audit = Table(
    "audit",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),  # counted without gaps
    Column("at", Float, nullable=False),
    Column("actor", String(40), nullable=False),  # "staff:3", "command line"
    Column("action", String(40), nullable=False),
    Column("subject", String(60)),  # "conversation:17"
    Column("why", String(500)),
    Column("hash", LargeBinary, nullable=False),
)
# The audit page asks by each of them, newest first, and what values there are.
for _asked in ("actor", "action", "subject"):
    Index(f"ix_audit_{_asked}", audit.c[_asked], audit.c.id)
Index("ix_audit_at", audit.c.at)

audit_head = Table(
    "audit_head",
    metadata,
    Column("id", Id, primary_key=True),  # always 1
    Column("last", Id, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)
