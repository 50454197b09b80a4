"""Files that were made to do harm, or were harmed on their way: a clear report, nothing half done."""

from __future__ import annotations

import json
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.directory.report import BrokenFile, ImportReport
from bot.directory_source import hsds, json_records, opening
from bot.directory_source.load import import_path
from bot.store.database import Database
from tests.integration.directory_world import MONDAY_NOON, directory_file, names, offered

SERVICE: dict[str, Any] = {
    "id": "33333333-3333-4333-8333-333333333333",
    "name": "Food pantry",
    "status": "active",
    "organization": {"id": "11111111-1111-4111-8111-111111111111", "name": "Northside"},
    "phones": [{"id": "f", "number": "215-555-0101"}],
    "service_at_locations": [
        {
            "id": "p",
            "location": {"id": "l", "addresses": [{"id": "a", "address_1": "1 Elm St", "postal_code": "19104"}]},
        }
    ],
}


@pytest.fixture
def directory(tmp_path: Path, migrated_sqlite: Path) -> Iterator[Database]:
    yield from directory_file(migrated_sqlite, tmp_path / "bad.db")


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory, migrated_sqlite: Path) -> Iterator[Database]:
    yield from directory_file(migrated_sqlite, tmp_path_factory.mktemp("fuzz") / "fuzz.db")


def bring(directory: Database, path: Path) -> ImportReport:
    return import_path(directory, str(path), "county", now=MONDAY_NOON)


def bring_json(directory: Database, tmp_path: Path, *services: dict[str, Any]) -> ImportReport:
    (tmp_path / "county.json").write_text(json.dumps(services), encoding="utf-8")
    return bring(directory, tmp_path / "county.json")


def test_a_zip_bomb_is_refused_before_it_goes_off(directory: Database, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("services.csv", b"0" * (opening.SUSPECT_BYTES + 1))
    with pytest.raises(BrokenFile, match="unpacks to over 300 times its size"):
        bring(directory, tmp_path / "bomb.zip")


def test_many_small_bombs_are_one_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "SUSPECT_BYTES", 1_000_000)
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("services.csv", "phones.csv", "locations.csv"):
            archive.writestr(name, b"0" * 400_000)
    with (
        pytest.raises(BrokenFile, match=r"'bomb\.zip' unpacks to over 300 times"),
        opening.opened(tmp_path / "bomb.zip"),
    ):
        pass


def test_a_zip_of_more_than_the_limit_is_refused(
    directory: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "MOST_BYTES", 1_000)
    with zipfile.ZipFile(tmp_path / "big.zip", "w") as archive:
        archive.writestr("services.csv", random.Random(1).randbytes(2_000))
    with pytest.raises(BrokenFile, match="is larger than"):
        bring(directory, tmp_path / "big.zip")


def test_a_damaged_zip_changes_nothing(directory: Database, tmp_path: Path) -> None:
    path = tmp_path / "county.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("organizations.csv", "id,name\no,Northside\n")
        archive.writestr(
            "services.csv", "id,organization_id,name\n" + "".join(f"s{n},o,Food pantry\n" for n in range(900))
        )
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(BrokenFile, match="cannot be read to its end"):
        bring(directory, path)
    assert names(directory) == []


def test_whatever_byte_of_a_zip_is_damaged_ends_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "county.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("services.csv", "id,name\n" + "".join(f"s{n},Food pantry {n * 7 % 13}\n" for n in range(60)))
    whole, said = path.read_bytes(), list[str]()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        try:
            with opening.opened(path) as members:
                opening.digest_of(members)
        except BrokenFile as error:
            said.append(str(error))
    assert len(said) > len(whole) / 2
    assert all(each.endswith(".") for each in said)


def test_a_line_without_end_is_refused(directory: Database, tmp_path: Path) -> None:
    (tmp_path / "county.csv").write_text("organization,needs\n" + "x" * 3_000_000)
    with pytest.raises(BrokenFile, match="one line is longer"):
        bring(directory, tmp_path / "county.csv")


def test_a_record_without_end_is_refused(directory: Database, tmp_path: Path) -> None:
    (tmp_path / "county.json").write_text('[{"id": "' + "x" * 18_000_000)
    with pytest.raises(BrokenFile, match="larger than 16 MB"):
        bring(directory, tmp_path / "county.json")


def test_json_cut_after_many_good_records_changes_nothing(directory: Database, tmp_path: Path) -> None:
    text = json.dumps([SERVICE | {"id": f"s{n}"} for n in range(2_000)])
    (tmp_path / "county.json").write_text(text[:-40])
    with pytest.raises(BrokenFile, match="no whole JSON"):
        bring(directory, tmp_path / "county.json")
    assert names(directory) == []


def test_scripts_are_stripped_from_every_field(directory: Database, tmp_path: Path) -> None:
    evil = "<script>alert(1)</script>"
    service = json.loads(
        json.dumps(SERVICE).replace("Food pantry", f"Food {evil}pantry").replace("Northside", f"North{evil}")
    )
    report = bring_json(directory, tmp_path, service)
    assert "script" not in repr(offered(directory))
    assert any("HTML tags" in each.reason for each in report.warnings)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"minimum_age": -4}, "not between 0 and 130"),
        ({"minimum_age": 65, "maximum_age": 18}, "younger than its youngest"),
        ({"url": "javascript:alert(1)"}, "no web address"),
        ({"phones": [{"number": "call us"}]}, "not a phone number"),
        ({"status": ["active"]}, ""),
        ({"assured_date": "yesterday"}, "no date"),
        ({"schedules": [{"byday": "MO", "opens_at": "25:00", "closes_at": "9"}]}, "opening times left out"),
    ],
)
def test_a_wrong_field_is_left_out_and_named(
    directory: Database, tmp_path: Path, change: dict[str, Any], said: str
) -> None:
    report = bring_json(directory, tmp_path, SERVICE | change)
    assert report.added == 1
    assert said in " | ".join(each.reason for each in report.warnings)


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(0, 0), (-75.2, 39.95), (39.95, 75.2), (1000, 1000), ("north", "west"), (None, 5)]
)
def test_no_place_lands_in_the_sea(directory: Database, tmp_path: Path, latitude: object, longitude: object) -> None:
    service = json.loads(json.dumps(SERVICE))
    service["service_at_locations"][0]["location"] |= {"latitude": latitude, "longitude": longitude}
    bring_json(directory, tmp_path, service)
    (place,) = offered(directory).values()
    assert place.latitude == pytest.approx(39.95, abs=0.1)
    assert place.longitude == pytest.approx(-75.2, abs=0.1)


