"""Who is on duty, and when the next one is: asked with an instant, answered from schedules alone."""

from __future__ import annotations

from collections.abc import Iterable

from bot.conversation import Coach
from bot.desk.schedule import next_start

BACK_SECONDS = 12 * 3600.0  # who texts BACK outside their shifts is there for so long, or until AWAY


def on_duty(coaches: Iterable[Coach], at: float) -> tuple[Coach, ...]:
    """The coaches and supervisors who get alerts at ``at`` (epoch seconds), in the order given."""
    return tuple(coach for coach in coaches if coach.on_duty_at(at))


def next_on_duty(coaches: Iterable[Coach], at: float) -> float | None:
    """When the next scheduled shift begins; ``None`` when no schedule says so.

    Who is away or off may not be back by then: they are no reason to name a time.
    """
    scheduled = (coach.schedule for coach in coaches if coach.can_be_asked and coach.schedule is not None)
    return min((start for each in scheduled if (start := next_start(each, at)) is not None), default=None)


def supervisors(coaches: Iterable[Coach], at: float) -> tuple[Coach, ...]:
    """Whom a coach in need of backup reaches: supervisors at any hour; without one, everybody on duty."""
    known = tuple(coaches)
    found = tuple(coach for coach in known if coach.supervisor and coach.can_be_asked)
    return found or on_duty(known, at)
