"""Hours without a coach, in words: what time it is here, and when one can answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

A_WEEK = 7


@dataclass(frozen=True)
class _Words:
    at: str
    at_one: str
    tomorrow: str
    on: str
    days: tuple[str, ...]
    months: tuple[str, ...]
    date: str


_ENGLISH = _Words(
    "at {clock}",
    "at {clock}",
    "tomorrow {at}",
    "on {day} {at}",
    ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "{month} {number}",
)
_SPANISH = _Words(
    "a las {clock}",
    "a la {clock}",
    "mañana {at}",
    "el {day} {at}",
    ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"),
    "{number} {month}",
)


def night_values(now: float, opens: float, zone: str, language: str) -> dict[str, str]:
    """The values of ``utter_case_night``: ``now`` like "2 am", ``next`` like "tomorrow at 8:30 am".

    ``now`` and ``opens`` are epoch seconds; both are told on the organisation's clock.
    """
    words = _SPANISH if language == "es" else _ENGLISH
    here, there = (datetime.fromtimestamp(at, ZoneInfo(zone)) for at in (now, opens))
    return {"now": _clock(here), "next": _moment(here, there, words)}


def _clock(at: datetime) -> str:
    hour = at.hour % 12 or 12
    minutes = f":{at.minute:02d}" if at.minute else ""
    return f"{hour}{minutes} {'am' if at.hour < 12 else 'pm'}"


def _moment(here: datetime, there: datetime, words: _Words) -> str:
    clock = _clock(there)
    at = (words.at_one if there.hour % 12 == 1 else words.at).format(clock=clock)
    ahead = (there.date() - here.date()) // timedelta(days=1)
    if ahead == 0:
        return at
    if ahead == 1:
        return words.tomorrow.format(at=at)
    day = words.days[there.weekday()]
    if ahead >= A_WEEK:
        day = words.date.format(month=words.months[there.month - 1], number=there.day)
    return words.on.format(day=day, at=at)
