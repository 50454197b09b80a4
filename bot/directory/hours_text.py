"""Opening hours as people type them into a spreadsheet, read into schedules.

``Mon-Fri 9-17; Sat 10am-2pm``, ``24/7``, ``Tue, Thu 7pm-8:30pm``, ``daily 18:00-02:00``,
``1st Wed 6pm-7pm``, ``L-V 9am-5pm``. Parts are parted by ``;``. What is not understood raises
``ValueError`` with the part: opening hours are never guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.directory.hours import DAYS

_NAMES = {
    "MO": "m mo mon monday mondays l lu lun lunes",
    "TU": "tu tue tues tuesday tuesdays ma mar martes",
    "WE": "w we wed weds wednesday wednesdays mi mie mié mier miercoles miércoles",
    "TH": "th thu thur thurs thursday thursdays j ju jue jueves",
    "FR": "f fr fri friday fridays v vi vie viernes",
    "SA": "sa sat saturday saturdays sab sáb sabado sábado sabados sábados",
    "SU": "su sun sunday sundays d do dom domingo domingos",
}
_DAY = {name: code for code, names in _NAMES.items() for name in names.split()}
_SETS = {
    "daily": DAYS,
    "every day": DAYS,
    "everyday": DAYS,
    "all days": DAYS,
    "diario": DAYS,
    "todos los dias": DAYS,
    "todos los días": DAYS,
    "weekdays": DAYS[:5],
    "weekends": DAYS[5:],
}
_ALWAYS = re.compile(r"^(?:24\s*/\s*7|24 hours(?: a day)?(?:,? (?:daily|7 days(?: a week)?))?|always open|24 horas)$")
_TIME = r"(?:\d{1,2}(?::\d{2}){0,2}\s*(?:[ap]\.?\s?m?\.?)?|noon|midnight|mediod[ií]a|medianoche)"
_RANGE = re.compile(rf"(?<![\w:])({_TIME})\s*(?:-|–|—|to|a|hasta)\s*({_TIME})(?![\w:])")
_CLOCK = re.compile(r"^(\d{1,2})(?::(\d{2}))?(?::\d{2})?\s*([ap])?\.?\s?m?\.?$")
_DAY_RANGE = re.compile(r"\s*(?:-|–|—|\bto\b|\bthrough\b|\bthru\b|\ba\b)\s*")
_BETWEEN_DAYS = re.compile(r"\s*(?:,|&|/|\band\b|\by\b|\s)\s*")
_NTH = re.compile(r"^(1st|2nd|3rd|4th|5th|last)\s+(.+)$")
_NTH_NUMBER = {"1st": "1", "2nd": "2", "3rd": "3", "4th": "4", "5th": "5", "last": "-1"}
_WORD_CLOCK = {"noon": "12:00", "mediodia": "12:00", "mediodía": "12:00", "midnight": "24:00", "medianoche": "24:00"}


@dataclass(frozen=True)
class ReadHours:
    """One schedule's worth: ``freq`` and ``byday`` as in iCal, times ``HH:MM``."""

    freq: str
    byday: str
    opens_at: str
    closes_at: str


def read_hours(text: str) -> tuple[ReadHours, ...]:
    """All schedules in ``text``; none for an empty text. Raises ``ValueError`` naming the part."""
    found: list[ReadHours] = []
    for part in re.split(r"[;|\n]", text):
        part = " ".join(part.strip().lower().split())
        if part:
            found.extend(_read_part(part))
    return tuple(found)


def read_clock(text: str, half: str = "") -> str:
    """``8:30AM``, ``17:00:00-05:00``, ``noon`` as ``HH:MM``; ``half`` is ``a`` or ``p`` if not said.

    Raises ``ValueError`` for anything that is no time of day.
    """
    said = re.sub(r"(?<=\d)(?:[+-]\d{2}:?\d{2}|z)$", "", text.strip().lower())
    if said in _WORD_CLOCK:
        return _WORD_CLOCK[said]
    match = _CLOCK.match(said)
    if match is None:
        raise ValueError(f"{text!r} is no time of day")
    hour, minute, half = int(match[1]), int(match[2] or 0), match[3] or half
    if half and not 1 <= hour <= 12 and match[3]:
        raise ValueError(f"{text!r} is no time of day")
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if minute > 59 or hour * 60 + minute > 24 * 60:
        raise ValueError(f"{text!r} is no time of day")
    return f"{hour:02d}:{minute:02d}"


