"""What of the records reaches an answer."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.directory.bundles import Bundle
from bot.directory.place import Place, place_of
from bot.directory.records import (
    Address,
    Language,
    Location,
    Organization,
    Owner,
    Phone,
    Schedule,
    Service,
    ServiceAtLocation,
)

BUNDLE = Bundle(
    ServiceAtLocation("p", "county", "s", "l"),
    Service("s", "county", "o", "Job help", needs=("jobs",)),
    Organization("o", "county", "Northside Works"),
    Location("l", "county", latitude=39.9, longitude=-75.2),
    (Address("a", "l", "12 Elm St", city="Philadelphia"),),
    (),
    (),
    (),
    (),
)


def placed(**changes: Any) -> Place:
    made = place_of(replace(BUNDLE, **changes))
    assert made is not None
    return made


def test_who_and_what() -> None:
    assert (placed().name, placed().what, placed().what_es) == ("Northside Works", "Job help", "Job help")
    spanish = replace(BUNDLE.service, name_es="Ayuda con trabajo")
    assert placed(service=spanish).what_es == "Ayuda con trabajo"


def test_a_name_is_not_said_twice() -> None:
    assert placed(service=replace(BUNDLE.service, name="Northside Works - Job help")).what == "Job help"
    assert placed(service=replace(BUNDLE.service, name="Northside Works")).what == ""


@pytest.mark.parametrize("status", ["inactive", "defunct", "temporarily closed"])
def test_a_closed_service_is_not_offered(status: str) -> None:
    assert place_of(replace(BUNDLE, service=replace(BUNDLE.service, status=status))) is None


def phone(number: str, type: str = "voice", description: str = "", language: str = "") -> Phone:
    return Phone(number, number, Owner(service_id="s"), "", type, description, language)


def test_the_first_number_to_call_and_never_a_fax() -> None:
    fax, sms, voice = phone("+12155550101", "fax"), phone("+12155550102", "sms"), phone("+12155550103")
    assert placed(phones=(fax, sms, voice)).phone == "215-555-0103"
    assert placed(phones=(fax, sms)).phone == "215-555-0102"
    assert placed(phones=(fax,)).phone == ""


def test_words_stand_for_the_number_only_when_they_hold_it() -> None:
    assert placed(phones=(phone("988", description="call or text 988"),)).phone == "call or text 988"
    assert placed(phones=(phone("+12155550101", description="front desk"),)).phone == "215-555-0101"


def test_spanish_speakers_get_their_own_number() -> None:
    both = (phone("+12155550101"), phone("+12155550102", language="es"))
    assert (placed(phones=both).phone, placed(phones=both).phone_es) == ("215-555-0101", "215-555-0102")
    assert placed(phones=both[:1]).phone_es == "215-555-0101"


def test_the_hours_of_the_place_outrank_those_of_its_house() -> None:
    house = Schedule("1", Owner(organization_id="o"), byday="MO", opens_at="09:00", closes_at="17:00")
    place = Schedule("2", Owner(service_at_location_id="p"), byday="TU", opens_at="09:00", closes_at="17:00")
    words = Schedule("3", Owner(service_at_location_id="p"), description="call first")
    assert placed(schedules=(place, house)).schedules == (place,)
    assert placed(schedules=(words, house)).schedules == (house,)


def test_languages_by_their_short_codes() -> None:
    said = tuple(Language(code, Owner(service_id="s"), code) for code in ("spa", "es-MX", "english", "vi"))
    assert placed(languages=said).languages == ("es", "en", "vi")


def test_a_digest_changes_with_anything_a_person_could_see() -> None:
    changed = [
        replace(BUNDLE, service=replace(BUNDLE.service, verified_on=date(2026, 11, 1))),
        replace(BUNDLE, phones=(phone("+12155550101"),)),
        replace(BUNDLE, organization=replace(BUNDLE.organization, name="Northside")),
        replace(BUNDLE, addresses=()),
    ]
    assert len({BUNDLE.digest(), *(each.digest() for each in changed)}) == len(changed) + 1
    assert replace(BUNDLE).digest() == BUNDLE.digest()
