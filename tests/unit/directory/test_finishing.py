"""Positions, time zones, and places that must not be found."""

from dataclasses import replace

import pytest

from bot.directory.bundles import Bundle, bundles
from bot.directory.finishing import finish
from bot.directory.place import place_of
from bot.directory.repairs import Repairs
from bot.directory.report import Reading
from tests.unit.directory.builders import PHILADELPHIA, SmallMap, read_lines

HEADER = "organization,service,needs,phone,address,city,state,zip,latitude,longitude,hours,confidential\n"


def finished(line: str, public: frozenset[str] = frozenset()) -> tuple[Reading, Bundle]:
    repairs = Repairs()
    reading = finish(read_lines(HEADER + line), SmallMap(), public, repairs)
    (bundle,) = bundles(reading.records)
    return replace(reading, warnings=(*repairs.problems(), *reading.warnings)), bundle


def test_a_zip_gives_position_and_time_zone() -> None:
    _, bundle = finished("Sol,Clinic,healthcare,505-555-0101,1 Demo St,Santa Fe,NM,87501,,,,")
    assert bundle.location is not None
    assert (bundle.location.position_from, bundle.location.timezone) == ("zip", "America/Denver")


def test_a_town_stands_in_for_a_missing_zip() -> None:
    _, bundle = finished("Sol,Clinic,healthcare,505-555-0101,1 Demo St,Santa Fe,NM,,,,,")
    assert bundle.location is not None
    assert (bundle.location.position_from, bundle.location.latitude) == ("city", 35.6975)


def test_the_sources_own_position_is_kept_and_tells_the_time_zone() -> None:
    _, bundle = finished("Sol,Clinic,healthcare,505-555-0101,1 Demo St,,,,35.7,-106.0,,")
    assert bundle.location is not None
    assert (bundle.location.latitude, bundle.location.timezone) == (35.7, "America/Denver")


def test_swapped_and_impossible_positions_are_repaired_with_a_warning() -> None:
    reading, bundle = finished("N,Jobs,jobs,215-555-0101,1 Demo St,,PA,19104,-75.2,39.95,,")
    assert bundle.location is not None
    assert (bundle.location.latitude, bundle.location.longitude) == (39.95, -75.2)
    assert "swapped" in reading.warnings[0].reason
    reading, bundle = finished("N,Jobs,jobs,215-555-0101,1 Demo St,,PA,19104,0,0,,")
    assert bundle.location is not None
    assert bundle.location.position_from == "zip"
    assert "are no position" in reading.warnings[0].reason


def test_a_place_nobody_can_locate_is_reported() -> None:
    reading, bundle = finished("N,Jobs,jobs,215-555-0101,1 Demo St,Nowhere,PA,,,,,")
    assert "in nobody's list" in reading.warnings[0].reason
    assert bundle.location is not None
    assert bundle.location.position_from == "none"


SHELTER = "Harbor,{service},housing,215-555-0101,99 Secret Rd,Philadelphia,PA,19104,39.9612,-75.2111,24/7,{mark}"


@pytest.mark.parametrize(
    ("service", "mark"),
    [
        ("Domestic violence shelter", ""),
        ("Safe bed", "yes"),
        *(
            (words, "")
            for words in (
                "Beds for human trafficking survivors",
                "Domestic-Violence program",
                "Domestic & sexual violence help",
                "A safehouse",
                "Intimate-partner help",
                "Casa: violencia familiar",
                "Tráfico de personas",
            )
        ),
    ],
)
def test_a_confidential_place_is_stored_without_address_and_true_position(service: str, mark: str) -> None:
    reading, bundle = finished(SHELTER.format(service=service, mark=mark))
    assert bundle.service.confidential
    assert "99 Secret Rd" not in repr(reading.records)
    assert "39.9612" not in repr(reading.records)
    assert bundle.location is not None
    assert (bundle.location.latitude, bundle.location.position_from) == (round(PHILADELPHIA.latitude, 1), "county")
    place = place_of(bundle)
    assert place is not None
    assert (place.phone, place.address, place.confidential) == ("215-555-0101", "", True)
    assert place.schedules, "its hours are no secret"


def test_the_words_of_a_confidential_place_lead_to_no_door() -> None:
    header = HEADER.replace("confidential\n", "confidential,how_to_apply,description\n")
    line = SHELTER.format(service="Domestic violence shelter", mark="")
    words = '"Call first. Then come to 99 Secret rd, back door.","Safe beds, 24 hours. Office: 12 N. Elm Street"'
    repairs = Repairs()
    reading = finish(read_lines(f"{header}{line},{words}"), SmallMap(), frozenset(), repairs)
    (service,) = reading.records.services
    assert (service.application_process, service.description) == ("Call first.", "Safe beds, 24 hours.")
    assert any("street" in each.reason for each in repairs.problems())
    public = finish(read_lines(f"{header}{line},{words}"), SmallMap(), frozenset({service.id}), Repairs())
    assert "99 Secret rd" in public.records.services[0].application_process


def test_a_longitude_that_lost_its_minus_sign_is_put_back() -> None:
    reading, bundle = finished("N,Jobs,jobs,215-555-0101,1 Demo St,,PA,19104,39.95,75.2,,")
    assert bundle.location is not None
    assert (bundle.location.latitude, bundle.location.longitude) == (39.95, -75.2)
    assert "minus sign" in reading.warnings[0].reason


def test_staff_may_mark_an_address_public() -> None:
    line = SHELTER.format(service="Domestic violence shelter", mark="")
    _, hidden = finished(line)
    for _, bundle in (
        finished(line, frozenset({hidden.service.id})),
        finished(SHELTER.format(service="Domestic violence shelter", mark="no")),
    ):
        place = place_of(bundle)
        assert place is not None
        assert (place.confidential, place.address) == (False, "99 Secret Rd, Philadelphia")


def test_a_public_office_in_the_same_house_keeps_its_address() -> None:
    reading = read_lines(
        HEADER
        + SHELTER.format(service="Domestic violence shelter", mark="")
        + "\nHarbor,Food pantry,food,215-555-0102,5 Open St,Philadelphia,PA,19104,,,,\n"
    )
    shelter, office = reading.records.service_at_locations
    shared = replace(
        reading.records,
        service_at_locations=(replace(shelter, location_id=office.location_id), office),
    )
    done = finish(replace(reading, records=shared), SmallMap(), frozenset(), Repairs())
    found = {bundle.service.name: place_of(bundle) for bundle in bundles(done.records)}
    assert found["Food pantry"] is not None
    assert found["Food pantry"].address == "5 Open St, Philadelphia"
    assert found["Domestic violence shelter"] is not None
    assert found["Domestic violence shelter"].address == ""
