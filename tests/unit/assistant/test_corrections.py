"""What stands behind a "no wait", and when it counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.understanding.corrections import rest_of, taken_back
from assistant.understanding.decide import Understood

NO = Understood("deny", 0.9, None, (), None, "none", None, "self")
RIDE = Understood("seek", 0.9, None, (("transportation", 0.9),), None, "none", None, "self")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("no wait, i need a place to sleep first", "i need a place to sleep first"),
        ("Wait no. Food first", "food first"),
        ("nah actually scratch that - a ride to court", "a ride to court"),
        ("no no, espera: comida primero", "comida primero"),
        ("nope, i just want a shower", "i just want a shower"),
        ("no i already got a lawyer", None),
        ("no need for food", None),
        ("no quiero ir a rehab", None),
        ("no wait", None),
        ("i need a ride, no wait", None),
        ("", None),
    ],
)
def test_the_rest_is_what_stands_behind_the_words_that_take_back(text: str, rest: str | None) -> None:
    assert rest_of(text) == rest


def test_a_plain_request_behind_a_no_counts_and_keeps_the_zip() -> None:
    assert taken_back(replace(NO, zip="19104"), RIDE) == replace(RIDE, zip="19104")


@pytest.mark.parametrize("risk", ["check", "crisis"])
def test_danger_behind_a_no_is_heard(risk: str) -> None:
    danger = replace(NO, act="crisis" if risk == "crisis" else "other", risk=risk, risk_kind="overdose", about="other")
    assert taken_back(NO, danger) == danger


@pytest.mark.parametrize("rest", [replace(RIDE, confidence=0.5), replace(RIDE, needs=()), replace(RIDE, act="other")])
def test_all_else_stays_the_refusal_it_is(rest: Understood) -> None:
    assert taken_back(NO, rest) is NO
