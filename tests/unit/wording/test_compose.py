"""An answer of several responses becomes one text that fits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.message import NEEDS, RiskKind, Say
from bot.wording.compose import compose
from bot.wording.segments import count_segments
from bot.wording.yaml_file import WordingError
from tests.unit.wording.samples import HOUSE, NO_PHONE, VALUES, real_catalog, sentences

BOTH = ("en", "es")
PHONE = re.compile(r"\d{3}-\d{3}-\d{4}")


def text(*says: Say, language: str = "en", house: Mapping[str, str] = HOUSE, **options: Any) -> str:
    return compose(says, real_catalog(), language, house, **options)


def places(need: str, count: int, scope: str = "near") -> dict[str, Any]:
    return {
        "need": need,
        "scope": scope if count else "none",
        "places": [
            {
                "id": f"{need}-{number}",
                "name": f"Northside {need.title()} Center {number}",
                "what": "job help and coaching",
                "phone": f"215-555-01{number:02}",
                "address": f"{number}2 Example Street",
                "hours": "today 9-5",
                "miles": 1.5,
            }
            for number in range(1, count + 1)
        ],
    }


def resources(*lists: dict[str, Any], more: bool = False) -> Say:
    return Say("utter_resources", {"lists": list(lists), "more": more})


def test_responses_are_joined_into_one_text() -> None:
    assert text(Say("utter_thanks"), Say("utter_offer_coach")) == (
        "You are welcome. I am here when you need me. Would you like to talk with a person? Text YES."
    )


def test_the_language_decides_every_part() -> None:
    assert text(Say("utter_deny"), Say("utter_offer_coach"), language="es") == (
        "Esta bien. Aqui estoy cuando necesites algo. ¿Quieres hablar con una persona? Manda SI."
    ), "one segment without the accents, two with them"
    assert text(Say("utter_offer_coach"), language="es").endswith("Manda SÍ.")


def test_the_same_words_are_said_once() -> None:
    said = text(Say("utter_complaint"), Say("utter_offer_coach"), Say("utter_offer_coach"))
    assert said.count("Text YES") == 1


def test_nothing_to_say_is_an_empty_text() -> None:
    assert text() == ""


def test_a_name_that_no_file_holds_is_an_error() -> None:
    with pytest.raises(WordingError, match="utter_nonsense"):
        text(Say("utter_nonsense"))


def test_what_follows_the_welcome_begins_on_its_own_line() -> None:
    first, _, rest = text(Say("utter_welcome"), Say("utter_ask_zip", {"needs": ["jobs"]})).partition("\n")
    assert first.endswith("911 or 988.")
    assert rest == "I can look for jobs near you. What is your 5-digit ZIP code?"


@pytest.mark.parametrize("name", ["utter_help", "utter_case_waiting_end", "utter_assistant_down"])
@pytest.mark.parametrize("language", BOTH)
def test_the_house_phone_is_named_only_when_there_is_one(name: str, language: str) -> None:
    assert "555-010-0199" in text(Say(name), language=language)
    assert not re.search(r"\d{3}-\d{4}|\{|\b211\b", text(Say(name), language=language, house=NO_PHONE))


def test_a_variant_asked_for_by_name_gives_way_to_the_one_that_fits() -> None:
    assert text(Say("utter_help_no_phone")) == text(Say("utter_help"))
    assert text(Say("utter_assistant_down_phone"), house=NO_PHONE) == text(Say("utter_assistant_down"), house=NO_PHONE)


def test_places_come_with_their_phones_and_the_hint_at_more() -> None:
    said = text(resources(places("jobs", 2), more=True))
    assert said.splitlines()[0].startswith("1) Northside Jobs Center 1")
    assert said.splitlines()[1].startswith("2) ")
    assert said.splitlines()[2] == "Text MORE for others, or a number for details."


def test_without_more_there_is_no_hint() -> None:
    assert "MORE" not in text(resources(places("jobs", 1)))


def test_a_need_without_a_place_is_said_honestly_and_names_211() -> None:
    said = text(resources(places("jobs", 1), places("legal", 0)))
    assert said.startswith("I have no place for legal help on my list. Call 211")
    assert said.splitlines()[1].startswith("1) Northside Jobs Center 1")
    assert said.count("no place") == 1


@pytest.mark.parametrize("values", [{}, {"lists": None}, {"lists": []}, {"lists": [], "more": True}])
def test_no_list_at_all_is_said_honestly_too(values: Mapping[str, Any]) -> None:
    assert text(Say("utter_resources", values)).startswith("I have no place for help on my list. Call 211")


def test_places_take_the_room_the_sentences_leave() -> None:
    alone = text(resources(places("jobs", 5), places("food", 5)))
    beside = text(Say("utter_relapse"), resources(places("jobs", 5), places("food", 5)), Say("utter_offer_coach"))
    assert count_segments(alone) == count_segments(beside) == 3
    assert len(PHONE.findall(alone)) > len(PHONE.findall(beside)) >= 1
    assert "Thank you for telling me" in beside
    assert beside.endswith("Text YES.")


def test_a_person_who_wants_short_texts_still_gets_a_place_and_the_question() -> None:
    said = text(Say("utter_relapse"), resources(places("jobs", 3)), Say("utter_offer_coach"), segments=1)
    assert count_segments(said) == 1
    assert PHONE.search(said)
    assert said.endswith("Would you like to talk with a person? Text YES.")


def test_sentences_go_from_the_end_of_the_longest_response() -> None:
    said = text(Say("utter_relapse"), Say("utter_ask_zip", {"needs": ["food"]}), segments=1)
    assert said.startswith("Thank you for telling me. No blame here.")
    assert said.endswith("I can look for food near you. What is your 5-digit ZIP code?")
    assert count_segments(said) == 1


@pytest.mark.parametrize("kind", RiskKind)
@pytest.mark.parametrize("about", ["self", "other"])
@pytest.mark.parametrize("language", BOTH)
def test_a_crisis_text_is_never_shortened(kind: RiskKind, about: str, language: str) -> None:
    name = f"utter_crisis_{kind}_{about}"
    whole = text(Say(name), language=language)
    assert text(Say(name), language=language, segments=1) == whole
    first = text(Say("utter_welcome"), Say(name), resources(places("food", 5)), language=language)
    folded = first.translate(str.maketrans("áíóúÁÍÓÚ", "aiouAIOU"))
    assert whole.translate(str.maketrans("áíóúÁÍÓÚ", "aiouAIOU")) in folded
    assert count_segments(first) <= 3


def test_a_wish_for_short_texts_holds_the_question_after_a_text_with_988() -> None:
    said = text(Say("utter_concern_self"), Say("utter_offer_coach"), segments=1)
    assert "988" in said
    assert said.endswith("Text YES.")


def test_a_wish_for_short_texts_holds_no_places_back_behind_a_text_with_988() -> None:
    said = text(Say("utter_concern_self"), resources(places("food", 3)), segments=1)
    assert "988" in said
    assert PHONE.search(said)
    assert count_segments(said) == 2


def test_a_discreet_text_names_no_need() -> None:
    said = text(Say("utter_ask_zip", {"needs": ["housing"]}), discreet=True)
    assert said == "I can look for help near you. What is your 5-digit ZIP code?"


def test_emoji_in_a_name_make_letters_dear_and_the_text_still_fits() -> None:
    busy = places("jobs", 4)
    said = text(Say("utter_case_joined", {"coach": "Dana🌻"}), resources(busy))
    assert "🌻" in said
    assert PHONE.search(said)
    assert count_segments(said) <= 3


def _says() -> st.SearchStrategy[Say]:
    lists = st.lists(st.builds(places, st.sampled_from(NEEDS), st.integers(0, 5)), max_size=3)
    shown = st.builds(lambda found, more: Say("utter_resources", {"lists": found, "more": more}), lists, st.booleans())
    return st.one_of(shown, st.sampled_from([Say(name, VALUES) for name in sentences()] + [Say("utter_case_joined")]))


@settings(max_examples=150, deadline=None)
@given(st.lists(_says(), max_size=5), st.sampled_from(BOTH), st.integers(1, 3), st.sampled_from([HOUSE, NO_PHONE]))
def test_any_answer_fits_and_cuts_no_number(
    says: list[Say], language: str, segments: int, house: Mapping[str, str]
) -> None:
    said = text(*says, language=language, segments=segments, house=house)
    firm = re.search(r"911|988", said) or any(re.search("privacy|delete|welcome", say.name) for say in says)
    assert count_segments(said) <= (3 if firm else segments)
    assert bool(said) == bool(says)
    assert "{" not in said
    for digits in re.findall(r"[\d-]{8,}", said):
        assert PHONE.fullmatch(digits.removeprefix("1-"))
