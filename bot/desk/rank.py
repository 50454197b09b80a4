"""Who is answered first: danger before everything, then who waits longest. Pure and in words.

Danger counts in four steps: an urgent case; a question about danger that is open or was seen in
the last day's texts; a concern (use, strong cravings, no hope); nothing seen. Inside a step the
longest wait is first, the case's number settles ties. Nobody can be passed by somebody who came
later with no more danger, so nobody starves for any other reason than danger.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.conversation import BoardCase, Urgency
from bot.message import Risk


@dataclass(frozen=True)
class DeskCase:
    """An open case as the desk's page shows it: no words and no number of the person.

    ``risk`` is the gravest of the last day's texts, ``kinds`` are the dangers seen (``RiskKind``),
    ``about`` whom the open question is about. ``needs`` are names of ``message.NEEDS``.
    ``heard_at``: when the person last wrote; ``waits_since``: since when they wait for the holder (epoch seconds).
    """

    case: BoardCase
    language: str
    risk: Risk
    kinds: tuple[str, ...] = ()
    about: str | None = None
    needs: tuple[str, ...] = ()
    reason: str = ""
    heard_at: float | None = None
    waits_since: float | None = None

    @property
    def waiting(self) -> bool:
        return self.case.holder_id is None

    @property
    def danger(self) -> Risk:
        """The step that decides the rank."""
        return Risk.CRISIS if self.case.urgency is Urgency.CRISIS else min(self.risk, Risk.CHECK, key=_rank)


def _rank(risk: Risk) -> int:
    return risk.rank


def in_line(cases: Sequence[DeskCase]) -> list[DeskCase]:
    """The cases in the order in which they should be answered."""
    return sorted(cases, key=lambda one: (-one.danger.rank, one.case.opened_at, one.case.id))


def next_for(cases: Sequence[DeskCase], languages: Collection[str]) -> DeskCase | None:
    """The case that a coach who speaks ``languages`` should take now.

    A crisis goes to whoever is there; otherwise the first in line whose language they speak, and
    if there is none, the first in line.
    """
    line = [one for one in in_line(cases) if one.waiting]
    if not line or line[0].danger is Risk.CRISIS:
        return line[0] if line else None
    return next((one for one in line if one.language in languages), line[0])
