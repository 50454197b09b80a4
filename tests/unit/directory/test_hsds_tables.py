"""HSDS documents, nested or flat, become the same tables."""

import pytest

from bot.directory.hsds_names import table_of_file
from bot.directory.hsds_tables import tables_of_document
from bot.directory.report import BrokenFile

NESTED = {
    "id": "org-1",
    "name": "Northside",
    "description": "Helps",
    "phones": [{"id": "phone-1", "number": "215-555-0101"}],
    "services": [
        {
            "id": "service-1",
            "name": "Job help",
            "status": "active",
            "service_at_locations": [
                {
                    "id": "place-1",
                    "location": {"id": "location-1", "location_type": "physical", "addresses": [{"id": "address-1"}]},
                    "phones": [{"id": "phone-1", "number": "215-555-0101"}],
                }
            ],
            "attributes": [{"id": "attribute-1", "taxonomy_term": {"id": "term-1", "name": "Work"}}],
        }
    ],
}


def test_children_know_their_parents() -> None:
    tables = tables_of_document(NESTED)
    assert tables.rows["service"]["service-1"].text("organization_id") == "org-1"
    place = tables.rows["service_at_location"]["place-1"]
    assert (place.text("service_id"), place.text("location_id")) == ("service-1", "location-1")
    assert tables.rows["address"]["address-1"].text("location_id") == "location-1"
    attribute = tables.rows["attribute"]["attribute-1"]
    assert (attribute.text("link_id"), attribute.text("taxonomy_term_id")) == ("service-1", "term-1")


def test_one_phone_under_two_owners_belongs_to_both() -> None:
    phones = tables_of_document(NESTED).rows["phone"].values()
    assert {(row.text("organization_id"), row.text("service_at_location_id")) for row in phones} == {
        ("org-1", ""),
        ("", "place-1"),
    }


@pytest.mark.parametrize(
    "document",
    [
        [NESTED],
        {"contents": [NESTED], "total_items": 1},
        {
            "organizations": [{"id": "org-1", "name": "Northside"}],
            "services": [{"id": "service-1", "name": "Job help"}],
        },
        {"organizations.csv": [{"id": "org-1", "name": "Northside"}], "services.csv": [{"id": "service-1"}]},
    ],
    ids=["list", "page", "flat", "flat with file names"],
)
def test_every_wrapping_is_understood(document: object) -> None:
    tables = tables_of_document(document)
    assert list(tables.rows["organization"]) == ["org-1"]
    assert list(tables.rows["service"]) == ["service-1"]


def test_a_service_that_carries_its_organization() -> None:
    tables = tables_of_document({"id": "s", "name": "x", "status": "active", "organization": {"id": "o", "name": "y"}})
    assert tables.rows["service"]["s"].text("organization_id") == "o"


@pytest.mark.parametrize("document", [{}, [], "text", 7, None, {"rows": []}, [[], {}], {"contents": []}])
def test_what_is_no_directory_is_refused(document: object) -> None:
    with pytest.raises(BrokenFile, match="HSDS"):
        tables_of_document(document)


def test_two_organizations_under_one_id_are_reported() -> None:
    tables = tables_of_document([{"id": "o", "name": "First"}, {"id": "o", "name": "Second"}])
    assert tables.rows["organization"]["o"].text("name") == "First"
    assert "already used" in tables.problems[0].reason


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("services.csv", "service"),
        ("data/phones.csv", "phone"),
        ("service_at_location", "service_at_location"),
        ("services_at_location.csv", "service_at_location"),
        ("regular_schedules.csv", "regular_schedule"),
        ("x", None),
    ],
)
def test_files_of_the_tabular_form(name: str, table: str | None) -> None:
    assert table_of_file(name) == table
