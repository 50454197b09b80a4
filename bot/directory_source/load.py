"""Directory data into the database: any file, the national lines, the sample places."""

from __future__ import annotations

import gc
import re
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from bot.directory.bundles import FORM
from bot.directory.edits import HAND
from bot.directory.report import BrokenFile, ImportReport
from bot.directory_source.download import USUAL_LIMITS, Limits, downloaded, is_web_address
from bot.directory_source.formats import NO_HINTS, Hints, Source, recognized
from bot.directory_source.opening import Member, digest_of, opened
from bot.directory_source.zip_rows import rows_of_lines, zip_lines
from bot.store.database import Database
from bot.store.directory_claim import ImportOvertaken
from bot.store.directory_import import DirectoryImport, known_digest, retire_source
from bot.store.directory_scratch import Scratch
from bot.store.zip_areas import count_zip_areas, fill_zip_areas

DATA = Path(__file__).resolve().parents[2] / "data" / "directory"
NATIONAL, SAMPLE = "national", "sample"
RESERVED = frozenset({NATIONAL, SAMPLE, HAND})
"""Sources that no file may be imported as."""

SHIPPED_SECONDS = 30
SELDOM = 100_000
USUAL = gc.get_threshold()
_SOURCE_NAME = re.compile(r"^[A-Za-z0-9][A-Za-z0-9 ._-]{0,79}$")


def import_path(
    database: Database,
    path: str,
    source: str | None = None,
    hints: Hints = NO_HINTS,
    dry_run: bool = False,
    now: datetime | None = None,
    limits: Limits = USUAL_LIMITS,
) -> ImportReport:
    """Import a file, a folder or what is behind a web address as ``source`` (its name without
    ending, if not given).

    Raises :class:`bot.directory.report.BrokenFile` with one sentence; nothing is changed then.
    """
    source = source or Path(urlsplit(path).path if is_web_address(path) else path).stem
    if not is_source_name(source) or source in RESERVED:
        raise BrokenFile(f"{source!r} cannot be the name of a source; give another one with --source.")
    with ExitStack() as stack:
        place = stack.enter_context(downloaded(path, limits)) if is_web_address(path) else Path(path)
        members = stack.enter_context(opened(place))
        return _apply(database, recognized(source, members, hints), _digest(members), dry_run, now)


def is_source_name(name: str) -> bool:
    """Whether a source may be called so."""
    return bool(_SOURCE_NAME.fullmatch(name))


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
    """Several machines of one line may start at once: whoever comes second waits for the first."""
    ensure_zip_areas(database)
    with opened(DATA / source / f"{source}.csv") as members:
        digest = _digest(members)
        for patience in range(SHIPPED_SECONDS, -1, -1):
            with database.read() as connection:
                if known_digest(connection, source) == digest:
                    return None
            try:
                report = _apply(database, Source(source, "csv", members), digest, False, now)
                break
            except ImportOvertaken:
                if not patience:
                    raise
                time.sleep(1.0)
    if report.rejected:
        first = report.rejected[0]
        raise BrokenFile(f"data/directory/{source}/{source}.csv, {first.where}: {first.reason}")
    return report


def _apply(database: Database, source: Source, digest: str, dry_run: bool, now: datetime | None) -> ImportReport:
    ensure_zip_areas(database)
    work = DirectoryImport(database, source.name, source.format, digest, now or datetime.now(UTC))
    with Scratch() as scratch, _seldom_collecting():
        return work.run(source.readings(scratch), scratch, dry_run)


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """An import makes millions of small records, none of them in a cycle: to look for cycles among them as often as
    usual is a seventh of its work."""
    gc.set_threshold(SELDOM, *USUAL[1:])
    try:
        yield
    finally:
        gc.set_threshold(*USUAL)


def _digest(members: tuple[Member, ...]) -> str:
    """Of the files and of the form that is made of them, so that a new form is loaded anew."""
    return f"{FORM}:{digest_of(members)}"[:64]
