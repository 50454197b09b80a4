"""What staff hear about a text while they write it."""

from __future__ import annotations

import pytest

from bot.wording.example import spoken
from bot.wording.house_words import Draft, Level, is_safety, look_over
from tests.unit.wording.samples import HOUSE, real_catalog


def worst(response: str, text: str, language: str = "en") -> Level | None:
    catalog = real_catalog()
    shipped = catalog.text(response, language)
    found = look_over(Draft(response, language, text, shipped, spoken(text, catalog, language, HOUSE)))
    return found[0].level if found else None


def changed(response: str, old: str, new: str, language: str = "en") -> Level | None:
    text = real_catalog().text(response, language)
    assert old in text
    return worst(response, text.replace(old, new), language)


def test_the_shipped_texts_may_be_saved() -> None:
    for name in sorted(real_catalog().names):
        for language in ("en", "es"):
            assert worst(name, real_catalog().text(name, language), language) in (None, Level.ADVICE), (name, language)


@pytest.mark.parametrize("text", ["", "  ", "Thank you, {coach}", "Thank you {", "Thank you {name}!"])
def test_a_text_that_could_not_go_out_as_it_is_meant_breaks(text: str) -> None:
    assert worst("utter_thanks", text) is Level.BREAKS


def test_what_the_shipped_text_holds_must_stay() -> None:
    assert changed("utter_welcome", "{org}", "us") is Level.BREAKS
    assert changed("utter_welcome", "988", "a hotline") is Level.BREAKS
    assert changed("utter_welcome", "STOP", "no more") is Level.BARRED
    assert changed("utter_crisis_suicide_self", "call 911 if you can", "get help") is Level.BREAKS
    assert changed("utter_crisis_suicide_self", "oprime 2", "espera", "es") is None  # AYUDA al 988 is there
    assert changed("utter_other_medicine", "1-800-222-1222", "the poison line") is Level.BARRED
    assert changed("utter_check_suicide_self", "?", ".") is Level.BARRED


@pytest.mark.parametrize(
    "text",
    [
        "You are an addict and we can help.",
        "This is confidential.",
        "We will always be there for you.",
        "Are you clean?",
        "Te prometo que todo va a salir bien.",
        "Did your husband hit you?",
    ],
)
def test_blame_labels_promises_and_what_a_phone_must_not_show_are_barred(text: str) -> None:
    assert worst("utter_thanks", text) is Level.BARRED


def test_what_a_writer_may_weigh_is_only_said() -> None:
    assert worst("utter_thanks", "You are welcome.") is None
    assert worst("utter_thanks", "Somebody will call you.") is Level.ADVICE
    assert worst("utter_thanks", "A coach joins you soon.") is Level.ADVICE
    assert worst("utter_thanks", "Call 215-555-0101.") is Level.ADVICE
    hard = "Individuals experiencing considerable difficulties may consider professional consultation."
    assert worst("utter_thanks", hard) is Level.ADVICE


def test_what_costs_more_than_three_segments_would_be_cut_off() -> None:
    assert worst("utter_thanks", "You are welcome. " * 40) is Level.BARRED


def test_texts_about_danger_and_consent_are_read_by_two() -> None:
    catalog = real_catalog()
    both = ("utter_crisis_suicide_self", "utter_check_abuse_self", "utter_welcome", "utter_privacy")
    for name in (*both, "utter_opt_out", "utter_relapse", "utter_other_minor"):
        assert is_safety(name, *catalog.texts[name].values()), name
    for name in ("utter_thanks", "utter_need_jobs", "utter_resources"):
        assert not is_safety(name, *catalog.texts[name].values()), name
