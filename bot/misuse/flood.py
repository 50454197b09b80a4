"""How many texts of one number are answered: a leaky bucket per person.

Each text fills the bucket by one; it runs out by ``per_minute``. While it is fuller than ``burst``
texts are kept and shown, and not answered. Texts are counted by when they came in, so a backlog
that is worked off late is no flood.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.conversation import Flood

CALM = 0.5  # below this part of the burst a flood is over, and the next one is told about again


@dataclass(frozen=True)
class FloodRules:
    """``burst`` texts at once are answered, and then ``per_minute``."""

    burst: int = 30
    per_minute: float = 4.0


def count(flood: Flood, at: float, rules: FloodRules) -> Flood:
    """The bucket after one more text, which came in at ``at`` (epoch seconds)."""
    passed = max(0.0, at - flood.at) if flood.at is not None else 0.0
    level = max(0.0, flood.level - passed * rules.per_minute / 60)
    if level < CALM * rules.burst:
        flood = Flood()
    # It never fills beyond twice the burst: a flood of an hour must not silence somebody for a day.
    return replace(flood, level=min(level + 1, 2.0 * rules.burst), at=at)


def is_over(flood: Flood, rules: FloodRules) -> bool:
    """Whether the text that was counted last is one too many."""
    return flood.level > rules.burst
