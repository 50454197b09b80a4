"""The phones of the simulator page: their numbers and owners. Only made-up numbers, only with the simulator."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from bot.privacy import Vault, is_made_up
from bot.store.coaches import all_coaches
from bot.store.conversations import conversation_for, find_conversation, phone_of
from bot.store.tables import conversation, message

MARKED_TEXTS = 60


@dataclass(frozen=True)
class SimulatedPhone:
    """A phone on the page. ``coach`` is the coach's name, empty for a person's phone."""

    conversation_id: int
    number: str
    coach: str = ""


def own_phones(connection: Connection, vault: Vault, numbers: Sequence[str]) -> tuple[SimulatedPhone, ...]:
    """The phones with these numbers, as far as they have a conversation."""
    found = ((find_conversation(connection, vault, number), number) for number in numbers)
    return tuple(SimulatedPhone(known, number) for known, number in found if known is not None)


def make_phone(connection: Connection, vault: Vault, number: str, now: float) -> None:
    """Give a phone its conversation before its first text. One that exists, erased ones too, stays as it is."""
    if find_conversation(connection, vault, number) is None:
        conversation_for(connection, vault, number, now)


def other_phones(connection: Connection, vault: Vault, without: Collection[int], limit: int) -> list[SimulatedPhone]:
    """Coaches' phones in the order they were added, then the phones that came last."""
    found = []
    for coach in all_coaches(connection, vault):
        number = phone_of(connection, vault, coach.conversation_id)
        if number and is_made_up(number) and coach.conversation_id not in without:
            found.append(SimulatedPhone(coach.conversation_id, number, coach.name))
    seen = {*without, *(phone.conversation_id for phone in found)}
    rows = connection.execute(
        select(conversation.c.id, conversation.c.phone_sealed)
        .where(conversation.c.phone_sealed.is_not(None), conversation.c.id.not_in(seen))
        .order_by(conversation.c.id.desc())
        .limit(limit)
    )
    people = [SimulatedPhone(row.id, vault.open(row.phone_sealed)) for row in rows]
    return [*found, *(phone for phone in people if is_made_up(phone.number))][:limit]


def phones_mark(connection: Connection) -> tuple[object, ...]:
    """A small value that differs whenever a text came, went out or arrived on any phone."""
    rows = connection.execute(select(message.c.id, message.c.status).order_by(message.c.id.desc()).limit(MARKED_TEXTS))
    return tuple(tuple(row) for row in rows)
