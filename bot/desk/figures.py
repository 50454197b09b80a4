"""How long people wait for a human, and when they ask: figures of many cases, with nobody in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

SLOT_SECONDS = 1800  # half an hour: some time zones differ by one
HOURS = 24


@dataclass(frozen=True)
class Waits:
    """The cases of one urgency in a period.

    ``answered``: a coach wrote to the person. ``unanswered``: ended without that; ``waiting``: open without it.
    ``late``: waited longer than was promised, whether answered or not. ``median`` and ``p95`` are
    seconds until the first human answer, of those who got one; ``None`` when nobody did.
    """

    asked: int = 0
    answered: int = 0
    unanswered: int = 0
    waiting: int = 0
    late: int = 0
    median: float | None = None
    p95: float | None = None


def quantile(counts: Mapping[int, int], share: float) -> float | None:
    """The smallest value that at least ``share`` of all reach; ``counts`` says how often each value came."""
    total = sum(counts.values())
    if not total:
        return None
    reached = 0
    for value in sorted(counts):
        reached += counts[value]
        if reached >= share * total:
            return float(value)
    return float(max(counts))


def waits(answered: Mapping[int, int], unanswered: int, waiting: int, late_unanswered: int, promise: float) -> Waits:
    """Put together what was counted. ``answered``: how many waited so many whole seconds."""
    got = sum(answered.values())
    return Waits(
        asked=got + unanswered + waiting,
        answered=got,
        unanswered=unanswered,
        waiting=waiting,
        late=late_unanswered + sum(count for seconds, count in answered.items() if seconds >= promise),
        median=quantile(answered, 0.5),
        p95=quantile(answered, 0.95),
    )


def per_hour(slots: Mapping[int, int], zone: ZoneInfo) -> tuple[int, ...]:
    """How many asked in each hour of the day, midnight first, on the clock of ``zone``.

    ``slots``: how many asked in each half hour, counted since the epoch.
    """
    found = [0] * HOURS
    for slot, count in slots.items():
        found[datetime.fromtimestamp(slot * SLOT_SECONDS, zone).hour] += count
    return tuple(found)
