"""A text says the same thing however it is spelled, dressed up or hidden."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.safety.normal import normal
from bot.safety.spelling import SHORTHAND

# Letters that join, words that are written out, marks that come and go.
_HARD_PIECES = (
    *("k", "i", "l", "u", "n", "d", "o", "od", "2", "t", "y", "ion", "don", "n't", "want", "me", "die"),
    *("🔫", ".", ",", "?", "!", "'", "*", "@", "-"),
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("I’m gonna KILL myself!!", "i am going to kill myself"),
        ("k i l l  m y s e l f", "kill myself"),
        ("k.i.l.l. me", "kill me"),
        ("su1c1de", "suicide"),
        ("k!ll mys3lf", "kill myself"),
        ("k*ll", "kill"),
        ("k\u200bi\u200bll", "kill"),
        ("іm dуing", "i am dying"),  # Cyrillic look-alikes
        ("ＤＹＩＮＧ", "dying"),
        ("diiiieee", "die"),
        ("iwanttodie", "i want to die"),
        ("siucidal", "suicidal"),
        ("he od'd, O.D. now", "he overdosed , overdose now"),
        ("she wont wake up rn", "she will not wake up right now"),
        ("dont / don't / don t", "do not do not do not"),
        ("boutta kms tn", "about to kill myself tonight"),
        ("q hago xq no kiero vivir", "que hago porque no quiero vivir"),
        ("¿Estás muriéndote?", "estas muriendote ?"),
        ("🔫 me", "gunemoji me"),
        ("ok??!! sure...", "ok ? sure"),
    ],
)
def test_one_plain_spelling(written: str, meant: str) -> None:
    assert normal(written) == meant


@pytest.mark.parametrize("word", ["shotgun", "skills", "butterfly", "sucedio", "medicaid", "19104", "suboxone"])
def test_ordinary_words_stay_as_they_are(word: str) -> None:
    assert normal(word) == word


def test_shorthand_is_written_out_in_its_own_plain_spelling() -> None:
    changed = {plain: normal(plain) for plain in SHORTHAND.values() if normal(plain) != plain}
    assert not changed


@given(st.text(max_size=300))
def test_a_second_pass_changes_nothing(text: str) -> None:
    assert normal(normal(text)) == normal(text)


@given(st.lists(st.sampled_from(_HARD_PIECES), max_size=40))
def test_a_second_pass_changes_nothing_in_the_hard_cases(pieces: list[str]) -> None:
    for glue in (" ", ""):
        once = normal(glue.join(pieces))
        assert normal(once) == once


@given(st.text(max_size=300))
def test_only_plain_words_and_marks_come_out(text: str) -> None:
    for word in normal(text).split():
        assert word in {".", ",", "?"} or (word.isascii() and word.isalnum() and word == word.lower())
