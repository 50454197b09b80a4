"""What became known of a place since its source wrote of it: a person's word, and staff's judgement."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.store.directory_tables import directory_outcome, directory_place, directory_standing

PERSON = "person"
OUTCOMES = ("works", "dead", "moved", "closed")
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
        today = datetime.fromtimestamp(now, UTC).date()
        _stand(connection, place_id, {"reported": outcome, "reported_on": today})
    return True


def judge_place(connection: Connection, place_id: str, outcome: str, by: str, now: float) -> bool:
    """Staff's own word (``by`` is their actor): it settles what people reported.

    ``works`` verifies the place as of today; ``dead`` and ``closed`` take it out of all answers,
    ``moved`` its address. False when there is no such place, or no such outcome.
    """
    if outcome not in OUTCOMES or not _is_place(connection, place_id):
        return False
    _note(connection, place_id, outcome, by, now)
    today = datetime.fromtimestamp(now, UTC).date()
    _stand(connection, place_id, {"reported": "", "reported_on": None, "judged": outcome, "judged_on": today})
    return True


def unjudge_place(connection: Connection, place_id: str, by: str, now: float) -> None:
    """Take staff's last word back, as after a slip of the finger."""
    _note(connection, place_id, "undone", by, now)
    connection.execute(
        update(directory_standing).where(directory_standing.c.place_id == place_id).values(judged="", judged_on=None)
    )


def _is_place(connection: Connection, place_id: str) -> bool:
    return connection.execute(select(directory_place.c.id).where(directory_place.c.id == place_id)).first() is not None


def _note(connection: Connection, place_id: str, outcome: str, by: str, now: float) -> None:
    connection.execute(directory_outcome.insert().values(place_id=place_id, at=now, outcome=outcome, said_by=by))


def _stand(connection: Connection, place_id: str, values: dict[str, Any]) -> None:
    dialect: Any = sqlite if connection.dialect.name == "sqlite" else postgresql
    fresh = {"reported": "", "judged": "", "reported_on": None, "judged_on": None, **values, "place_id": place_id}
    statement = dialect.insert(directory_standing).values(fresh)
    connection.execute(statement.on_conflict_do_update(index_elements=["place_id"], set_=values))
