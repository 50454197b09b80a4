"""Brings a database to the newest schema, from empty or from any released version."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import inspect

from bot.store.database import Database

MIGRATIONS = Path(__file__).parent / "migrations"
POSTGRES_LOCK = 0x7761726D  # any number; all processes of a line take turns on it


def is_empty(database: Database) -> bool:
    """Whether there is no table yet."""
    return not inspect(database.engine).get_table_names()


def migrate(database: Database, to: str = "head") -> None:
    """Run the migrations that are missing, up to the number ``to``. Several processes may start at once."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    begin = "DEFERRED" if not database.is_sqlite else "IMMEDIATE"
    with database.engine.connect().execution_options(begin=begin) as connection, connection.begin():
        if not database.is_sqlite:
            # Somebody else's migration, and one's own, take the time they take.
            connection.exec_driver_sql("SET LOCAL lock_timeout = 0")
            connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 0")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({POSTGRES_LOCK})")
        config.attributes["connection"] = connection
        command.upgrade(config, to)
