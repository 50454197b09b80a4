"""The language of a text decides the language of the answer; short texts keep what was."""

from __future__ import annotations

import pytest

from bot.language import LinguaLanguages

LANGUAGES = LinguaLanguages()


@pytest.mark.parametrize(
    ("text", "before", "language"),
    [
        ("quiero hablar con alguien", "en", "es"),
        ("necesito comida para mis hijos", "en", "es"),
        ("hay reunion de AA 19104", "en", "es"),
        ("i need a place to stay tonight", "es", "en"),
        ("need a job n a ride to the interview 19104", "en", "en"),
        ("no", "es", "es"),
        ("ok", "en", "en"),
        ("19104", "es", "es"),
        ("MORE", "en", "en"),
    ],
)
def test_the_language_of_a_text(text: str, before: str, language: str) -> None:
    assert LANGUAGES.of(text, before) == language
