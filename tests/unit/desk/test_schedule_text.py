"""Shifts as staff write them on the command line."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.schedule import Shift
from bot.desk.schedule_text import read_day, read_shifts, read_times, write_shifts

shifts = st.builds(
    lambda day, start, long: Shift(day, start, start + long),
    st.integers(0, 6),
    st.integers(0, 24 * 60 - 1),
    st.integers(1, 1440),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mon-Fri 9:00-17:00", [Shift(day, 540, 1020) for day in range(5)]),
        ("sat,sun 20-8", [Shift(5, 1200, 1920), Shift(6, 1200, 1920)]),
        ("Friday-Monday 22:30-6:15", [Shift(day, 1350, 1815) for day in (0, 4, 5, 6)]),
        ("daily 0:00-24:00", [Shift(day, 0, 1440) for day in range(7)]),
        (" Wed  9 – 9 ", [Shift(2, 540, 1980)]),
    ],
)
def test_what_staff_write_is_understood(text: str, expected: list[Shift]) -> None:
    assert list(read_shifts(text)) == expected


@pytest.mark.parametrize(
    "text", ["", "Mon", "Mon 9", "Mon 9:60-10:00", "Mon 25-26", "Mon 24:00-2:00", "Foo 9-17", "9-17"]
)
def test_what_is_no_shift_is_said_so(text: str) -> None:
    with pytest.raises(ValueError, match="expected shifts like"):
        read_shifts(text)


@given(st.sets(shifts, max_size=8))
def test_what_is_written_can_be_read_again(some: set[Shift]) -> None:
    assert {shift for line in write_shifts(some) for shift in read_shifts(line)} == some


@pytest.mark.parametrize("reader", [read_shifts, read_times, read_day])
@given(text=st.text(max_size=30) | st.from_regex(r"[a-zA-Z,-]{3,9} \d{1,3}:\d{2}-\d{1,3}(:\d{2})?", fullmatch=True))
def test_any_text_is_read_or_answered_with_one_sentence(reader: Callable[[str], object], text: str) -> None:
    sentence = ""
    try:
        reader(text)
    except ValueError as error:
        sentence = str(error)
    assert sentence == "" or sentence.startswith("expected ")


def test_a_week_is_written_briefly() -> None:
    week = [*read_shifts("Mon-Fri 9-17"), *read_shifts("Sat,Sun 20-8"), *read_shifts("Mon 20-24")]
    assert write_shifts(week) == ["Mon 20:00-24:00", "Mon-Fri 9:00-17:00", "Sat,Sun 20:00-8:00"]
