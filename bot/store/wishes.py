"""What people decided for good: opt-outs, the way back, erasures, legal holds; in the order of their commit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Select, func, select, text, update

from bot.store.conversations import conversation_of_index
from bot.store.retention import erase_person
from bot.store.tables import conversation
from bot.store.wish_tables import wish


class Wished(StrEnum):
    OPT_OUT = "opt_out"
    OPT_IN = "opt_in"
    ERASE = "erase"
    HOLD = "hold"
    RELEASE = "release"


@dataclass(frozen=True)
class Wish:
    """``who`` is the blind index of the phone, ``at`` epoch seconds; ids grow without looking back."""

    id: int
    at: float
    kind: Wished
    who: bytes


def wishes_after(connection: Connection, last: int, most: int = 500) -> list[Wish]:
    """The next wishes with an id above ``last``, in order."""
    return _wishes(connection, select(wish).where(wish.c.id > last).order_by(wish.c.id).limit(most))


def all_wishes(connection: Connection) -> list[Wish]:
    """Every wish, in order: one for each opt-out, way back, erasure and hold since the line began."""
    return _wishes(connection, select(wish).order_by(wish.c.id))


def _wishes(connection: Connection, query: Select[Any]) -> list[Wish]:
    rows = connection.execute(query)
    return [Wish(row.id, row.at, Wished(row.kind), row.phone_index) for row in rows]


def last_wish(connection: Connection) -> int:
    """The id of the newest wish, 0 if there is none."""
    newest: int | None = connection.execute(select(func.max(wish.c.id))).scalar_one()
    return newest or 0


def fulfil(connection: Connection, again: Wish) -> None:
    """Do once more what was done after the backup that is being restored, and note it under its old id."""
    newest = last_wish(connection)
    own = conversation_of_index(connection, again.who, again.at)
    row = update(conversation).where(conversation.c.id == own)
    if again.kind is Wished.ERASE:
        erase_person(connection, own, again.at)
        connection.execute(update(conversation).where(conversation.c.id == own).values(phone_sealed=None))
    elif again.kind in (Wished.OPT_OUT, Wished.OPT_IN):
        connection.execute(row.values(opted_out_at=again.at if again.kind is Wished.OPT_OUT else None))
    else:
        connection.execute(row.values(held_at=again.at if again.kind is Wished.HOLD else None))
    values = {"id": again.id, "at": again.at, "kind": again.kind, "phone_index": again.who}
    connection.execute(wish.delete().where(wish.c.id > newest))  # fulfilling an erasure noted one itself
    connection.execute(wish.insert().values(values))
    _count_on(connection)


def _count_on(connection: Connection) -> None:
    """PostgreSQL's own counter goes on behind the newest id."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT setval(pg_get_serial_sequence('wish', 'id'), greatest(max(id), 1)) FROM wish"))
