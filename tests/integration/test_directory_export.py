"""What goes out is HSDS 3.0, holds nothing confidential, and comes back as it was."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from bot.directory.hsds_export import guarded, service_document
from bot.directory.hsds_flat import rows_of
from bot.directory_source.export import write_tables
from bot.directory_source.load import import_path, load_national, load_sample
from bot.store.database import Database
from bot.store.directory_pages import told_services
from tests.integration.directory_world import ROW, directory_file, offered, write_csv

PUBLIC = Path(__file__).resolve().parents[3] / "shared" / "data" / "hsds3"
needs_public_data = pytest.mark.skipif(
    not PUBLIC.is_dir(), reason="the HSDS 3.0 schemas and examples are not in ../shared/data/hsds3"
)


@pytest.fixture
def empty(tmp_path: Path, migrated_sqlite: Path) -> Iterator[Database]:
    yield from directory_file(migrated_sqlite, tmp_path / "other.db")


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory, migrated_sqlite: Path) -> Iterator[Database]:
    for database in directory_file(migrated_sqlite, tmp_path_factory.mktemp("export") / "directory.db"):
        load_national(database)
        load_sample(database)
        yield database


def exported(database: Database, source: str | None = None) -> list[dict[str, Any]]:
    with database.read() as connection:
        return [service_document(bundles) for bundles in told_services(connection, source)]


def tables_of(services: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    tables: dict[str, dict[str, dict[str, Any]]] = {}
    for service in services:
        for name, row in rows_of("service", service):
            tables.setdefault(name, {})[row["id"]] = row
    return {name: list(rows.values()) for name, rows in tables.items()}


def validator(name: str) -> Draft202012Validator:
    schemas = {path.name: json.loads(path.read_text()) for path in (PUBLIC / "schema").glob("*.json")}
    known = [(file, DRAFT202012.create_resource(schema)) for file, schema in schemas.items()]
    return Draft202012Validator(
        schemas[name], registry=Registry().with_resources(known), format_checker=FormatChecker(["uuid", "date"])
    )


@needs_public_data
def test_every_service_validates_against_the_official_schema(shipped: Database) -> None:
    check = validator("service.json")
    services = exported(shipped)
    assert len(services) > 120
    assert [(s["name"], e.message) for s in services for e in check.iter_errors(s)] == []


@needs_public_data
def test_the_schema_check_can_fail() -> None:
    wrong = {"id": "1", "name": "x", "status": "active", "phones": [{"id": "2", "number": 5}]}
    assert {error.message for error in validator("service.json").iter_errors(wrong)} == {
        "'1' is not a 'uuid'",
        "'2' is not a 'uuid'",
        "5 is not of type 'string'",
    }


@needs_public_data
def test_every_table_has_the_columns_of_the_official_schema(shipped: Database) -> None:
    datapackage = json.loads((PUBLIC / "datapackage.json").read_text())
    official = {r["path"]: {f["name"] for f in r["schema"]["fields"]} for r in datapackage["resources"]}
    for name, rows in tables_of(exported(shipped)).items():
        assert set().union(*rows) <= official[name], name


def test_every_record_has_what_the_standard_requires(shipped: Database) -> None:
    required = {
        "services.csv": ("id", "name", "status", "organization_id"),
        "organizations.csv": ("id", "name", "description"),
        "locations.csv": ("id", "location_type"),
        "addresses.csv": ("id", "address_1", "city", "state_province", "postal_code", "country", "address_type"),
        "phones.csv": ("id", "number"),
        "service_at_location.csv": ("id", "service_id"),
    }
    tables = tables_of(exported(shipped))
    for name, columns in required.items():
        assert tables[name]
        assert all(row.get(column) is not None for row in tables[name] for column in columns), name


def test_confidential_places_stay_inside(shipped: Database) -> None:
    inside = {place.name for place in offered(shipped).values() if place.confidential}
    assert {"Example Safe Door", "Example Quiet Harbor", "Example Puerta Segura"} <= inside
    text = json.dumps(exported(shipped))
    assert not any(name in text for name in inside)


def test_json_comes_back_as_the_same_places(shipped: Database, empty: Database, tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    path.write_text(json.dumps(exported(shipped, "sample")), encoding="utf-8")
    _comes_back(shipped, empty, str(path))


def test_tables_come_back_as_the_same_places(shipped: Database, empty: Database, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    assert write_tables(folder, exported(shipped, "sample")) > 100
    _comes_back(shipped, empty, str(folder))


def _comes_back(shipped: Database, empty: Database, path: str) -> None:
    report = import_path(empty, path, "again")
    assert not report.rejected
    sent = {own: each for own, each in offered(shipped).items() if each.source == "sample" and not each.confidential}
    found = offered(empty)
    assert set(found) == set(sent)
    for own, place in sent.items():
        assert _comparable(found[own].__dict__) == _comparable(place.__dict__)
    assert import_path(empty, path, "again").unchanged == len(sent)


def _comparable(place: dict[str, Any]) -> dict[str, Any]:
    # A statewide line without a ZIP has no place from which a time zone could be told again.
    left_out = {"source"} | ({"timezone"} if place["latitude"] is None else set())
    times = tuple(sorted(repr(replace(each, id="", owner=each.owner.__class__())) for each in place["schedules"]))
    kept = {name: value for name, value in place.items() if name not in left_out | {"schedules"}}
    return kept | {"times": times, "languages": set(place["languages"])}


def test_cells_are_no_formulas(empty: Database, tmp_path: Path) -> None:
    row = ROW | {"description": "=HYPERLINK(1)", "eligibility": "@all", "cost": "-5 dollars"}
    import_path(empty, write_csv(tmp_path / "a.csv", row), "county")
    assert write_tables(tmp_path / "out", exported(empty)) == 1
    with (tmp_path / "out" / "services.csv").open(newline="", encoding="utf-8") as file:
        cells = [cell for line in csv.reader(file) for cell in line]
    assert {"'=HYPERLINK(1)", "'@all", "'-5 dollars"} <= set(cells)
    assert guarded(-75.2) == "-75.2"


@needs_public_data
@pytest.mark.parametrize(
    ("path", "places"),
    [
        ("examples/organization_full.json", 1),
        ("examples/service_full.json", 1),
        ("examples/service_at_location_full.json", 1),
        ("examples/service_list.json", 1),
        ("examples/service_at_location_list.json", 1),
        ("examples/tabular.json", 1),
        ("examples/csv", 1),
    ],
)
def test_the_official_examples_come_in(empty: Database, path: str, places: int) -> None:
    report = import_path(empty, str(PUBLIC / path), "example")
    assert (report.added, report.rejected) == (places, ())
    assert [place.needs for place in offered(empty).values()] == [("mental_health",)] * places
    assert import_path(empty, str(PUBLIC / path), "example").unchanged == places


@needs_public_data
def test_what_the_official_example_says_goes_out_again(empty: Database) -> None:
    import_path(empty, str(PUBLIC / "examples" / "service_full.json"), "example")
    (service,) = exported(empty)
    assert service["cost_options"][0]["amount"] == 35
    assert service["organization"]["funding"]
    assert [error.message for error in validator("service.json").iter_errors(service)] == []
