"""The weekly hours as fields of a form: two shifts a day, or as many as there are; read, and written again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.desk.schedule import DAY_MINUTES, Schedule, Shift
from bot.desk.schedule_text import read_times

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FEWEST_SLOTS, MOST_SLOTS = 2, 6


class BadHours(ValueError):
    """Hours that nobody can work; the message is a sentence."""


@dataclass(frozen=True)
class DayFields:
    """One weekday of the form. ``slots``: begin and end of each shift as a time field holds them, or empty."""

    name: str
    slots: tuple[tuple[str, str], ...]


def fields_of(schedule: Schedule | None) -> list[DayFields]:
    """The form of a schedule."""
    weekly = schedule.weekly if schedule else ()
    return [
        _day(number, [(_clock(one.starts), _clock(one.ends)) for one in weekly if one.weekday == number])
        for number in range(7)
    ]


def fields_typed(value: Callable[[str], str]) -> list[DayFields]:
    """The form as it was sent."""
    return [
        _day(
            number,
            [
                (value(f"from-{number}-{slot}").strip()[:5], value(f"to-{number}-{slot}").strip()[:5])
                for slot in range(MOST_SLOTS)
                if value(f"from-{number}-{slot}").strip() or value(f"to-{number}-{slot}").strip()
            ],
        )
        for number in range(7)
    ]


def read_week(days: list[DayFields]) -> list[Shift]:
    """The shifts of the form. Raises :class:`BadHours`."""
    return sorted({shift for number, day in enumerate(days) for shift in _shifts(number, day)})


def _shifts(number: int, day: DayFields) -> list[Shift]:
    found: list[Shift] = []
    for starts, ends in day.slots:
        if bool(starts) != bool(ends):
            raise BadHours(f"{day.name}: fill in both times of a shift, or leave both empty.")
        if not starts:
            continue
        try:
            shift = Shift(number, *read_times(f"{starts}-{ends}"))
        except ValueError as error:
            raise BadHours(f"{day.name}: expected times like 09:00.") from error
        if any(shift.starts < one.ends and one.starts < shift.ends for one in found):
            raise BadHours(f"{day.name}: the two shifts overlap.")
        found.append(shift)
    return found


def _day(number: int, slots: list[tuple[str, str]]) -> DayFields:
    empty = [("", "")] * max(0, FEWEST_SLOTS - len(slots))
    return DayFields(DAYS[number], tuple(slots + empty))


def _clock(minute: int) -> str:
    return f"{minute % DAY_MINUTES // 60:02d}:{minute % 60:02d}"
