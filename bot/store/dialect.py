"""The few places where SQLite and PostgreSQL need different words."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

DUE_CHANNEL = "warmline_due"


def insert_new(connection: Connection, table: Table, key: str, values: dict[str, Any]) -> int | None:
    """Insert a row unless one with the same unique ``key`` column exists; its id, or ``None``."""
    dialect: Any = sqlite if connection.dialect.name == "sqlite" else postgresql
    statement = dialect.insert(table).values(values).on_conflict_do_nothing(index_elements=[key]).returning(table.c.id)
    found: int | None = connection.execute(statement).scalar_one_or_none()
    return found


def notify_due(connection: Connection) -> None:
    """Wake the workers of every process when this transaction commits (PostgreSQL)."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"NOTIFY {DUE_CHANNEL}")
