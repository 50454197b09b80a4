"""Misspelled words are repaired towards known ones; right words and Spanish are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sentences.normalise import normalise
from sentences.typos import Speller

SPELLER = Speller({"license": 3, "job": 9, "food": 5, "transportation": 2, "shelter": 4, "trabajo": 2}, {"kensington"})


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("my lisence got took", "my license got took"),
        ("sheltr tonight", "shelter tonight"),
        ("shleter", "shelter"),
        ("fooood", "food"),
        ("transportatoin", "transportation"),
        ("kensington", "kensington"),
        ("jub", "jub"),
        ("f00d 4 me", "food 4 me"),
        ("$helter", "shelter"),
        ("19104 401k 24hr", "19104 401k 24hr"),
        ("xyzzyq", "xyzzyq"),
        ("necesito un trabjo para mi", "necesito un trabjo para mi"),
    ],
)
def test_unknown_words_become_the_nearest_known_one(written: str, read: str) -> None:
    assert SPELLER.repair(written) == read


@pytest.mark.parametrize(
    ("text", "none"),
    [("qwzx", True), ("Qwzx plmk!", True), ("qwzx food", False), ("??", False), ("🙏", False), ("Kensington", False)],
)
def test_keys_hit_by_chance_are_told_from_words(text: str, none: bool) -> None:
    assert SPELLER.knows_no_word(text) is none


def test_the_commoner_of_two_equally_near_words_wins() -> None:
    assert Speller({"meeting": 5, "meating": 1}).repair("meetng meting") == "meeting meeting"


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_text_keeps_its_words_in_place(text: str) -> None:
    assert len(SPELLER.repair(text).split()) == len(normalise(text).split())


def test_a_very_long_word_costs_no_time() -> None:
    word = "ab" * 5000
    assert SPELLER.repair(word) in word
