"""Who may see and do what with a case. Every route of the coach pages asks here, for every request."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection

from bot.console.visit import Refused, Visit
from bot.conversation import Case, Coach
from bot.store.coaches import coach_by_id
from bot.store.desk_list import case_by_id

LARGEST_ID = 2**53  # no database has more, and all can hold it
NOT_HERE = "There is no such case, or it is not one that you may see. Another coach may have it now."
NO_COACH = "Only coaches answer people. Your sign-in is not linked to a coach; ask your administrator."


class Sight(StrEnum):
    """What somebody may see of a case."""

    NOTHING = "nothing"
    CARD = "card"  # it waits, or is offered to them: what a coach needs to decide, no texts
    ALL = "all"  # they hold it, or they are staff or supervisor
    AFTER = "after"  # they held it: that it is closed, nothing of the person any more


@dataclass(frozen=True)
class CaseSight:
    """A case as far as one visitor may see it. ``holds``: their words reach the person.

    ``coach`` is who acts, if the visitor is a coach; ``offered``: the holder asks them to take over.
    """

    conversation_id: int
    case: Case
    sight: Sight
    coach: Coach | None

    @property
    def holds(self) -> bool:
        return self.coach is not None and self.case.open and self.case.holder_id == self.coach.id

    @property
    def offered(self) -> bool:
        return self.coach is not None and self.case.open and self.case.offered_to == self.coach.id


def coach_of(visit: Visit, connection: Connection) -> Coach | None:
    """The coach behind the sign-in; ``None`` for staff, and for somebody who is a coach no more."""
    if visit.who.coach_id is None:
        return None
    coach = coach_by_id(connection, visit.console.house.vault, visit.who.coach_id)
    return coach if coach is not None and coach.active else None


def acting_coach(visit: Visit) -> Coach:
    """The coach behind the sign-in; raises :class:`Refused` (403) if there is none."""
    with visit.console.house.database.read() as connection:
        coach = coach_of(visit, connection)
    if coach is None:
        raise Refused(403, NO_COACH)
    return coach


def find_case(visit: Visit, connection: Connection) -> CaseSight:
    """The case of the address; raises :class:`Refused` (404) if the visitor may see nothing of it."""
    number = int(visit.request.path_params["id"])
    found = case_by_id(connection, visit.console.house.vault, number) if number <= LARGEST_ID else None
    if found is None:
        raise Refused(404, NOT_HERE)
    conversation_id, case = found
    coach = coach_of(visit, connection)
    sight = Sight.ALL if visit.who.sees_all else _sight(case, coach)
    if sight is Sight.NOTHING:
        raise Refused(404, NOT_HERE)
    return CaseSight(conversation_id, case, sight, coach)


def _sight(case: Case, coach: Coach | None) -> Sight:
    if coach is None:
        return Sight.NOTHING
    if case.open and (case.holder_id == coach.id or coach.supervisor):
        return Sight.ALL
    if case.open and (case.holder_id is None or case.offered_to == coach.id):
        return Sight.CARD
    return Sight.AFTER if case.holder_id == coach.id else Sight.NOTHING
