"""Texts that are nothing but a keyword."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.consent.keywords import Keyword, keyword
from bot.consent.optout import help_me, wants_no_texts

STOP_WORDS = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT", "ALTO", "PARAR", "BAJA"]


@pytest.mark.parametrize("word", STOP_WORDS)
def test_every_stop_word_of_the_contract_stops(word: str) -> None:
    for written in (word, word.lower(), word.title(), f" {word}. ", f"“{word}”", f"{word}!!", f"{word} 🙏"):
        assert keyword(written) is Keyword.STOP


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("START", Keyword.START),
        ("unstop", Keyword.START),
        ("Help", Keyword.HELP),
        ("info?", Keyword.HELP),
        ("AYUDA", Keyword.HELP),
        ("Privacy", Keyword.PRIVACY),
        ("privacidad", Keyword.PRIVACY),
        ("DELETE", Keyword.DELETE),
        ("borrar", Keyword.DELETE),
        ("short", Keyword.SHORT),
        ("CORTO", Keyword.SHORT),
        ("no call", Keyword.NO_CALL),
        ("NOT SAFE", Keyword.NOT_SAFE),
        ("not my phone", Keyword.NOT_SAFE),
        ("this phone isn’t safe", Keyword.NOT_SAFE),
        ("they check my phone", Keyword.NOT_SAFE),
        ("my husband reads my texts", Keyword.NOT_SAFE),
        ("No es seguro este teléfono", Keyword.NOT_SAFE),
        ("me revisan el celular", Keyword.NOT_SAFE),
    ],
)
def test_keywords(text: str, meant: Keyword) -> None:
    assert keyword(text) is meant


@pytest.mark.parametrize(
    "text",
    [
        "YES", "yes", "sí", "ok", "no", "", "   ", "🙏",
        "stop using", "i want to stop", "STOP PLEASE", "quit smoking", "the end", "cancel my ride",
        "help me", "HELP!!", "help with rent", "i need info on detox",
        "make it stop", "ya no más", "no puedo más", "im done",
        "the shelter is not safe at night", "i lost my phone",
    ],
)  # fmt: skip
def test_more_than_a_keyword_is_no_keyword(text: str) -> None:
    assert keyword(text) is None


@given(st.text(max_size=190))
def test_no_text_breaks_the_reading(text: str) -> None:
    assert keyword(text) is None or isinstance(keyword(text), Keyword)


@settings(max_examples=1000, deadline=None)
@given(st.text(max_size=190))
def test_no_text_breaks_the_reading_of_keywords(text: str) -> None:
    found = keyword(text)
    assert found is None or keyword(f"  {text}  ") is found
    wants_no_texts(text)
    help_me(text)
