"""Opening hours in the few characters of a text: "today 9-5", "mañana 6-9pm", "open 24 hours"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.directory.holidays import is_holiday
from bot.directory.hours import (
    DAY_MINUTES,
    Openness,
    Span,
    always_open,
    next_opening,
    openness,
    spans_on,
    until_this_morning,
)
from bot.directory.records import Schedule

NOON = 12 * 60
EVENING = 17 * 60


@dataclass(frozen=True)
class _Words:
    today: str
    tomorrow: str
    always: str
    until: str
    all_day: str
    days: tuple[str, ...]
    months: tuple[str, ...]
    tonight: str
    holiday: str
    on_holiday: str


_ENGLISH = _Words(
    "today",
    "tomorrow",
    "open 24 hours",
    "open until",
    "24 hours",
    ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "tonight",
    "holiday, call first",
    "is a holiday, call first",
)
_SPANISH = _Words(
    "hoy",
    "mañana",
    "abierto 24 horas",
    "abierto hasta",
    "24 horas",
    ("lun", "mar", "mié", "jue", "vie", "sáb", "dom"),
    ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"),
    "esta noche",
    "feriado, llama antes",
    "es feriado, llama antes",
)


def hours_words(schedules: Sequence[Schedule], now: datetime, language: str) -> str | None:
    """What to tell a person at local time ``now``; ``None`` when the hours are not known."""
    words = _SPANISH if language == "es" else _ENGLISH
    if openness(schedules, now) is Openness.UNKNOWN:
        return None
    if always_open(schedules, now.date()):
        return words.always
    if is_holiday(now.date()) and openness(schedules, now) is not Openness.CLOSED:
        return words.holiday
    morning = until_this_morning(schedules, now)
    if morning is not None:
        return f"{words.until} {_time(morning)}"
    opening = next_opening(schedules, now)
    if opening is None:
        return None
    spans = ", ".join(span_words(span, words.all_day) for span in opening.spans)
    return f"{_day(opening.day, now.date(), words)} {words.on_holiday if is_holiday(opening.day) else spans}"


def week_words(schedules: Sequence[Schedule], today: date, language: str) -> str:
    """The hours of the week that begins ``today``, Monday first: "Mon-Fri 9-5; Sat 10-1". Empty when not known."""
    words = _SPANISH if language == "es" else _ENGLISH
    week = sorted((today + timedelta(days=ahead) for ahead in range(7)), key=date.weekday)
    said = [", ".join(span_words(span, words.all_day) for span in spans_on(schedules, day)) for day in week]
    if all(each == words.all_day for each in said):
        return words.always
    runs: list[tuple[int, int]] = []
    for day, hours in enumerate(said):
        if runs and said[runs[-1][1]] == hours:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return "; ".join(
        f"{words.days[first]}{f'-{words.days[last]}' if last > first else ''} {said[first]}"
        for first, last in runs
        if said[first]
    )


def meeting_words(ahead: int, span: Span, today: date, language: str) -> str:
    """When a meeting is, ``ahead`` days from ``today``: "tonight 7-8pm", "mañana 12pm-1pm", "Sat 10-11am"."""
    words = _SPANISH if language == "es" else _ENGLISH
    tonight = not ahead and span.opens >= EVENING
    day = words.tonight if tonight else _day(today + timedelta(days=ahead), today, words)
    return f"{day} {span_words(span, words.all_day)}"


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
