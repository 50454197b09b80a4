"""Texts as people send them, written down in one way."""

from __future__ import annotations

import pytest

from sentences.normalise import MAX_CHARACTERS, for_encoder, looks_spanish, normalise, tidy


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I don’t know", "i don't know"),
        ("idk", "i don't know"),
        ("need a job n a ride", "need a job and a ride"),
        ("soooo hungry!!!!", "soo hungry!"),
        ("w/o a car", "without a car"),
        ("xq no tengo trabajo", "porque no tengo trabajo"),
        ("k hacen uds pa la comida", "que hacen uds para la comida"),
        ("k thx", "okay thanks"),
        ("zero\u200bwidth", "zerowidth"),
        ("  two\n lines ", "two lines"),
        ("ｆｕｌｌ ｗｉｄｔｈ", "full width"),
        ("got the 💊 and a 🔫", "got the pills and a gun"),
        ("👍🏽", "yes 🏽"),
        ("", ""),
    ],
)
def test_one_way_to_write_it(text: str, expected: str) -> None:
    assert normalise(text) == expected


@pytest.mark.parametrize(
    "text", ["necesito comida", "¿hay trabajo?", "kiero un trabajo", "no tengo donde vivir", "mañana", "quien me ayuda"]
)
def test_spanish_is_seen(text: str) -> None:
    assert looks_spanish(text)


@pytest.mark.parametrize(
    "text",
    ["", "no", "me and my son", "i use", "is it legal", "my papa is at the hospital", "rehab", "no me", "a sale"],
)
def test_english_is_not_taken_for_spanish(text: str) -> None:
    assert not looks_spanish(text)


def test_the_encoder_gets_spanish_words_in_english() -> None:
    assert for_encoder("Necesito trabajo cerca") == "need job work near"
    assert for_encoder("my son needs food") == "my son needs food"


def test_tidying_keeps_letters_and_bounds_the_length() -> None:
    assert tidy("Ñandú “sí”") == 'Ñandú "sí"'
    assert len(tidy("a" * 100_000)) == MAX_CHARACTERS


def test_writing_it_down_twice_changes_nothing() -> None:
    for text in ("idk smh", "w/ my kids rn", "Xq no??", "soooo"):
        assert normalise(normalise(text)) == normalise(text)