@pytest.mark.parametrize("number", [2155550101.0, "2.155550101E+09", "12155550101.00"])
def test_a_phone_as_a_number_of_a_spreadsheet(directory: Database, tmp_path: Path, number: object) -> None:
    bring_json(directory, tmp_path, SERVICE | {"phones": [{"number": number, "extension": 7.0}]})
    assert [place.phone for place in offered(directory).values()] == ["215-555-0101 x7"]


def test_a_phone_that_a_spreadsheet_rounded_is_left_out(directory: Database, tmp_path: Path) -> None:
    report = bring_json(directory, tmp_path, SERVICE | {"phones": [{"number": "2.15555E+09"}]})
    assert "not a phone number" in " | ".join(each.reason for each in report.warnings)
    assert [place.phone for place in offered(directory).values()] == [""]


def test_a_number_of_thousands_of_digits_is_no_directory(directory: Database, tmp_path: Path) -> None:
    (tmp_path / "county.json").write_text('{"id": "1", "name": "Food pantry", "minimum_age": ' + "1" * 5_000 + "}")
    with pytest.raises(BrokenFile, match="no whole JSON"):
        bring(directory, tmp_path / "county.json")


def test_a_data_package_without_end_is_not_read(
    directory: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hsds, "LARGEST_PACKAGE", 50)
    (tmp_path / "organizations.csv").write_text("id,name\no,Northside\n")
    (tmp_path / "services.csv").write_text("id,organization_id,name,status\ns,o,Food pantry,active\n")
    (tmp_path / "datapackage.json").write_text(json.dumps({"resources": [], "filler": "x" * 50}))
    report = bring(directory, tmp_path)
    assert report.added == 1
    assert "no data package that can be read" in " | ".join(each.reason for each in report.warnings)


@pytest.mark.parametrize("at_once", [4_000_000, 10])
def test_meetings_in_a_list_of_a_document_of_any_size(
    directory: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(json_records, "AT_ONCE", at_once)
    where = {"location_street": "1 Elm St", "location_municipality": "Philadelphia", "location_province": "PA"}
    row = where | {"id_bigint": "7", "meeting_name": "Hope", "weekday_tinyint": "2", "start_time": "19:00:00"}
    lists = {"formats": [{"key_string": "O"}], "meetings": [row, row | {"id_bigint": "8", "latitude": "north"}]}
    (tmp_path / "county.json").write_text(json.dumps(lists))
    report = bring(directory, tmp_path / "county.json")
    assert (report.format, report.added) == ("meeting-guide", 2)
    assert "a position that is none" in " | ".join(each.reason for each in report.warnings)


def test_one_id_for_two_places_keeps_the_first_and_says_so(directory: Database, tmp_path: Path) -> None:
    twice = json.loads(json.dumps(SERVICE)) | {"id": "44444444-4444-4444-8444-444444444444", "name": "Legal aid"}
    report = bring_json(directory, tmp_path, SERVICE, twice)
    assert "already used" in " | ".join(each.reason for each in report.warnings)
    assert len(offered(directory)) == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_whatever_a_spreadsheet_writes(directory: Database, tmp_path: Path, encoding: str, delimiter: str) -> None:
    text = "organization,needs,phone\nClínica Sol,healthcare,215-555-0101\n".replace(",", delimiter)
    (tmp_path / "county.csv").write_bytes(text.encode(encoding))
    assert bring(directory, tmp_path / "county.csv").added == 1
    assert names(directory) == ["Clínica Sol"]


NAMES = [*SERVICE, "location", "taxonomy"]
messy = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=30)
    | st.sampled_from(["1", "s", "MO", "9:00"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*SERVICE, "id", "location", "taxonomy"]), inner, max_size=4)
    ),
    max_leaves=12,
)
quiet = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@quiet
@given(st.dictionaries(st.sampled_from([*SERVICE, "schedules", "attributes", "languages", "contacts", "url"]), messy))
def test_no_document_breaks_the_import(fuzzed: Database, tmp_path: Path, change: dict[str, Any]) -> None:
    sentence, counted = ".", True
    try:
        report = bring_json(fuzzed, tmp_path, SERVICE | change)
        counted = report.added + report.changed + report.unchanged + report.rejected_count == report.read
    except BrokenFile as error:
        sentence = str(error)
    assert (sentence[-1], counted) == (".", True)


@quiet
@given(st.binary(max_size=300), st.sampled_from(["county.csv", "county.json", "county.zip", "services.csv"]))
def test_no_bytes_break_the_import(fuzzed: Database, tmp_path: Path, data: bytes, name: str) -> None:
    (tmp_path / name).write_bytes(data)
    sentence = "."
    try:
        bring(fuzzed, tmp_path / name)
    except BrokenFile as error:
        sentence = str(error)
    assert sentence.endswith(".")
