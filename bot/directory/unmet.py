"""When a search counts as a need that was not met, and why."""

from __future__ import annotations

from bot.directory.found import NATIONAL, NONE, STATE, WIDE

REASONS = ("none", "national", "state", "far", "closed")
"""Nothing at all; only national lines; only a line for the whole state; nothing within 10 miles;
nothing open when somebody asked for now."""

_BY_SCOPE = {NONE: "none", NATIONAL: "national", STATE: "state", WIDE: "far"}


def reason_of(scope: str, note: str) -> str:
    """One of :data:`REASONS`, or the empty string for a search that was answered well."""
    return _BY_SCOPE.get(scope) or ("closed" if note == "open_now" else "")
