"""Days as forms write them, and what they mean on the clock of the organisation."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo


def day_of(text: str) -> date | None:
    """``2026-12-25``; ``None`` for anything else."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if 2000 <= day.year < 2200 else None


def whole_days(first: str, last: str, zone: ZoneInfo) -> tuple[float | None, float | None]:
    """From the beginning of ``first`` to the end of ``last`` (epoch seconds); ``None`` where there is no day."""
    start, end = day_of(first), day_of(last)
    return (
        _midnight(start, zone) if start else None,
        _midnight(end + timedelta(days=1), zone) if end else None,
    )


def _midnight(day: date, zone: ZoneInfo) -> float:
    return datetime(day.year, day.month, day.day, tzinfo=zone).timestamp()
