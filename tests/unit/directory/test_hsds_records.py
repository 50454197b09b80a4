"""HSDS tables become records, and nothing is lost without a word."""

from typing import Any

import pytest

from bot.directory.hsds_records import HsdsReader
from bot.directory.hsds_tables import tables_of_document
from bot.directory.records import record_id
from bot.directory.report import Reading


def read(**tables: list[dict[str, Any]]) -> Reading:
    return HsdsReader(tables_of_document(tables), "county").read()


ORGANIZATION = {"id": "o", "name": "Northside"}
SERVICE = {"id": "s", "organization_id": "o", "name": "Detox beds", "status": "active"}
LOCATION = {"id": "l", "location_type": "physical", "latitude": "39.95", "longitude": -75.2}
PLACE = {"id": "p", "service_id": "s", "location_id": "l"}


def test_a_whole_place() -> None:
    reading = read(
        organizations=[ORGANIZATION],
        services=[SERVICE | {"minimum_age": 18, "assured_date": "2026-10-01", "licenses": "yes"}],
        locations=[LOCATION],
        service_at_location=[PLACE],
        addresses=[{"id": "a", "location_id": "l", "address_1": "12 Elm St", "postal_code": "19104-1234"}],
        phones=[{"id": "f", "service_id": "s", "number": "(215) 555-0101", "extension": 7}],
        schedules=[
            {
                "id": "h",
                "service_id": "s",
                "freq": "WEEKLY",
                "byday": "MO,TU",
                "opens_at": "08:00",
                "closes_at": "17:00:00",
            }
        ],
        languages=[{"id": "g", "service_id": "s", "code": "es"}, {"id": "g2", "phone_id": "f", "code": "es"}],
    )
    assert not reading.rejected
    assert not reading.warnings
    records = reading.records
    service = records.services[0]
    assert (service.needs, service.minimum_age, service.extra) == (("treatment",), 18, {"licenses": "yes"})
    assert records.addresses[0].postal_code == "19104"
    phone = records.phones[0]
    assert (phone.number, phone.extension, phone.language) == ("+12155550101", "7", "es")
    assert (records.schedules[0].opens_at, records.schedules[0].closes_at) == ("08:00", "17:00")
    assert records.service_at_locations[0].id == record_id("county", "service_at_location", "p")


def test_taxonomy_terms_outrank_the_name() -> None:
    reading = read(
        organizations=[ORGANIZATION],
        services=[SERVICE],
        attributes=[{"id": "a", "link_id": "s", "taxonomy_term_id": "t"}],
        taxonomy_terms=[{"id": "t", "name": "Food Pantry"}],
    )
    assert reading.records.services[0].needs == ("food",)


def test_a_service_nobody_can_sort_is_kept_with_a_warning() -> None:
    reading = read(organizations=[ORGANIZATION], services=[SERVICE | {"name": "Tree planting"}])
    assert len(reading.records.services) == 1
    assert "no need is known" in reading.warnings[0].reason


def test_a_service_without_a_location_is_still_a_place() -> None:
    reading = read(organizations=[ORGANIZATION], services=[SERVICE])
    (place,) = reading.records.service_at_locations
    assert place.location_id is None


def test_what_cannot_be_used_is_named() -> None:
    reading = read(
        organizations=[ORGANIZATION, {"id": "o2", "name": " "}],
        services=[
            SERVICE | {"minimum_age": "-4", "url": "javascript:alert(1)", "email": "nobody"},
            SERVICE | {"id": "s2", "organization_id": "gone", "name": "Night shelter"},
            SERVICE | {"id": "s3", "name": ""},
        ],
        locations=[LOCATION | {"latitude": "north"}],
        service_at_location=[PLACE, {"id": "p3", "service_id": "s", "location_id": "x"}],
        phones=[{"id": "f", "service_id": "s", "number": "call us"}],
        schedules=[
            {"id": "h", "service_id": "s", "opens_at": "dawn", "closes_at": "dusk", "description": "all day"},
            {"id": "h2", "service_id": "s", "freq": "MONTHLY", "byyearday": "12", "opens_at": "09:00"},
        ],
        addresses=[{"id": "a2", "location_id": "l", "postal_code": "ABC 1234"}],
        nonsense=[{"id": "n"}],
    )
    assert [each.reason for each in reading.rejected] == ["a service without a name"]
    warned = " | ".join(each.reason for each in reading.warnings)
    for said in (
        "latitude left out",
        "kept without one",
        "phone left out",
        "'dawn' is no time of day",
        "byyearday is not understood",
        "no ZIP code",
        "not between 0 and 130",
        "is no web address",
        "is no e-mail address",
    ):
        assert said in warned
    assert reading.records.schedules[0].description == "all day"


