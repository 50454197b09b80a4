"""Days that staff write are whole days on the organisation's own clock."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from bot.console.days import day_of, whole_days

PHILADELPHIA = ZoneInfo("America/New_York")


def test_only_days_are_days() -> None:
    assert day_of("2026-12-25") == date(2026, 12, 25)
    for nonsense in ("", "tomorrow", "2026-02-30", "0001-01-01", "9999-12-31", "2026-12-25T10:00"):
        assert day_of(nonsense) is None


def test_the_day_on_which_the_clock_goes_back_has_25_hours() -> None:
    since, until = whole_days("2026-11-01", "2026-11-01", PHILADELPHIA)
    assert since is not None
    assert until == since + 25 * 3600
    assert whole_days("", "nonsense", PHILADELPHIA) == (None, None)
