"""How much is measured: the whole comparison, or a smoke test of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    """``limit_seconds`` bounds the measuring; a round that would not fit is not begun."""

    quick: bool
    rounds: int
    slow_rate: float
    slow_seconds: float
    busy_rate: float
    busy_seconds: float
    people: int
    warm_seconds: float
    full_seconds: float
    start_limit_seconds: float
    limit_seconds: float


WHOLE = Plan(
    quick=False,
    rounds=3,
    slow_rate=1,
    slow_seconds=20,
    busy_rate=20,
    busy_seconds=20,
    people=32,
    warm_seconds=4,
    full_seconds=20,
    start_limit_seconds=240,
    limit_seconds=1150,
)
QUICK = Plan(
    quick=True,
    rounds=1,
    slow_rate=1,
    slow_seconds=5,
    busy_rate=20,
    busy_seconds=5,
    people=32,
    warm_seconds=2,
    full_seconds=5,
    start_limit_seconds=240,
    limit_seconds=175,
)
