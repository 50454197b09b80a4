"""Many rows at once, in the way each database likes best: prepared statements, or COPY."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Select, Table, bindparam, delete

CHUNK = 500
CACHE_KB = 48 * 1024
T = TypeVar("T")
Values = tuple[Any, ...]


def put_rows(connection: Connection, table: Table, rows: Sequence[Values], overwrite: bool = True) -> None:
    """Insert ``rows`` (values in the order of the table's columns, dates and JSON as text).

    With ``overwrite`` a row whose id is there is replaced; no id may be twice among ``rows``.
    """
    if not rows:
        return
    names = [column.name for column in table.columns]
    change = _on_conflict(table, names) if overwrite else ""
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(names))
        sql = f"INSERT INTO {table.name} ({_listed(names)}) VALUES ({marks}) {change}"  # noqa: S608  # our names
        connection.exec_driver_sql(sql, list(rows))
    else:
        _copy(connection, table, names, rows, change)


def _copy(connection: Connection, table: Table, names: Sequence[str], rows: Sequence[Values], change: str) -> None:
    """PostgreSQL takes a stream of rows ten times faster than statements; a stream cannot overwrite."""
    raw: Any = connection.connection.driver_connection
    incoming, columns = f"incoming_{table.name}", _listed(names)
    with raw.cursor() as cursor:
        empty = f"SELECT {columns} FROM {table.name} LIMIT 0"  # noqa: S608  # our own names, here and below
        cursor.execute(f"CREATE TEMPORARY TABLE IF NOT EXISTS {incoming} ON COMMIT DROP AS {empty}")
        with cursor.copy(f"COPY {incoming} ({columns}) FROM STDIN") as stream:
            for row in rows:
                stream.write_row(row)
        cursor.execute(f"INSERT INTO {table.name} ({columns}) SELECT {columns} FROM {incoming} {change}")  # noqa: S608
        cursor.execute(f"TRUNCATE {incoming}")


def _on_conflict(table: Table, names: Sequence[str]) -> str:
    (key,) = (column.name for column in table.primary_key)
    changes = ", ".join(f'"{name}" = excluded."{name}"' for name in names if name != key)
    return f"ON CONFLICT ({key}) DO UPDATE SET {changes}"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def delete_rows(connection: Connection, column: Column[Any], values: Sequence[str]) -> None:
    """Delete the rows of the column's table whose ``column`` is among ``values``."""
    statement = delete(column.table).where(column.in_(bindparam("values", expanding=True)))
    for some in chunks(values):
        connection.execute(statement, {"values": some})


def select_among(
    connection: Connection, statement: Select[Any], column: Column[Any], values: Sequence[str]
) -> Iterator[Any]:
    """Rows of ``statement`` whose ``column`` is among ``values``."""
    wanted = statement.where(column.in_(bindparam("among", expanding=True)))
    for some in chunks(values):
        yield from connection.execute(wanted, {"among": some})


@contextmanager
def roomy(connection: Connection) -> Iterator[None]:
    """Let SQLite keep more pages of a big write in memory; its usual 2 MB would be written again and again."""
    if connection.dialect.name != "sqlite":
        yield
        return
    connection.exec_driver_sql(f"PRAGMA cache_size = -{CACHE_KB}")
    try:
        yield
    finally:
        connection.exec_driver_sql("PRAGMA cache_size = -2000")


def chunks(items: Sequence[T], size: int = CHUNK) -> Iterator[Sequence[T]]:
    """``items`` in pieces of at most ``size``."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
