"""How long people wait for a human, and when they ask: figures of many cases, with nobody in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.conversation import Urgency

SLOT_SECONDS = 1800  # half an hour: some time zones differ by one
HOURS = 24
DAY_SECONDS = 86400


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


@dataclass
class Counted:
    """Cases of one urgency as they were counted. ``late`` are those of the unanswered and waiting ones.

    ``answered``: how many waited so many whole seconds.
    """

    answered: Counter[int] = field(default_factory=Counter)
    unanswered: int = 0
    waiting: int = 0
    late: int = 0

    def add(self, other: Counted) -> None:
        self.answered.update(other.answered)
        self.unanswered += other.unanswered
        self.waiting += other.waiting
        self.late += other.late


def waits(counted: Counted, promise: float) -> Waits:
    """Put together what was counted. ``promise``: seconds until somebody should have answered."""
    got = counted.answered.total()
    return Waits(
        asked=got + counted.unanswered + counted.waiting,
        answered=got,
        unanswered=counted.unanswered,
        waiting=counted.waiting,
        late=counted.late + sum(cases for seconds, cases in counted.answered.items() if seconds >= promise),
        median=quantile(counted.answered, 0.5),
        p95=quantile(counted.answered, 0.95),
    )


def per_hour(slots: Mapping[int, int], zone: ZoneInfo) -> tuple[int, ...]:
    """How many asked in each hour of the day, midnight first, on the clock of ``zone``.

    ``slots``: how many asked in each half hour, counted since the epoch.
    """
    found = [0] * HOURS
    for slot, count in slots.items():
        found[datetime.fromtimestamp(slot * SLOT_SECONDS, zone).hour] += count
    return tuple(found)


@dataclass(frozen=True)
class HourWaits:
    """The cases that were opened in one hour of the day, by urgency."""

    by_urgency: Mapping[Urgency, Waits]

    @property
    def asked(self) -> int:
        return sum(each.asked for each in self.by_urgency.values())

    @property
    def late(self) -> int:
        return sum(each.late for each in self.by_urgency.values())

    def median(self, urgency: Urgency) -> float | None:
        """Seconds within which half of those who were answered were answered."""
        return self.by_urgency[urgency].median


def clock_changes(since: float, until: float, zone: ZoneInfo) -> tuple[tuple[float, float], ...]:
    """How many seconds the clock of ``zone`` is ahead of UTC: at ``since``, then from each change before ``until``.

    All in seconds, the moments since the epoch; no clock changes twice within a day.
    """
    found, at, ahead = [(since, _ahead(int(since), zone))], int(since), _ahead(int(since), zone)
    while at < until:
        later = at + DAY_SECONDS
        if _ahead(later, zone) != ahead:
            before, after = at, later
            while after - before > 1:
                middle = (before + after) // 2
                before, after = (middle, after) if _ahead(middle, zone) == ahead else (before, middle)
            ahead = _ahead(after, zone)
            if after < until:
                found.append((float(after), ahead))
        at = later
    return tuple(found)


def _ahead(at: int, zone: ZoneInfo) -> float:
    offset = datetime.fromtimestamp(at, zone).utcoffset()
    return offset.total_seconds() if offset is not None else 0.0


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
