"""How much a coach carries, on the organisation's clock."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.desk.load import Held, load_of
from bot.desk.schedule import Schedule, Shift, hours_between

NEW_YORK = ZoneInfo("America/New_York")


def at(text: str) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=NEW_YORK).timestamp()


def held(start: str, minutes: float = 30, crisis: bool = False) -> Held:
    return Held(at(start), at(start) + 60 * minutes, crisis)


def test_nobody_carries_nothing() -> None:
    found = load_of([], None, NEW_YORK)
    assert (found.cases, found.busy_hours, found.nights, found.days_in_a_row, found.kind_words) == (0, 0, 0, 0, ())


def test_crises_in_a_row_are_counted_in_the_order_they_came() -> None:
    cases = [held(f"2026-11-0{day}T12:00", crisis=day not in (2, 6)) for day in (5, 4, 3, 2, 1, 6, 7)]
    found = load_of(cases, 40.0, NEW_YORK)
    assert (found.cases, found.crises, found.crises_in_a_row) == (7, 5, 3)
    assert found.kind_words == (
        "3 crises in a row. Ask how they are.",
        "7 days in a row without one off. A day off may do good.",
    )


def test_two_cases_at_once_are_one_hour() -> None:
    found = load_of([held("2026-11-10T12:00", 60), held("2026-11-10T12:30", 60)], None, NEW_YORK)
    assert found.busy_hours == 1.5


def test_a_night_belongs_to_its_evening() -> None:
    evening, after_midnight, next_night = (
        held("2026-11-10T21:50", 20), held("2026-11-11T05:59", 1), held("2026-11-11T23:00"),
    )  # fmt: skip
    found = load_of([evening, after_midnight, next_night], None, NEW_YORK)
    assert (found.nights, found.nights_in_a_row) == (2, 2)
    assert load_of([held("2026-11-10T21:00", 60), held("2026-11-11T06:00")], None, NEW_YORK).nights == 0


def test_a_night_in_which_the_clocks_change_is_one_night() -> None:
    twice = [held("2026-11-01T00:30"), held("2026-11-01T05:30", 20)]
    assert load_of(twice, None, NEW_YORK).nights == 1


def test_the_hours_of_a_schedule_follow_the_clock_on_the_wall() -> None:
    nights = Schedule("America/New_York", tuple(Shift(day, 22 * 60, 30 * 60) for day in range(7)))
    assert hours_between(nights, at("2026-11-09T12:00"), at("2026-11-10T12:00")) == 8
    assert hours_between(nights, at("2026-10-31T12:00"), at("2026-11-01T12:00")) == 9  # the clocks go back
    assert hours_between(nights, at("2026-11-09T23:00"), at("2026-11-10T01:00")) == 2  # cut at both ends
    month = hours_between(nights, at("2026-11-01T00:00"), at("2026-12-01T00:00"))
    assert month == 30 * 8 + 1


def test_shifts_that_overlap_count_once() -> None:
    both = Schedule("America/New_York", (Shift(0, 8 * 60, 12 * 60), Shift(0, 10 * 60, 14 * 60)))
    assert hours_between(both, at("2026-11-09T00:00"), at("2026-11-10T00:00")) == 6
