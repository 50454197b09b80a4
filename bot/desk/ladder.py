"""The alert ladder: whom to ask next, and when to climb.

A normal request goes to the best match, then to a few more, then to everybody on duty with the
supervisors and the organisation's phone, at last to that phone by voice. A crisis goes to
everybody at once, and to supervisors and the organisation's phone at any hour.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.conversation import Case, Coach, Urgency
from bot.desk.duty import next_on_duty, on_duty
from bot.desk.matching import has_room, ranked

AGAIN_SECONDS = 900.0  # after the last rung a case is announced again and again: it is never dropped
WIDER = 3  # coaches asked together once the best match did not answer
NIGHT = -1  # ``Case.rung`` while nobody is on duty and the person knows when somebody is


@dataclass(frozen=True)
class Rung:
    """One climb: who is alerted now, the organisation's phone by text and by ``voice``, and the wait after it.

    ``tell`` names what the waiting person is told (``next``, ``all``, ``end``, ``night``), if
    anything; ``opens_at`` is when a coach is on duty again, if nobody is; ``then`` is the
    case's rung after this climb. Times are seconds (``opens_at`` since the epoch).
    """

    coaches: tuple[Coach, ...]
    human_phone: bool
    wait: float
    tell: str | None
    then: int
    voice: bool = False
    opens_at: float | None = None


@dataclass(frozen=True)
class Team:
    """Everybody who could be asked, the moment, and what the person needs."""

    coaches: Sequence[Coach]
    now: float
    language: str
    topics: Collection[str] = ()


def next_rung(case: Case, team: Team, waits: Sequence[int]) -> Rung:
    """The rung that ``case`` climbs now. ``waits`` are seconds per rung; the last rung is everybody."""
    if case.urgency is Urgency.CRISIS:
        return _crisis(case, team, waits)
    present = on_duty(team.coaches, team.now)
    if not present:
        return _nobody(case, team, waits)
    number, last, top = max(case.rung, 0), len(waits) - 1, len(waits)
    if number >= top:
        first = number == top
        return Rung(present, True, AGAIN_SECONDS, "end" if first else None, top + 1, voice=first)
    asked = {*case.alerted, *case.passed}
    fresh = [each for each in present if each.id not in asked and not each.supervisor and has_room(each)]
    if number == last or not fresh:
        return Rung(present, True, float(waits[number]), "all" if number else None, top)
    best = ranked(fresh, team.language, team.topics)[: WIDER if number else 1]
    return Rung(tuple(best), False, float(waits[number]), "next" if number else None, number + 1)


def closed_until(case: Case, coaches: Sequence[Coach], now: float) -> float | None:
    """When the next coach is on duty, if nobody is now and the case is not urgent; else ``None``."""
    if case.urgency is Urgency.CRISIS or on_duty(coaches, now):
        return None
    return next_on_duty(coaches, now)


def _crisis(case: Case, team: Team, waits: Sequence[int]) -> Rung:
    everybody = tuple(
        each for each in team.coaches if each.on_duty_at(team.now) or (each.can_be_asked and each.supervisor)
    )
    number, last, top = max(case.rung, 0), len(waits) - 1, len(waits)
    if number >= top:
        return Rung(everybody, True, AGAIN_SECONDS, "end" if number == top else None, top + 1, voice=True)
    # With no coach on duty there is nobody to wait for before the organisation's phone rings.
    alone = not on_duty(team.coaches, team.now)
    tell = "all" if number == last else None
    if not everybody:
        return Rung((), True, float(waits[number]), "end", top + 1, voice=True)
    return Rung(everybody, number > 0 or alone, float(waits[number]), tell, number + 1, voice=number > 0 or alone)


def _nobody(case: Case, team: Team, waits: Sequence[int]) -> Rung:
    opens = closed_until(case, team.coaches, team.now)
    if opens is None:  # no schedule says when: the organisation is asked, and the person learns how it stands
        top = len(waits)
        first = case.rung <= top
        wait = float(waits[max(case.rung, 0)]) if max(case.rung, 0) < top else AGAIN_SECONDS
        return Rung((), True, wait, "end" if first else None, top + 1, voice=first)
    # Schedules change, and coaches come BACK: looked at again now and then, silently.
    wait = min(opens - team.now, AGAIN_SECONDS)
    return Rung((), False, wait, None if case.rung == NIGHT else "night", NIGHT, opens_at=opens)
