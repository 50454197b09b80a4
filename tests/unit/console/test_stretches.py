"""This month against the one before, on the organisation's clock."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.console.figures.stretches import DAY, month_title, stretch, this_month, whole_months

NEW_YORK = ZoneInfo("America/New_York")


def at(text: str) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=NEW_YORK).timestamp()


NOW = at("2026-11-20T15:30")


def test_a_month_that_is_over_stands_beside_the_one_before() -> None:
    found = stretch("", "2026-10", NOW, NEW_YORK)
    assert found.between == (at("2026-10-01T00:00"), at("2026-11-01T00:00"))
    assert found.before == (at("2026-09-01T00:00"), at("2026-10-01T00:00"))
    assert (found.title, found.before_title) == ("October 2026", "September 2026")


def test_november_has_an_hour_more_than_its_days() -> None:
    found = stretch("", "2026-11", at("2026-12-05T12:00"), NEW_YORK)
    assert found.until - found.since == 30 * DAY + 3600


def test_a_month_that_runs_is_compared_with_the_same_days() -> None:
    found = stretch("", "2026-11", NOW, NEW_YORK)
    assert found.between == (at("2026-11-01T00:00"), NOW)
    assert found.before == (at("2026-10-01T00:00"), at("2026-10-20T15:30"))  # the clock on the wall, not the seconds
    assert found.title == "November 2026 so far"


def test_the_last_days_of_march_have_no_partner_in_february() -> None:
    found = stretch("", "2027-03", at("2027-03-31T12:00"), NEW_YORK)
    assert found.before == (at("2027-02-01T00:00"), at("2027-03-01T00:00"))


def test_january_follows_december() -> None:
    assert stretch("", "2026-01", NOW, NEW_YORK).before[0] == at("2025-12-01T00:00")


@pytest.mark.parametrize("month", ["", "2026-13", "2026-12", "1999-01", "x", "2026-1"])
def test_a_month_that_does_not_exist_yet_or_ever_is_the_usual_time(month: str) -> None:
    found = stretch("", month, NOW, NEW_YORK)
    assert found.key == "days=30"
    assert found.before == (NOW - 60 * DAY, NOW - 30 * DAY)


def test_only_whole_months_can_be_reported() -> None:
    assert whole_months(NOW, NEW_YORK)[:3] == ["2026-10", "2026-09", "2026-08"]
    assert this_month(NOW, NEW_YORK) == "2026-11"
    assert month_title("2026-10") == "October 2026"


@given(
    st.sampled_from(["1", "7", "30", "90", "abc", "2026-02", "2026-03", "2026-11", "2025-12"]),
    st.floats(1.78e9, 1.9e9),
    st.sampled_from(["America/New_York", "Asia/Kolkata", "Pacific/Auckland", "UTC"]),
)
def test_every_stretch_lies_behind_us_and_after_the_one_before(wanted: str, now: float, zone: str) -> None:
    found = stretch(wanted, wanted, now, ZoneInfo(zone))
    assert found.before[0] < found.before[1] <= found.since < found.until <= now
