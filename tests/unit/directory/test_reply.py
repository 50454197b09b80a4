"""Lists of places as lines of a text message."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.directory.letters import plain_letters
from bot.directory.reply import LEAST_ROOM, render_lists


def a_place(name: str, **changes: Any) -> dict[str, Any]:
    place = {
        "id": name,
        "name": name,
        "what": "job help",
        "phone": "215-555-0123",
        "address": "12 Elm St, Philadelphia",
        "hours": "today 9-5",
        "miles": 1.2,
    }
    return place | changes


def a_list(*places: dict[str, Any], need: str = "jobs", scope: str = "near") -> dict[str, Any]:
    return {"need": need, "scope": scope, "places": list(places)}


def test_with_room_everything_is_said() -> None:
    assert render_lists([a_list(a_place("Northside Works"))], "en", 300) == (
        "1) Northside Works, job help. 215-555-0123. 12 Elm St, Philadelphia. Today 9-5. 1.2 mi"
    )


def test_a_street_that_ends_with_a_point_is_followed_by_one_only() -> None:
    text = render_lists([a_list(a_place("Northside Works", address="12 Elm St."))], "en", 300)
    assert text == "1) Northside Works, job help. 215-555-0123. 12 Elm St. Today 9-5. 1.2 mi"


@pytest.mark.parametrize(
    ("room", "text"),
    [
        (
            200,
            "1) Northside Works, job help. 215-555-0123. 12 Elm St, Philadelphia. Today 9-5. 1.2 mi\n"
            "2) Second Start, job help. 215-555-0123. 12 Elm St, Philadelphia. Today 9-5. 1.2 mi",
        ),
        (
            150,
            "1) Northside Works, job help. 215-555-0123. 12 Elm St. Today 9-5. 1.2 mi\n"
            "2) Second Start, job help. 215-555-0123. 12 Elm St. Today 9-5. 1.2 mi",
        ),
        (
            135,
            "1) Northside Works, job help. 215-555-0123. 12 Elm St. Today 9-5. 1.2 mi\n"
            "2) Second Start, job help. 215-555-0123. Today 9-5. 1.2 mi",
        ),
        (
            105,
            "1) Northside Works, job help. 215-555-0123. 1.2 mi\n2) Second Start, job help. 215-555-0123. 1.2 mi",
        ),
        (95, "1) Northside Works, job help. 215-555-0123. 12 Elm St. Today 9-5. 1.2 mi"),
    ],
)
def test_town_then_address_then_hours_then_the_last_place_give_way(room: int, text: str) -> None:
    assert render_lists([a_list(a_place("Northside Works"), a_place("Second Start"))], "en", room) == text


def test_the_best_of_each_need_comes_first() -> None:
    lists = [a_list(a_place("Job 1"), a_place("Job 2")), a_list(a_place("Food 1"), a_place("Food 2"), need="food")]
    found = re.findall(r"\d\) (\w+ \d)", render_lists(lists, "en", 459))
    assert found == ["Job 1", "Food 1", "Job 2", "Food 2"]


def test_a_place_for_both_needs_is_named_once() -> None:
    line = a_place("211", phone="call 211", address=None, hours=None, miles=None)
    lists = [a_list(line, scope="national"), a_list(line, need="food", scope="national")]
    assert render_lists(lists, "en", 459) == "1) 211, job help. Call 211. Nationwide"


def test_how_far_one_had_to_look_is_said() -> None:
    wide = a_list(a_place("Hilltop", miles=24.0), scope="wide", need="housing")
    none = a_list(need="legal", scope="none")
    state = a_list(a_place("Line", miles=None, address=None), scope="state", need="talk")
    assert render_lists([wide, none, state], "en", 459).splitlines() == [
        "Nothing within 10 miles for housing, so these are farther.",
        "I have no place on my list for legal help.",
        "1) Hilltop, job help. 215-555-0123. 12 Elm St, Philadelphia. Today 9-5. 24 mi",
        "2) Line, job help. 215-555-0123. Today 9-5. Statewide",
    ]


def test_spanish() -> None:
    wide = a_list(
        a_place("Clínica Sol", what="médico", hours="mañana 9-5", miles=14.0), scope="wide", need="healthcare"
    )
    assert render_lists([wide], "es", 459) == (
        "No hay nada a menos de 10 millas para atencion médica; esto queda mas lejos.\n"
        "1) Clinica Sol, médico. 215-555-0123. 12 Elm St, Philadelphia. Mañana 9-5. 14 mi"
    )


def test_a_place_without_a_phone_keeps_its_address() -> None:
    lists = [a_list(*(a_place(f"House {number}", phone=None) for number in range(4)))]
    assert "12 Elm St" in render_lists(lists, "en", LEAST_ROOM)


def test_no_lists_give_no_text_and_no_room_is_a_mistake() -> None:
    assert render_lists([], "en", 300) == ""
    with pytest.raises(ValueError, match="room for"):
        render_lists([], "en", LEAST_ROOM - 1)


phones = st.sampled_from(["215-555-0123", "1-800-555-0100 x1234", "llama al 988 y oprime 2, o envía AYUDA al 988"])
words = st.text(max_size=48)
places = st.builds(
    a_place,
    words,
    id=st.uuids().map(str),
    what=words,
    phone=phones,
    address=st.none() | words,
    hours=st.none() | words,
    miles=st.none() | st.floats(0, 75).map(lambda miles: round(miles, 1)),
)
scopes = st.sampled_from(["near", "wide", "state", "national"])
lists_of_places = st.lists(
    st.builds(lambda found, scope: a_list(*found, scope=scope), st.lists(places, min_size=1, max_size=4), scopes),
    min_size=1,
    max_size=3,
)


@settings(max_examples=150, deadline=None)
@given(lists_of_places, st.sampled_from(["en", "es"]), st.integers(LEAST_ROOM, 459))
def test_it_always_fits_and_no_phone_is_cut(lists: list[dict[str, Any]], language: str, room: int) -> None:
    text = render_lists(lists, language, room)
    assert 0 < len(text) <= room
    best = plain_letters(lists[0]["places"][0]["phone"])
    assert best.lower() in text.lower()
    for number in re.findall(r"215-555-\d*", text):
        assert number == "215-555-0123"


@pytest.mark.parametrize("room", [111, 100])
def test_a_place_of_each_need_comes_before_a_long_name(room: int) -> None:
    food = a_list(a_place("Northside Community Pantry and Kitchen", what="food pantry"), need="food")
    bed = a_list(a_place("Saint Example House for Men and Women", what="shelter"), need="housing")
    text = render_lists([food, bed], "en", room)
    assert re.findall(r"\d\) \w+", text) == ["1) Northside", "2) Saint"]
    assert text.count("215-555-0123") == 2
    assert len(text) <= room
