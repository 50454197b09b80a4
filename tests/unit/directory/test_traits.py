"""Whom a place serves, what it costs and how it is reached, from its own words."""

from __future__ import annotations

import pytest

from bot.directory.records import Service
from bot.directory.traits import ages_of, traits_of


def traits(
    name: str = "Help", eligibility: str = "", fees: str = "", description: str = "", needs: str = "jobs"
) -> set[str]:
    service = Service(
        "1", "test", "2", name, eligibility_description=eligibility, fees_description=fees, description=description,
        needs=(needs,),
    )  # fmt: skip
    return set(traits_of(service, "Example House", (), virtual=False))


@pytest.mark.parametrize(
    ("name", "eligibility", "expected"),
    [
        ("Sober living for men", "", {"men", "only:men"}),
        ("Sober living", "Men 18 and older; people on methadone welcome", {"men", "only:men"}),
        ("Sober living for women and kids", "Women, children welcome", {"women", "children", "only:women"}),
        ("Clothes", "Men, women and children", {"men", "women", "children"}),
        ("Shelter", "Everybody", set()),
        ("WIC", "Women, Infants and Children", {"women", "children"}),
        ("Help with rent", "Veterans and their families", {"veterans", "children", "only:veterans"}),
        ("Job help, felony-friendly employers", "Adults with a record are welcome", {"reentry"}),
        ("Group", "Open to all, also veterans", {"veterans"}),
        ("Clinic for pregnant women", "", {"pregnant", "women", "only:women"}),
        ("Casa sobria para hombres", "", {"men", "only:men"}),
    ],
)
def test_whom_a_place_serves(name: str, eligibility: str, expected: set[str]) -> None:
    assert traits(name, eligibility) == expected


def test_people_named_in_a_description_set_no_limit() -> None:
    assert traits(description="Founded by women veterans.") == set()


@pytest.mark.parametrize(
    ("fees", "expected"),
    [("Free", {"free"}), ("No cost to you", {"free"}), ("Sliding fee", {"sliding"}), ("$20", set()), ("", set())],
)
def test_cost(fees: str, expected: set[str]) -> None:
    assert traits(fees=fees) == expected


def test_how_it_is_reached() -> None:
    assert traits("Free naloxone from our van", "Call and we come to you") == {"comes"}
    assert traits("Counseling by video", description="Zoom and telehealth") == {"online"}
    service = Service("1", "test", "2", "Tenant line")
    assert traits_of(service, "Law house", (), virtual=True) == ("phone",)


def test_kinds_of_meetings() -> None:
    assert traits("NA meeting, every day", needs="meetings") == {"na"}
    assert traits("AA women's meeting", needs="meetings") == {"aa", "women", "only:women"}
    assert traits("SMART Recovery on Zoom", needs="meetings") == {"smart", "online"}
    assert traits("NA meeting", needs="jobs") == set()


@pytest.mark.parametrize(
    ("eligibility", "expected"),
    [("18 and older", (18, None)), ("Adults", (18, None)), ("60+", (60, None)), ("Adults and children", (None, None))],
)
def test_ages_from_words(eligibility: str, expected: tuple[int | None, int | None]) -> None:
    assert ages_of(Service("1", "test", "2", "Help", eligibility_description=eligibility)) == expected


def test_a_records_own_ages_outrank_its_words() -> None:
    service = Service("1", "t", "2", "Help", eligibility_description="Adults", minimum_age=21, maximum_age=24)
    assert ages_of(service) == (21, 24)
