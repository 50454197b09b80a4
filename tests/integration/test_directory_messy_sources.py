"""Data as communities really have it: old forms of HSDS, publishers' own headings, meeting feeds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.directory.report import ImportReport
from bot.directory_source.formats import Hints
from bot.directory_source.load import import_path
from bot.directory_source.mapped import mapping_at
from bot.store.database import Database
from tests.integration.directory_world import MONDAY_NOON, directory_file, names, offered

PUBLIC = Path(__file__).resolve().parents[3] / "shared" / "data"
needs_public_data = pytest.mark.skipif(not PUBLIC.is_dir(), reason="there is no ../shared/data beside the project")

OLD_TABLES = {
    "organizations.csv": "id,name,url\n1,Northside,www.example.org\n",
    "locations.csv": (
        'id,organization_id,name,latitude,longitude,virtual,languages\n1,1,Elm House,,,false,"Spanish, Tagalog"\n'
    ),
    "services.csv": (
        'id,location_id,name,keywords,status,fees\n1,1,Helping Hands,"Food Pantry, Older Adults",active,None\n'
    ),
    "physical_addresses.csv": (
        "id,location_id,address_1,city,state_province,postal_code\n1,1,12 Elm St,Philadelphia,PA ,19104\n"
    ),
    "mail_addresses.csv": (
        "id,location_id,attention,address_1,city,state_province,postal_code\n1,1,Desk,PO Box 1,Philadelphia,PA,19104\n"
    ),
    "regular_schedules.csv": "id,service_id,weekday,opens_at,closes_at\n1,1,Monday-Friday,8:30AM,5:00 PM\n",
    "holiday_schedules.csv": "id,service_id,start_date,end_date,closed\n1,1,12/24/2026,12/25/2026,true\n",
    "phones.csv": "id,location_id,number,department,number_type\n1,1,215 555-0101,Front desk,voice\n",
}


@pytest.fixture
def directory(tmp_path: Path, migrated_sqlite: Path) -> Iterator[Database]:
    yield from directory_file(migrated_sqlite, tmp_path / "messy.db")


def bring(directory: Database, path: Path, source: str = "county", **hints: object) -> ImportReport:
    return import_path(directory, str(path), source, Hints(**hints), now=MONDAY_NOON)  # type: ignore[arg-type]  # plain names


def folder(tmp_path: Path, files: dict[str, str]) -> Path:
    place = tmp_path / "tables"
    place.mkdir(parents=True)
    for name, text in files.items():
        (place / name).write_text(text, encoding="utf-8")
    return place


def test_the_tables_of_an_early_version(directory: Database, tmp_path: Path) -> None:
    report = bring(directory, folder(tmp_path, OLD_TABLES))
    assert (report.added, report.rejected_count) == (1, 0)
    (place,) = offered(directory).values()
    assert (place.name, place.what, place.needs) == ("Northside", "Helping Hands", ("food",))
    assert (place.phone, place.address) == ("215-555-0101", "12 Elm St, Philadelphia")
    assert "es" in place.languages
    regular = next(each for each in place.schedules if each.opens_at)
    assert (regular.byday, regular.opens_at, regular.closes_at) == ("MO,TU,WE,TH,FR", "08:30", "17:00")
    said = " | ".join(each.reason for each in report.warnings)
    for mended in ("8:30AM", "Monday-Friday", "http://", "middle of its zip"):
        assert mended in said
    assert bring(directory, tmp_path / "tables").unchanged == 1


def test_what_belongs_to_nothing_is_named(directory: Database, tmp_path: Path) -> None:
    files = OLD_TABLES | {
        "organizations.csv": "id,name\n1,Northside\n2,Idle\n",
        "services_at_location.csv": "id,service_id,location_id\n9,gone,1\n",
        "phones.csv": "id,service_id,number\n1,gone,215-555-0101\n2,1,215-555-0102\n",
        "secrets.csv": "id\n1\n",
    }
    report = bring(directory, folder(tmp_path, files))
    assert [each.reason for each in report.rejected] == ["a place of a service that is not in the file"]
    said = " | ".join(f"{each.where} {each.reason}" for each in report.warnings)
    for lost in ("'Idle' offers no service", "phones.csv line 2 a record of phone", "secrets.csv is no table"):
        assert lost in said


def test_a_data_package_names_its_files(directory: Database, tmp_path: Path) -> None:
    resources = [{"name": "organization", "path": "who.csv"}, {"name": "service", "path": "data/what.csv"}]
    place = folder(
        tmp_path, {"who.csv": "id,name\n1,Northside\n", "datapackage.json": json.dumps({"resources": resources})}
    )
    (place / "data").mkdir()
    (place / "data" / "what.csv").write_text("id,organization_id,name\n1,1,Food pantry\n")
    assert bring(directory, place).added == 1
    assert names(directory) == ["Northside"]


def test_documents_of_version_two(directory: Database, tmp_path: Path) -> None:
    service = {
        "id": "s1",
        "name": "Evening help",
        "organization": {"id": "o1", "name": "Northside"},
        "eligibilitys": [{"eligibility": "Adults", "minimum_age": 18}],
        "service_taxonomys": [{"taxonomy": {"id": "t", "name": "Food Pantry", "vocabulary": "own"}}],
        "contacts": [{"id": "c", "phones": [{"number": 2155550101.0}]}],
        "service_at_locations": [
            {
                "location": {"id": "l1", "physical_addresses": [{"address_1": "1 Elm St", "postal_code": "19104"}]},
                "regular_schedule": {"weekday": "Monday", "opens_at": "09:00", "closes_at": "17:00"},
            }
        ],
    }
    (tmp_path / "feed.json").write_text(json.dumps([service]))
    assert bring(directory, tmp_path / "feed.json").rejected == ()
    (place,) = offered(directory).values()
    assert (place.needs, place.phone, place.minimum_age) == (("food",), "215-555-0101", 18)
    assert place.schedules[0].byday == "MO"


def test_one_phone_of_two_services_in_different_parts_of_a_file(directory: Database, tmp_path: Path) -> None:
    phone = {"id": "f", "number": "215-555-0101"}
    services = [
        {"id": f"s{n}", "name": "Food pantry", "organization": {"id": f"o{n}", "name": f"House {n}"}, "phones": [phone]}
        for n in range(1_200)
    ]
    (tmp_path / "many.json").write_text(json.dumps(services))
    assert bring(directory, tmp_path / "many.json").added == 1_200
    assert {place.phone for place in offered(directory).values()} == {"215-555-0101"}
    assert bring(directory, tmp_path / "many.json").unchanged == 1_200


def test_a_meeting_feed(directory: Database, tmp_path: Path) -> None:
    feed = [
        {"name": "Morning Light", "slug": "m", "day": 1, "time": "07:00", "address": "1 Elm St", "postal_code": "19104"}
    ]
    (tmp_path / "feed.json").write_text(json.dumps(feed))
    report = bring(directory, tmp_path / "feed.json")
    assert (report.format, report.added) == ("meeting-guide", 1)
    (place,) = offered(directory).values()
    assert (place.name, place.what, place.needs) == ("Morning Light", "AA meeting", ("meetings",))


@pytest.mark.parametrize("wrong", [{"day": 9}, {"time": "25:99"}, {"name": ""}])
def test_a_meeting_whose_row_turns_wrong_stays_as_it_was(
    directory: Database, tmp_path: Path, wrong: dict[str, object]
) -> None:
    meeting = {"name": "Morning Light", "slug": "m", "day": 1, "time": "07:00", "address": "1 Elm St"}
    other = meeting | {"name": "Evening Star", "slug": "e"}
    (tmp_path / "feed.json").write_text(json.dumps([meeting, other]))
    bring(directory, tmp_path / "feed.json")
    (tmp_path / "feed.json").write_text(json.dumps([meeting | wrong, other]))
    report = bring(directory, tmp_path / "feed.json")
    assert (report.rejected_count, report.retired) == (1, 0)
    assert sorted(names(directory)) == ["Evening Star", "Morning Light"]


TWO_SERVICES = OLD_TABLES | {
    "services.csv": OLD_TABLES["services.csv"] + "2,1,Second Helping,Food Pantry,active,None\n"
}
WITH_PLACES = TWO_SERVICES | {"services_at_location.csv": "id,service_id,location_id\n7,1,1\n"}


@pytest.mark.parametrize("tables", [TWO_SERVICES, WITH_PLACES])
@pytest.mark.parametrize(
    ("before", "after"), [("active,None\n", "active,None,,,what is this\n"), ("Helping Hands", "")]
)
def test_a_service_whose_row_turns_wrong_stays_as_it_was(
    directory: Database, tmp_path: Path, tables: dict[str, str], before: str, after: str
) -> None:
    place = folder(tmp_path, tables)
    assert bring(directory, place).added >= 2
    services = place / "services.csv"
    services.write_text(services.read_text("utf-8").replace(before, after, 1), "utf-8")
    report = bring(directory, place)
    assert report.rejected_count > 0
    assert report.retired == 0


def test_a_place_whose_own_row_turns_wrong_stays_as_it_was(directory: Database, tmp_path: Path) -> None:
    place = folder(tmp_path, WITH_PLACES)
    bring(directory, place)
    (place / "services_at_location.csv").write_text("id,service_id,location_id\n7,1,1,what is this\n")
    report = bring(directory, place)
    assert (report.rejected_count, report.retired) == (1, 0)


def test_a_list_in_its_own_headings(directory: Database, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(
        "Category,Organization name,Address,Zip Code,Days,Time: Open,Time: Close,"
        "People Served,Description,Phone Number\n"
        'Emergency Food,Elm Kitchen,"12 Elm St, Philadelphia, PA 19104",19104,Mon-Fri,9:00,4:30 PM,Men,,215-555-0101\n'
        'Medical,Oak Clinic,"1 Oak St, Philadelphia, PA 19104",19104,by the moon,,,,,"215-555-0102, 0103"\n'
    )
    report = bring(directory, tmp_path / "list.csv")
    assert (report.added, report.rejected_count) == (2, 0)
    found = {place.name: place for place in offered(directory).values()}
    assert found["Elm Kitchen"].schedules[0].closes_at == "16:30"
    assert (found["Oak Clinic"].needs, found["Oak Clinic"].schedules) == (("healthcare",), ())
    assert any("kept as words" in each.reason for each in report.warnings)


OF_PLACES = """
files:
  list.csv: {table: place, columns: {organization: Agency, address: Street, zip: Zip, phone: Phone, needs: {is: jobs}}}
