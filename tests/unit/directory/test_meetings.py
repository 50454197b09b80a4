"""Meeting feeds of every age become meetings on the right day, and nobody's name comes along."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.directory.meeting_formats import MEETING_GUIDE, TAXONOMY
from bot.directory.meeting_rows import NO_NAMES, is_meeting, meetings_of
from bot.directory.meetings import Meeting, read_meetings
from bot.directory.repairs import Repairs
from bot.directory.report import Problem, Reading
from bot.directory.traits import traits_of

PUBLIC = Path(__file__).resolve().parents[4] / "shared" / "data" / "meetings" / "meeting-guide-types.json"

GUIDE = {
    "name": "Morning Light",
    "slug": "morning-light",
    "day": 1,
    "time": "19:00",
    "end_time": "20:00",
    "types": ["O", "W", "ES"],
    "location": "Elm Street Church",
    "formatted_address": "12 Elm St, Philadelphia, PA 19104, USA",
    "latitude": 39.95,
    "longitude": -75.2,
}
BMLT = {
    "id": "7",
    "weekday_0sun": "0",
    "start_time": "19:30:00",
    "duration": "01:30:00",
    "formats": "O|St|WC",
    "lat": "40.8",
    "lon": "-73.9",
    "published": "1",
    "meeting_name": "One Day",
    "location_street": "1 Demo St",
    "location_municipality": "New York",
    "location_province": "NY",
    "location_postal_code_1": "10451",
}


def read(*rows: dict[str, Any], fellowship: str = "") -> Reading:
    repairs = Repairs()
    found = meetings_of(((f"[{n}]", row) for n, row in enumerate(rows)), repairs, fellowship)
    first, *_, last = read_meetings(found, "feed", repairs)
    return replace(first, warnings=last.warnings)


def one(row: dict[str, Any]) -> Meeting:
    (meeting,) = meetings_of([("[0]", row)], Repairs())
    assert isinstance(meeting, Meeting), meeting
    return meeting


def test_a_meeting_is_a_service_of_its_group_with_its_hour_and_formats() -> None:
    records = read(GUIDE).records
    assert records.organizations[0].name == "Morning Light"
    assert (records.services[0].name, records.services[0].needs) == ("AA meeting, women, Spanish, open", ("meetings",))
    assert records.services[0].name_es == "reunión de AA, mujeres, en español, abierta"
    schedule = records.schedules[0]
    assert (schedule.byday, schedule.opens_at, schedule.closes_at) == ("MO", "19:00", "20:00")
    address = records.addresses[0]
    assert (address.address_1, address.city, address.state_province) == ("12 Elm St", "Philadelphia", "PA")
    assert {(each.taxonomy, each.code) for each in records.attributes} == {(TAXONOMY, c) for c in ("O", "W", "ES")}
    assert [each.code for each in records.languages] == ["es"]


@pytest.mark.parametrize(
    ("types", "only"), [(["W", "O"], "Women"), (["M"], "Men"), (["O"], ""), (["M", "W"], ""), (["LGBTQ"], "")], ids=str
)
def test_a_meeting_of_women_is_for_women_only(types: list[str], only: str) -> None:
    (service,) = read(GUIDE | {"types": types}).records.services
    assert service.eligibility_description == only
    closed = {each for each in traits_of(service, "Morning Light", (), False) if each.startswith("only:")}
    assert closed == ({f"only:{only.lower()}"} if only else set())
    (bmlt,) = read(BMLT | {"formats": "|".join(types)}).records.services
    assert bmlt.eligibility_description == only


def test_narcotics_anonymous_by_day_and_time() -> None:
    records = read(BMLT).records
    schedule = records.schedules[0]
    assert (schedule.byday, schedule.opens_at, schedule.closes_at) == ("SU", "19:30", "21:00")
    assert records.services[0].name == "NA meeting, open"


@pytest.mark.parametrize(
    ("said", "days"),
    [
        (0, ("SU",)),
        ("6", ("SA",)),
        ([1, 3], ("MO", "WE")),
        ("Sunday", ("SU",)),
        ("tue", ("TU",)),
        (None, ()),
        ("2.0", ("TU",)),
    ],
)
def test_days_as_feeds_write_them(said: object, days: tuple[str, ...]) -> None:
    assert one(GUIDE | {"day": said}).days == days


@pytest.mark.parametrize(
    ("change", "times"),
    [
        ({"time": "7:30 PM", "end_time": ""}, ("19:30", "20:30")),
        ({"time": "23:30:00", "end_time": None}, ("23:30", "00:30")),
        ({"time": ""}, ("", "")),
    ],
)
def test_times_of_old_feeds(change: dict[str, Any], times: tuple[str, str]) -> None:
    meeting = one(GUIDE | change)
    assert (meeting.opens_at, meeting.closes_at) == times


def test_a_position_that_is_none_is_left_out_and_its_meeting_kept() -> None:
    repairs = Repairs()
    (meeting,) = meetings_of([("[4]", GUIDE | {"latitude": "north"})], repairs)
    assert isinstance(meeting, Meeting)
    assert (meeting.latitude, [each.where for each in repairs.problems()][:1]) == (None, ["[4]"])


@pytest.mark.parametrize(("change"), [{"day": 9}, {"time": "25:00"}, {"name": "  "}])
def test_a_wrong_meeting_is_named(change: dict[str, Any]) -> None:
    (problem,) = meetings_of([("[4]", GUIDE | change)], Repairs())
    assert isinstance(problem, Problem)
    assert problem.where == "[4]"


def test_nobodys_name_or_number_is_taken() -> None:
    private = {"contact_1_name": "Dana Q. Sample", "contact_1_phone": "215-555-0101", "email": "dana@example.org"}
    reading = read(GUIDE | private)
    assert "Dana" not in repr(reading.records)
    assert not reading.records.phones
    assert NO_NAMES in [each.reason for each in reading.warnings]


def test_a_meeting_one_joins_from_home_has_no_street() -> None:
    meeting = one(GUIDE | {"types": ["ONL", "TC"], "conference_url": "https://example.org/join"})
    assert (meeting.street, meeting.url) == ("", "https://example.org/join")
    assert one(BMLT | {"formats": "VM"}).street == ""


def test_one_slug_on_two_days_is_two_meetings_and_twice_the_same_is_one() -> None:
    assert len(read(GUIDE, GUIDE | {"day": 4}).records.services) == 2
    again = read(GUIDE, GUIDE | {"day": 4}, GUIDE | {"day": 4})
    assert again.rejected[0].reason == "is the same meeting as [1]"


def test_entities_and_tags_in_names() -> None:
    assert one(GUIDE | {"name": "Women&#8217;s <b>Step</b> Study"}).name == "Women’s Step Study"


def test_what_is_a_meeting_feed() -> None:
    assert is_meeting(GUIDE)
    assert is_meeting(BMLT)
    assert is_meeting(dict.fromkeys(("Time", "Day", "Name", "Location", "Types")))
    assert not is_meeting({"id": "1", "name": "Northside", "status": "active", "organization": {}})


def test_every_code_of_the_public_list_has_words() -> None:
    if not PUBLIC.is_file():
        pytest.skip("the public list of codes is not in ../shared/data/meetings")
    assert [code for code in json.loads(PUBLIC.read_text("utf-8")) if code not in MEETING_GUIDE] == []


values = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.lists(st.integers())


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from([*GUIDE, *BMLT, "types", "contact_1_name"]), values), st.booleans())
def test_no_feed_breaks_the_reading(change: dict[str, Any], old: bool) -> None:
    reading = read((BMLT if old else GUIDE) | change)
    assert reading.read == 1
    assert len(reading.records.services) + len(reading.rejected) == 1
