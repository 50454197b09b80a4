"""Figures of the desk from plain counts."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from math import ceil
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.desk.figures import SLOT_SECONDS, Counted, Waits, clock_changes, per_hour, quantile, waits


@given(st.lists(st.integers(0, 5000), min_size=1), st.sampled_from([0.5, 0.95]))
def test_a_quantile_is_the_value_at_that_rank(values: list[int], share: float) -> None:
    assert quantile(Counter(values), share) == sorted(values)[ceil(share * len(values) - 1e-9) - 1]


def test_nobody_answered_has_no_quantile() -> None:
    assert quantile({}, 0.5) is None


def test_who_waited_longer_than_promised_counts_whether_answered_or_not() -> None:
    counted = Counted(Counter({30: 18, 599: 1, 600: 1}), unanswered=3, waiting=2, late=4)
    found = waits(counted, promise=600)
    assert found == Waits(asked=25, answered=20, unanswered=3, waiting=2, late=5, median=30.0, p95=599.0)


def test_hours_are_those_of_the_organisations_clock_in_summer_and_winter() -> None:
    for month, hour in ((1, 9), (7, 10)):
        at = datetime(2026, month, 15, 14, 40, tzinfo=UTC).timestamp()
        found = per_hour({int(at // SLOT_SECONDS): 3}, ZoneInfo("America/New_York"))
        assert (found[hour], sum(found)) == (3, 3)


def test_zones_that_differ_by_half_an_hour_are_told_right() -> None:
    at = datetime(2026, 1, 15, 3, 40, tzinfo=UTC).timestamp()
    assert per_hour({int(at // SLOT_SECONDS): 1}, ZoneInfo("Asia/Kolkata"))[9] == 1


def test_the_clock_goes_back_in_november_and_ahead_in_march() -> None:
    def at(month: int, day: int, hour: int = 0) -> float:
        return datetime(2026, month, day, hour, tzinfo=UTC).timestamp()

    zone, hour = ZoneInfo("America/New_York"), 3600.0
    assert clock_changes(at(6, 1), at(6, 30), zone) == ((at(6, 1), -4 * hour),)
    assert clock_changes(at(1, 1), at(12, 31), zone) == (
        (at(1, 1), -5 * hour), (at(3, 8, 7), -4 * hour), (at(11, 1, 6), -5 * hour),
    )  # fmt: skip
    assert clock_changes(at(11, 1, 5) + 0.5, at(11, 1, 6), zone) == ((at(11, 1, 5) + 0.5, -4 * hour),)
    assert clock_changes(at(11, 1, 6), at(11, 2), zone) == ((at(11, 1, 6), -5 * hour),)
    assert clock_changes(at(1, 1), at(12, 31), ZoneInfo("Asia/Kathmandu")) == ((at(1, 1), 5.75 * hour),)
