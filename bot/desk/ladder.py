"""The alert ladder: whom to ask next, and when to climb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.conversation import Case, Coach, Urgency

AGAIN_SECONDS = 900.0  # after the last rung a case is announced again and again: it is never dropped


@dataclass(frozen=True)
class Rung:
    """One climb: who is alerted now, whether the organisation's phone is, and the wait after it.

    ``tell`` names what the waiting person is told (``next``, ``all``, ``end``), if anything.
    """

    coaches: tuple[Coach, ...]
    human_phone: bool
    wait: float
    tell: str | None


def next_rung(case: Case, coaches: Sequence[Coach], language: str, waits: Sequence[int]) -> Rung:
    """The rung that ``case`` climbs now. ``waits`` are seconds per rung; the last rung is everyone.

    A crisis goes to everyone on duty at once. With nobody on duty the organisation's phone is
    called at the first rung, and the person is told how it stands.
    """
    ready = [coach for coach in coaches if coach.on_duty and coach.id not in case.passed]
    last = len(waits) - 1
    if case.rung > last:
        return Rung(_everyone(coaches), True, AGAIN_SECONDS, "end" if case.rung == last + 1 else None)
    wait = float(waits[case.rung])
    if case.urgency is Urgency.CRISIS:
        return Rung(tuple(ready), case.rung > 0 or not ready, wait, "all" if case.rung == last else None)
    fresh = sorted((coach for coach in ready if coach.id not in case.alerted), key=lambda c: _preference(c, language))
    if case.rung == last or not fresh:
        # Nobody is left to ask singly: go to everyone now instead of letting the person wait for nothing.
        return Rung(_everyone(coaches), True, wait, "all" if case.rung else ("end" if not ready else None))
    return Rung((fresh[0],), False, wait, "next" if case.rung else None)


def _everyone(coaches: Sequence[Coach]) -> tuple[Coach, ...]:
    """Everyone on duty, those who passed included: at the end of the ladder they are asked again."""
    return tuple(coach for coach in coaches if coach.on_duty)


def _preference(coach: Coach, language: str) -> tuple[bool, int, float, int]:
    """Speaks the language, holds few cases, waited longest for one; the id settles ties."""
    return (language not in coach.languages, coach.open_cases, coach.last_case_at or 0.0, coach.id)
