"""Shifts on a wall clock, above all on the two nights a year when the clock is changed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.desk.schedule import ExtraShift, Schedule, Shift, next_start, on_shift

NEW_YORK = "America/New_York"
# Half an hour of saving, a jump at midnight, quarter hours, the south, and one that never changes.
ZONES = [NEW_YORK, "America/Los_Angeles", "Australia/Lord_Howe", "America/Havana", "Asia/Kathmandu", "America/Phoenix"]
SPRING, AUTUMN = date(2026, 3, 8), date(2026, 11, 1)  # in the United States
SUNDAY = 6
HOUR = 3600.0

minutes_of_day = st.integers(0, 24 * 60 - 1)
shifts = st.builds(
    lambda day, start, long: Shift(day, start, start + long), st.integers(0, 6), minutes_of_day, st.integers(1, 1440)
)
moments = st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31)).map(lambda at: at.replace(tzinfo=UTC).timestamp())  # noqa: DTZ001  # hypothesis wants naive bounds
near_changes = st.builds(
    lambda day, minute: datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() + minute * 60,
    st.sampled_from([SPRING, AUTUMN, date(2026, 4, 5), date(2026, 10, 4)]),
    st.integers(-600, 2100),
)


def at(day: date, clock: str, zone: str = NEW_YORK, fold: int = 0) -> float:
    hour, minute = (int(part) for part in clock.split(":"))
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo(zone), fold=fold).timestamp()


def week(*times: Shift, zone: str = NEW_YORK) -> Schedule:
    return Schedule(zone, times)


def test_a_shift_begins_and_ends_on_the_wall_clock() -> None:
    friday = week(Shift(4, 9 * 60, 17 * 60))
    day = date(2026, 11, 20)
    assert [on_shift(friday, at(day, clock)) for clock in ("8:59", "9:00", "16:59", "17:00")] == [
        False,
        True,
        True,
        False,
    ]
    assert not on_shift(friday, at(day + timedelta(days=1), "10:00"))


def test_a_night_shift_goes_on_after_midnight_into_the_next_day() -> None:
    saturday = week(Shift(5, 20 * 60, 32 * 60))
    assert on_shift(saturday, at(date(2026, 11, 22), "7:59"))
    assert not on_shift(saturday, at(date(2026, 11, 22), "8:00"))


def test_the_night_shift_of_the_short_night_ends_when_the_clock_says_so() -> None:
    night = week(Shift(5, 20 * 60, 32 * 60))
    assert at(SPRING, "8:00") - at(SPRING - timedelta(days=1), "20:00") == 11 * HOUR
    assert on_shift(night, at(SPRING, "7:59"))
    assert not on_shift(night, at(SPRING, "8:00"))


def test_a_time_that_is_skipped_is_the_moment_of_the_jump() -> None:
    jump = at(SPRING, "3:00")
    begins = week(Shift(SUNDAY, 2 * 60 + 30, 6 * 60))
    assert next_start(begins, jump - HOUR) == jump
    assert on_shift(begins, jump)
    assert not on_shift(begins, jump - 1)
    ends = week(Shift(SUNDAY, 60, 2 * 60 + 30))
    assert on_shift(ends, jump - 1)
    assert not on_shift(ends, jump)


def test_the_hour_that_comes_twice_is_covered_both_times() -> None:
    early = week(Shift(SUNDAY, 0, 90))
    assert on_shift(early, at(AUTUMN, "1:15"))
    assert on_shift(early, at(AUTUMN, "1:15", fold=1))
    assert not on_shift(early, at(AUTUMN, "1:30", fold=1))
    late = week(Shift(SUNDAY, 90, 300))
    assert on_shift(late, at(AUTUMN, "1:30"))
    assert on_shift(late, at(AUTUMN, "1:15", fold=1))  # not off again because the clock was put back


def test_a_coach_in_another_zone_keeps_their_own_clock() -> None:
    west = week(Shift(4, 9 * 60, 17 * 60), zone="America/Los_Angeles")
    assert next_start(west, at(date(2026, 11, 20), "9:00")) == at(date(2026, 11, 20), "12:00")


def test_a_day_off_takes_the_shifts_that_begin_on_it() -> None:
    christmas = date(2026, 12, 25)  # a Friday
    every_night = tuple(Shift(day, 20 * 60, 32 * 60) for day in range(7))
    schedule = Schedule(NEW_YORK, every_night, days_off=frozenset({christmas}))
    assert on_shift(schedule, at(christmas, "7:00"))  # began on the 24th
    assert not on_shift(schedule, at(christmas, "21:00"))
    assert next_start(schedule, at(christmas, "9:00")) == at(date(2026, 12, 26), "20:00")


def test_an_extra_shift_counts_also_on_a_day_off() -> None:
    christmas = date(2026, 12, 25)
    extra = (ExtraShift(christmas, 18 * 60, 22 * 60),)
    schedule = Schedule(NEW_YORK, (), extra, frozenset({christmas}))
    assert on_shift(schedule, at(christmas, "19:00"))


def test_without_a_shift_in_four_weeks_there_is_no_next_one() -> None:
    assert next_start(Schedule(NEW_YORK), at(AUTUMN, "12:00")) is None


@pytest.mark.parametrize("zone", ZONES)
@given(moment=moments | near_changes)
def test_three_shifts_that_meet_leave_no_hole_in_any_day(zone: str, moment: float) -> None:
    cut = (0, 90, 150, 1440)
    meeting = [Shift(day, start, end) for day in range(7) for start, end in pairwise(cut)]
    assert on_shift(week(*meeting, zone=zone), moment)


@given(st.lists(shifts, min_size=1, max_size=6), st.sampled_from(ZONES), moments | near_changes)
@example([Shift(SUNDAY, 150, 300)], NEW_YORK, at(SPRING, "1:00"))
def test_nobody_is_on_duty_before_the_next_start_and_somebody_is_at_it(
    times: list[Shift], zone: str, moment: float
) -> None:
    schedule = week(*times, zone=zone)
    start = next_start(schedule, moment)
    assert start is not None
    assert moment < start <= moment + 8 * 24 * HOUR
    # A shift that lies wholly in a skipped hour has no length: it begins and is over.
    if on_shift(schedule, start) and not on_shift(schedule, moment):
        assert not any(on_shift(schedule, moment + (start - moment) * part / 7) for part in range(7))


@given(shifts, moments)
def test_on_days_without_a_change_a_shift_is_what_the_clock_says(shift: Shift, moment: float) -> None:
    phoenix = ZoneInfo("America/Phoenix")
    local = datetime.fromtimestamp(moment, phoenix)
    minute = local.weekday() * 1440 + local.hour * 60 + local.minute
    starts = shift.weekday * 1440 + shift.starts
    inside = any(starts <= minute + turn < starts + shift.ends - shift.starts for turn in (0, 7 * 1440))
    assert on_shift(week(shift, zone="America/Phoenix"), moment) == inside


@given(shifts, st.sampled_from(ZONES), moments | near_changes)
def test_a_shift_begins_at_its_time_or_at_the_jump(shift: Shift, zone: str, moment: float) -> None:
    start = next_start(week(shift, zone=zone), moment)
    assert start is not None
    local = datetime.fromtimestamp(start, ZoneInfo(zone))
    shown = local.hour * 60 + local.minute
    before = datetime.fromtimestamp(start - 1, ZoneInfo(zone))
    jumped = before.utcoffset() != local.utcoffset()
    assert shown == shift.starts or (jumped and shown > shift.starts) or (jumped and shown == 60)
