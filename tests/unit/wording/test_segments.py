"""What a text costs, how it is spelled more cheaply, and where it may be cut."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.wording.alphabet import BASIC, EXTENDED, is_gsm7
from bot.wording.segments import count_segments, fits, fold, split, trim
from tests.unit.wording.slow_counter import EXTENSION, TABLE, slow_count

ANY_TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=400)
GSM_TEXT = st.text(alphabet=st.sampled_from(sorted(BASIC | EXTENDED)), max_size=800)
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
PHONES = [
    "215-555-0123",
    "(215) 555-0123",
    "+1 215 555 0123",
    "1-800-662-4357 ext. 12",
    "215.555.0199",
    "555-0123",
    "2155550177",
]
LINKS = ["https://example.org/a/very/long/path?with=query&and=more", "www.example.org", "help@example.org"]
WORDS = st.lists(
    st.sampled_from(
        [*PHONES, *LINKS, "food", "Call", "us.", "Open 9-5", "today!", "niño", "mañana.", "\n", FAMILY, "é", "❤️", "🇺🇸"]
    ),
    max_size=90,
).map(" ".join)


def test_the_alphabet_is_the_standards_table() -> None:
    assert len(TABLE) == 128
    assert set(TABLE) - {"ESC"} == BASIC
    assert set(EXTENSION) == EXTENDED


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        ("", 0),
        ("Hi", 1),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("a" * 459, 3),
        ("a" * 460, 4),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("a" * 152 + "€" + "a" * 152, 3),  # the escape pair moves whole into the second part
        ("á" * 70, 1),
        ("á" * 71, 2),
        ("á" * 134, 2),
        ("á" * 135, 3),
        ("😀" * 35, 1),
        ("😀" * 36, 2),
        ("😀" * 66, 2),  # 33 whole pairs in a part of 67
        ("😀" * 67, 3),
        ("a" * 69 + "’", 1),
        ("a" * 70 + "’", 2),
    ],
)
def test_known_sizes(text: str, segments: int) -> None:
    assert count_segments(text) == segments


@given(st.one_of(ANY_TEXT, GSM_TEXT))
def test_counting_agrees_with_a_slow_counter_that_writes_the_parts_out(text: str) -> None:
    assert count_segments(text) == slow_count(text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("You’re not alone — call “988”…", 'You\'re not alone - call "988"...'),
        ("• Food\u00a0pantry • 9–5", "- Food pantry - 9-5"),
        ("a\u200bb\ufeff", "ab"),
        ("e\u0301xito", "éxito"),
        ("Mañana ¿vienes? ¡Sí!", "Mañana ¿vienes? ¡Sí!"),
        ("I ❤️ this", "I ❤️ this"),
        ("\u25aa\ufe0f Food", "- Food"),
    ],
)
def test_typography_is_written_plainly_and_letters_and_emoji_stay(before: str, after: str) -> None:
    assert fold(before) == after


def test_an_accent_is_kept_while_it_costs_nothing_and_given_up_when_it_costs_a_segment() -> None:
    short = "¿Cómo está? Aquí estamos."
    assert fold(short) == short
    long = "Aquí está la dirección. " * 6
    assert fold(long) == "Aqui esta la direccion. " * 6
    assert count_segments(fold(long)) < count_segments(long)


def test_the_letters_that_gsm7_has_keep_their_accents_when_others_lose_theirs() -> None:
    text = fold("El niño comió piña con güe y café à ç. " * 4)
    assert text.startswith("El niño comio piña con güe y café à c.")


def test_one_emoji_keeps_the_accents_because_giving_them_up_would_save_nothing() -> None:
    text = "Aquí está la dirección 🙂. " * 4
    assert fold(text) == text


@given(ANY_TEXT)
def test_folding_never_costs_more_than_composing_and_is_done_in_one_go(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    if is_gsm7(text):
        assert folded == text.replace("\t", " ")


@settings(max_examples=200)
@given(st.one_of(ANY_TEXT, GSM_TEXT, WORDS), st.integers(1, 3))
def test_pieces_fit_and_lose_no_word(text: str, segments: int) -> None:
    pieces = split(text, segments)
    assert _letters("".join(pieces)) == _letters(text)
    for piece in pieces:
        assert fits(piece, segments) or _is_one_whole(piece)


@settings(max_examples=200)
@given(WORDS, st.integers(1, 3))
def test_no_number_address_or_emoji_is_ever_cut(text: str, segments: int) -> None:
    for whole in [*PHONES, *LINKS, FAMILY, "🇺🇸", "❤️"]:
        pattern = re.compile(rf"(?<!\S){re.escape(whole)}(?!\S)")
        pieces = split(text, segments)
        assert sum(len(pattern.findall(piece)) for piece in pieces) == len(pattern.findall(text))
    kept = trim(text, segments).removesuffix("...").split()
    assert text.split()[: len(kept)] == kept or not kept


@given(st.one_of(ANY_TEXT, GSM_TEXT, WORDS), st.integers(1, 3))
def test_a_trimmed_text_always_fits(text: str, segments: int) -> None:
    assert fits(trim(text, segments), segments)


def test_a_text_that_fits_is_left_alone() -> None:
    assert trim("Call 215-555-0123.") == "Call 215-555-0123."
    assert split("Call 215-555-0123.") == ["Call 215-555-0123."]


def test_a_cut_prefers_the_end_of_a_sentence_and_then_needs_no_dots() -> None:
    text = "Northside Works helps with jobs. " * 6
    assert trim(text, 1) == ("Northside Works helps with jobs. " * 4).strip()


def test_a_cut_between_words_shows_three_dots() -> None:
    text = "work " * 50
    assert trim(text, 1) == ("work " * 31).strip() + "..."


def test_a_number_that_would_be_cut_moves_to_the_next_piece_whole() -> None:
    text = "x" * 150 + " (215) 555-0123"
    assert split(text, 1) == ["x" * 150, "(215) 555-0123"]


def test_the_number_of_a_list_stays_with_its_place() -> None:
    text = "1. " + "Northside Works and more words here " * 3 + ". 2. Southside Kitchen, meals on all days of the week"
    assert not any(piece.endswith(("1.", "2.")) for piece in split(text, 1))


def test_a_web_address_longer_than_a_piece_stays_whole() -> None:
    link = "https://example.org/" + "a" * 200
    assert split(f"See {link} for more", 1) == ["See", link, "for more"]
    assert trim(f"{link} is the form. Call us.", 1) == "is the form. Call us."


def test_no_room_at_all_is_an_error() -> None:
    for cut in (split, trim):
        with pytest.raises(ValueError, match="at least one segment"):
            cut("hello", 0)


def _letters(text: str) -> str:
    return "".join(text.split())


def _is_one_whole(piece: str) -> bool:
    return " " not in piece or piece in PHONES
