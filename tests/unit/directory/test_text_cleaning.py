"""Text from other people's files, made fit to show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.directory.text_cleaning import clean, shortened


@pytest.mark.parametrize(
    ("dirty", "plain"),
    [
        ("  Open\\nDoor  ", "Open Door"),
        ("Food &amp; clothes", "Food & clothes"),
        ("<p>Call <b>first</b></p>", "Call first"),
        ("Help<script>alert('x')</script> here", "Help here"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;Help", "Help"),
        ("<script>never closed", ""),
        ("a\x00b\u200bc\u202ed", "a b c d"),
        ("'=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
        ("ClÃ\xadnica Sol, weâ€™re here", "Clínica Sol, we’re here"),
        ("&amp;lt;b&amp;gt;Help", "Help"),
        ("ages < 18 and > 5", "ages < 18 and > 5"),
        (None, ""),
        (12, "12"),
    ],
)
def test_cleaning(dirty: object, plain: str) -> None:
    assert clean(dirty) == plain


@given(st.text())
def test_cleaned_text_is_one_line_without_control_characters(text: str) -> None:
    found = clean(text)
    assert found == " ".join(found.split())
    assert all(letter.isprintable() or not letter.isascii() for letter in found)


@pytest.mark.parametrize(
    ("text", "room", "short"),
    [
        ("Job help", 20, "Job help"),
        ("Methadone and buprenorphine", 15, "Methadone"),
        ("Rent, utilities and food", 16, "Rent, utilities"),
        ("Legal help for people who are poor", 28, "Legal help for people"),
        ("Supercalifragilistic", 5, "Super"),
    ],
)
def test_shortening_ends_at_a_word(text: str, room: int, short: str) -> None:
    assert shortened(text, room) == short


@given(st.text(max_size=80), st.integers(1, 40))
def test_shortened_text_fits(text: str, room: int) -> None:
    assert len(shortened(text, room)) <= room
