"""Did it help? Asked by daylight of the next day, and read from whatever a thumb types."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.followup.survey import EARLIEST, LATEST, NO, SCORE, YES, next_day

HERE = ZoneInfo("America/New_York")
YEARS = st.floats(datetime(2026, 1, 1, tzinfo=HERE).timestamp(), datetime(2028, 1, 1, tzinfo=HERE).timestamp())


@given(YEARS, st.sampled_from(["America/New_York", "America/Los_Angeles", "Pacific/Auckland", "UTC"]))
def test_the_question_comes_the_next_day_by_daylight(now: float, zone: str) -> None:
    here = ZoneInfo(zone)
    asked, before = datetime.fromtimestamp(next_day(now, here), here), datetime.fromtimestamp(now, here)
    assert (asked.date() - before.date()).days == 1
    assert EARLIEST <= asked.hour <= LATEST
    if EARLIEST < before.hour < LATEST:
        assert (asked.hour, asked.minute) == (before.hour, before.minute)


def test_a_talk_at_two_in_the_morning_is_asked_about_at_ten_of_the_day_after() -> None:
    night = datetime(2026, 3, 7, 2, 30, tzinfo=HERE)  # the clocks change the night after
    assert datetime.fromtimestamp(next_day(night.timestamp(), HERE), HERE) == datetime(2026, 3, 8, 10, tzinfo=HERE)


@pytest.mark.parametrize(
    ("text", "score"), [("4", "4"), ("5!", "5"), (" 1 ", "1"), ("#3", "3"), ("4/5", "4"), ("2 of 5", "2")]
)
def test_a_number_is_read(text: str, score: str) -> None:
    found = SCORE.fullmatch(text)
    assert found is not None
    assert found[1] == score


@pytest.mark.parametrize("text", ["0", "6", "45", "4 beds", "19104", "5 days clean", "1 and 2", ""])
def test_all_else_is_no_number(text: str) -> None:
    assert SCORE.fullmatch(text) is None


@pytest.mark.parametrize("text", ["ok", "okay", "k", "thanks", "yes but when"])
def test_a_polite_word_is_no_consent(text: str) -> None:
    assert YES.fullmatch(text) is None


@pytest.mark.parametrize("text", ["YES", "yes.", "Sí", "si", "sure!", "claro"])
def test_yes_is(text: str) -> None:
    assert YES.fullmatch(text)
    assert not NO.fullmatch(text)
