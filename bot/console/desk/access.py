"""Who may see and do what with a case. Every route of the coach pages asks here, for every request."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection

from bot.console.visit import Refused, Visit
from bot.conversation import Case
from bot.store.desk_list import case_by_id

LARGEST_ID = 2**53  # no database has more, and all can hold it
NOT_HERE = "There is no such case, or it is not one that you may see. Another coach may have it now."


class Sight(StrEnum):
    """What somebody may see of a case."""

    NOTHING = "nothing"
    CARD = "card"  # it waits: what a coach needs to decide, no texts
    ALL = "all"  # they hold it, or they are staff
    AFTER = "after"  # they held it: that it is closed, no texts any more


@dataclass(frozen=True)
class CaseSight:
    """A case as far as one visitor may see it. ``holds``: their words reach the person."""

    conversation_id: int
    case: Case
    sight: Sight
    holds: bool


def sight_of(visit: Visit, case: Case) -> Sight:
    """What the visitor may see of ``case`` now."""
    who = visit.who
    own = who.coach_id is not None and case.holder_id == who.coach_id
    if who.sees_all or (own and case.open):
        return Sight.ALL
    if who.coach_id is None:
        return Sight.NOTHING
    if case.open and case.holder_id is None:
        return Sight.CARD
    return Sight.AFTER if own else Sight.NOTHING


def find_case(visit: Visit, connection: Connection) -> CaseSight:
    """The case of the address; raises :class:`Refused` (404) if the visitor may see nothing of it."""
    number = int(visit.request.path_params["id"])
    found = case_by_id(connection, visit.console.house.vault, number) if number <= LARGEST_ID else None
    if found is None:
        raise Refused(404, NOT_HERE)
    conversation_id, case = found
    sight = sight_of(visit, case)
    if sight is Sight.NOTHING:
        raise Refused(404, NOT_HERE)
    holds = case.open and case.holder_id is not None and case.holder_id == visit.who.coach_id
    return CaseSight(conversation_id, case, sight, holds)


def acting_coach(visit: Visit) -> int:
    """The coach behind the sign-in; raises :class:`Refused` (403) for staff who are no coach."""
    if visit.who.coach_id is None:
        raise Refused(403, "Only coaches answer people. Your sign-in is not linked to a coach; ask your administrator.")
    return visit.who.coach_id
