"""What became known of a place since its source wrote of it: a person's word, and staff's judgement."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True)
class _Word:
    id: int
    outcome: str
    at: float
    by_person: bool


def report_place(connection: Connection, place_id: str, outcome: str, by: str, now: float) -> bool:
    """Note what somebody who was sent to a place found; ``by`` is :data:`PERSON`.

    Bad news counts at once, until staff judge it; good news from a person takes nothing back.
    False when there is no such place, or no such outcome.
    """
    if outcome not in OUTCOMES or not _is_place(connection, place_id):
        return False
    if outcome in BAD:
        _lock(connection, place_id)
    _note(connection, place_id, outcome, by, now)
    if outcome in BAD:
        _stand(connection, place_id, _reported(outcome, now))
    return True


def judge_place(connection: Connection, place_id: str, outcome: str, by: str, now: float) -> int:
    """Staff's own word (``by`` is their actor): it settles what people reported. Its id, to undo it by.

    ``works`` verifies the place as of today; ``dead`` and ``closed`` take it out of all answers,
    ``moved`` its address. 0 when there is no such place, or no such outcome.
    """
    if outcome not in OUTCOMES or not _is_place(connection, place_id):
        return 0
    _lock(connection, place_id)
    word = _note(connection, place_id, outcome, by, now)
    _stand(connection, place_id, _judged(outcome, now))
    return word


def unjudge_place(connection: Connection, place_id: str, word: int, by: str, now: float) -> bool:
    """Take staff's last word back, as after a slip of the finger: all is as it was before it.

    False, and nothing changes, where ``word`` (its id) is not staff's newest that counts.
    """
    own = select(directory_outcome.c.id).where(directory_outcome.c.id == word, directory_outcome.c.place_id == place_id)
    if connection.execute(own).first() is None:
        return False
    _lock(connection, place_id)
    told = _what_counts(connection, place_id)
    last = next((each for each in reversed(told) if not each.by_person), None)
    if last is None or last.id != word:
        return False
    _note(connection, place_id, UNDONE, by, now)
    values = dict(_NOTHING)
    for each in told:
        if each is not last:
            values.update(_reported(each.outcome, each.at) if each.by_person else _judged(each.outcome, each.at))
    _stand(connection, place_id, values)
    return True


def _what_counts(connection: Connection, place_id: str) -> list[_Word]:
    """Every word on a place that was not taken back, the oldest first."""
    rows = connection.execute(
        select(directory_outcome).where(directory_outcome.c.place_id == place_id).order_by(directory_outcome.c.id)
    )
    told: list[_Word] = []
    for row in rows:
        if row.outcome != UNDONE:
            told.append(_Word(row.id, row.outcome, row.at, row.said_by == PERSON))
        elif last := next((each for each in reversed(told) if not each.by_person), None):
            told.remove(last)
    return told


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


def _lock(connection: Connection, place_id: str) -> None:
    """One word at a time about a place, as each is weighed with those before it."""
    # Its standing, not the place itself, which an import may hold for long while a person's text waits for this.
    dialect: Any = sqlite if connection.dialect.name == "sqlite" else postgresql
    same = {"place_id": place_id}
    row = dialect.insert(directory_standing).values({**_NOTHING, **same})
    connection.execute(row.on_conflict_do_update(index_elements=["place_id"], set_=same))


def _note(connection: Connection, place_id: str, outcome: str, by: str, now: float) -> int:
    made = directory_outcome.insert().values(place_id=place_id, at=now, outcome=outcome, said_by=by)
    return int(connection.execute(made.returning(directory_outcome.c.id)).scalar_one())


def _stand(connection: Connection, place_id: str, values: dict[str, Any]) -> None:
    dialect: Any = sqlite if connection.dialect.name == "sqlite" else postgresql
    statement = dialect.insert(directory_standing).values({**_NOTHING, **values, "place_id": place_id})
    connection.execute(statement.on_conflict_do_update(index_elements=["place_id"], set_=values))
