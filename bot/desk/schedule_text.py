"""Shifts as staff write and read them: ``Mon-Fri 9:00-17:00``, ``Sat,Sun 20:00-8:00``, ``daily 0:00-24:00``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from itertools import groupby

from bot.desk.schedule import DAY_MINUTES, Shift

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
EXPECTED = "expected shifts like 'Mon-Fri 9:00-17:00', 'Sat,Sun 20:00-8:00' or 'daily 0:00-24:00'"
_TIMES = re.compile(r"(\d{1,2})(?::(\d{2}))?\s*[-–]\s*(\d{1,2})(?::(\d{2}))?")


def read_shifts(text: str) -> tuple[Shift, ...]:
    """The weekly shifts that ``text`` describes, in order. Raises ``ValueError`` with what is expected."""
    days, _, times = text.strip().partition(" ")
    starts, ends = read_times(times)
    return tuple(sorted(Shift(day, starts, ends) for day in _days(days)))


def read_times(text: str) -> tuple[int, int]:
    """``9:00-17:00`` as minutes after midnight; one that ends at or before its start ends the next morning."""
    match = _TIMES.fullmatch(text.strip())
    if match is None:
        raise ValueError(EXPECTED)
    starts, ends = _minutes(match[1], match[2]), _minutes(match[3], match[4])
    if starts == DAY_MINUTES:
        raise ValueError(EXPECTED)
    return starts, ends if ends > starts else ends + DAY_MINUTES


def write_shifts(shifts: Iterable[Shift]) -> list[str]:
    """The same again, days with the same times together, in the order of the week."""
    by_times = sorted(shifts, key=lambda shift: (shift.starts, shift.ends, shift.weekday))
    lines = []
    for (starts, ends), same in groupby(by_times, key=lambda shift: (shift.starts, shift.ends)):
        days = sorted({shift.weekday for shift in same})
        lines.append((days, starts, f"{_day_names(days)} {write_times(starts, ends)}"))
    return [line for _, _, line in sorted(lines)]


def write_times(starts: int, ends: int) -> str:
    """``20:00-8:00``; midnight at the end of a day is ``24:00``."""
    return f"{_clock(starts)}-{_clock(ends if ends <= DAY_MINUTES else ends - DAY_MINUTES)}"


def read_day(text: str) -> date:
    """``2026-12-25``. Raises ``ValueError`` with what is expected."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise ValueError("expected a day like 2026-12-25") from None


def _days(text: str) -> set[int]:
    if text.lower() == "daily":
        return set(range(7))
    found: set[int] = set()
    for part in text.split(","):
        first, _, last = part.partition("-")
        start, end = _day(first), _day(last or first)
        found |= {day % 7 for day in range(start, end + 1 if end >= start else end + 8)}
    return found


def _day(text: str) -> int:
    short = text.strip()[:3].capitalize()
    if short not in DAYS:
        raise ValueError(EXPECTED)
    return DAYS.index(short)


def _minutes(hour: str, minute: str | None) -> int:
    found = int(hour) * 60 + int(minute or 0)
    if int(minute or 0) > 59 or found > DAY_MINUTES:
        raise ValueError(EXPECTED)
    return found


def _clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02d}"


def _day_names(days: list[int]) -> str:
    """``Mon-Fri`` for three or more in a row, else ``Sat,Sun``."""
    if len(days) == 7:
        return "daily"
    runs: list[list[int]] = []
    for day in days:
        if runs and day == runs[-1][-1] + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    names = [[DAYS[day] for day in run] for run in runs]
    return ",".join(f"{run[0]}-{run[-1]}" if len(run) > 2 else ",".join(run) for run in names)
