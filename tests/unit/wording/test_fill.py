"""Values in the gaps of texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from bot.wording.fill import fill, gaps
from tests.unit.wording.samples import real_catalog


def said(text: str, values: Mapping[str, Any], language: str = "en", discreet: bool = False) -> str:
    return fill(text, values, real_catalog(), language, discreet)


@pytest.mark.parametrize(
    ("needs", "english", "spanish"),
    [
        (["jobs"], "jobs", "trabajo"),
        (["jobs", "food"], "jobs and food", "trabajo y comida"),
        (["jobs", "food", "jobs", "legal"], "jobs, food and legal help", "trabajo, comida y ayuda legal"),
        ([], "help", "ayuda"),
        (["jobs", "food", "legal", "family"], "help", "ayuda"),
        (["moon_rockets"], "help", "ayuda"),
        (None, "help", "ayuda"),
    ],
)
def test_needs_are_named_in_plain_words(needs: list[str] | None, english: str, spanish: str) -> None:
    assert said("{needs}.", {"needs": needs}) == f"{english}."
    assert said("{needs}.", {"needs": needs}, "es") == f"{spanish}."


def test_a_discreet_text_names_no_need() -> None:
    assert said("I can look for {needs} near you.", {"needs": ["housing"]}, discreet=True) == (
        "I can look for help near you."
    )


def test_codes_of_the_house_become_words() -> None:
    assert said("{urgency}, {kind}", {"urgency": "crisis", "kind": "self_harm"}) == "urgent, self-harm"
    assert said("{urgency}, {kind}", {"urgency": "crisis", "kind": "self_harm"}, "es") == "urgente, autolesión"
    assert said("{kind}", {"kind": None}) == "not clear"


def test_abuse_is_not_named_to_a_coach_either() -> None:
    assert said("{kind}", {"kind": "abuse"}) == "personal safety"


def test_a_coach_is_named_by_first_name_only() -> None:
    assert said("{coach} is here.", {"coach": "Dana Whitfield"}) == "Dana is here."


def test_the_phone_is_written_as_people_write_it() -> None:
    assert said("Call {human_phone}.", {"human_phone": "+12155550100"}) == "Call 215-555-0100."
    assert said("Call {human_phone}.", {"human_phone": "+442055501000"}) == "Call +442055501000."


def test_zero_minutes_are_said() -> None:
    assert said("{minutes} min", {"minutes": 0}) == "0 min"


def test_missing_values_leave_no_hole() -> None:
    assert said("{coach}, a peer coach, is here.", {}) == "Somebody, a peer coach, is here."
    assert said("Got it, {zip}. What next?", {"zip": None}) == "Got it. What next?"
    assert said("Case {code} waits", {}) == "Case waits"
    assert said("Please try again. {code}", {"code": ""}) == "Please try again."


def test_braces_and_line_breaks_inside_a_value_do_nothing() -> None:
    assert said("{word}!", {"word": "{org}", "org": "Warmline"}) == "{org}!"
    assert said("{word}!", {"word": "a\n\nb"}) == "a b!"
    assert said("{word!r} {0}", {"word": "x"}) == "{word!r} {0}"


def test_gaps_are_found() -> None:
    assert gaps("{org}: case {code}") == {"org", "code"}
