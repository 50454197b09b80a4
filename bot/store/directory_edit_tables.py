"""Tables of what staff do to the directory: their words over the sources', and files that wait for their yes."""

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, String, Table, text

from bot.store.directory_tables import ID, NUMBER, text_column
from bot.store.metadata import metadata

# What staff say instead of a source, a row for each field that they changed; rows are added, and ended once.
directory_edit = Table(
    "directory_edit",
    metadata,
    Column("id", NUMBER, primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("record_id", ID, nullable=False),
    Column("field", String(24), nullable=False),
    *(text_column(name) for name in ("said", "before", "value")),
    Column("by", String(40), nullable=False),
    Column("at", Float, nullable=False),
    Column("ended_at", Float),
    Column("ended_by", String(40), nullable=False, default=""),
    Index("ix_directory_edit_record", "record_id"),
    Index(
        "ix_directory_edit_counts",
        "id",
        sqlite_where=text("ended_at IS NULL"),
        postgresql_where=text("ended_at IS NULL"),
    ),
)

# A file that waits for staff's yes after its dry run: sealed off from the directory, gone after the answer.
directory_upload = Table(
    "directory_upload",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("by", String(40), nullable=False),
    Column("at", Float, nullable=False),
    *(text_column(name) for name in ("name", "source", "format", "needs", "fellowship", "mapping")),
    Column("size", Integer, nullable=False),
)

directory_upload_piece = Table(
    "directory_upload_piece",
    metadata,
    Column("upload_id", String(40), ForeignKey("directory_upload.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)
