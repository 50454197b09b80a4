"""Which places come first, and how far one looks."""

import random
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.directory.found import Found
from bot.directory.geography import Area
from bot.directory.question import Question
from bot.directory.search import find
from tests.unit.directory.builders import MONDAY_NOON, PHILADELPHIA, PlacesInHand, place

NATIONAL = place("211", coverage="national", latitude=None, longitude=None, address="", phone="call 211")
STATEWIDE = place("state line", coverage="state", state="PA", latitude=None, longitude=None, address="")


def ask(
    *places: object,
    needs: tuple[str, ...] = ("jobs",),
    area: Area | None = PHILADELPHIA,
    language: str = "en",
    exclude: frozenset[str] = frozenset(),
    limit: int = 3,
    now: datetime = MONDAY_NOON,
) -> Found:
    return find(PlacesInHand(*places), Question(needs, area, language, exclude, limit, now))  # type: ignore[arg-type]


def names(found: Found, number: int = 0) -> list[str]:
    return [each.name for each in found.lists[number].places]


def test_the_nearer_comes_first() -> None:
    assert names(ask(place("far", 5), place("near", 1), place("middle", 3))) == ["near", "middle", "far"]


def test_an_open_place_beats_a_closed_one_that_is_a_little_nearer() -> None:
    closed = place("closed", 1, hours="Sat 9am-5pm")
    assert names(ask(closed, place("open", 3))) == ["open", "closed"]
    assert names(ask(closed, place("open", 8))) == ["closed", "open"]


def test_hours_count_in_the_time_zone_of_the_place() -> None:
    morning = "Mon 8am-11am"
    denver = place("in Denver", 2, hours=morning, timezone="America/Denver")
    found = ask(place("in New York", 1, hours=morning), denver)
    assert names(found) == ["in Denver", "in New York"], "at noon in the east it is 10 in Denver"
    assert found.lists[0].places[0].hours == "today 8-11am"


def test_spanish_speakers_get_places_that_speak_spanish_first() -> None:
    both = place("both", 4, languages=("en", "es"))
    assert names(ask(place("english", 1), both, language="es")) == ["both", "english"]
    assert names(ask(place("english", 1), both, language="en")) == ["english", "both"]


def test_a_place_that_was_never_verified_comes_later() -> None:
    unsure = place("unsure", 1, verified_on=None)
    old = place("old", 1, verified_on=date(2024, 1, 1))
    assert names(ask(unsure, old, place("sure", 2))) == ["sure", "old", "unsure"]


def test_priority_decides_between_equals() -> None:
    assert names(ask(place("b", priority=10), place("a", priority=20))) == ["b", "a"]


def test_no_house_fills_the_list() -> None:
    big = [place(f"big {number}", 0.1 * number, organization_id="big") for number in range(1, 5)]
    small = place("small", 6)
    assert names(ask(*big, small)) == ["big 1", "small", "big 2"]
    assert names(ask(*big)) == ["big 1", "big 2"]


def test_order_never_depends_on_chance() -> None:
    places = [place(f"place {number:02d}", 2) for number in range(12)]
    expected = names(ask(*places, limit=12))
    for seed in range(5):
        shuffled = list(places)
        random.Random(seed).shuffle(shuffled)
        assert names(ask(*shuffled, limit=12)) == expected


@pytest.mark.parametrize(("miles", "scope"), [(9.0, "near"), (20.0, "wide"), (60.0, "wide"), (90.0, "state")], ids=str)
def test_the_circle_widens_only_when_nothing_is_nearer(miles: float, scope: str) -> None:
    found = ask(place("only", miles), STATEWIDE, NATIONAL)
    assert found.lists[0].scope == scope
    assert names(found) == ["state line" if scope == "state" else "only"]


def test_another_states_line_is_not_offered() -> None:
    found = ask(replace(STATEWIDE, state="OH"), NATIONAL)
    assert (found.lists[0].scope, names(found)) == ("national", ["211"])


def test_without_a_zip_only_national_lines_are_honest() -> None:
    found = ask(place("near"), STATEWIDE, NATIONAL, area=None)
    assert (found.lists[0].scope, names(found)) == ("national", ["211"])
    assert found.lists[0].places[0].miles is None


def test_nothing_at_all_is_said_as_nothing() -> None:
    found = ask(place("near"), needs=("food",))
    assert found.as_values() == {
        "lists": [{"need": "food", "scope": "none", "places": [], "note": ""}],
        "zip_known": True,
    }


def test_more_goes_on_where_the_last_list_ended() -> None:
    places = [place(f"{miles}", float(miles)) for miles in (1, 2, 3, 4, 20)]
    seen: set[str] = set()
    scopes = []
    for _ in range(4):
        found = ask(*places, NATIONAL, exclude=frozenset(seen), limit=2)
        scopes.append((found.lists[0].scope, names(found)))
        seen.update(each.id for each in found.lists[0].places)
    assert scopes == [("near", ["1", "2"]), ("near", ["3", "4"]), ("wide", ["20"]), ("national", ["211"])]


def test_two_needs_do_not_name_one_place_twice_while_there_is_another() -> None:
    both = place("both", 1, needs=("jobs", "food"))
    pantry = place("pantry", 5, needs=("food",))
    found = ask(both, pantry, needs=("jobs", "food"))
    assert (names(found, 0), names(found, 1)) == (["both"], ["pantry"])
    alone = ask(both, needs=("jobs", "food"))
    assert (names(alone, 0), names(alone, 1)) == (["both"], ["both"])


def test_a_place_is_not_offered_before_its_first_or_after_its_last_day() -> None:
    today = MONDAY_NOON.date()
    ended = place("ended", valid_to=today - timedelta(days=1))
    coming = place("coming", valid_from=today + timedelta(days=1))
    last_day = place("last day", valid_from=today, valid_to=today)
    assert names(ask(ended, coming, last_day)) == ["last day"]


def test_a_place_without_phone_and_address_helps_nobody() -> None:
    assert names(ask(place("ghost", phone="", address=""), NATIONAL)) == ["211"]


def test_a_confidential_place_has_no_address_and_no_distance() -> None:
    found = ask(place("shelter", 2, address="", confidential=True))
    listed = found.lists[0].places[0]
    assert (listed.address, listed.miles, listed.phone) == (None, None, "215-555-0101")


def test_a_phone_only_service_does_not_win_by_the_middle_of_its_zip() -> None:
    by_phone = place("by phone", 0, address="")
    assert names(ask(by_phone, place("with a door", 2))) == ["with a door", "by phone"]


def test_values_are_plain_json_in_the_agreed_form() -> None:
    values = ask(place("Northside Works", 1.23, hours="Mon-Fri 9-5"), language="es").as_values()
    assert values == {
        "lists": [
            {
                "need": "jobs",
                "scope": "near",
                "places": [
                    {
                        "id": "Northside Works",
                        "name": "Northside Works",
                        "what": "ayuda con trabajo",
                        "phone": "215-555-0101",
                        "address": "12 Elm St, Philadelphia",
                        "hours": "hoy 9-5",
                        "miles": 1.2,
                        "when": None,
                        "only": None,
                    }
                ],
                "note": "",
            }
        ],
        "zip_known": True,
    }
