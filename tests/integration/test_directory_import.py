"""A source comes in, changes, comes again, loses lines, breaks: what the directory then offers."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from bot.directory.report import BrokenFile
from bot.directory_source.load import import_path
from bot.store.database import Database
from bot.store.directory import SqlDirectory
from bot.store.directory_import import mark_address_public
from tests.integration.directory_world import MONDAY_NOON, ROW, StoppedClock, fill_map, names, offered, write_csv

SECOND = ROW | {"organization": "Second Start", "phone": "215-555-0102"}


@pytest.fixture
def filled(database: Database) -> Database:
    fill_map(database)
    return database


def counts(database: Database, path: str, source: str = "county", dry_run: bool = False) -> tuple[int, ...]:
    report = import_path(database, path, source, dry_run=dry_run, now=MONDAY_NOON)
    return (report.read, report.added, report.changed, report.unchanged, report.retired, len(report.rejected))


def test_the_same_file_again_changes_nothing(filled: Database, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", ROW, SECOND)
    assert counts(filled, path) == (2, 2, 0, 0, 0, 0)
    before = offered(filled)
    assert counts(filled, path) == (2, 0, 0, 2, 0, 0)
    assert offered(filled) == before


def test_a_new_phone_number_is_one_change(filled: Database, tmp_path: Path) -> None:
    counts(filled, write_csv(tmp_path / "a.csv", ROW, SECOND))
    assert counts(filled, write_csv(tmp_path / "b.csv", ROW | {"phone": "215-555-0199"}, SECOND)) == (2, 0, 1, 1, 0, 0)
    assert sorted(place.phone for place in offered(filled).values()) == ["215-555-0102", "215-555-0199"]


def test_a_line_that_vanishes_is_retired_and_may_come_back(filled: Database, tmp_path: Path) -> None:
    both, one = write_csv(tmp_path / "a.csv", ROW, SECOND), write_csv(tmp_path / "b.csv", ROW)
    counts(filled, both)
    assert counts(filled, one) == (1, 0, 0, 1, 1, 0)
    assert names(filled) == ["Northside Works"]
    assert counts(filled, both) == (2, 1, 0, 1, 0, 0)
    assert names(filled) == ["Northside Works", "Second Start"]


def test_sources_do_not_touch_each_other(filled: Database, tmp_path: Path) -> None:
    counts(filled, write_csv(tmp_path / "a.csv", ROW), "county")
    counts(filled, write_csv(tmp_path / "b.csv", SECOND), "city")
    assert counts(filled, write_csv(tmp_path / "c.csv", ROW | {"organization": "Third"}), "city") == (1, 1, 0, 0, 1, 0)
    assert names(filled) == ["Northside Works", "Third"]


def test_a_dry_run_tells_and_changes_nothing(filled: Database, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", ROW, SECOND)
    assert counts(filled, path, dry_run=True) == (2, 2, 0, 0, 0, 0)
    assert names(filled) == []


def test_a_line_that_turns_wrong_keeps_its_last_good_form(filled: Database, tmp_path: Path) -> None:
    named = [each | {"id": str(number)} for number, each in enumerate((ROW, SECOND))]
    counts(filled, write_csv(tmp_path / "a.csv", *named))
    wrong = write_csv(tmp_path / "b.csv", named[0], named[1] | {"hours": "whenever"})
    assert counts(filled, wrong) == (2, 0, 0, 1, 0, 1)
    assert names(filled) == ["Northside Works", "Second Start"]


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("cut.csv", 'organization,needs,phone\nNorthside,jobs,"215', "no whole CSV"),
        ("empty.csv", "organization,needs,phone\n", "no place in it"),
        ("all_wrong.csv", "organization,needs,phone\nNorthside,jobs,call us\n", "not a phone number"),
        ("cut.json", '[{"id": "o", "name": "North', "no whole JSON"),
        ("other.json", '{"hello": "world"}', "HSDS"),
        ("deep.json", "[" * 100_000, "no whole JSON"),
        ("none.zip", "no zip at all", "no whole zip"),
        ("letter.docx", "x", "missing: organization"),
    ],
)
def test_a_broken_file_changes_nothing(filled: Database, tmp_path: Path, name: str, text: str, sentence: str) -> None:
    counts(filled, write_csv(tmp_path / "good.csv", ROW, SECOND))
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(BrokenFile, match=sentence):
        counts(filled, str(tmp_path / name))
    assert names(filled) == ["Northside Works", "Second Start"]


@pytest.mark.parametrize(
    ("path", "source", "sentence"),
    [
        ("/nowhere/a.csv", "county", "no file or folder"),
        ("a.csv", "national", "cannot be the name of a source"),
        ("a.csv", "../x", "cannot be the name of a source"),
    ],
)
def test_what_cannot_be_imported_is_said_in_a_sentence(filled: Database, path: str, source: str, sentence: str) -> None:
    with pytest.raises(BrokenFile, match=sentence):
        import_path(filled, path, source)


def test_windows_letters_are_read_with_a_warning(filled: Database, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", ROW | {"organization": "Clínica Sol"})
    (tmp_path / "b.csv").write_bytes(Path(path).read_text(encoding="utf-8").encode("cp1252"))
    report = import_path(filled, str(tmp_path / "b.csv"), "county")
    assert names(filled) == ["Clínica Sol"]
    assert "Windows-1252" in report.warnings[0].reason


def hsds(organization: str = "11111111-1111-4111-8111-111111111111") -> list[dict[str, object]]:
    place = {
        "id": "22222222-2222-4222-8222-222222222222",
        "location": {"id": "l", "addresses": [{"id": "a", "postal_code": "19104", "address_1": "1 Demo St"}]},
    }
    return [
        {
            "id": "33333333-3333-4333-8333-333333333333",
            "name": "Food pantry",
            "status": "active",
            "organization": {"id": organization, "name": "Northside"},
            "phones": [{"id": "f", "number": "215-555-0101"}],
            "service_at_locations": [place],
        }
    ]


def test_nested_json_comes_in_and_can_be_found(filled: Database, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(hsds()), encoding="utf-8")
    assert counts(filled, str(tmp_path / "a.json")) == (1, 1, 0, 0, 0, 0)
    found = SqlDirectory(filled, StoppedClock()).find(["food"], "19104", "en", [], 3)
    (place,) = found.lists[0].places
    assert (place.id, place.phone) == ("22222222-2222-4222-8222-222222222222", "215-555-0101")


def test_ids_that_belong_to_another_source_are_refused(filled: Database, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(hsds()), encoding="utf-8")
    counts(filled, str(tmp_path / "a.json"), "first")
    report = import_path(filled, str(tmp_path / "a.json"), "second")
    assert (report.added, [each.reason for each in report.rejected]) == (
        0,
        ["its id already belongs to another source"],
    )
    assert len(offered(filled)) == 1


def test_hsds_tables_in_a_zip(filled: Database, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("data/organizations.csv", "id,name\no,Northside\n")
        archive.writestr("data/services.csv", "id,organization_id,name,status\ns,o,Food pantry,active\n")
        archive.writestr("data/phones.csv", "id,service_id,number\nf,s,215-555-0101\n")
        archive.writestr("data/surprise.csv", "id\n1\n")
    report = import_path(filled, str(tmp_path / "a.zip"), "county")
    assert report.added == 1
    assert any("surprise.csv" in each.where for each in report.warnings)


def test_the_same_id_twice_in_a_table_keeps_the_first(filled: Database, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "organizations.csv").write_text("id,name\no,Northside\no,Southside\n")
    (folder / "services.csv").write_text("id,organization_id,name,status\ns,o,Food pantry,active\n")
    report = import_path(filled, str(folder), "county")
    assert names(filled) == ["Northside"]
    assert any("already used at organizations.csv line 2" in each.reason for each in report.warnings)


SHELTER = ROW | {
    "organization": "Harbor",
    "service": "Domestic violence shelter",
    "needs": "housing",
    "address": "99 Secret Rd",
}


def test_the_address_of_a_shelter_is_nowhere_in_the_database(filled: Database, tmp_path: Path) -> None:
    counts(filled, write_csv(tmp_path / "a.csv", SHELTER))
    with filled.read() as connection:
        for table in ("address", "location", "place", "service_at_location", "service"):
            rows = connection.exec_driver_sql(f"SELECT * FROM directory_{table}").all()  # noqa: S608  # names above
            assert "99 Secret" not in repr(rows)


def test_staff_mark_it_public_and_the_next_import_brings_the_address(filled: Database, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", SHELTER)
    counts(filled, path)
    (place,) = offered(filled).values()
    filled.write(lambda connection: mark_address_public(connection, place.service_id, True, MONDAY_NOON))
    assert counts(filled, path) == (1, 0, 1, 0, 0, 0)
    assert [each.address for each in offered(filled).values()] == ["99 Secret Rd, Philadelphia"]
    filled.write(lambda connection: mark_address_public(connection, place.service_id, False, MONDAY_NOON))
    counts(filled, path)
    assert [each.address for each in offered(filled).values()] == [""]
    test_the_address_of_a_shelter_is_nowhere_in_the_database(filled, tmp_path)
