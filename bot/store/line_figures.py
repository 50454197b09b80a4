"""Counts of the whole line for a stretch of time: walks over small indexes, nothing is opened."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, Select, distinct, func, select

from bot.delivery import VOICE
from bot.message import NEEDS
from bot.privacy import Vault
from bot.store.conversations import find_conversation
from bot.store.tables import (
    DANGER_NOTED,
    NOT_DELIVERED,
    coach,
    conversation,
    conversation_tag,
    handoff,
    journal,
    message,
)

Between = tuple[float, float]  # epoch seconds: from, and up to but not including
ANSWER_SECONDS = 120.0  # a text this young may still get its answer


@dataclass(frozen=True)
class TextCount:
    """Texts of a stretch of time. ``people`` wrote at least one of the ``received``."""

    people: int = 0
    received: int = 0
    sent: int = 0


@dataclass(frozen=True)
class Noted:
    """Danger was seen in a text: ``kind`` is ``crisis`` or ``check``."""

    at: float
    kind: str
    conversation_id: int


def house_phones(connection: Connection, vault: Vault, human_phone: str) -> frozenset[int]:
    """Conversations that are not with people: coaches' phones and addresses, the organisation's phone."""
    rows = connection.execute(select(coach.c.conversation_id, coach.c.email_conversation_id))
    found = {own for row in rows for own in row if own is not None}
    for address in (human_phone, f"{VOICE}{human_phone}") if human_phone else ():
        own = find_conversation(connection, vault, address)
        if own is not None:
            found.add(own)
    return frozenset(found)


def count_texts(connection: Connection, between: Between, house: Collection[int]) -> TextCount:
    """Texts from and to people."""
    row = message.c
    counted = select(row.direction, func.count(), func.count(distinct(row.conversation_id))).where(
        row.created_at >= between[0], row.created_at < between[1], row.conversation_id.not_in(house)
    )
    found = {one[0]: (one[1], one[2]) for one in connection.execute(counted.group_by(row.direction))}
    received, people = found.get("in", (0, 0))
    return TextCount(people, received, found.get("out", (0, 0))[0])


def undelivered_at(connection: Connection, between: Between) -> list[float]:
    """When the texts were written that the carrier could not deliver, alerts to coaches included."""
    row = message.c
    return list(
        connection.execute(
            select(row.created_at).where(NOT_DELIVERED, row.created_at >= between[0], row.created_at < between[1])
        ).scalars()
    )


def asked_at(connection: Connection, between: Between) -> list[float]:
    """When people were handed over to the desk."""
    row = handoff.c
    return list(
        connection.execute(
            select(row.opened_at).where(row.opened_at >= between[0], row.opened_at < between[1])
        ).scalars()
    )


def dangers(connection: Connection, between: Between) -> list[Noted]:
    """Every text in which danger was seen, oldest first."""
    row = journal.c
    rows = connection.execute(
        select(row.at, row.kind, row.conversation_id)
        .where(DANGER_NOTED, row.at >= between[0], row.at < between[1])
        .order_by(row.at)
    )
    return [Noted(one.at, one.kind, one.conversation_id) for one in rows]


def count_needs(connection: Connection, vault: Vault, since: float) -> list[tuple[str, int]]:
    """How many people named each need after ``since``, the most first."""
    names = {index: need for need in NEEDS for index in vault.indexes(f"need:{need}")}
    tags = conversation_tag.c
    rows = connection.execute(select(tags.tag_index, func.count()).where(tags.at >= since).group_by(tags.tag_index))
    found: dict[str, int] = {}
    for index, people in rows:
        need = names.get(bytes(index))
        if need is not None:
            found[need] = found.get(need, 0) + people
    return sorted(found.items(), key=lambda item: (-item[1], item[0]))


def unanswered(connection: Connection, between: Between, now: float, house: Collection[int]) -> list[int]:
    """Conversations in which the person has had the last word for two minutes, and nobody answered; oldest first."""
    row = conversation.c
    rows = connection.execute(
        select(row.id)
        .where(
            row.last_text_at >= between[0],
            row.last_text_at < min(between[1], now - ANSWER_SECONDS),
            row.opted_out_at.is_(None),
            row.id.not_in(house),
            last_direction().scalar_subquery() == "in",
        )
        .order_by(row.last_text_at)
    )
    return list(rows.scalars())


def last_direction() -> Select[tuple[str]]:
    """Of each conversation: who wrote last, ``in`` for the person."""
    texts = message.c
    return (
        select(texts.direction)
        .where(texts.conversation_id == conversation.c.id)
        .order_by(texts.id.desc())
        .limit(1)
        .correlate(conversation)
    )


def people_in(noted: Iterable[Noted], kind: str) -> int:
    """How many different people a kind of danger was seen with."""
    return len({one.conversation_id for one in noted if one.kind == kind})
