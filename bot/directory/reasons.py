"""Why a place stood where it stood in a list: the parts of its rank, told apart for staff."""

from __future__ import annotations

from dataclasses import dataclass

from bot.directory.place import Place
from bot.directory.question import Question
from bot.directory.ranking import MEETINGS, lengthenings, may_be_offered, miles_to, minutes_until_start


@dataclass(frozen=True)
class Reasons:
    """``miles`` is ``None`` where no way can be measured. ``extra`` are miles that were added (or taken off)
    by name, as in :func:`bot.directory.ranking.lengthenings`. ``minutes``: until a meeting begins.
    ``offered``: whether it may be offered as things stand today."""

    id: str
    name: str
    miles: float | None
    extra: dict[str, float]
    minutes: float | None
    priority: int
    reported: bool
    offered: bool

    @property
    def rank(self) -> float | None:
        """What places are ordered by, in miles; ``None`` for meetings, which go by the clock."""
        return None if self.minutes is not None else (self.miles or 0.0) + sum(self.extra.values())


def reasons(place: Place, question: Question, need: str) -> Reasons:
    """The parts of the rank of ``place`` for ``need`` at the moment of ``question``."""
    meeting = need == MEETINGS
    return Reasons(
        place.id,
        place.name,
        miles_to(place, question),
        {} if meeting else lengthenings(place, question),
        minutes_until_start(place, question) if meeting else None,
        place.priority,
        bool(place.standing.reported),
        may_be_offered(place, question),
    )
