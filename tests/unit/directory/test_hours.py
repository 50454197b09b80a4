"""Opening hours on the wall clock of a place."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.directory.hours import (
    DAYS,
    Openness,
    Span,
    always_open,
    minutes,
    next_opening,
    openness,
    spans_on,
    until_this_morning,
)
from bot.directory.records import Owner, Schedule
from tests.unit.directory.builders import schedules

MONDAY = date(2026, 11, 23)


def at(day: date, clock: str) -> datetime:
    return datetime.combine(day, datetime.strptime(clock, "%H:%M").time())  # noqa: DTZ007  # a wall clock has no zone


@pytest.mark.parametrize(
    ("clock", "state"),
    [("08:59", Openness.LATER), ("09:00", Openness.OPEN), ("16:59", Openness.OPEN), ("17:00", Openness.CLOSED)],
)
def test_opens_with_the_minute_and_closes_with_the_minute(clock: str, state: Openness) -> None:
    assert openness(schedules("Mon-Fri 9am-5pm"), at(MONDAY, clock)) is state


def test_a_place_without_times_is_unknown_not_closed() -> None:
    assert openness((), at(MONDAY, "12:00")) is Openness.UNKNOWN
    assert openness((Schedule("", Owner(), description="call first"),), at(MONDAY, "12:00")) is Openness.UNKNOWN


def test_a_night_shelter_is_open_after_midnight() -> None:
    nights = schedules("Mon 8pm-7am")
    tuesday = MONDAY + timedelta(days=1)
    assert openness(nights, at(MONDAY, "07:00")) is Openness.LATER
    assert openness(nights, at(tuesday, "06:59")) is Openness.OPEN
    assert until_this_morning(nights, at(tuesday, "02:00")) == 7 * 60
    assert openness(nights, at(tuesday, "07:00")) is Openness.CLOSED


def test_touching_spans_are_one() -> None:
    assert spans_on(schedules("Mon 9am-noon; Mon noon-5pm; Mon 6pm-8pm"), MONDAY) == (Span(540, 1020), Span(1080, 1200))


def test_around_the_clock_needs_every_day() -> None:
    assert always_open(schedules("24/7"), MONDAY)
    assert not always_open(schedules("weekdays 24 hours"), MONDAY)


def test_a_minute_to_midnight_is_midnight() -> None:
    daily = (Schedule("", Owner(), byday=",".join(DAYS), opens_at="00:00", closes_at="23:59"),)
    assert always_open(daily, MONDAY)
    assert openness(daily, at(MONDAY, "23:59")) is Openness.OPEN
    assert spans_on(schedules("Mon 6pm-11:59pm"), MONDAY) == (Span(1080, 1440),)
    assert spans_on(schedules("Mon 6pm-11:58pm"), MONDAY) == (Span(1080, 1438),)


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ("1st Mon 6pm-7pm", date(2026, 12, 7)),
        ("last Fri 6pm-7pm", date(2026, 11, 27)),
        ("4th Mon 6pm-7pm", MONDAY),
        ("Sun 6pm-7pm", date(2026, 11, 29)),
    ],
)
def test_the_next_meeting(hours: str, expected: date) -> None:
    found = next_opening(schedules(hours), at(MONDAY, "12:00"))
    assert found is not None
    assert found.day == expected


def test_every_second_week_counts_from_its_start() -> None:
    fortnightly = Schedule(
        "", Owner(), interval=2, byday="MO", opens_at="09:00", closes_at="10:00", dtstart=date(2026, 11, 9)
    )
    assert spans_on((fortnightly,), MONDAY)
    assert not spans_on((fortnightly,), MONDAY + timedelta(days=7))
    assert not spans_on((fortnightly,), date(2026, 10, 26)), "before its first day"


def test_every_second_week_since_nobody_knows_when_promises_nothing() -> None:
    unclear = Schedule("", Owner(), interval=2, byday="MO", opens_at="09:00", closes_at="10:00")
    assert openness((unclear,), at(MONDAY, "09:30")) is Openness.UNKNOWN


def test_days_of_the_month_from_both_ends() -> None:
    both = Schedule("", Owner(), freq="MONTHLY", bymonthday="1,-1", opens_at="09:00", closes_at="10:00")
    open_days = [day for day in (date(2027, 2, 1) + timedelta(days=n) for n in range(28)) if spans_on((both,), day)]
    assert open_days == [date(2027, 2, 1), date(2027, 2, 28)]


def test_a_summer_schedule_is_over_in_november() -> None:
    summer = Schedule(
        "",
        Owner(),
        byday="MO",
        opens_at="09:00",
        closes_at="10:00",
        valid_from=date(2026, 6, 1),
        valid_to=date(2026, 9, 1),
    )
    assert not spans_on((summer,), MONDAY)
    assert spans_on((summer,), date(2026, 6, 1))


@pytest.mark.parametrize("wrong", ["24:01", "25:00", "12:60", "noon", "-1:00"])
def test_no_time_of_day(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        minutes(wrong)


weekly = st.builds(
    Schedule,
    id=st.just(""),
    owner=st.just(Owner()),
    byday=st.sets(st.sampled_from(DAYS), min_size=1).map(lambda days: ",".join(sorted(days))),
    opens_at=st.integers(0, 47).map(lambda half: f"{half // 2:02d}:{half % 2 * 30:02d}"),
    closes_at=st.integers(0, 48).map(lambda half: f"{half // 2:02d}:{half % 2 * 30:02d}"),
)


def open_by_counting(schedule: Schedule, moment: datetime) -> bool:
    """Walk minute by minute from each opening of the last two days: slow, and plainly right."""
    opens, closes = minutes(schedule.opens_at), minutes(schedule.closes_at)
    length = closes - opens if closes > opens else closes - opens + 1440
    for back in range(3):
        day = moment.date() - timedelta(days=back)
        if DAYS[day.weekday()] in schedule.byday.split(","):
            start = datetime.combine(day, datetime.min.time()) + timedelta(minutes=opens)
            if start <= moment < start + timedelta(minutes=length):
                return True
    return False


@settings(max_examples=200, deadline=None)
@given(st.lists(weekly, min_size=1, max_size=3), st.integers(0, 7 * 96 - 1))
def test_openness_agrees_with_counting_minutes(found: list[Schedule], quarter: int) -> None:
    moment = datetime.combine(MONDAY, datetime.min.time()) + timedelta(minutes=15 * quarter)
    expected = any(open_by_counting(each, moment) for each in found)
    assert (openness(found, moment) is Openness.OPEN) == expected


@settings(max_examples=100, deadline=None)
@given(st.lists(weekly, min_size=1, max_size=3), st.integers(0, 7 * 96 - 1))
def test_the_next_opening_is_never_over(found: list[Schedule], quarter: int) -> None:
    moment = datetime.combine(MONDAY, datetime.min.time()) + timedelta(minutes=15 * quarter)
    opening = next_opening(found, moment)
    assert opening is not None
    assert opening.day >= moment.date()
    if opening.day == moment.date():
        assert all(span.closes > moment.hour * 60 + moment.minute for span in opening.spans)
