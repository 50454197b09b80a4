"""Staff's words over a source's: what counts, what a new file of the source does to it, and how it is undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from bot.directory.edits import FIELDS, HAND
from bot.directory.report import ImportReport
from bot.directory_source.load import import_path
from bot.store.database import Database
from bot.store.directory import SqlDirectory
from bot.store.directory_edit_tables import directory_edit
from bot.store.directory_pages import told_services
from bot.store.directory_tables import directory_address, directory_location, directory_place
from bot.store.place_keeping import (
    KeptPlace,
    bring_back,
    change_place,
    read_changes,
    read_kept,
    undo_change,
)
from bot.store.place_search import Asked, asked_of, search_places
from bot.store.place_standing import PERSON, judge_place, report_place
from bot.store.place_writing import add_place, make_public, make_secret
from tests.integration.directory_world import MONDAY_NOON, ROW, StoppedClock, fill_map, names, offered, write_csv

ANA, NOW = "staff:1", MONDAY_NOON.timestamp()
SECOND = ROW | {"organization": "Second Start", "phone": "215-555-0102", "address": "9 Oak St"}
NEW = {
    **dict.fromkeys(FIELDS, ""),
    "organization": "Southside Pantry",
    "service": "Food pantry",
    "needs": "food",
    "phones": "215-555-0107\nSpanish: 215-555-0108",
    "address": "3 Pine St",
    "city": "Philadelphia",
    "state": "PA",
    "zip": "19104",
    "hours": "daily 24 hours",
    "coverage": "local",
}


@pytest.fixture
def filled(database: Database, tmp_path: Path) -> Database:
    fill_map(database)
    bring(database, tmp_path, ROW, SECOND)
    return database


def bring(database: Database, tmp_path: Path, *rows: dict[str, str], dry_run: bool = False) -> ImportReport:
    """A file of the county's comes in."""
    return import_path(database, write_csv(tmp_path / "county.csv", *rows), "county", dry_run=dry_run, now=MONDAY_NOON)


def kept(database: Database, name: str = "Northside%") -> KeptPlace:
    with database.read() as connection:
        own = connection.execute(select(directory_place.c.id).where(directory_place.c.name.like(name))).scalar_one()
    return again(database, str(own))


def again(database: Database, own: str) -> KeptPlace:
    with database.read() as connection:
        found = read_kept(connection, own)
    assert found is not None
    return found


def change(database: Database, place: KeptPlace, **values: str) -> tuple[str, ...]:
    return database.write(lambda connection: change_place(connection, place, values, ANA, NOW))


def phone(database: Database, own: str) -> str:
    return offered(database)[own].phone


def test_a_changed_number_is_given_at_once_and_stays_when_the_same_file_comes_again(
    filled: Database, tmp_path: Path
) -> None:
    place = kept(filled)
    assert change(filled, place, phones="215-555-0155", hours="Sat 10am-2pm") == ("phones", "hours")
    assert phone(filled, place.id) == "215-555-0155"
    report = bring(filled, tmp_path, ROW, SECOND)
    assert (report.changed, report.unchanged) == (0, 2)
    assert phone(filled, place.id) == "215-555-0155"
    assert [each.byday for each in offered(filled)[place.id].schedules] == ["SA"]


def test_staffs_word_stays_when_the_source_changes_another_field(filled: Database, tmp_path: Path) -> None:
    place = kept(filled)
    change(filled, place, phones="215-555-0155", address="14 Elm St")
    report = bring(filled, tmp_path, ROW | {"hours": "Mon-Fri 8-4", "cost": "Free"}, SECOND)
    assert report.changed == 1
    now = offered(filled)[place.id]
    assert (now.phone, now.address) == ("215-555-0155", "14 Elm St, Philadelphia")
    assert now.schedules[0].opens_at == "08:00"


def test_the_source_has_the_word_again_once_it_changes_that_field_and_says_so(filled: Database, tmp_path: Path) -> None:
    place = kept(filled)
    change(filled, place, phones="215-555-0155", address="14 Elm St")
    rows = (ROW | {"phone": "215-555-0166"}, SECOND)
    dry = bring(filled, tmp_path, *rows, dry_run=True)
    assert any("changed its phones" in each.reason for each in dry.warnings)
    assert phone(filled, place.id) == "215-555-0155"
    bring(filled, tmp_path, *rows)
    now = offered(filled)[place.id]
    assert (now.phone, now.address) == ("215-555-0166", "14 Elm St, Philadelphia")
    with filled.read() as connection:
        told = {each.field: each.ended_by for each in read_changes(connection, place)}
    assert told == {"phones": "source", "address": ""}


def test_undo_gives_back_what_was_before_first_staffs_then_the_sources(filled: Database) -> None:
    place = kept(filled)
    change(filled, place, phones="215-555-0155")
    change(filled, again(filled, place.id), phones="215-555-0156")
    for expected in ("215-555-0155", "215-555-0101"):
        with filled.read() as connection:
            newest = next(each for each in read_changes(connection, place) if each.ended_at is None)
        done = filled.write(lambda connection, own=newest.id: undo_change(connection, place, own, ANA, NOW))
        assert done == "phones"
        assert phone(filled, place.id) == expected
    assert filled.write(lambda connection: undo_change(connection, place, newest.id, ANA, NOW)) is None


def test_saying_again_what_the_source_says_is_no_change_any_more(filled: Database) -> None:
    place = kept(filled)
    change(filled, place, phones="215-555-0155")
    change(filled, again(filled, place.id), phones="215-555-0101")
    assert again(filled, place.id).changed == frozenset()
    assert phone(filled, place.id) == "215-555-0101"


