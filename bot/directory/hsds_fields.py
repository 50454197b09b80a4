"""Single fields of HSDS rows, read with care: dates, numbers, ages, positions, times."""

from __future__ import annotations

import re
from datetime import date, datetime

from bot.directory.hours import DAYS
from bot.directory.hours_text import read_clock, read_days

_BYDAY = re.compile(rf"^(?:[+-]?\d)?(?:{'|'.join(DAYS)})$")


def read_date(text: str) -> date | None:
    """A day as ``2026-11-22`` or the beginning of a time stamp; ``None`` for an empty text.

    Raises ``ValueError`` with a sentence.
    """
    if not text:
        return None
    try:
        return datetime.fromisoformat(text.replace("Z", "+00:00")).date()
    except ValueError:
        raise ValueError(f"{text!r} is no date in the form 2026-11-22") from None


def read_whole(text: str, low: int, high: int, name: str) -> int | None:
    """A whole number within bounds; ``None`` for an empty text. Raises ``ValueError``."""
    if not text:
        return None
    try:
        number = int(float(text))
    except (ValueError, OverflowError):
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
    if not -180 <= number <= 180:
        raise ValueError(f"{text!r} is no degree on the globe")
    return number


def read_byday(text: str) -> str:
    """``TH, FR``, ``2MO`` or day names as iCal days. Raises ``ValueError``."""
    parts = [part.strip().upper() for part in text.split(",") if part.strip()]
    if all(_BYDAY.match(part) for part in parts):
        return ",".join(parts)
    return ",".join(read_days(text))


def read_month_days(text: str) -> str:
    """``2, 3,-1`` without blanks. Raises ``ValueError`` for days no month has."""
    numbers = [int(part) for part in text.split(",") if part.strip()]
    if any(number == 0 or abs(number) > 31 for number in numbers):
        raise ValueError(f"{text!r} is no list of days of a month")
    return ",".join(str(number) for number in numbers)


def read_time(text: str) -> str:
    """A time of day as ``HH:MM``; empty stays empty; an offset such as -05:00 is left out,
    because opening times are on the wall clock of the place. Raises ``ValueError``."""
    return read_clock(text) if text else ""


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