def read_days(text: str) -> tuple[str, ...]:
    """``Mon-Wed, Fri`` as iCal day codes in the order of the week. Raises ``ValueError``."""
    said = text.strip().lower().rstrip(":,").strip()
    if said in _SETS:
        return tuple(_SETS[said])
    found: set[str] = set()
    for part in _BETWEEN_DAYS.split(_DAY_RANGE.sub("-", said)):
        if not part:
            continue
        ends = [_day(name) for name in part.split("-")]
        if len(ends) > 2:
            raise ValueError(f"{part!r} is no range of days")
        first, last = DAYS.index(ends[0]), DAYS.index(ends[-1])
        found.update(DAYS[(first + step) % 7] for step in range((last - first) % 7 + 1))
    if not found:
        raise ValueError("no day is named")
    return tuple(day for day in DAYS if day in found)


def _day(name: str) -> str:
    try:
        return _DAY[name.strip().rstrip(".")]
    except KeyError:
        raise ValueError(f"{name!r} is no day of the week") from None


def _read_part(part: str) -> list[ReadHours]:
    if _ALWAYS.match(part):
        return [ReadHours("WEEKLY", ",".join(DAYS), "00:00", "24:00")]
    ranges = list(_RANGE.finditer(part))
    rest = part
    if not ranges:
        days, all_day = re.subn(r"\s*(?:24 hours|24h|24 horas|all day)$", "", part)
        if all_day and days:
            return [_with_days(days, "00:00", "24:00")]
        raise ValueError(f"no opening time found in {part!r}")
    for found in reversed(ranges):
        rest = rest[: found.start()] + " " + rest[found.end() :]
    rest = re.sub(r"(?:\s|,|&|\band\b|\by\b|:)+$", "", rest.strip())
    read: list[ReadHours] = []
    for found in ranges:
        before = read[-1].closes_at if read else ""
        read.append(_with_days(rest or "daily", *_times(found[1], found[2], before)))
    return read


def _times(opens: str, closes: str, before: str = "") -> tuple[str, str]:
    """Both times of a range, where a half of the day is said once, twice, or by office habit.

    ``before`` is when the range before it in the same part closed ("9-12, 1-5").
    """
    halves = [_half(text) for text in (opens, closes)]
    if halves[0]:
        start = read_clock(opens)
        return start, read_clock(closes) if halves[1] else _next_after(start, closes)
    if halves[1]:
        end, half = read_clock(closes), halves[1] if halves[1] in "ap" else "p"
        together = read_clock(opens, half)
        return together if together < end else read_clock(opens, "a"), end
    return _bare_times(opens, closes, before)


def _bare_times(opens: str, closes: str, before: str) -> tuple[str, str]:
    start, end = read_clock(opens), read_clock(closes)
    if _is_bare(opens) and 1 <= int(start[:2]) <= 6:
        if not (before and "12:00" <= before <= f"{int(start[:2]) + 12}{start[2:]}"):
            raise ValueError(f"'{opens}-{closes}' could be morning or evening: write am or pm")
        start = read_clock(opens, "p")
    elif _is_bare(opens) and _is_bare(closes) and 7 <= int(start[:2]) <= 8 and start < end < "12:00":
        raise ValueError(f"'{opens}-{closes}' could be morning or evening: write am or pm")
    if _is_bare(closes) and end <= start and int(end[:2]) < 12:
        end = read_clock(closes, "p")
    return start, end


def _half(text: str) -> str:
    """``a`` or ``p``, ``n`` for noon and midnight, empty when a time does not say it."""
    if text.strip() in _WORD_CLOCK:
        return "n"
    match = _CLOCK.match(text.strip())
    return (match[3] or "") if match else ""


def _is_bare(text: str) -> bool:
    return not text.startswith("0") and int(text.split(":")[0]) <= 12


def _next_after(start: str, closes: str) -> str:
    """The first ``closes`` o'clock after ``start``: "9am-5", "10pm-6"."""
    if not _is_bare(closes):
        return read_clock(closes)
    choices = sorted(read_clock(closes, half) for half in "ap")
    return next((choice for choice in choices if choice > start), choices[0])


def _with_days(days: str, opens: str, closes: str) -> ReadHours:
    nth = _NTH.match(days)
    if nth:
        codes = read_days(nth[2])
        return ReadHours("MONTHLY", ",".join(_NTH_NUMBER[nth[1]] + code for code in codes), opens, closes)
    return ReadHours("WEEKLY", ",".join(read_days(days)), opens, closes)
