"""The filters of the audit as fields of an address: names and numbers of the audit, no words of people."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from bot.console.days import day_of, whole_days
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
    since, until = whole_days(fields.get("from", ""), fields.get("to", ""), zone)
    number = fields.get("number", "")
    return AuditWanted(
        fields.get("actor", ""),
        fields.get("action", ""),
        f"{fields.get('about', 'conversation')}:{number}" if number else "",
        since,
        until,
        int(before) if before.isascii() and before.isdigit() and len(before) < 16 else None,
    )
