"""What became known of a place since its source wrote of it: a person's word, and staff's judgement."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.store.directory_tables import directory_outcome, directory_place, directory_standing

PERSON = "person"
OUTCOMES = ("works", "dead", "moved", "closed")
UNDONE = "undone"
_NOTHING = {"reported": "", "reported_on": None, "judged": "", "judged_on": None}
BAD = ("dead", "moved", "closed")


def report_place(connection: Connection, place_id: str, outcome: str, by: str, now: float) -> bool:
    """Note what somebody who was sent to a place found; ``by`` is :data:`PERSON`.

    Bad news counts at once, until staff judge it; good news from a person takes nothing back.
    False when there is no such place, or no such outcome.
    """
    if outcome not in OUTCOMES or not _is_place(connection, place_id):
        return False
    _note(connection, place_id, outcome, by, now)
    if outcome in BAD:
        _stand(connection, place_id, _reported(outcome, now))
    return True


def judge_place(connection: Connection, place_id: str, outcome: str, by: str, now: float) -> bool:
    """Staff's own word (``by`` is their actor): it settles what people reported.

    ``works`` verifies the place as of today; ``dead`` and ``closed`` take it out of all answers,
    ``moved`` its address. False when there is no such place, or no such outcome.
    """
    if outcome not in OUTCOMES or not _is_place(connection, place_id):
        return False
    _note(connection, place_id, outcome, by, now)
    _stand(connection, place_id, _judged(outcome, now))
    return True


def unjudge_place(connection: Connection, place_id: str, by: str, now: float) -> None:
    """Take staff's last word back, as after a slip of the finger: all is as it was before it."""
    _note(connection, place_id, UNDONE, by, now)
    rows = connection.execute(
        select(directory_outcome.c.outcome, directory_outcome.c.at, directory_outcome.c.said_by)
        .where(directory_outcome.c.place_id == place_id)
        .order_by(directory_outcome.c.id)
    )
    told: list[tuple[str, float, bool]] = []
    for outcome, at, said_by in rows:
        if outcome != UNDONE:
            told.append((outcome, at, said_by == PERSON))
        elif last := next((each for each in reversed(told) if not each[2]), None):
            told.remove(last)
    values = dict(_NOTHING)
    for outcome, at, by_person in told:
        values.update(_reported(outcome, at) if by_person else _judged(outcome, at))
    _stand(connection, place_id, values)


def outcomes_of(connection: Connection, place_id: str, most: int) -> list[tuple[str, str, float]]:
    """What was said about a place, by whom, and when; the newest first."""
    told = directory_outcome.c
    rows = connection.execute(
        select(told.outcome, told.said_by, told.at)
        .where(told.place_id == place_id)
        .order_by(told.id.desc())
        .limit(most)
    )
    return [(row.outcome, row.said_by, row.at) for row in rows]


def _reported(outcome: str, at: float) -> dict[str, Any]:
    return {"reported": outcome, "reported_on": _day(at)} if outcome in BAD else {}


def _judged(outcome: str, at: float) -> dict[str, Any]:
    return {"reported": "", "reported_on": None, "judged": outcome, "judged_on": _day(at)}


def _day(at: float) -> date:
    return datetime.fromtimestamp(at, UTC).date()


def _is_place(connection: Connection, place_id: str) -> bool:
    return connection.execute(select(directory_place.c.id).where(directory_place.c.id == place_id)).first() is not None


def _note(connection: Connection, place_id: str, outcome: str, by: str, now: float) -> None:
    connection.execute(directory_outcome.insert().values(place_id=place_id, at=now, outcome=outcome, said_by=by))


def _stand(connection: Connection, place_id: str, values: dict[str, Any]) -> None:
    dialect: Any = sqlite if connection.dialect.name == "sqlite" else postgresql
    statement = dialect.insert(directory_standing).values({**_NOTHING, **values, "place_id": place_id})
    connection.execute(statement.on_conflict_do_update(index_elements=["place_id"], set_=values))
