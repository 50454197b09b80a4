"""Which five digits are a ZIP code."""

from __future__ import annotations

import pytest

from assistant.understanding.place import find_zip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("19104", "19104"),
        ("its 87501.", "87501"),
        ("need food 45750 asap", "45750"),
        ("19104-2301", "19104"),
        ("zip:19104", "19104"),
        ("my zip code is 02121, thanks", "02121"),
        ("(19104)", "19104"),
        ("mi codigo postal es 10453", "10453"),
        ("19104 no wait 19143", "19143"),
        ("im at 12345 Market St 19104", "19104"),
        ("call 215-555-0123, i'm in 19104", "19104"),
        ("19104 philly", "19104"),
        ("１９１０４", "19104"),
    ],
)
def test_a_zip_is_found(text: str, expected: str) -> None:
    assert find_zip(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no digits here",
        "i owe $19104",
        "they want 15000 dollars",
        "15000 pesos al mes",
        "12345 Market St",
        "12345 N Broad Street",
        "i live at 10220 old county rd",
        "call me at 2155550123",
        "215 555 0123",
        "+12155550123",
        "case number 12345",
        "docket #12345",
        "walked 10000 steps today",
        "12,345",
        "1910",
        "191044",
        "a19104",
        "19104%",
        "00000",
        "my po box 12345",
    ],
)
def test_other_digits_are_no_zip(text: str) -> None:
    assert find_zip(text) is None
