"""The plain bot's directory: one SQLite table of made-up places."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

NEEDS = (
    "jobs",
    "transportation",
    "childcare",
    "housing",
    "food",
    "clothing",
    "legal",
    "education",
    "treatment",
    "mental_health",
    "healthcare",
    "harm_reduction",
    "meetings",
    "family",
    "benefits",
    "activities",
    "talk",
)
ZIPS = ("19104", "45750", "87501")
PLACES_EACH = 12
SHOWN = 3


def write_places(path: Path) -> None:
    """Make the database at ``path`` anew: ``PLACES_EACH`` places for each need and ZIP."""
    path.unlink(missing_ok=True)
    rows = [
        (need, code, f"{need.replace('_', ' ').title()} Place {number}", f"215-555-01{number:02d}", "Mon-Fri 9-5")
        for need in NEEDS
        for code in ZIPS
        for number in range(PLACES_EACH)
    ]
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE place (need TEXT, zip TEXT, name TEXT, phone TEXT, hours TEXT)")
        database.execute("CREATE INDEX place_by_need ON place (need, zip)")
        database.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?)", rows)


def find_places(path: str, need: str, zip_code: str, skip: int) -> list[tuple[str, str, str]]:
    """Name, phone and hours of the next ``SHOWN`` places."""
    with closing(sqlite3.connect(path)) as database:
        found = database.execute(
            "SELECT name, phone, hours FROM place WHERE need = ? AND zip = ? ORDER BY name LIMIT ? OFFSET ?",
            (need, zip_code, SHOWN, skip),
        )
        return [(str(name), str(phone), str(hours)) for name, phone, hours in found]
