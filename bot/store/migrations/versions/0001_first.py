"""First"""

import sqlalchemy as sa
from alembic import op

from bot.store.audit_guard import guard_audit

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("actor", sa.String(length=40), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=60)),
        sa.Column("why", sa.String(length=500)),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_index("ix_audit_action", "audit", ["action", "id"])
    op.create_index("ix_audit_actor", "audit", ["actor", "id"])
    op.create_index("ix_audit_at", "audit", ["at"])
    op.create_index("ix_audit_subject", "audit", ["subject", "id"])
    op.create_table(
        "audit_head",
        sa.Column("id", ID, nullable=False),
        sa.Column("last", ID, nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_head")),
    )
    op.create_table(
        "carrier_mark",
        sa.Column("id", ID, nullable=False),
        sa.Column("looked_at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_carrier_mark")),
    )
    op.create_table(
        "conversation",
        sa.Column("id", ID, nullable=False),
        sa.Column("phone_index", sa.LargeBinary(), nullable=False),
        sa.Column("phone_sealed", sa.LargeBinary()),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.Column("due_at", sa.Float()),
        sa.Column("lease_owner", sa.String(length=64)),
        sa.Column("lease_epoch", sa.Integer(), server_default="0", nullable=False),
        sa.Column("lease_until", sa.Float()),
        sa.Column("person_sealed", sa.LargeBinary()),
        sa.Column("memory_sealed", sa.LargeBinary()),
        sa.Column("opted_out_at", sa.Float()),
        sa.Column("last_text_at", sa.Float()),
        sa.Column("blocked_at", sa.Float()),
        sa.Column("blocked_why", sa.String(length=16)),
        sa.Column("blocked_by", sa.String(length=40)),
        sa.Column("held_at", sa.Float()),
        sa.Column("erased_at", sa.Float()),
        sa.Column("risk", sa.String(length=10), server_default="none", nullable=False),
        sa.Column("read_at", sa.Float()),
        sa.Column("reviewed_at", sa.Float()),
        sa.Column("they_wrote_last", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversation")),
        sa.UniqueConstraint("phone_index", name=op.f("uq_conversation_phone_index")),
    )
    op.create_index(
        "ix_conversation_blocked",
        "conversation",
        ["blocked_at"],
        sqlite_where=sa.text("blocked_at IS NOT NULL"),
        postgresql_where=sa.text("blocked_at IS NOT NULL"),
    )
    op.create_index(
        "ix_conversation_due",
        "conversation",
        ["due_at"],
        sqlite_where=sa.text("due_at IS NOT NULL"),
        postgresql_where=sa.text("due_at IS NOT NULL"),
    )
    op.create_index(
        "ix_conversation_held",
        "conversation",
        ["held_at"],
        sqlite_where=sa.text("held_at IS NOT NULL"),
        postgresql_where=sa.text("held_at IS NOT NULL"),
    )
    op.create_index("ix_conversation_last_text", "conversation", ["last_text_at"])
    op.create_index(
        "ix_conversation_opted_out",
        "conversation",
        ["opted_out_at"],
        sqlite_where=sa.text("opted_out_at IS NOT NULL"),
        postgresql_where=sa.text("opted_out_at IS NOT NULL"),
    )
    op.create_index(
        "ix_conversation_unanswered",
        "conversation",
        ["last_text_at", "id"],
        sqlite_where=sa.text("they_wrote_last"),
        postgresql_where=sa.text("they_wrote_last"),
    )
    op.create_table(
        "directory_edit",
        sa.Column("id", ID, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("record_id", sa.String(length=36), nullable=False),
        sa.Column("field", sa.String(length=24), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("by", sa.String(length=40), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("ended_at", sa.Float()),
        sa.Column("ended_by", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directory_edit")),
    )
    op.create_index(
        "ix_directory_edit_counts",
        "directory_edit",
        ["id"],
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index("ix_directory_edit_record", "directory_edit", ["record_id"])
    op.create_table(
        "directory_location",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("source", sa.String(length=80), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("location_type", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("transportation", sa.Text(), nullable=False),
        sa.Column("latitude", sa.Float()),
        sa.Column("longitude", sa.Float()),
        sa.Column("timezone", sa.Text(), nullable=False),
        sa.Column("position_from", sa.Text(), nullable=False),
        sa.Column("extra", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directory_location")),
    )
    op.create_index("ix_directory_location_source", "directory_location", ["source"])
    op.create_table(
        "directory_organization",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("source", sa.String(length=80), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("alternate_name", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("website", sa.Text(), nullable=False),
        sa.Column("extra", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directory_organization")),
    )
    op.create_index("ix_directory_organization_source", "directory_organization", ["source"])
    op.create_table(
        "directory_outcome",
        sa.Column("id", ID, nullable=False),
        sa.Column("place_id", sa.String(length=36), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("outcome", sa.String(length=8), nullable=False),
        sa.Column("said_by", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directory_outcome")),
    )
    op.create_index("ix_directory_outcome_at", "directory_outcome", ["at"])
    op.create_index("ix_directory_outcome_place", "directory_outcome", ["place_id"])
    op.create_table(
        "directory_public_address",
        sa.Column("service_id", sa.String(length=36), nullable=False),
        sa.Column("marked_at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("service_id", name=op.f("pk_directory_public_address")),
    )
    op.create_table(
        "directory_source",
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("format", sa.String(length=20), nullable=False),
        sa.Column("imported_at", sa.Float(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_directory_source")),
    )
    op.create_table(
        "directory_standing",
        sa.Column("place_id", sa.String(length=36), nullable=False),
        sa.Column("reported", sa.String(length=8), nullable=False),
        sa.Column("judged", sa.String(length=8), nullable=False),
        sa.Column("reported_on", sa.Date()),
        sa.Column("judged_on", sa.Date()),
        sa.PrimaryKeyConstraint("place_id", name=op.f("pk_directory_standing")),
    )
    op.create_table(
        "directory_unmet",
        sa.Column("id", ID, nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("need", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=2), nullable=False),
        sa.Column("county", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(length=8), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directory_unmet")),
    )
    op.create_index("ix_directory_unmet_week", "directory_unmet", ["week"])
    op.create_table(
        "directory_upload",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("by", sa.String(length=40), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("needs", sa.Text(), nullable=False),
        sa.Column("fellowship", sa.Text(), nullable=False),
        sa.Column("mapping", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directory_upload")),
    )
    op.create_table(
        "directory_use",
        sa.Column("id", ID, nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("place_id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directory_use")),
    )
    op.create_index("ix_directory_use_week", "directory_use", ["week", "place_id"])
    op.create_table(
        "directory_zip_area",
        sa.Column("zip", sa.String(length=5), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("county", sa.Text(), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=False),
        sa.Column("longitude", sa.Float(), nullable=False),
        sa.Column("timezone", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("zip", name=op.f("pk_directory_zip_area")),
    )
    op.create_index("ix_directory_zip_area_city", "directory_zip_area", ["state", "city"])
    op.create_index("ix_directory_zip_area_county", "directory_zip_area", ["state", "county"])
    op.create_index("ix_directory_zip_area_position", "directory_zip_area", ["latitude", "longitude"])
    op.create_table(
        "forgotten_text",
        sa.Column("sid_hash", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("sid_hash", name=op.f("pk_forgotten_text")),
    )
    op.create_index("ix_forgotten_text_at", "forgotten_text", ["at"])
    op.create_table(
        "index_key",
        sa.Column("id", ID, nullable=False),
        sa.Column("key_sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_index_key")),
    )
    op.create_table(
        "key_check",
        sa.Column("id", ID, nullable=False),
        sa.Column("word_sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_check")),
    )
    op.create_table(
        "redaction",
        sa.Column("sid", sa.String(length=64), nullable=False),
        sa.Column("due_at", sa.Float(), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("sid", name=op.f("pk_redaction")),
    )
    op.create_index("ix_redaction_due", "redaction", ["due_at"])
    op.create_table(
        "redaction_mark",
        sa.Column("id", ID, nullable=False),
        sa.Column("message_id", ID, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_redaction_mark")),
    )
    op.create_table(
        "wish",
        sa.Column("id", ID, nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("phone_index", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wish")),
    )
    op.create_index("ix_wish_phone", "wish", ["phone_index", "kind", "at"])
    op.create_table(
        "wording_edit",
        sa.Column("id", ID, nullable=False),
        sa.Column("response", sa.String(length=80), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("text", sa.Text()),
        sa.Column("shipped", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("written_by", sa.String(length=40), nullable=False),
        sa.Column("written_at", sa.Float(), nullable=False),
        sa.Column("read_by", sa.String(length=40)),
        sa.Column("read_at", sa.Float()),
        sa.Column("aside_at", sa.Float()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wording_edit")),
    )
    op.create_index("ix_wording_edit_text", "wording_edit", ["response", "language", "id"])
    op.create_table(
        "coach",
        sa.Column("id", ID, nullable=False),
        sa.Column("conversation_id", ID, nullable=False),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("languages", sa.String(length=40), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("on_call", sa.Boolean(), nullable=False),
        sa.Column("away", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.Column("last_case_at", sa.Float()),
        sa.Column("supervisor", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("topics", sa.Text(), server_default="", nullable=False),
        sa.Column("max_cases", sa.Integer(), server_default="1", nullable=False),
        sa.Column("zone", sa.String(length=64)),
        sa.Column("back_until", sa.Float()),
        sa.Column("email_conversation_id", ID),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"], name=op.f("fk_coach_conversation_id")),
        sa.ForeignKeyConstraint(
            ["email_conversation_id"], ["conversation.id"], name=op.f("fk_coach_email_conversation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_coach")),
        sa.UniqueConstraint("conversation_id", name=op.f("uq_coach_conversation_id")),
    )
    op.create_table(
        "conversation_tag",
        sa.Column("conversation_id", ID, nullable=False),
        sa.Column("tag_index", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
            name=op.f("fk_conversation_tag_conversation_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("conversation_id", "tag_index", name=op.f("pk_conversation_tag")),
    )
    op.create_index("ix_conversation_tag_at", "conversation_tag", ["at", "tag_index"])
    op.create_index("ix_conversation_tag_tag", "conversation_tag", ["tag_index", "conversation_id"])
    op.create_table(
        "directory_address",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("location_id", sa.String(length=36), nullable=False),
        sa.Column("address_1", sa.Text(), nullable=False),
        sa.Column("address_2", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("state_province", sa.Text(), nullable=False),
        sa.Column("postal_code", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("address_type", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["location_id"], ["directory_location.id"], name=op.f("fk_directory_address_location_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directory_address")),
    )
    op.create_index("ix_directory_address_location", "directory_address", ["location_id"])
    op.create_table(
        "directory_service",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("source", sa.String(length=80), nullable=False),
        sa.Column("organization_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_es", sa.Text(), nullable=False),
        sa.Column("alternate_name", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("needs", sa.Text(), nullable=False),
        sa.Column("eligibility_description", sa.Text(), nullable=False),
        sa.Column("minimum_age", sa.Integer()),
        sa.Column("maximum_age", sa.Integer()),
        sa.Column("fees_description", sa.Text(), nullable=False),
        sa.Column("application_process", sa.Text(), nullable=False),
        sa.Column("interpretation_services", sa.Text(), nullable=False),
        sa.Column("alert", sa.Text(), nullable=False),
        sa.Column("coverage", sa.Text(), nullable=False),
        sa.Column("coverage_state", sa.Text(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("confidential", sa.Boolean(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("verified_on", sa.Date()),
        sa.Column("valid_from", sa.Date()),
        sa.Column("valid_to", sa.Date()),
        sa.Column("extra", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["directory_organization.id"], name=op.f("fk_directory_service_organization_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directory_service")),
    )
    op.create_index("ix_directory_service_organization", "directory_service", ["organization_id"])
    op.create_index("ix_directory_service_source", "directory_service", ["source"])
    op.create_table(
        "directory_upload_piece",
        sa.Column("upload_id", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("bytes", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["upload_id"], ["directory_upload.id"], name=op.f("fk_directory_upload_piece_upload_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("upload_id", "number", name=op.f("pk_directory_upload_piece")),
    )
    op.create_table(
        "event",
        sa.Column("id", ID, nullable=False),
        sa.Column("conversation_id", ID, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=40)),
        sa.Column("payload_sealed", sa.LargeBinary()),
        sa.Column("due_at", sa.Float(), nullable=False),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.Column("handled_at", sa.Float()),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("key", sa.String(length=64)),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_event_conversation_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_event_conversation", "event", ["conversation_id", "handled_at", "id", "due_at"])
    op.create_index("ix_event_created", "event", ["created_at"])
    op.create_index(
        "ix_event_pending",
        "event",
        ["due_at"],
        sqlite_where=sa.text("handled_at IS NULL"),
        postgresql_where=sa.text("handled_at IS NULL"),
    )
    op.create_index(
        "uq_event_key",
        "event",
        ["key"],
        unique=True,
        sqlite_where=sa.text('"key" IS NOT NULL'),
        postgresql_where=sa.text('"key" IS NOT NULL'),
    )
    op.create_table(
        "journal",
        sa.Column("id", ID, nullable=False),
        sa.Column("conversation_id", ID, nullable=False),
        sa.Column("event_id", ID),
        sa.Column("message_id", ID),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("detail_sealed", sa.LargeBinary()),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_journal_conversation_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal")),
    )
    op.create_index("ix_journal_at", "journal", ["at"])
    op.create_index("ix_journal_conversation", "journal", ["conversation_id", "id"])
    op.create_index(
        "ix_journal_danger",
        "journal",
        ["at"],
        sqlite_where=sa.text("kind IN ('crisis', 'check')"),
        postgresql_where=sa.text("kind IN ('crisis', 'check')"),
    )
    op.create_index("ix_journal_event", "journal", ["event_id"])
    op.create_index(
        "ix_journal_followed_up",
        "journal",
        ["at", "kind"],
        sqlite_where=sa.text("kind IN ('survey_asked', 'places_asked', 'places_answered')"),
        postgresql_where=sa.text("kind IN ('survey_asked', 'places_asked', 'places_answered')"),
    )
    op.create_index(
        "ix_journal_held_off",
        "journal",
        ["at"],
        sqlite_where=sa.text("kind IN ('over_limit', 'blocked_text', 'from_abroad')"),
        postgresql_where=sa.text("kind IN ('over_limit', 'blocked_text', 'from_abroad')"),
    )
    op.create_index("ix_journal_moment", "journal", ["conversation_id", "at"])
    op.create_index(
        "ix_journal_unsure",
        "journal",
        ["id"],
        sqlite_where=sa.text("kind = 'unsure'"),
        postgresql_where=sa.text("kind = 'unsure'"),
    )
    op.create_table(
        "message",
        sa.Column("id", ID, nullable=False),
        sa.Column("conversation_id", ID, nullable=False),
        sa.Column("direction", sa.String(length=3), nullable=False),
        sa.Column("author", sa.String(length=12), nullable=False),
        sa.Column("coach_id", ID),
        sa.Column("case_id", ID),
        sa.Column("about_id", ID),
        sa.Column("event_id", ID),
        sa.Column("sid", sa.String(length=64)),
        sa.Column("body_sealed", sa.LargeBinary()),
        sa.Column("media", sa.Integer(), server_default="0", nullable=False),
        sa.Column("segments", sa.Integer(), server_default="1", nullable=False),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("next_try_at", sa.Float()),
        sa.Column("tried_at", sa.Float()),
        sa.Column("sent_at", sa.Float()),
        sa.Column("error_code", sa.Integer()),
        sa.Column("after_stop", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("alert_case", ID),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_message_conversation_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message")),
        sa.UniqueConstraint("sid", name=op.f("uq_message_sid")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_message_about",
        "message",
        ["about_id"],
        sqlite_where=sa.text("about_id IS NOT NULL"),
        postgresql_where=sa.text("about_id IS NOT NULL"),
    )
    op.create_index(
        "ix_message_alert",
        "message",
        ["alert_case", "sent_at"],
        sqlite_where=sa.text("alert_case IS NOT NULL"),
        postgresql_where=sa.text("alert_case IS NOT NULL"),
    )
    op.create_index("ix_message_conversation", "message", ["conversation_id", "id"])
    op.create_index("ix_message_created", "message", ["created_at"])
    op.create_index("ix_message_event", "message", ["event_id"])
    op.create_index(
        "ix_message_failed",
        "message",
        ["created_at"],
        sqlite_where=sa.text("status = 'failed'"),
        postgresql_where=sa.text("status = 'failed'"),
    )
    op.create_index(
        "ix_message_waiting",
        "message",
        ["conversation_id", "id"],
        sqlite_where=sa.text("next_try_at IS NOT NULL"),
        postgresql_where=sa.text("next_try_at IS NOT NULL"),
    )
    op.create_table(
        "need_asked",
        sa.Column("id", ID, nullable=False),
        sa.Column("conversation_id", ID, nullable=False),
        sa.Column("tag_index", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_need_asked_conversation_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_need_asked")),
    )
    op.create_index("ix_need_asked_at", "need_asked", ["at", "tag_index", "conversation_id"])
    op.create_index("ix_need_asked_conversation", "need_asked", ["conversation_id"])
    op.create_table(
        "text_count",
        sa.Column("slot", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("conversation_id", ID, nullable=False),
        sa.Column("received", sa.Integer(), nullable=False),
        sa.Column("sent", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_text_count_conversation_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("slot", "conversation_id", name=op.f("pk_text_count")),
    )
    op.create_index("ix_text_count_conversation", "text_count", ["conversation_id"])
    op.create_index("ix_text_count_figures", "text_count", ["slot", "conversation_id", "received", "sent"])
    op.create_table(
        "coach_shift",
        sa.Column("id", ID, nullable=False),
        sa.Column("coach_id", ID, nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("starts", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["coach_id"], ["coach.id"], name=op.f("fk_coach_shift_coach_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_coach_shift")),
    )
    op.create_index("ix_coach_shift_coach", "coach_shift", ["coach_id"])
    op.create_table(
        "directory_attribute",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("service_id", sa.String(length=36), nullable=False),
        sa.Column("taxonomy", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["service_id"], ["directory_service.id"], name=op.f("fk_directory_attribute_service_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directory_attribute")),
    )
    op.create_index("ix_directory_attribute_service", "directory_attribute", ["service_id"])
    op.create_table(
        "directory_service_at_location",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("source", sa.String(length=80), nullable=False),
        sa.Column("service_id", sa.String(length=36), nullable=False),
        sa.Column("location_id", sa.String(length=36)),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("retired_on", sa.Date()),
        sa.ForeignKeyConstraint(
            ["location_id"], ["directory_location.id"], name=op.f("fk_directory_service_at_location_location_id")
        ),
        sa.ForeignKeyConstraint(
            ["service_id"], ["directory_service.id"], name=op.f("fk_directory_service_at_location_service_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directory_service_at_location")),
    )
    op.create_index("ix_directory_service_at_location_location", "directory_service_at_location", ["location_id"])
    op.create_index("ix_directory_service_at_location_service", "directory_service_at_location", ["service_id"])
    op.create_index("ix_directory_service_at_location_source", "directory_service_at_location", ["source"])
    op.create_table(
        "duty_exception",
        sa.Column("id", ID, nullable=False),
        sa.Column("coach_id", ID),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("starts", sa.Integer()),
        sa.Column("ends", sa.Integer()),
        sa.Column("name", sa.String(length=40)),
        sa.ForeignKeyConstraint(
            ["coach_id"], ["coach.id"], name=op.f("fk_duty_exception_coach_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty_exception")),
    )
    op.create_index("ix_duty_exception_day", "duty_exception", ["day"])
    op.create_table(
        "handoff",
        sa.Column("id", ID, nullable=False),
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("conversation_id", ID, nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("urgency", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.String(length=24), nullable=False),
        sa.Column("holder_id", ID),
        sa.Column("on_web", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("rung", sa.Integer(), nullable=False),
        sa.Column("alerted", sa.Text(), server_default="", nullable=False),
        sa.Column("passed", sa.Text(), server_default="", nullable=False),
        sa.Column("told", sa.Integer(), server_default="0", nullable=False),
        sa.Column("opened_at", sa.Float(), nullable=False),
        sa.Column("taken_at", sa.Float()),
        sa.Column("answered_at", sa.Float()),
        sa.Column("closed_at", sa.Float()),
        sa.Column("outcome", sa.String(length=24)),
        sa.Column("helped", sa.Integer()),
        sa.Column("offered_to", ID),
        sa.Column("waits_since", sa.Float()),
        sa.Column("reminded", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("held_back_sealed", sa.LargeBinary()),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_handoff_conversation_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["holder_id"], ["coach.id"], name=op.f("fk_handoff_holder_id")),
        sa.ForeignKeyConstraint(["offered_to"], ["coach.id"], name=op.f("fk_handoff_offered_to")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handoff")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_handoff_closed", "handoff", ["closed_at"])
    op.create_index("ix_handoff_code", "handoff", ["code"])
    op.create_index("ix_handoff_conversation", "handoff", ["conversation_id", "id"])
    op.create_index(
        "ix_handoff_crisis",
        "handoff",
        ["opened_at", "id"],
        sqlite_where=sa.text("urgency = 'crisis'"),
        postgresql_where=sa.text("urgency = 'crisis'"),
    )
    op.create_index(
        "ix_handoff_figures", "handoff", ["opened_at", "urgency", "answered_at", "closed_at", "outcome", "helped"]
    )
    op.create_index(
        "ix_handoff_holder",
        "handoff",
        ["holder_id"],
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_index(
        "ix_handoff_open",
        "handoff",
        ["opened_at"],
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_index("ix_handoff_taken", "handoff", ["taken_at", "holder_id", "urgency", "closed_at"])
    op.create_index(
        "uq_handoff_open",
        "handoff",
        ["conversation_id"],
        unique=True,
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_table(
        "staff",
        sa.Column("id", ID, nullable=False),
        sa.Column("email_index", sa.LargeBinary(), nullable=False),
        sa.Column("email_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("role", sa.String(length=8), nullable=False),
        sa.Column("coach_id", ID),
        sa.Column("password_hash", sa.String(length=200)),
        sa.Column("link_hash", sa.LargeBinary()),
        sa.Column("link_until", sa.Float()),
        sa.Column("failures", sa.Integer(), server_default="0", nullable=False),
        sa.Column("locked_until", sa.Float()),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.Column("totp_sealed", sa.LargeBinary()),
        sa.Column("totp_step", ID),
        sa.Column("toured_at", sa.Float()),
        sa.ForeignKeyConstraint(["coach_id"], ["coach.id"], name=op.f("fk_staff_coach_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sa.UniqueConstraint("email_index", name=op.f("uq_staff_email_index")),
    )
    op.create_table(
        "directory_language",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("organization_id", sa.String(length=36)),
        sa.Column("service_id", sa.String(length=36)),
        sa.Column("location_id", sa.String(length=36)),
        sa.Column("service_at_location_id", sa.String(length=36)),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["location_id"], ["directory_location.id"], name=op.f("fk_directory_language_location_id")
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["directory_organization.id"], name=op.f("fk_directory_language_organization_id")
        ),
        sa.ForeignKeyConstraint(
            ["service_at_location_id"],
            ["directory_service_at_location.id"],
            name=op.f("fk_directory_language_service_at_location_id"),
        ),
        sa.ForeignKeyConstraint(
            ["service_id"], ["directory_service.id"], name=op.f("fk_directory_language_service_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directory_language")),
    )
    op.create_index(
        "ix_directory_language_location",
        "directory_language",
        ["location_id"],
        sqlite_where=sa.text("location_id IS NOT NULL"),
        postgresql_where=sa.text("location_id IS NOT NULL"),
    )
    op.create_index(
        "ix_directory_language_organization",
        "directory_language",
        ["organization_id"],
        sqlite_where=sa.text("organization_id IS NOT NULL"),
        postgresql_where=sa.text("organization_id IS NOT NULL"),
    )
    op.create_index(
        "ix_directory_language_service",
        "directory_language",
        ["service_id"],
        sqlite_where=sa.text("service_id IS NOT NULL"),
        postgresql_where=sa.text("service_id IS NOT NULL"),
    )
    op.create_index(
        "ix_directory_language_service_at_location",
        "directory_language",
        ["service_at_location_id"],
        sqlite_where=sa.text("service_at_location_id IS NOT NULL"),
        postgresql_where=sa.text("service_at_location_id IS NOT NULL"),
    )
    op.create_table(
        "directory_phone",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("organization_id", sa.String(length=36)),
        sa.Column("service_id", sa.String(length=36)),
        sa.Column("location_id", sa.String(length=36)),
        sa.Column("service_at_location_id", sa.String(length=36)),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("extension", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["location_id"], ["directory_location.id"], name=op.f("fk_directory_phone_location_id")
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["directory_organization.id"], name=op.f("fk_directory_phone_organization_id")
        ),
        sa.ForeignKeyConstraint(
            ["service_at_location_id"],
            ["directory_service_at_location.id"],
            name=op.f("fk_directory_phone_service_at_location_id"),
        ),
        sa.ForeignKeyConstraint(["service_id"], ["directory_service.id"], name=op.f("fk_directory_phone_service_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directory_phone")),
    )
    op.create_index(
        "ix_directory_phone_location",
        "directory_phone",
        ["location_id"],
        sqlite_where=sa.text("location_id IS NOT NULL"),
        postgresql_where=sa.text("location_id IS NOT NULL"),
    )
    op.create_index(
        "ix_directory_phone_organization",
        "directory_phone",
        ["organization_id"],
        sqlite_where=sa.text("organization_id IS NOT NULL"),
        postgresql_where=sa.text("organization_id IS NOT NULL"),
    )
    op.create_index(
        "ix_directory_phone_service",
        "directory_phone",
        ["service_id"],
        sqlite_where=sa.text("service_id IS NOT NULL"),
        postgresql_where=sa.text("service_id IS NOT NULL"),
    )
    op.create_index(
        "ix_directory_phone_service_at_location",
        "directory_phone",
        ["service_at_location_id"],
        sqlite_where=sa.text("service_at_location_id IS NOT NULL"),
        postgresql_where=sa.text("service_at_location_id IS NOT NULL"),
    )
    op.create_table(
        "directory_place",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("service_id", sa.String(length=36), nullable=False),
        sa.Column("organization_id", sa.String(length=36), nullable=False),
        sa.Column("source", sa.String(length=80), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("what_es", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("phone_es", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("latitude", sa.Float()),
        sa.Column("longitude", sa.Float()),
        sa.Column("timezone", sa.Text(), nullable=False),
        sa.Column("schedules", sa.Text(), nullable=False),
        sa.Column("languages", sa.Text(), nullable=False),
        sa.Column("needs", sa.Text(), nullable=False),
        sa.Column("coverage", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("confidential", sa.Boolean(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("verified_on", sa.Date()),
        sa.Column("valid_from", sa.Date()),
        sa.Column("valid_to", sa.Date()),
        sa.Column("traits", sa.Text(), nullable=False),
        sa.Column("minimum_age", sa.Integer()),
        sa.Column("maximum_age", sa.Integer()),
        sa.ForeignKeyConstraint(["id"], ["directory_service_at_location.id"], name=op.f("fk_directory_place_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directory_place")),
    )
    op.create_index("ix_directory_place_source", "directory_place", ["source"])
    op.create_table(
        "directory_schedule",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("organization_id", sa.String(length=36)),
        sa.Column("service_id", sa.String(length=36)),
        sa.Column("location_id", sa.String(length=36)),
        sa.Column("service_at_location_id", sa.String(length=36)),
        sa.Column("freq", sa.Text(), nullable=False),
        sa.Column("interval", sa.Integer(), nullable=False),
        sa.Column("byday", sa.Text(), nullable=False),
        sa.Column("bymonthday", sa.Text(), nullable=False),
        sa.Column("opens_at", sa.Text(), nullable=False),
        sa.Column("closes_at", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("dtstart", sa.Date()),
        sa.Column("valid_from", sa.Date()),
        sa.Column("valid_to", sa.Date()),
        sa.ForeignKeyConstraint(
            ["location_id"], ["directory_location.id"], name=op.f("fk_directory_schedule_location_id")
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["directory_organization.id"], name=op.f("fk_directory_schedule_organization_id")
        ),
        sa.ForeignKeyConstraint(
            ["service_at_location_id"],
            ["directory_service_at_location.id"],
            name=op.f("fk_directory_schedule_service_at_location_id"),
        ),
        sa.ForeignKeyConstraint(
            ["service_id"], ["directory_service.id"], name=op.f("fk_directory_schedule_service_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directory_schedule")),
    )
    op.create_index(
        "ix_directory_schedule_location",
        "directory_schedule",
        ["location_id"],
        sqlite_where=sa.text("location_id IS NOT NULL"),
        postgresql_where=sa.text("location_id IS NOT NULL"),
    )
    op.create_index(
        "ix_directory_schedule_organization",
        "directory_schedule",
        ["organization_id"],
        sqlite_where=sa.text("organization_id IS NOT NULL"),
        postgresql_where=sa.text("organization_id IS NOT NULL"),
    )
    op.create_index(
        "ix_directory_schedule_service",
        "directory_schedule",
        ["service_id"],
        sqlite_where=sa.text("service_id IS NOT NULL"),
        postgresql_where=sa.text("service_id IS NOT NULL"),
    )
    op.create_index(
        "ix_directory_schedule_service_at_location",
        "directory_schedule",
        ["service_at_location_id"],
        sqlite_where=sa.text("service_at_location_id IS NOT NULL"),
        postgresql_where=sa.text("service_at_location_id IS NOT NULL"),
    )
    op.create_table(
        "example",
        sa.Column("id", ID, nullable=False),
        sa.Column("example_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("staff_id", ID, nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_example_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_example")),
    )
    op.create_table(
        "judgement",
        sa.Column("message_id", ID, autoincrement=False, nullable=False),
        sa.Column("conversation_id", ID, nullable=False),
        sa.Column("staff_id", ID, nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("agrees", sa.Boolean(), nullable=False),
        sa.Column("should_sealed", sa.LargeBinary()),
        sa.Column("urgency", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_judgement_conversation_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["message_id"], ["message.id"], name=op.f("fk_judgement_message_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_judgement_staff_id")),
        sa.PrimaryKeyConstraint("message_id", name=op.f("pk_judgement")),
    )
    op.create_index("ix_judgement_conversation", "judgement", ["conversation_id"])
    op.create_index(
        "ix_judgement_waits",
        "judgement",
        ["urgency", "at"],
        sqlite_where=sa.text("state = 'waits'"),
        postgresql_where=sa.text("state = 'waits'"),
    )
    op.create_table(
        "remark",
        sa.Column("id", ID, nullable=False),
        sa.Column("conversation_id", ID, nullable=False),
        sa.Column("message_id", ID),
        sa.Column("staff_id", ID, nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_remark_conversation_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["message_id"], ["message.id"], name=op.f("fk_remark_message_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_remark_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remark")),
    )
    op.create_index("ix_remark_conversation", "remark", ["conversation_id", "id"])
    op.create_index("ix_remark_message", "remark", ["message_id"])
    op.create_table(
        "saved_view",
        sa.Column("id", ID, nullable=False),
        sa.Column("staff_id", ID, nullable=False),
        sa.Column("view_sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_saved_view_staff_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
    )
    op.create_index("ix_saved_view_staff", "saved_view", ["staff_id"])
    op.create_table(
        "staff_recovery",
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("staff_id", ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_staff_recovery_staff_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_staff_recovery")),
    )
    op.create_table(
        "staff_session",
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("staff_id", ID, nullable=False),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.Column("seen_at", sa.Float(), nullable=False),
        sa.Column("strong", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("browser", sa.String(length=40), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_staff_session_staff_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_staff_session")),
    )
    op.create_table(
        "training",
        sa.Column("id", ID, nullable=False),
        sa.Column("staff_id", ID, nullable=False),
        sa.Column("started_at", sa.Float(), nullable=False),
        sa.Column("ended_at", sa.Float()),
        sa.Column("outcome", sa.String(length=12)),
        sa.Column("examples", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_training_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training")),
    )
    op.create_table(
        "directory_place_need",
        sa.Column("need", sa.String(length=20), nullable=False),
        sa.Column("place_id", sa.String(length=36), nullable=False),
        sa.Column("coverage", sa.String(length=8), nullable=False),
        sa.Column("state", sa.String(length=2), nullable=False),
        sa.Column("latitude", sa.Float()),
        sa.Column("longitude", sa.Float()),
        sa.ForeignKeyConstraint(
            ["place_id"], ["directory_place.id"], name=op.f("fk_directory_place_need_place_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("need", "place_id", name=op.f("pk_directory_place_need")),
    )
    op.create_index("ix_directory_place_need_coverage", "directory_place_need", ["need", "coverage", "state"])
    op.create_index("ix_directory_place_need_place", "directory_place_need", ["place_id"])
    op.create_index(
        "ix_directory_place_need_position", "directory_place_need", ["need", "latitude", "longitude", "place_id"]
    )
    op.create_table(
        "errand",
        sa.Column("id", ID, nullable=False),
        sa.Column("remark_id", ID, nullable=False),
        sa.Column("staff_id", ID, nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("due_at", sa.Float(), nullable=False),
        sa.Column("done_at", sa.Float()),
        sa.ForeignKeyConstraint(["remark_id"], ["remark.id"], name=op.f("fk_errand_remark_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_errand_staff_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_errand")),
    )
    op.create_index(
        "ix_errand_open",
        "errand",
        ["staff_id", "due_at"],
        sqlite_where=sa.text("done_at IS NULL"),
        postgresql_where=sa.text("done_at IS NULL"),
    )
    op.create_index("ix_errand_remark", "errand", ["remark_id"])
    guard_audit(op.get_bind())
