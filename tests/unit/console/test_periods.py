"""Periods of the home page, on the organisation's clock."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.console.home.periods import TITLES, period

NEW_YORK = ZoneInfo("America/New_York")


def at(text: str) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=NEW_YORK).timestamp()


@given(
    st.sampled_from([*TITLES, "nonsense"]),
    st.floats(1.6e9, 2.1e9),
    st.sampled_from(["America/New_York", "Asia/Kolkata", "UTC"]),
)
def test_the_slices_follow_each_other_and_hold_the_time_before_now(name: str, now: float, zone: str) -> None:
    found = period(name, now, ZoneInfo(zone))
    assert all(one.until == after.since for one, after in pairwise(found.slices))
    assert all(one.since < one.until for one in found.slices)
    assert found.since <= now
    if found.name != "night":
        assert found.until > now


def test_last_night_is_from_six_in_the_evening_to_eight_in_the_morning() -> None:
    found = period("night", at("2026-11-20T15:00"), NEW_YORK)
    assert (found.since, found.until) == (at("2026-11-19T18:00"), at("2026-11-20T08:00"))
    assert found.slices[0].label == "Thu 6 pm"


def test_during_the_night_it_ends_with_the_hour_that_runs() -> None:
    found = period("night", at("2026-11-20T02:30"), NEW_YORK)
    assert (found.since, found.until) == (at("2026-11-19T18:00"), at("2026-11-20T03:00"))


def test_a_week_has_seven_days_even_when_the_clocks_change() -> None:
    found = period("week", at("2026-11-03T12:00"), NEW_YORK)
    assert [one.short for one in found.slices][:2] == ["Oct 28", "Oct 29"]
    assert [round((one.until - one.since) / 3600) for one in found.slices] == [24, 24, 24, 24, 25, 24, 24]


@pytest.mark.parametrize(("name", "slices"), [("day", 24), ("month", 30)])
def test_how_many_columns_there_are(name: str, slices: int) -> None:
    assert len(period(name, at("2026-07-01T12:34"), NEW_YORK).slices) == slices
