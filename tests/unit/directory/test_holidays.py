"""Federal holidays, fixed and floating."""

from datetime import date

import pytest

from bot.directory.holidays import is_holiday


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 1, 1),
        date(2026, 1, 19),
        date(2026, 2, 16),
        date(2026, 5, 25),
        date(2026, 6, 19),
        date(2026, 7, 3),  # the fourth is a Saturday
        date(2026, 7, 4),
        date(2026, 9, 7),
        date(2026, 10, 12),
        date(2026, 11, 11),
        date(2026, 11, 26),
        date(2026, 12, 25),
        date(2021, 12, 31),  # New Year 2022 is a Saturday
    ],
    ids=str,
)
def test_holidays(day: date) -> None:
    assert is_holiday(day)


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2026, 5, 18), date(2026, 12, 24)], ids=str)
def test_working_days(day: date) -> None:
    assert not is_holiday(day)


def test_a_year_has_eleven_and_the_days_they_are_kept_on() -> None:
    days = [date.fromordinal(n) for n in range(date(2025, 1, 1).toordinal(), date(2026, 1, 1).toordinal())]
    assert sum(is_holiday(day) for day in days) == 11
