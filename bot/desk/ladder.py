"""The alert ladder: whom to ask next, and when to climb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.conversation import Case, Coach, Urgency

AGAIN_SECONDS = 900.0  # after the last rung a case is announced again and again: it is never dropped


@dataclass(frozen=True)
class Rung:
    """One climb: who is alerted now, whether the organisation's phone is, and the wait after it.

    ``tell`` names what the waiting person is told (``next``, ``all``, ``end``), if anything;
    ``then`` is the case's rung after this climb.
    """

    coaches: tuple[Coach, ...]
    human_phone: bool
    wait: float
    tell: str | None
    then: int


def next_rung(case: Case, coaches: Sequence[Coach], language: str, waits: Sequence[int]) -> Rung:
    """The rung that ``case`` climbs now. ``waits`` are seconds per rung; the last rung is everyone.

    A crisis goes to everyone on duty at once. With nobody on duty the organisation's phone is
    called at the first rung, and the person is told how it stands.
    """
    on_duty = tuple(coach for coach in coaches if coach.on_duty)
    last, top = len(waits) - 1, len(waits)
    if case.rung >= top:
        return Rung(on_duty, True, AGAIN_SECONDS, "end" if case.rung == top else None, top + 1)
    wait = float(waits[case.rung])
    if not on_duty:
        # There is nobody to wait for: the person learns it now, the organisation's phone too.
        return Rung((), True, wait, "end", top + 1)
    if case.urgency is Urgency.CRISIS:
        tell = "all" if case.rung == last else None
        return Rung(on_duty, case.rung > 0, wait, tell, case.rung + 1)
    fresh = [coach for coach in on_duty if coach.id not in case.alerted and coach.id not in case.passed]
    if case.rung == last or not fresh:
        return Rung(on_duty, True, wait, "all" if case.rung else None, top)
    first = min(fresh, key=lambda coach: _preference(coach, language))
    return Rung((first,), False, wait, "next" if case.rung else None, case.rung + 1)


def _preference(coach: Coach, language: str) -> tuple[bool, int, float, int]:
    """Speaks the language, holds few cases, waited longest for one; the id settles ties."""
    return (language not in coach.languages, coach.open_cases, coach.last_case_at or 0.0, coach.id)
