"""Opening hours as staff read and write them: ``Mon-Fri 9am-5pm``, a line for each different day."""

from __future__ import annotations

from collections.abc import Sequence

from bot.directory.hours import DAYS, minutes
from bot.directory.hours_text import read_hours
from bot.directory.records import Owner, Schedule, record_id

_NAMES = dict(zip(DAYS, ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), strict=True))
_NTH = {"1": "1st", "2": "2nd", "3": "3rd", "4": "4th", "5": "5th", "-1": "last"}
_EARLY = {code: number for number, code in enumerate(DAYS)}


def hours_lines(schedules: Sequence[Schedule]) -> str:
    """``schedules`` as lines that :func:`read_hours_lines` understands, whatever their order was."""
    lines = {line: _first_day(each) for each in sorted(schedules, key=_order) if (line := _line(each))}
    return "\n".join(sorted(lines, key=lambda line: lines[line]))


def are_plain(schedules: Sequence[Schedule]) -> bool:
    """Whether lines say all of it: no seasons, no days of the month, no every-second-week."""
    return all(_line(each) and not (each.valid_from or each.valid_to or each.interval > 1) for each in schedules)


def read_hours_lines(text: str, place_id: str, by: str) -> tuple[Schedule, ...]:
    """The hours of a place. Raises ``ValueError`` with a sentence that names the part."""
    try:
        read = read_hours(text)
    except ValueError as error:
        raise ValueError(f"We cannot read these hours: {error}. Write them like Mon-Fri 9am-5pm.") from None
    return tuple(
        Schedule(
            id=record_id(by, "schedule", f"{place_id}|{number}"),
            owner=Owner(service_at_location_id=place_id),
            freq=each.freq,
            byday=each.byday,
            opens_at=each.opens_at,
            closes_at=each.closes_at,
        )
        for number, each in enumerate(read)
    )


def _line(each: Schedule) -> str:
    """Empty for what has no words here."""
    if not each.opens_at or not each.closes_at or each.bymonthday:
        return ""
    parts = [part.strip() for part in each.byday.split(",") if part.strip()]
    if each.freq == "DAILY" or (each.freq == "WEEKLY" and set(parts) == set(DAYS)):
        days = "daily"
    elif each.freq == "WEEKLY" and parts and all(part in _NAMES for part in parts):
        days = _runs(sorted({_EARLY[part] for part in parts}))
    elif each.freq == "MONTHLY" and len(parts) == 1 and parts[0][:-2].lstrip("+") in _NTH:
        days = f"{_NTH[parts[0][:-2].lstrip('+')]} {_NAMES[parts[0][-2:]]}"
    else:
        return ""
    opens, closes = minutes(each.opens_at), minutes(each.closes_at)
    if (opens, closes) == (0, 1440):
        return "24/7" if days == "daily" else f"{days} 24 hours"
    return f"{days} {_clock(opens)}-{'midnight' if closes == 1440 else _clock(closes)}"


def _runs(days: Sequence[int]) -> str:
    runs: list[list[int]] = []
    for day in days:
        if runs and day == runs[-1][-1] + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    named = [[_NAMES[DAYS[day]] for day in run] for run in runs]
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 2 else ", ".join(run) for run in named)


def _clock(minute: int) -> str:
    hour, rest = divmod(minute % 1440, 60)
    shown = f"{hour % 12 or 12}:{rest:02d}" if rest else str(hour % 12 or 12)
    return f"{shown}{'am' if hour < 12 else 'pm'}"


def _first_day(each: Schedule) -> tuple[int, str]:
    days = [_EARLY.get(part.strip()[-2:], 9) for part in each.byday.split(",")]
    return (min(days), each.opens_at)


def _order(each: Schedule) -> tuple[int, str, str]:
    return (*_first_day(each), each.id)