"""
OF_TABLES = """
files:
  list.csv:
    - {table: organizations, columns: {id: Agency, name: Agency}}
    - {table: services, columns: {id: Agency, organization_id: Agency, name: Agency}}
    - {table: phones, columns: {service_id: Agency, number: Phone}}
"""


@pytest.mark.parametrize("mapping", [OF_PLACES, OF_TABLES], ids=["places", "tables"])
def test_a_line_in_other_headings_with_a_comma_too_many_keeps_its_place(
    directory: Database, tmp_path: Path, mapping: str
) -> None:
    (tmp_path / "ours.yml").write_text(mapping)
    place, hints = tmp_path / "list.csv", {"mapping": mapping_at(tmp_path / "ours.yml"), "needs": ("jobs",)}
    good = (
        'Agency,Street,Zip,Phone\n"Elm, Inc","1 Elm St, Suite 4",19104,215-555-0101\nOak,2 Oak St,19104,215-555-0102\n'
    )
    place.write_text(good)
    assert bring(directory, place, **hints).added == 2
    place.write_text(good.replace('"1 Elm St, Suite 4"', "1 Elm St, Suite 4"))
    report = bring(directory, place, **hints)
    assert (report.rejected_count, report.retired) == (1, 0)


@needs_public_data
@pytest.mark.parametrize(
    ("path", "needs", "counts"),
    [
        ("hsds3/examples/csv", (), (1, 1, 0)),
        ("ohana_sample_csv", (), (23, 23, 0)),
        ("ilao_hsds", ("legal",), (430, 429, 1)),
        ("florida_sample", ("legal",), (135, 134, 1)),
        ("philly_homeless/locations.csv", (), (35, 35, 0)),
        ("meetings/na_bmlt_greater_new_york.csv", (), (1555, 1555, 0)),
    ],
)
def test_public_data_comes_in_whole(
    directory: Database, path: str, needs: tuple[str, ...], counts: tuple[int, int, int]
) -> None:
    report = bring(directory, PUBLIC / path, needs=needs)
    assert (report.read, report.added, report.rejected_count) == counts
    assert bring(directory, PUBLIC / path, needs=needs).unchanged == counts[1]