def test_a_service_of_an_unknown_organization_stands_for_it() -> None:
    reading = read(services=[SERVICE | {"organization_id": "gone", "name": "Night shelter"}])
    assert [each.name for each in reading.records.organizations] == ["Night shelter"]


def test_a_service_that_names_no_location_is_at_its_organizations_only_one() -> None:
    house = LOCATION | {"organization_id": "o", "name": "Elm House"}
    (place,) = read(organizations=[ORGANIZATION], services=[SERVICE], locations=[house]).records.service_at_locations
    assert place.location_id == record_id("county", "location", "l")
    two = [house, house | {"id": "l2", "name": "Oak House"}]
    (place,) = read(organizations=[ORGANIZATION], services=[SERVICE], locations=two).records.service_at_locations
    assert place.location_id is None, "which of the two would be a guess"
    named = [house, house | {"id": "l2", "name": "detox beds"}]
    (place,) = read(organizations=[ORGANIZATION], services=[SERVICE], locations=named).records.service_at_locations
    assert place.location_id == record_id("county", "location", "l2")


def test_a_term_stands_for_what_its_ancestors_say_even_when_they_go_in_circles() -> None:
    reading = read(
        organizations=[ORGANIZATION],
        services=[SERVICE | {"name": "Evening classes"}],
        service_taxonomy=[{"service_id": "s", "taxonomy_id": "2"}],
        taxonomy=[{"id": "1", "name": "Education", "parent_id": "2"}, {"id": "2", "name": "Pottery", "parent_id": "1"}],
    )
    assert reading.records.services[0].needs == ("education",)


def test_a_status_outside_the_standard_is_never_offered() -> None:
    reading = read(organizations=[ORGANIZATION], services=[SERVICE | {"status": "maybe"}])
    assert reading.records.services[0].status == "inactive"
    assert "status" in reading.warnings[0].reason


def test_a_phone_of_a_contact_goes_to_what_the_contact_belongs_to() -> None:
    reading = read(
        organizations=[ORGANIZATION],
        services=[SERVICE],
        contacts=[{"id": "c", "service_id": "s", "name": "Front desk"}],
        phones=[{"id": "f", "contact_id": "c", "number": "215-555-0101"}],
    )
    assert reading.records.phones[0].owner.service_id == record_id("county", "service", "s")


@pytest.mark.parametrize(
    ("codes", "language"),
    [
        (["en", "es"], ""),
        (["es", "en"], ""),
        (["eng", "spa"], ""),
        (["eng"], ""),
        (["en-US"], ""),
        (["spa"], "es"),
        (["es", "es-MX"], "es"),
        ([], ""),
    ],
    ids=str,
)
def test_a_phone_answered_in_several_languages_is_everybodys(codes: list[str], language: str) -> None:
    spoken = [{"id": f"g{number}", "code": code} for number, code in enumerate(codes)]
    phone = {"id": "f", "service_id": "s", "number": "215-555-0101", "languages": spoken}
    (read_phone,) = read(organizations=[ORGANIZATION], services=[SERVICE], phones=[phone]).records.phones
    assert read_phone.language == language


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Main", "voice"),
        ("toll free", "toll-free"),
        ("Toll-Free Number", "toll-free"),
        ("24 hour line", "voice"),
        ("Voice/TTY", "voice"),
        ("", "voice"),
        ("Mobile", "cell"),
        ("Main fax", "fax"),
        ("TTY", "tty"),
        ("textphone", "tty"),
        ("Pager", "pager"),
    ],
    ids=str,
)
def test_a_phone_is_to_be_called_unless_its_type_says_otherwise(said: str, kind: str) -> None:
    phone = {"id": "f", "service_id": "s", "number": "215-555-0101", "type": said}
    (read_phone,) = read(organizations=[ORGANIZATION], services=[SERVICE], phones=[phone]).records.phones
    assert read_phone.type == kind
