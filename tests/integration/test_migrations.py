"""The migrations make the very tables that the code knows, on both databases."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from bot.store.database import Database
from bot.store.metadata import metadata
from bot.store.schema import migrate


def test_a_migrated_database_has_the_tables_of_the_code(database: Database) -> None:
    with database.read() as connection:
        # Alembic cannot read an empty default back from SQLite; PostgreSQL vouches for the defaults of both.
        options = {"compare_type": True, "compare_server_default": not database.is_sqlite}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []


def test_partial_indexes_keep_their_condition(database: Database) -> None:
    catalog = (
        "SELECT sql FROM sqlite_master WHERE name = 'ix_message_waiting'"
        if database.is_sqlite
        else "SELECT indexdef FROM pg_indexes WHERE indexname = 'ix_message_waiting'"
    )
    with database.read() as connection:
        assert "next_try_at IS NOT NULL" in connection.execute(text(catalog)).scalar_one()


def test_migrating_again_changes_nothing(database: Database) -> None:
    migrate(database)
    with database.read() as connection:
        assert connection.execute(text("SELECT count(*) FROM alembic_version")).scalar_one() == 1


def test_the_audit_is_guarded(database: Database) -> None:
    names = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if database.is_sqlite
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    )
    with database.read() as connection:
        guards = {name for (name,) in connection.execute(text(names)) if name.startswith("audit_")}
        assert connection.execute(text("SELECT last FROM audit_head")).scalar_one() == 0
    assert {"audit_head_no_delete", "audit_head_steps"} < guards
    assert len(guards) == 4
