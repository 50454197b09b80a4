"""Directory data into the database: any file, the national lines, the sample places."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from bot.directory.bundles import FORM
from bot.directory.report import BrokenFile, ImportReport
from bot.directory_source.files import ReadSource, read_source
from bot.directory_source.zip_rows import rows_of_lines, zip_lines
from bot.store.database import Database
from bot.store.directory_import import apply_import, known_digest, retire_source
from bot.store.zip_areas import count_zip_areas, fill_zip_areas

DATA = Path(__file__).resolve().parents[2] / "data" / "directory"
NATIONAL, SAMPLE = "national", "sample"
_SOURCE_NAME = re.compile(r"^[A-Za-z0-9][A-Za-z0-9 ._-]{0,79}$")


def import_path(
    database: Database,
    path: str,
    source: str | None = None,
    format: str | None = None,
    dry_run: bool = False,
    now: datetime | None = None,
) -> ImportReport:
    """Import a file or folder as ``source`` (its name without ending, if not given).

    Raises :class:`bot.directory.report.BrokenFile` with one sentence; nothing is changed then.
    """
    source = source or Path(path).stem
    if not _SOURCE_NAME.match(source) or source in (NATIONAL, SAMPLE):
        raise BrokenFile(f"{source!r} cannot be the name of a source; give another one with --source.")
    return _apply(database, read_source(path, source, format), source, dry_run, now)


def load_national(database: Database, now: datetime | None = None) -> ImportReport | None:
    """Load the national lines that ship with Warmline; ``None`` if they are loaded already."""
    return _load_shipped(database, NATIONAL, now)


def load_sample(database: Database, now: datetime | None = None) -> ImportReport | None:
    """Load the fictional sample places; ``None`` if they are loaded already."""
    return _load_shipped(database, SAMPLE, now)


def remove_sample(database: Database, now: datetime | None = None) -> int:
    """Retire the sample places, for a line that starts with real ones; how many there were."""
    moment = now or datetime.now(UTC)
    return database.write(lambda connection: retire_source(connection, SAMPLE, moment))


def ensure_zip_areas(database: Database) -> None:
    """Fill the table of ZIP codes if it is empty; takes about two seconds once."""
    with database.read() as connection:
        if count_zip_areas(connection):
            return
    lines = zip_lines()
    database.write(
        lambda connection: None if count_zip_areas(connection) else fill_zip_areas(connection, rows_of_lines(lines))
    )


def _load_shipped(database: Database, source: str, now: datetime | None) -> ImportReport | None:
    ensure_zip_areas(database)
    read = read_source(str(DATA / source / f"{source}.csv"), source)
    with database.read() as connection:
        if known_digest(connection, source) == _digest(read):
            return None
    report = _apply(database, read, source, False, now)
    if report.rejected:
        first = report.rejected[0]
        raise BrokenFile(f"data/directory/{source}/{source}.csv, {first.where}: {first.reason}")
    return report


def _apply(database: Database, read: ReadSource, source: str, dry_run: bool, now: datetime | None) -> ImportReport:
    if not read.reading.records.service_at_locations:
        # Else an empty or wrong file would retire everything the source ever had.
        first = f" ({read.reading.rejected[0].reason})" if read.reading.rejected else ""
        raise BrokenFile(f"There is no place in it that can be used{first}; nothing was changed.")
    ensure_zip_areas(database)
    moment = now or datetime.now(UTC)
    arguments = (read.reading, source, read.format, _digest(read), moment, dry_run)
    if dry_run:
        with database.read() as connection:
            return apply_import(connection, *arguments)
    return database.write(lambda connection: apply_import(connection, *arguments))


def _digest(read: ReadSource) -> str:
    """Of the file and of the form that is made of it, so that a new form is loaded anew."""
    return f"{FORM}:{read.digest}"[:64]
