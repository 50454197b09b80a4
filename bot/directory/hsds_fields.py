"""Single fields of HSDS rows, read with care: dates, numbers, ages, positions, times."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime
from functools import lru_cache

from bot.directory.hours import DAYS
from bot.directory.hours_text import read_clock, read_days

_AMERICAN_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})")
_BYDAY = re.compile(rf"^(?:[+-]?\d)?(?:{'|'.join(DAYS)})$")


def read_date(text: str) -> date | None:
    """A day as ``2026-11-22``, ``11/22/2026`` or the beginning of a time stamp; ``None`` for an empty text.

    Raises ``ValueError`` with a sentence.
    """
    if not text:
        return None
    try:
        return datetime.fromisoformat(text.replace("Z", "+00:00")).date()
    except ValueError:
        american = _AMERICAN_DATE.fullmatch(text)
    if american:
        month, day, year = (int(part) for part in american.groups())
        with suppress(ValueError):
            return date(year if year > 99 else 2000 + year, month, day)
    raise ValueError(f"{text!r} is no date in the form 2026-11-22")


def read_whole(text: str, low: int, high: int, name: str) -> int | None:
    """A whole number within bounds; ``None`` for an empty text. Raises ``ValueError``."""
    if not text:
        return None
    try:
        number = int(float(text))
    except (ValueError, OverflowError):  # "nan" and "inf" are here, too
        raise ValueError(f"{name} {text!r} is no number") from None
    if not low <= number <= high:
        raise ValueError(f"{name} {text!r} is not between {low} and {high}")
    return number


def read_degrees(text: str) -> float | None:
    """Decimal degrees, or ``None`` where there are none. Raises ``ValueError``."""
    if not text:
        return None
    try:
        number = float(text)
    except ValueError:
        raise ValueError(f"{text!r} is no decimal degree") from None
    if not -180 <= number <= 180:  # nor is "nan"
        raise ValueError(f"{text!r} is no degree on the globe")
    return number


@lru_cache(maxsize=4_096)
def read_byday(text: str) -> str:
    """``TH, FR``, ``2MO`` or day names as iCal days. Raises ``ValueError``."""
    parts = [part.strip().upper() for part in text.split(",") if part.strip()]
    if all(_BYDAY.match(part) for part in parts):
        return ",".join(parts)
    return ",".join(read_days(text))


def read_month_days(text: str) -> str:
    """``2, 3,-1`` without blanks. Raises ``ValueError`` for days no month has."""
    try:
        numbers = [int(part) for part in text.split(",") if part.strip()]
    except ValueError:
        numbers = [0]
    if any(number == 0 or abs(number) > 31 for number in numbers):
        raise ValueError(f"{text!r} is no list of days of a month")
    return ",".join(str(number) for number in numbers)


@lru_cache(maxsize=4_096)
def read_time(text: str) -> str:
    """A time of day as ``HH:MM``; empty stays empty; an offset such as -05:00 is left out,
    because opening times are on the wall clock of the place. Raises ``ValueError``."""
    return read_clock(text) if text else ""


def read_link(text: str) -> tuple[str, bool]:
    """``(address, repaired)`` of a web page; ``www.example.org`` gets the http:// it lacks.

    Raises ``ValueError`` for what no browser should be sent to.
    """
    if not text or re.match(r"https?://[^\s/]", text, re.IGNORECASE):
        return text, False
    if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]\S*)?", text):
        return f"http://{text}", True
    raise ValueError(f"{text!r} is no web address")


def read_email(text: str) -> str:
    """An e-mail address; empty stays empty. Raises ``ValueError``."""
    if text and not re.fullmatch(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+", text):
        raise ValueError(f"{text!r} is no e-mail address")
    return text


def read_zip(text: str) -> tuple[str, bool]:
    """``(zip, repaired)``; four digits have lost their first zero to a spreadsheet.

    Raises ``ValueError`` for anything that is not five digits, nine digits or empty.
    """
    bare = re.sub(r"\.0$", "", text.strip())
    if not bare:
        return "", False
    if re.fullmatch(r"\d{5}(?:-?\d{4})?", bare):
        return bare[:5], False
    if re.fullmatch(r"\d{4}", bare):
        return f"0{bare}", True
    raise ValueError(f"{text!r} is no ZIP code")
