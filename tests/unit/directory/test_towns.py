"""Towns in texts: after a word of place, before a state, alone; namesakes are asked about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.directory.geography import Area
from bot.directory.town_reader import NOWHERE, TownRead, read_town
from bot.directory.towns import Gazetteer


def town(city: str, state: str, county: str, latitude: float, longitude: float, *zips: str) -> list[Area]:
    return [Area(zip, city, state, county, latitude, longitude, "America/New_York") for zip in zips]


AREAS = [
    *town("Philadelphia", "PA", "Philadelphia County", 39.95, -75.2, *(f"191{n:02}" for n in range(1, 60))),
    *town("Camden", "NJ", "Camden County", 39.93, -75.1, "08101", "08102", "08103", "08104", "08105"),
    *town("Camden", "SC", "Kershaw County", 34.25, -80.6, "29020", "29021"),
    *town("Springfield", "IL", "Sangamon County", 39.8, -89.6, *(f"627{n:02}" for n in range(1, 39))),
    *town("Springfield", "MA", "Hampden County", 42.1, -72.6, *(f"011{n:02}" for n in range(1, 22))),
    *town("Springfield", "PA", "Delaware County", 39.92, -75.3, "19064"),
    *town("Reading", "PA", "Berks County", 40.3, -75.9, *(f"196{n:02}" for n in range(1, 14))),
    *town("Mobile", "AL", "Mobile County", 30.7, -88.0, *(f"366{n:02}" for n in range(1, 39))),
    *town("Hope", "AR", "Hempstead County", 33.6, -93.6, "71801"),
    *town("Hope", "IN", "Bartholomew County", 39.3, -85.8, "47246"),
    *town("Espanola", "NM", "Rio Arriba County", 36.0, -106.1, "87532"),
    *town("Saint Louis", "MO", "St. Louis County", 38.6, -90.2, *(f"631{n:02}" for n in range(1, 60))),
    *town("New York", "NY", "New York County", 40.7, -74.0, *(f"100{n:02}" for n in range(1, 60))),
    *town("Marietta", "OH", "Washington County", 39.4, -81.45, "45750"),
    *town("Washington", "DC", "District of Columbia", 38.9, -77.0, *(f"200{n:02}" for n in range(1, 60))),
]
GAZETTEER = Gazetteer(AREAS, served=[(39.96, -75.2), (39.41, -81.45)])
COLUMBIA_SC = Area("29201", "Columbia", "SC", "Richland County", 34.0, -81.0, "America/New_York")


def said(text: str, asked: bool = False, home: Area | None = None, unclear: str = "") -> str:
    return read_town(text, GAZETTEER, home, asked, unclear).said


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("need food in camden", "Camden, NJ"),
        ("Camden SC", "Camden, SC"),
        ("looking for detox around camden, south carolina", "Camden, SC"),
        ("im in reading pa need a bed", "Reading, PA"),
        ("in reading", "Reading, PA"),
        ("im in mobile", "Mobile, AL"),
        ("busco comida en Española", "Espanola, NM"),
        ("cerca de filadelfia", "Philadelphia, PA"),
        ("need detox near phildelphia", "Philadelphia, PA"),
        ("rent help in washington county ohio", "Washington County, OH"),
        ("berks county", "Berks County, PA"),
        ("i live in Hope AR", "Hope, AR"),
        ("I live in St. Louis", "Saint Louis, MO"),
        ("i need rent help in philly", "Philadelphia, PA"),
        ("my brother is in mobile, im in philly", "Philadelphia, PA"),
        ("i moved here from philly, now im in marietta", "Marietta, OH"),
    ],
    ids=str,
)
def test_places_that_are_named(text: str, place: str) -> None:
    assert said(text) == place


@pytest.mark.parametrize(
    "text",
    [
        "i was reading in bed",
        "my mobile is dead",
        "there is no hope in me",
        "im in love",
        "i lost hope in my recovery",
        "im in treatment",
        "i need help in ohio",
        "springfield",
        "i may need food",
        "busco trabajo en una casa",
        "reading is fun",
        "my sponsor moved to florida",
        "i have to go in person",
        "Simon",
        "reunion de aa en español",
        "do they speak in spanish",
    ],
    ids=str,
)
def test_words_that_are_no_place(text: str) -> None:
    assert said(text) == ""


@pytest.mark.parametrize(
    ("text", "place"),
    [("camden", "Camden, NJ"), ("phildelphia", "Philadelphia, PA"), ("reading", "Reading, PA"), ("im in dc", "")],
    ids=str,
)
def test_an_answer_to_our_question_may_be_the_bare_name(text: str, place: str) -> None:
    assert said(text, asked=True) == place


@pytest.mark.parametrize("text", ["i dont know", "no", "food", "skip", "NO SÉ", "19104", "later", "day 11"], ids=str)
def test_an_answer_that_is_no_place(text: str) -> None:
    assert read_town(text, GAZETTEER, None, asked=True) == NOWHERE


def test_of_several_springfields_the_person_says_which() -> None:
    read = read_town("im in springfield", GAZETTEER, None, asked=False)
    assert (read.zip, read.unclear) == (None, "Springfield")
    for text, place in [("IL", "Springfield, IL"), ("illinois", "Springfield, IL"), ("the one in mass", "")]:
        assert said(text, asked=True, unclear="Springfield") == place
    assert said("springfield massachusetts", asked=True, unclear="Springfield") == "Springfield, MA"


def test_the_namesake_near_home_is_meant() -> None:
    assert said("in camden", home=COLUMBIA_SC) == "Camden, SC"
    assert said("in springfield", home=AREAS[0]) == "Springfield, PA"


def test_a_whole_text_is_told_apart_from_a_place_in_passing() -> None:
    assert read_town("Camden NJ", GAZETTEER, None, False) == TownRead("08101", "Camden, NJ", whole=True)
    assert not read_town("food in Camden NJ", GAZETTEER, None, False).whole


@given(st.text(max_size=120), st.booleans())
def test_any_text_is_read(text: str, asked: bool) -> None:
    read = read_town(text, GAZETTEER, None, asked)
    assert bool(read.zip) == bool(read.said)
    assert not (read.zip and read.unclear)
