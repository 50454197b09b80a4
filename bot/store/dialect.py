"""The few places where SQLite and PostgreSQL need different words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

DUE_CHANNEL = "warmline_due"


def insert_new(connection: Connection, table: Table, key: str, values: dict[str, Any]) -> Any:
    """Insert a row unless one with the same unique ``key`` column exists; its primary key, or ``None``."""
    return connection.execute(_insert(connection.dialect.name, table, key), values).scalar_one_or_none()


@cache
def _insert(name: str, table: Table, key: str) -> Any:
    dialect: Any = sqlite if name == "sqlite" else postgresql
    return dialect.insert(table).on_conflict_do_nothing(index_elements=[key]).returning(*table.primary_key)


def upsert(table: Table, keys: Sequence[str], changed: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
    """By dialect: inserts a row, or changes the one with the same ``keys`` to ``changed(the new row's columns)``."""
    found = {}
    for dialect in (sqlite, postgresql):
        made: Any = dialect.insert(table)
        found[dialect.__name__.rpartition(".")[2]] = made.on_conflict_do_update(
            index_elements=keys, set_=changed(made.excluded)
        )
    return found


def notify_due(connection: Connection) -> None:
    """Wake the workers of every process when this transaction commits (PostgreSQL)."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"NOTIFY {DUE_CHANNEL}")


def take_time(connection: Connection) -> None:
    """For a reader that works for minutes between its questions: PostgreSQL does not end its transaction meanwhile.

    Only for those who hold no lock; see ``POSTGRES_LIMITS`` in database.py. It lasts until the transaction ends.
    """
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 0")
