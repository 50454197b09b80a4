"""A large file on SQLite is written in pieces: staff's words hold in each, and a stop between two is mended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, select
from sqlalchemy.exc import OperationalError

from bot.directory import plain_csv
from bot.directory.report import BrokenFile, ImportReport
from bot.directory_source.load import import_path
from bot.store import directory_import
from bot.store.database import Database
from bot.store.directory_claim import ImportOvertaken
from bot.store.directory_sources import read_sources, unfinished_sources
from bot.store.directory_tables import directory_place
from bot.store.place_keeping import change_place, read_changes, read_kept
from tests.integration.directory_world import MONDAY_NOON, ROW, Watched, directory_file, offered, write_csv

ANA, NOW = "staff:1", MONDAY_NOON.timestamp()
MANY = 9


@pytest.fixture
def directory(tmp_path: Path, migrated_sqlite: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """Nine places of the county's; what is large begins at three, and two are one piece."""
    monkeypatch.setattr(directory_import, "AT_ONCE", 2)
    monkeypatch.setattr(directory_import, "PIECE", 1)
    monkeypatch.setattr(plain_csv, "AT_ONCE", 2)
    for database in directory_file(migrated_sqlite, tmp_path / "pieces.db"):
        assert bring(database, tmp_path).added == MANY
        yield database


def rows(**changes: str) -> list[dict[str, str]]:
    return [
        ROW | {"id": str(n), "organization": f"House {n}", "phone": f"215-555-01{n:02}"} | changes for n in range(MANY)
    ]


def bring(database: Database, tmp_path: Path, **changes: str) -> ImportReport:
    path = write_csv(tmp_path / "county.csv", *rows(**changes))
    return import_path(database, path, "county", now=MONDAY_NOON)


def own(database: Database, name: str) -> str:
    with database.read() as connection:
        found = connection.execute(select(directory_place.c.id).where(directory_place.c.name == name))
        return str(found.scalar_one())


def change(database: Database, place: str, **values: str) -> None:
    def write(connection: Connection) -> None:
        kept = read_kept(connection, place)
        assert kept is not None
        assert change_place(connection, kept, values, ANA, NOW)

    database.write(write)


def ended(database: Database, place: str) -> dict[str, str]:
    """Who ended staff's words about a place, by field; empty while they count."""
    with database.read() as connection:
        kept = read_kept(connection, place)
        assert kept is not None
        return {each.field: each.ended_by for each in read_changes(connection, kept)}


def phone(database: Database, place: str) -> str:
    return offered(database)[place].phone


def unfinished_sources_of(database: Database) -> list[str]:
    with database.read() as connection:
        assert [each.name for each in read_sources(connection) if each.unfinished] == unfinished_sources(connection)
        return unfinished_sources(connection)


def full_disk() -> None:
    raise OperationalError("INSERT", None, RuntimeError("database or disk is full"))


def test_staffs_words_hold_in_every_piece_until_the_source_changes_that_very_field(
    directory: Database, tmp_path: Path
) -> None:
    first, last = own(directory, "House 0"), own(directory, "House 8")
    change(directory, first, phones="215-555-0155")
    change(directory, last, phones="215-555-0156", cost="Free")
    report = bring(directory, tmp_path, cost="5 dollars")
    assert report.changed == MANY
    overtaken = [each.reason for each in report.warnings if "what staff wrote" in each.reason]
    assert overtaken == ["the source changed its cost, so what staff wrote there counts no more"]
    assert (phone(directory, first), phone(directory, last)) == ("215-555-0155", "215-555-0156")
    assert ended(directory, last) == {"phones": "", "cost": "source"}
    assert bring(directory, tmp_path, cost="5 dollars").unchanged == MANY
    assert unfinished_sources_of(directory) == []


def test_an_import_that_stops_between_two_pieces_leaves_whole_places_and_is_completed_by_the_next(
    directory: Database, tmp_path: Path
) -> None:
    last = own(directory, "House 8")
    change(directory, last, phones="215-555-0156")
    stops = Watched(directory, 4, full_disk)  # the mark, two pieces, and then
    path = write_csv(tmp_path / "county.csv", *rows(phone="215-555-0199"))
    with pytest.raises(OperationalError, match="disk is full"):
        import_path(stops, path, "county", now=MONDAY_NOON)  # type: ignore[arg-type]  # a database, watched
    told = [offered(directory)[own(directory, f"House {n}")].phone for n in range(MANY)]
    assert told == ["215-555-0199"] * 4 + [f"215-555-01{n:02}" for n in range(4, 8)] + ["215-555-0156"]
    assert ended(directory, last) == {"phones": ""}
    assert unfinished_sources_of(directory) == ["county"]
    assert bring(directory, tmp_path).changed == 4  # the old file again: as if nothing had happened
    assert phone(directory, last) == "215-555-0156"
    assert bring(directory, tmp_path, phone="215-555-0199").changed == MANY
    assert {each.phone for each in offered(directory).values()} == {"215-555-0199"}
    assert ended(directory, last) == {"phones": "source"}
    assert unfinished_sources_of(directory) == []


def test_what_staff_write_while_the_import_goes_on_is_newer_than_its_file(directory: Database, tmp_path: Path) -> None:
    last = own(directory, "House 8")
    writes = Watched(directory, 3, lambda: change(directory, last, phones="215-555-0156"))
    path = write_csv(tmp_path / "county.csv", *rows(phone="215-555-0199"))
    import_path(writes, path, "county", now=MONDAY_NOON)  # type: ignore[arg-type]  # a database, watched
    assert phone(directory, last) == "215-555-0156"
    assert bring(directory, tmp_path, phone="215-555-0199", cost="Free").changed == MANY
    assert (phone(directory, last), ended(directory, last)) == ("215-555-0156", {"phones": ""})
    bring(directory, tmp_path, phone="215-555-0198")
    assert (phone(directory, last), ended(directory, last)) == ("215-555-0198", {"phones": "source"})


def test_a_large_file_that_breaks_at_its_end_changes_nothing(directory: Database, tmp_path: Path) -> None:
    path = Path(write_csv(tmp_path / "county.csv", *rows(phone="215-555-0199")))
    path.write_text(path.read_text("utf-8") + '"House 9,', "utf-8")
    before = offered(directory)
    with pytest.raises(BrokenFile, match="no whole CSV"):
        import_path(directory, str(path), "county", now=MONDAY_NOON)
    assert offered(directory) == before
    assert unfinished_sources_of(directory) == []


def test_what_a_large_file_drops_is_retired_with_its_last_piece(directory: Database, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "county.csv", *rows(cost="Free")[:5])
    assert import_path(directory, path, "county", now=MONDAY_NOON).retired == 4
    assert len(offered(directory)) == 5


def test_whoever_imports_the_source_between_two_pieces_wins_whole(directory: Database, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "slow.csv", *rows(phone="215-555-0199"))
    watched = Watched(directory, 4, lambda: bring(directory, tmp_path, phone="215-555-0188"))
    with pytest.raises(ImportOvertaken, match="Another import of 'county' came in between"):
        import_path(watched, path, "county", now=MONDAY_NOON)  # type: ignore[arg-type]  # a database, watched
    assert {each.phone for each in offered(directory).values()} == {"215-555-0188"}
    assert unfinished_sources_of(directory) == []
