"""Opening hours out of a spreadsheet cell."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.directory.hours import DAYS
from bot.directory.hours_text import ReadHours, read_clock, read_days, read_hours

WEEKDAYS = "MO,TU,WE,TH,FR"
ALL_DAYS = ",".join(DAYS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mon-Fri 9-5", [(WEEKDAYS, "09:00", "17:00")]),
        ("Mon-Fri 9-17; Sat 10am-2pm", [(WEEKDAYS, "09:00", "17:00"), ("SA", "10:00", "14:00")]),
        ("24/7", [(ALL_DAYS, "00:00", "24:00")]),
        ("24 hours a day, 7 days a week", [(ALL_DAYS, "00:00", "24:00")]),
        ("Tue, Thu 7pm-8:30pm", [("TU,TH", "19:00", "20:30")]),
        ("daily 18:00-02:00", [(ALL_DAYS, "18:00", "02:00")]),
        ("L-V 9am-5pm", [(WEEKDAYS, "09:00", "17:00")]),
        ("lunes a viernes 9am a 5pm", [(WEEKDAYS, "09:00", "17:00")]),
        ("martes y jueves 5pm-7pm", [("TU,TH", "17:00", "19:00")]),
        ("Mon 9-12, 1-5", [("MO", "09:00", "12:00"), ("MO", "13:00", "17:00")]),
        ("Mon-Fri 8:30AM-4:30PM", [(WEEKDAYS, "08:30", "16:30")]),
        ("Sat 10-11am", [("SA", "10:00", "11:00")]),
        ("6-9pm", [(ALL_DAYS, "18:00", "21:00")]),
        ("9-5pm", [(ALL_DAYS, "09:00", "17:00")]),
        ("Sun noon-4pm", [("SU", "12:00", "16:00")]),
        ("Fri 8pm-midnight", [("FR", "20:00", "24:00")]),
        ("Sat-Mon 9 a.m. - 5 p.m.", [("MO,SA,SU", "09:00", "17:00")]),
        ("Mon 10pm-6am", [("MO", "22:00", "06:00")]),
        ("10pm-6", [(ALL_DAYS, "22:00", "06:00")]),
        ("9am-11", [(ALL_DAYS, "09:00", "11:00")]),
        ("M-F 12-1pm", [(WEEKDAYS, "12:00", "13:00")]),
        ("Mon 09:00:00-17:00:00", [("MO", "09:00", "17:00")]),
        ("", []),
        (" ; ", []),
    ],
)
def test_what_people_write(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(each.byday, each.opens_at, each.closes_at) for each in read_hours(text)] == expected


def test_a_monthly_meeting() -> None:
    assert read_hours("1st Wed 6pm-7pm; last Fri 10-2") == (
        ReadHours("MONTHLY", "1WE", "18:00", "19:00"),
        ReadHours("MONTHLY", "-1FR", "10:00", "14:00"),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Mon 5-7", "am or pm"),
        ("Tue 7-9", "am or pm"),
        ("Mon-Fri 6-2", "am or pm"),
        ("sometimes", "sometimes"),
        ("Mon-Fri 9-", "no opening time"),
        ("Mon 25-26", "no time of day"),
        ("Mon 13pm-2pm", "no time of day"),
        ("Blursday 9-5", "blursday"),
        ("Mon-Tue-Wed 9-5", "range of days"),
        ("by appointment only", "by appointment"),
    ],
)
def test_nothing_is_guessed(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_hours(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("8:30AM", "08:30"), ("17:00:00-05:00", "17:00"), ("12am", "00:00"), ("12pm", "12:00"), ("10:00Z", "10:00")],
)
def test_times_of_day(text: str, expected: str) -> None:
    assert read_clock(text) == expected


clocks = st.integers(0, 95).map(lambda quarter: (quarter // 4, quarter % 4 * 15))


@given(st.sets(st.sampled_from(DAYS), min_size=1), clocks, clocks)
def test_24_hour_times_are_read_as_they_stand(days: set[str], opens: tuple[int, int], closes: tuple[int, int]) -> None:
    start, end = (f"{hour:02d}:{minute:02d}" for hour, minute in (opens, closes))
    names = ", ".join(day.title() for day in sorted(days, key=DAYS.index))
    (found,) = read_hours(f"{names} {start}-{end}")
    assert found.byday == ",".join(day for day in DAYS if day in days)
    assert found.opens_at == start
    # Only a bare hour of the morning that ends a morning start may mean the afternoon.
    assert found.closes_at in (end, f"{closes[0] + 12:02d}:{closes[1]:02d}")


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_with_a_sentence(text: str) -> None:
    sentence = ""
    found: tuple[ReadHours, ...] = ()
    try:
        found = read_hours(text)
    except ValueError as error:
        sentence = str(error)
    assert all(each.byday and each.opens_at and each.closes_at for each in found)
    assert found or sentence or not re.sub(r"[\s;|]", "", text)


@given(st.sampled_from(DAYS), st.sampled_from(DAYS))
def test_a_range_of_days_goes_around_the_week(first: str, last: str) -> None:
    found = read_days(f"{first}-{last}")
    expected = (DAYS.index(last) - DAYS.index(first)) % 7 + 1
    assert len(found) == expected
    assert {first, last} <= set(found)
