"""A directory in a real database, on a map of a few towns only (all of them would take seconds)."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from bot.directory.place import Place
from bot.directory_source.zip_rows import rows_of_lines, zip_lines
from bot.store.database import Database, T, make_engine
from bot.store.directory_rows import place_of_row
from bot.store.directory_tables import directory_place
from bot.store.zip_areas import fill_zip_areas

TOWNS = ("190", "191", "169", "457", "875", "593", "021")
MONDAY_NOON = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)

ROW = {
    "organization": "Northside Works",
    "service": "Job help",
    "needs": "jobs",
    "phone": "215-555-0101",
    "address": "12 Elm St",
    "city": "Philadelphia",
    "state": "PA",
    "zip": "19104",
    "hours": "Mon-Fri 9-5",
    "languages": "en",
    "verified_on": "2026-11-01",
}


class StoppedClock:
    """A clock that always says the same."""

    def __init__(self, now: datetime = MONDAY_NOON) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now


@cache
def _lines() -> bytes:
    return zip_lines()


def fill_map(database: Database) -> None:
    """The ZIP codes of a few towns."""
    rows = [row for row in rows_of_lines(_lines()) if row["zip"].startswith(TOWNS)]
    database.write(lambda connection: fill_zip_areas(connection, rows))


def directory_file(migrated: Path, path: Path) -> Iterator[Database]:
    """A SQLite directory with the map filled, as a copy of an empty, migrated file."""
    shutil.copy(migrated, path)
    database = Database(make_engine(f"sqlite:///{path}"))
    fill_map(database)
    yield database
    database.close()


class Watched:
    """The database of an import, with something that happens just before one of its writes."""

    def __init__(self, database: Database, number: int, happens: Callable[[], object]) -> None:
        self._database, self._number, self._happens = database, number, happens
        self.is_sqlite, self.read = database.is_sqlite, database.read

    def write(self, work: Callable[[Connection], T]) -> T:
        self._number -= 1
        if self._number == 0:
            self._happens()
        return self._database.write(work)


def write_csv(path: Path, *rows: dict[str, str]) -> str:
    """A plain CSV with ``rows``; returns its path."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return str(path)


def offered(database: Database) -> dict[str, Place]:
    """Every place that could be offered now, by id."""
    with database.read() as connection:
        rows: Any = connection.execute(select(directory_place)).mappings().all()
        return {row["id"]: place_of_row(row) for row in rows}


def names(database: Database) -> list[str]:
    """Names of all places that could be offered now, sorted."""
    return sorted(place.name for place in offered(database).values())
