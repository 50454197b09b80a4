"""A week of duty: who is on when, where the holes are, and whose day off it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.conversation import Coach
from bot.desk.schedule import Schedule, Shift
from bot.desk.week import DutyDay, at_any_hour, week_of

NEW_YORK = ZoneInfo("America/New_York")
MONDAY = date(2026, 11, 30)
DAY = tuple(Shift(day, 9 * 60, 17 * 60) for day in range(5))
DANA = Coach(1, 11, "Dana", ("en",), True, True, False, schedule=Schedule("America/New_York", DAY))
NIGHTS = tuple(Shift(day, 17 * 60, 33 * 60) for day in range(7))
BEN = Coach(2, 12, "Ben", ("en",), True, True, False, schedule=Schedule("America/New_York", NIGHTS))


def week(*coaches: Coach, first: date = MONDAY) -> list[DutyDay]:
    return week_of(coaches, first, NEW_YORK, frozenset())


def clock(at: float) -> str:
    return datetime.fromtimestamp(at, NEW_YORK).strftime("%a %H:%M")


def gaps(day: DutyDay) -> list[tuple[str, str]]:
    return [(clock(starts), clock(ends)) for starts, ends in day.gaps]


def test_nights_and_days_meet_without_a_hole() -> None:
    days = week(DANA, BEN)
    assert [gaps(day) for day in days[:5]] == [[]] * 5
    assert gaps(days[5]) == [("Sat 09:00", "Sat 17:00")]
    assert [(shift.coach.name, clock(shift.starts)) for shift in days[1].shifts] == [
        ("Ben", "Tue 00:00"),
        ("Dana", "Tue 09:00"),
        ("Ben", "Tue 17:00"),
    ]


def test_a_day_off_opens_a_hole_and_is_named_only_where_a_shift_falls_away() -> None:
    assert DANA.schedule is not None
    off = replace(DANA, schedule=replace(DANA.schedule, days_off=frozenset({MONDAY, date(2026, 12, 5)})))
    days = week(off)
    assert gaps(days[0]) == [("Mon 00:00", "Tue 00:00")]
    assert [[coach.name for coach in day.off] for day in (days[0], days[5])] == [["Dana"], []]


def test_somebody_without_hours_leaves_no_hole_and_who_is_not_on_call_does_not_count() -> None:
    always = replace(BEN, schedule=None)
    assert [day.gaps for day in week(DANA, always)] == [()] * 7
    assert at_any_hour((DANA, always)) == (always,)
    assert gaps(week(replace(DANA, on_call=False))[0]) == [("Mon 00:00", "Tue 00:00")]


def test_the_days_on_which_clocks_change_are_whole() -> None:
    autumn, spring = week(BEN, first=date(2026, 10, 26))[6], week(BEN, first=date(2027, 3, 8))[6]
    for day, hours in ((autumn, 25), (spring, 23)):
        covered = sum(shift.ends - shift.starts for shift in day.shifts)
        open_for = sum(ends - starts for starts, ends in day.gaps)
        assert covered + open_for == hours * 3600


def test_a_coach_who_lives_elsewhere_is_shown_on_the_clock_of_the_organisation() -> None:
    far = replace(DANA, schedule=Schedule("America/Los_Angeles", DAY))
    (shift,) = week(far)[0].shifts
    assert (clock(shift.starts), clock(shift.ends)) == ("Mon 12:00", "Mon 20:00")
