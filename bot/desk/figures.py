"""How long people wait for a human, and when they ask: figures of many cases, with nobody in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.conversation import Urgency

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


class Wait(NamedTuple):
    """One case of many; a tuple, because there are tens of thousands.

    ``answered`` are seconds until a coach wrote, ``None`` if none did; ``late``: over the promise.
    """

    opened_at: float
    urgency: Urgency
    answered: float | None
    late: bool


@dataclass
class HourWaits:
    """The cases that were opened in one hour of the day. ``answered``: seconds, by urgency."""

    asked: int = 0
    late: int = 0
    answered: dict[Urgency, list[float]] = field(default_factory=dict)

    def median(self, urgency: Urgency) -> float | None:
        """Seconds within which half of those who were answered were answered."""
        found = sorted(self.answered.get(urgency, ()))
        return found[(len(found) - 1) // 2] if found else None


def by_hour(cases: Iterable[Wait], zone: ZoneInfo) -> tuple[HourWaits, ...]:
    """The cases by the hour of the day in which they were opened, midnight first, on the clock of ``zone``.

    The hour that comes twice in autumn is one hour of the day; the one that is skipped in spring stays empty.
    """
    found = tuple(HourWaits() for _ in range(HOURS))
    hours: dict[int, int] = {}  # of a half hour: asking the zone for every case is slow
    for case in cases:
        slot = int(case.opened_at // SLOT_SECONDS)
        if slot not in hours:
            hours[slot] = datetime.fromtimestamp(slot * SLOT_SECONDS, zone).hour
        hour = found[hours[slot]]
        hour.asked += 1
        hour.late += case.late
        if case.answered is not None:
            hour.answered.setdefault(case.urgency, []).append(case.answered)
    return found


@dataclass(frozen=True)
class Helped:
    """What people answered to "did it help?", 1 (no) to 5 (a lot). ``scores``: how often each, 1 first."""

    scores: tuple[int, int, int, int, int] = (0, 0, 0, 0, 0)

    @property
    def answers(self) -> int:
        return sum(self.scores)

    @property
    def good(self) -> int:
        """How many said 4 or 5."""
        return self.scores[3] + self.scores[4]

    @property
    def mean(self) -> float | None:
        if not self.answers:
            return None
        return sum(score * times for score, times in enumerate(self.scores, 1)) / self.answers
