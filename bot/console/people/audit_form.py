"""The filters of the audit as fields of an address: names and numbers of the audit, no words of people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.store.audit_pages import AuditWanted

FIELDS = ("actor", "action", "about", "number", "from", "to")
SUBJECTS = ("conversation", "case", "coach", "staff", "place")
LONGEST = 60


def read_fields(value: Callable[[str], str]) -> dict[str, str]:
    """The fields that are set, as far as they can mean something."""
    found = {name: value(name).strip()[:LONGEST] for name in FIELDS}
    if found["about"] not in SUBJECTS:
        found["about"] = ""
    found |= {name: "" for name in ("from", "to") if day_of(found[name]) is None}
    return {name: kept for name, kept in found.items() if kept}


def wanted_of(fields: dict[str, str], before: str, zone: ZoneInfo) -> AuditWanted:
    """The rows that the fields ask for. Days are whole days on the clock of ``zone``."""
    first, last = day_of(fields.get("from", "")), day_of(fields.get("to", ""))
    number = fields.get("number", "")
    return AuditWanted(
        fields.get("actor", ""),
        fields.get("action", ""),
        f"{fields.get('about', 'conversation')}:{number}" if number else "",
        _midnight(first, zone) if first else None,
        _midnight(last + timedelta(days=1), zone) if last else None,
        int(before) if before.isascii() and before.isdigit() and len(before) < 16 else None,
    )


def day_of(text: str) -> date | None:
    """``2026-12-25``; ``None`` for anything else."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if 2000 <= day.year < 2200 else None


def _midnight(day: date, zone: ZoneInfo) -> float:
    return datetime(day.year, day.month, day.day, tzinfo=zone).timestamp()
