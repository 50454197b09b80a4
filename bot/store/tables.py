"""The tables of the line. What people say, their names, numbers, needs and places are sealed.

Times are seconds since the epoch, UTC, as floats: they sort, compare and index the same on
SQLite and PostgreSQL. Columns named ``*_sealed`` hold ``privacy.Vault`` values, ``*_index``
hold blind indexes.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    literal_column,
    text,
)

from bot.store.metadata import metadata

# SQLite only counts up by itself on INTEGER keys.
Id = BigInteger().with_variant(Integer, "sqlite")


def _only(rows: ColumnElement[bool]) -> dict[str, Any]:
    """Of an index: it holds those rows alone."""
    return {"sqlite_where": rows, "postgresql_where": rows}


# One row per phone: a recoveree's, or a coach's. The row is the actor that events are for.
conversation = Table(
    "conversation",
    metadata,
    Column("id", Id, primary_key=True),
    Column("phone_index", LargeBinary, nullable=False, unique=True),
    Column("phone_sealed", LargeBinary),  # gone after an erasure; the index stays for the opt-out
    Column("created_at", Float, nullable=False),
    # mailbox: when something is due, and who works on it
    Column("due_at", Float),
    Column("lease_owner", String(64)),
    Column("lease_epoch", Integer, nullable=False, server_default="0"),
    Column("lease_until", Float),
    # the person as the decisions see them (consent, safety, place …), sealed JSON; see store/people.py
    Column("person_sealed", LargeBinary),
    Column("memory_sealed", LargeBinary),  # the assistant's memory, handed to Rasa with every turn
    Column("opted_out_at", Float),
    Column("last_text_at", Float),
    Column("blocked_at", Float),  # like the opt-out, a block outlives an erasure
    Column("blocked_why", String(16)),  # misuse.block.BlockWhy
    Column("blocked_by", String(40)),  # "staff:3", "coach:4"
    Column("held_at", Float),  # a legal hold: nothing of this person is destroyed while it stands
    Column("erased_at", Float),  # the number is forgotten too as soon as the last text went out
    Column("risk", String(10), nullable=False, server_default="none"),  # highest of the last texts; for staff's lists
    Column("read_at", Float),  # staff opened it last
    Column("reviewed_at", Float),  # staff called it reviewed
    Column("they_wrote_last", Boolean, nullable=False, server_default=false()),  # nobody answered their last text
)
Index(
    "ix_conversation_unanswered",
    conversation.c.last_text_at,
    conversation.c.id,
    sqlite_where=text("they_wrote_last"),
    postgresql_where=text("they_wrote_last"),
)
Index(
    "ix_conversation_due",
    conversation.c.due_at,
    sqlite_where=conversation.c.due_at.is_not(None),
    postgresql_where=conversation.c.due_at.is_not(None),
)
Index("ix_conversation_last_text", conversation.c.last_text_at)
for _state in ("blocked_at", "opted_out_at", "held_at"):
    Index(
        f"ix_conversation_{_state.removesuffix('_at')}",
        conversation.c[_state],
        sqlite_where=conversation.c[_state].is_not(None),
        postgresql_where=conversation.c[_state].is_not(None),
    )

# ``sqlite_autoincrement``: SQLite would give the number of an erased row to a new one, and a late receipt of the old
# text, or the carrier's memory of it, would be taken for the new one's.

# The mailbox: everything that happens to a conversation, in the order of its commit.
event = Table(
    "event",
    metadata,
    Column("id", Id, primary_key=True),
    Column("conversation_id", Id, ForeignKey("conversation.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("name", String(40)),  # of a timer: a new one of the same name replaces it
    Column("payload_sealed", LargeBinary),
    Column("due_at", Float, nullable=False),
    Column("created_at", Float, nullable=False),
    Column("handled_at", Float),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("key", String(64)),  # of a click: the same click sent twice is one event
    sqlite_autoincrement=True,
)
# What waits first, in the order in which it is handled: else a database walks along the conversation's whole past.
Index("ix_event_conversation", event.c.conversation_id, event.c.handled_at, event.c.id, event.c.due_at)
Index(
    "ix_event_pending",
    event.c.due_at,
    sqlite_where=event.c.handled_at.is_(None),
    postgresql_where=event.c.handled_at.is_(None),
)
Index("ix_event_created", event.c.created_at)
Index(
    "uq_event_key",
    event.c.key,
    unique=True,
    sqlite_where=event.c.key.is_not(None),
    postgresql_where=event.c.key.is_not(None),
)

# Every text in both directions. Outbound rows are the outbox.
message = Table(
    "message",
    metadata,
    Column("id", Id, primary_key=True),
    Column("conversation_id", Id, ForeignKey("conversation.id", ondelete="CASCADE"), nullable=False),
    Column("direction", String(3), nullable=False),  # in, out
    Column("author", String(12), nullable=False),  # recoveree, assistant, coach, system
    Column("coach_id", Id),
    Column("case_id", Id),
    Column("about_id", Id),  # on a coach's phone: the person whose words these are, or for whom; it goes with them
    Column("event_id", Id),  # the event that brought it (in) or caused it (out)
    Column("sid", String(64)),
    Column("body_sealed", LargeBinary),
    Column("media", Integer, nullable=False, server_default="0"),
    Column("segments", Integer, nullable=False, server_default="1"),
    Column("created_at", Float, nullable=False),
    Column("status", String(10), nullable=False),  # message.Delivery; "received" for inbound
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("next_try_at", Float),  # outbound and waiting: when to try
    Column("tried_at", Float),
    Column("sent_at", Float),
    Column("error_code", Integer),
    Column("after_stop", Boolean, nullable=False, server_default=false()),  # may go to a phone that opted out
    Column("alert_case", Id),  # an alert of the desk: its failure climbs that case's ladder
    UniqueConstraint("sid"),
    sqlite_autoincrement=True,
)
Index("ix_message_conversation", message.c.conversation_id, message.c.id)
Index("ix_message_event", message.c.event_id)
Index("ix_message_about", message.c.about_id, **_only(message.c.about_id.is_not(None)))
Index("ix_message_waiting", message.c.conversation_id, message.c.id, **_only(message.c.next_try_at.is_not(None)))

# In the very words of the index: a database uses a partial index only where it knows them again.
THEY_WROTE_LAST: ColumnElement[bool] = literal_column("conversation.they_wrote_last")
NOT_DELIVERED = text("message.status = 'failed'")
CRISIS: ColumnElement[bool] = literal_column("(handoff.urgency = 'crisis')")
Index("ix_message_alert", message.c.alert_case, message.c.sent_at, **_only(message.c.alert_case.is_not(None)))
Index("ix_message_created", message.c.created_at)
Index(
    "ix_message_failed",
    message.c.created_at,
    sqlite_where=text("status = 'failed'"),
    postgresql_where=text("status = 'failed'"),
)

# What happened and why, for staff; details are sealed because a need is health data.
journal = Table(
    "journal",
    metadata,
    Column("id", Id, primary_key=True),
    Column("conversation_id", Id, ForeignKey("conversation.id", ondelete="CASCADE"), nullable=False),
    Column("event_id", Id),
    Column("message_id", Id),
    Column("at", Float, nullable=False),
    Column("kind", String(24), nullable=False),
    Column("detail_sealed", LargeBinary),
)
Index("ix_journal_conversation", journal.c.conversation_id, journal.c.id)
Index("ix_journal_moment", journal.c.conversation_id, journal.c.at)
Index("ix_journal_event", journal.c.event_id)
Index("ix_journal_at", journal.c.at)
DANGER_NOTED = text("journal.kind IN ('crisis', 'check')")
UNSURE_NOTED = text("journal.kind = 'unsure'")
HELD_OFF = ("over_limit", "blocked_text", "from_abroad")  # notes of texts that got no answer, see misuse/hold_off.py
for _name, _column, _kinds in (
    ("danger", journal.c.at, "kind IN ('crisis', 'check')"),
    ("unsure", journal.c.id, "kind = 'unsure'"),
    ("held_off", journal.c.at, "kind IN ('over_limit', 'blocked_text', 'from_abroad')"),
):
    Index(f"ix_journal_{_name}", _column, sqlite_where=text(_kinds), postgresql_where=text(_kinds))

# Blind tags ("need:jobs") by which staff filter conversations without the need lying in clear.
conversation_tag = Table(
    "conversation_tag",
    metadata,
    Column("conversation_id", Id, ForeignKey("conversation.id", ondelete="CASCADE"), primary_key=True),
    Column("tag_index", LargeBinary, primary_key=True),
    Column("at", Float, nullable=False),
)
Index("ix_conversation_tag_tag", conversation_tag.c.tag_index, conversation_tag.c.conversation_id)
Index("ix_conversation_tag_at", conversation_tag.c.at, conversation_tag.c.tag_index)

coach = Table(
    "coach",
    metadata,
    Column("id", Id, primary_key=True),
    Column("conversation_id", Id, ForeignKey("conversation.id"), nullable=False, unique=True),
    Column("name_sealed", LargeBinary, nullable=False),
    Column("languages", String(40), nullable=False),
    Column("active", Boolean, nullable=False),  # false: no longer a coach
    Column("on_call", Boolean, nullable=False),
    Column("away", Boolean, nullable=False),
    Column("created_at", Float, nullable=False),
    Column("last_case_at", Float),  # fairness: who waited longest is asked first
    Column("supervisor", Boolean, nullable=False, server_default=false()),
    Column("topics", Text, nullable=False, server_default=""),  # needs the coach knows about, comma-separated
    Column("max_cases", Integer, nullable=False, server_default="1"),
    Column("zone", String(64)),  # of the schedule's clock; no zone: no schedule, on duty at any hour
    Column("back_until", Float),  # on duty beside the schedule, after BACK
    Column("email_conversation_id", Id, ForeignKey("conversation.id")),  # the e-mail address that gets alerts
)

# A handoff: one open case per conversation at a time. "case" is a word of SQL.
handoff = Table(
    "handoff",
    metadata,
    Column("id", Id, primary_key=True),
    Column("code", String(8), nullable=False),
    Column("conversation_id", Id, ForeignKey("conversation.id", ondelete="CASCADE"), nullable=False),
    Column("state", String(12), nullable=False),  # desk.case.CaseState
    Column("urgency", String(10), nullable=False),  # normal, crisis
    Column("reason", String(24), nullable=False),
    Column("holder_id", Id, ForeignKey("coach.id")),
    Column("on_web", Boolean, nullable=False, server_default=false()),  # the holder works in the console, not by text
    Column("rung", Integer, nullable=False),
    Column("alerted", Text, nullable=False, server_default=""),  # coach ids, comma-separated, in order
    Column("passed", Text, nullable=False, server_default=""),
    Column("told", Integer, nullable=False, server_default="0"),  # waiting texts the person got
    Column("opened_at", Float, nullable=False),
    Column("taken_at", Float),
    Column("answered_at", Float),  # a coach's own words went to the person for the first time
    Column("closed_at", Float),
    Column("outcome", String(24)),
    Column("helped", Integer),  # the person's own answer the day after, 1 (no) to 5 (a lot)
    Column("offered_to", Id, ForeignKey("coach.id")),  # a transfer that waits for this coach's TAKE
    Column("waits_since", Float),  # the person has written and the holder not yet
    Column("reminded", Boolean, nullable=False, server_default=false()),
    Column("held_back_sealed", LargeBinary),  # a coach's text that waits for SEND
    sqlite_autoincrement=True,
)
# Holds all that figures are made of, so that a month of cases is read without their rows.
Index(
    "ix_handoff_figures",
    handoff.c.opened_at,
    handoff.c.urgency,
    handoff.c.answered_at,
    handoff.c.closed_at,
    handoff.c.outcome,
    handoff.c.helped,
)
Index("ix_handoff_taken", handoff.c.taken_at, handoff.c.holder_id, handoff.c.urgency, handoff.c.closed_at)
Index(
    "ix_handoff_crisis",
    handoff.c.opened_at,
    handoff.c.id,
    sqlite_where=handoff.c.urgency == "crisis",
    postgresql_where=handoff.c.urgency == "crisis",
)
Index(
    "uq_handoff_open",
    handoff.c.conversation_id,
    unique=True,
    sqlite_where=handoff.c.closed_at.is_(None),
    postgresql_where=handoff.c.closed_at.is_(None),
)
Index("ix_handoff_code", handoff.c.code)
Index("ix_handoff_conversation", handoff.c.conversation_id, handoff.c.id)
Index("ix_handoff_closed", handoff.c.closed_at)
Index(
    "ix_handoff_open",
    handoff.c.opened_at,
    sqlite_where=handoff.c.closed_at.is_(None),
    postgresql_where=handoff.c.closed_at.is_(None),
)
Index(
    "ix_handoff_holder",
    handoff.c.holder_id,
    sqlite_where=handoff.c.closed_at.is_(None),
    postgresql_where=handoff.c.closed_at.is_(None),
)
