"""Asking for the ZIP, and doing without."""

from __future__ import annotations

import pytest

from tests.unit.actions.playing import Shelf, play


@pytest.mark.parametrize(
    ("act", "asks", "expected"),
    [
        ("seek", 0, ["utter_ask_zip"]),
        ("seek", 2, ["utter_ask_zip"]),
        ("deny", 1, ["utter_ask_zip_again"]),
        ("thanks", 1, ["utter_ask_zip_again"]),
        ("thanks", 2, []),
        ("location", 1, ["utter_ask_zip_town"]),
    ],
)
def test_how_the_zip_is_asked_for(act: str, asks: int, expected: list[str]) -> None:
    played = play("action_ask_zip", {"needs": ["jobs"], "zip_asks": asks}, act=act, in_form=True)
    assert played.names == expected


def test_the_question_names_the_needs_but_not_talk() -> None:
    assert play("action_ask_zip", {"needs": ["talk", "food"]}).says == [("utter_ask_zip", {"needs": ["food"]})]


def test_the_first_no_lets_the_form_ask_again_and_the_second_searches_without() -> None:
    assert play("action_deny", {"needs": ["food"], "zip_asks": 1}, act="deny", in_form=True).says == []
    shelf = Shelf({"food": ["f"]})
    second = play("action_deny", {"needs": ["food"], "zip_asks": 2}, act="deny", in_form=True, shelf=shelf)
    assert second.names == ["utter_without_zip", "utter_resources"]
    assert shelf.asked[0]["zip"] is None
    assert {"event": "active_loop", "timestamp": None, "name": None} in second.events


def test_yes_and_no_outside_the_question() -> None:
    assert play("action_deny", act="deny").names == ["utter_deny"]
    assert play("action_affirm", act="affirm").names == ["utter_affirm"]
    assert play("action_affirm", act="affirm", in_form=True).says == []


def test_a_zip_alone_is_noted_and_with_an_older_need_searched() -> None:
    slots = {"zip": "19104"}
    assert play("action_location", slots, act="location", zip_in_text=True).names == ["utter_zip_noted"]
    shelf = Shelf({"food": ["f"]})
    found = play("action_location", {**slots, "needs": ["food"]}, act="location", zip_in_text=True, shelf=shelf)
    assert found.names == ["utter_resources"]


def test_a_town_alone_is_asked_for_its_zip_even_if_an_older_zip_is_known() -> None:
    assert play("action_location", {"zip": "19104"}, act="location").names == ["utter_ask_zip_town"]
