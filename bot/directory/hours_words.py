"""Opening hours in the few characters of a text: "today 9-5", "mañana 6-9pm", "open 24 hours"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.directory.hours import (
    DAY_MINUTES,
    Openness,
    Span,
    always_open,
    next_opening,
    openness,
    until_this_morning,
)
from bot.directory.records import Schedule

NOON = 12 * 60


@dataclass(frozen=True)
class _Words:
    today: str
    tomorrow: str
    always: str
    until: str
    all_day: str
    days: tuple[str, ...]
    months: tuple[str, ...]


_ENGLISH = _Words(
    "today",
    "tomorrow",
    "open 24 hours",
    "open until",
    "24 hours",
    ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)
_SPANISH = _Words(
    "hoy",
    "mañana",
    "abierto 24 horas",
    "abierto hasta",
    "24 horas",
    ("lun", "mar", "mié", "jue", "vie", "sáb", "dom"),
    ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"),
)


def hours_words(schedules: Sequence[Schedule], now: datetime, language: str) -> str | None:
    """What to tell a person at local time ``now``; ``None`` when the hours are not known."""
    words = _SPANISH if language == "es" else _ENGLISH
    if openness(schedules, now) is Openness.UNKNOWN:
        return None
    if always_open(schedules, now.date()):
        return words.always
    morning = until_this_morning(schedules, now)
    if morning is not None:
        return f"{words.until} {_time(morning)}"
    opening = next_opening(schedules, now)
    if opening is None:
        return None
    return f"{_day(opening.day, now.date(), words)} {', '.join(span_words(s, words.all_day) for s in opening.spans)}"


def span_words(span: Span, all_day: str = "24 hours") -> str:
    """``9-5`` for common office hours, else with am and pm wherever one could wonder."""
    if span.closes - span.opens >= DAY_MINUTES:
        return all_day
    opens, closes = span.opens, span.closes % DAY_MINUTES
    if 7 * 60 <= opens <= NOON < closes <= 18 * 60 and span.closes < DAY_MINUTES:
        return f"{_bare(opens)}-{_bare(closes)}"
    same_half = opens // NOON == closes // NOON and span.closes < DAY_MINUTES
    start = _bare(opens) if same_half and opens not in (0, NOON) else _time(opens)
    return f"{start}-{_time(closes)}"


def _day(day: date, today: date, words: _Words) -> str:
    ahead = (day - today) // timedelta(days=1)
    if ahead <= 1:
        return words.today if ahead == 0 else words.tomorrow
    if ahead < 7:
        return words.days[day.weekday()]
    month = words.months[day.month - 1]
    return f"{day.day} {month}" if words is _SPANISH else f"{month} {day.day}"


def _bare(minute: int) -> str:
    hour = minute // 60 % 12 or 12
    return f"{hour}:{minute % 60:02d}" if minute % 60 else str(hour)


def _time(minute: int) -> str:
    minute %= DAY_MINUTES
    return f"{_bare(minute)}{'am' if minute < NOON else 'pm'}"
