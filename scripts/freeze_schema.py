"""Freezes the newest schema with invented people in it: ``uv run python -m scripts.freeze_schema``.

Writes ``tests/frozen/NUMBER.sqlite.sql`` and ``NUMBER.postgresql.sql``, which a test loads and migrates up for
ever. Once a version is released (``write_migration.RELEASED``) its files are never written again.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Table, event

from bot.store.database import Database, make_engine
from bot.store.schema import MIGRATIONS, migrate
from scripts.frozen_people import KEY, fill, rows_by_table
from scripts.write_migration import RELEASED
from tests.postgres import postgres_server

FROZEN = Path(__file__).resolve().parents[1] / "tests" / "frozen"
DIALECTS = ("sqlite", "postgresql")
LAST = ("CREATE TRIGGER", "CREATE FUNCTION")  # they would refuse the rows of the audit
HEAD = f"""-- A database of schema version {{number}} with invented people, for {{dialect}}. Nobody in it exists.
-- Sealed with the key {KEY}, which opens nothing else. Written by scripts/freeze_schema.py: do not edit.
"""
ROWS, GUARDS = "-- rows\n", "-- guards\n"


def newest() -> str:
    """The number of the newest migration."""
    return str(ScriptDirectory(str(MIGRATIONS)).get_current_head())


def frozen_file(number: str, dialect: str) -> Path:
    return FROZEN / f"{number}.{dialect}.sql"


def made_by_migrations(url: str, number: str) -> tuple[list[str], list[str]]:
    """Migrate the empty database ``url`` up to ``number``; the statements that made it: tables, and guards."""
    database, said = Database(make_engine(url)), []

    def note(_connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        plain = "\n".join(line.rstrip() for line in statement.strip().splitlines())
        if plain.startswith(("CREATE", "ALTER", "DROP")):
            said.append(plain + ";")

    event.listen(database.engine, "before_cursor_execute", note)
    migrate(database, number)
    database.close()
    return [s for s in said if not s.startswith(LAST)], [s for s in said if s.startswith(LAST)]


def frozen_text(number: str, dialect: str, url: str, rows: dict[Table, list[dict[str, Any]]]) -> str:
    """The whole file; ``url`` is an empty database of that kind."""
    tables, guards = made_by_migrations(url, number)
    parts = [HEAD.format(number=number, dialect=dialect), "\n".join(tables) + "\n", ROWS]
    parts.append(f"INSERT INTO alembic_version (version_num) VALUES ('{number}');\n")  # noqa: S608  # names of our own tables, invented people
    for table, its in rows.items():
        parts += [_insert(table, row, dialect) for row in its]
        if dialect == "postgresql" and its:
            parts += _counters(table)
    return "".join([*parts, GUARDS, "\n".join(guards), "\n"])


def _insert(table: Table, row: dict[str, Any], dialect: str) -> str:
    names = ", ".join(f'"{name}"' for name in row)
    values = ", ".join(_literal(value, dialect) for value in row.values())
    return f'INSERT INTO "{table.name}" ({names}) VALUES ({values});\n'  # noqa: S608  # names of our own tables, invented people


def _literal(value: Any, dialect: str) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return str(value).lower() if dialect == "postgresql" else str(int(value))
    if isinstance(value, bytes):
        return f"'\\x{value.hex()}'" if dialect == "postgresql" else f"X'{value.hex()}'"
    if isinstance(value, int | float):
        return repr(value)
    text = value.isoformat() if isinstance(value, date) else value if isinstance(value, str) else json.dumps(value)
    return "'" + text.replace("'", "''") + "'"


def _counters(table: Table) -> Iterator[str]:
    column = table.autoincrement_column
    if column is not None:
        name, key = table.name, column.name
        counter = f"pg_get_serial_sequence('{name}', '{key}')"
        yield f'SELECT setval({counter}, max("{key}")) FROM "{name}";\n'  # noqa: S608  # names of our own tables, invented people


def freeze() -> list[Path]:
    """Write the files of the newest version; where they are."""
    number = newest()
    if number in RELEASED:
        sys.exit(f"Version {number} was released. A changed table needs a new migration: scripts/write_migration.py.")
    files = []
    with tempfile.TemporaryDirectory() as place, postgres_server() as server, server.database() as empty:
        url = f"sqlite:///{place}/people.db"
        database = Database(make_engine(url))
        migrate(database)
        fill(database)
        with database.read() as connection:
            rows = rows_by_table(connection)
        database.close()
        for dialect, target in (("sqlite", f"sqlite:///{place}/empty.db"), ("postgresql", empty)):
            file = frozen_file(number, dialect)
            file.write_text(frozen_text(number, dialect, target, rows), "utf-8")
            files.append(file)
    return files


if __name__ == "__main__":
    for written in freeze():
        print(written)