def test_a_new_street_moves_the_place_and_settles_what_was_reported(filled: Database) -> None:
    place = kept(filled)
    filled.write(lambda connection: report_place(connection, place.id, "moved", PERSON, NOW))
    before = offered(filled)[place.id]
    change(filled, again(filled, place.id), address="1 Main St", city="Marietta", state="OH", zip="45750")
    now = offered(filled)[place.id]
    assert now.address == "1 Main St, Marietta"
    assert (now.latitude, now.longitude) != (before.latitude, before.longitude)
    settled = again(filled, place.id)
    assert (settled.reported, settled.judged) == ("", "works")


def test_a_place_of_staffs_own_is_found_by_need_and_exported(filled: Database, tmp_path: Path) -> None:
    own = filled.write(lambda connection: add_place(connection, "one", NEW, False, ANA, NOW))
    place = offered(filled)[own]
    assert (place.source, place.phone, place.phone_es) == (HAND, "215-555-0107", "215-555-0108")
    found = SqlDirectory(filled, StoppedClock()).find(["food"], "19104", "en", (), 3).as_values()
    assert [each["name"] for each in found["lists"][0]["places"]] == ["Southside Pantry"]
    change(filled, again(filled, own), organization="Southside Food Hub", cost="Free")
    with filled.read() as connection:
        exported = {each[0].organization.name: each[0] for each in told_services(connection)}
    assert exported["Southside Food Hub"].service.fees_description == "Free"
    bring(filled, tmp_path, ROW)
    assert own in offered(filled)


def test_a_place_its_source_dropped_is_kept_when_staff_bring_it_back(filled: Database, tmp_path: Path) -> None:
    second = kept(filled, "Second%")
    bring(filled, tmp_path, ROW)
    assert names(filled) == ["Northside Works"]
    gone = again(filled, second.id)
    assert filled.write(lambda connection: bring_back(connection, gone, ANA, NOW))
    assert bring(filled, tmp_path, ROW | {"cost": "Free"}).retired == 0
    assert names(filled) == ["Northside Works", "Second Start"]
    with filled.read() as connection:
        mark = next(each for each in read_changes(connection, gone) if each.field == "kept")
    filled.write(lambda connection: undo_change(connection, gone, mark.id, ANA, NOW))
    assert names(filled) == ["Northside Works"]


def test_what_staff_make_phone_only_loses_its_address_everywhere_and_for_every_import(
    filled: Database, tmp_path: Path
) -> None:
    place = kept(filled)
    change(filled, place, address="14 Elm St", how_to_apply="Ring twice at 14 Elm St.")
    filled.write(lambda connection: make_secret(connection, again(filled, place.id), ANA, NOW))
    bring(filled, tmp_path, ROW | {"cost": "Free", "how_to_apply": "Call. Or come to 12 Elm St, Philadelphia."}, SECOND)
    now = offered(filled)[place.id]
    assert (now.confidential, now.address) == (True, "")
    assert again(filled, place.id).shown.service.application_process == "Call."
    with filled.read() as connection:
        streets = set(connection.execute(select(directory_address.c.address_1)).scalars())
        written = set(connection.execute(select(directory_edit.c.value)).scalars())
        exported = [each[0].organization.name for each in told_services(connection)]
    assert streets == {"9 Oak St"}
    assert not [value for value in written if "Elm St" in value]
    assert exported == ["Second Start"]
    with filled.read() as connection:
        assert connection.execute(select(directory_location.c.id)).all()


def test_an_address_is_public_again_only_with_the_address_in_the_same_breath(filled: Database, tmp_path: Path) -> None:
    place = kept(filled)
    filled.write(lambda connection: make_secret(connection, place, ANA, NOW))
    change(filled, again(filled, place.id), phones="215-555-0155")
    address = {"address": "20 Elm St", "city": "Philadelphia", "state": "PA", "zip": "19104"}
    filled.write(lambda connection: make_public(connection, again(filled, place.id), address, ANA, NOW))
    now = offered(filled)[place.id]
    assert (now.confidential, now.address, now.phone) == (False, "20 Elm St, Philadelphia", "215-555-0155")
    bring(filled, tmp_path, ROW, SECOND)
    assert offered(filled)[place.id].address == "12 Elm St, Philadelphia"


def test_a_secret_place_of_staffs_own_has_no_street_and_no_exact_position(filled: Database) -> None:
    values = NEW | {"address": ""}
    own = filled.write(lambda connection: add_place(connection, "two", values, True, ANA, NOW))
    place = offered(filled)[own]
    assert (place.confidential, place.address) == (True, "")
    assert again(filled, own).said.location is not None
    assert again(filled, own).said.location.position_from == "county"  # type: ignore[union-attr]  # asserted above


def test_places_are_found_by_name_town_zip_need_and_state(filled: Database, tmp_path: Path) -> None:
    bring(filled, tmp_path, ROW)
    filled.write(lambda connection: add_place(connection, "one", NEW, False, ANA, NOW))
    own = kept(filled).id
    change(filled, kept(filled), organization="Westside Works")
    filled.write(lambda connection: judge_place(connection, own, "closed", ANA, NOW))

    def found(words: str = "", need: str = "", state: str = "") -> list[str]:
        with filled.read() as connection:
            page = search_places(connection, asked_of(words, need, state))
        assert page.total == len(page.places)
        return [each.name for each in page.places]

    assert found() == ["Second Start", "Southside Pantry", "Westside Works"]
    assert found("pantry phila") == ["Southside Pantry"]
    assert found("west") == found("northside") == ["Westside Works"]
    assert found("1910", need="food") == ["Southside Pantry"]
    assert found(state="out") == ["Westside Works"]
    assert found(state="retired", need="jobs") == ["Second Start"]
    assert found("100%") == found("_") == []
    with filled.read() as connection:
        assert search_places(connection, Asked(need="food")).total == 1
