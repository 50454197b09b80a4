"""Counts of the whole line for a stretch of time: walks over small indexes, nothing is opened."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, distinct, func, select
from sqlalchemy import case as when

from bot.delivery import VOICE
from bot.message import NEEDS
from bot.privacy import Vault
from bot.store.conversations import find_conversation
from bot.store.figure_tables import need_asked, text_count
from bot.store.tables import (
    DANGER_NOTED,
    NOT_DELIVERED,
    THEY_WROTE_LAST,
    coach,
    conversation,
    handoff,
    journal,
    message,
)
from bot.store.text_counts import slot_of

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
    """Texts from and to people, in whole half hours: all clocks' hours and days begin with one."""
    row = text_count.c
    wrote = when((row.received > 0, row.conversation_id))
    people, received, sent = connection.execute(
        select(func.count(distinct(wrote)), func.sum(row.received), func.sum(row.sent)).where(
            *_slots(between), row.conversation_id.not_in(house)
        )
    ).one()
    return TextCount(people, int(received or 0), int(sent or 0))


def count_texts_each(
    connection: Connection, starts: Sequence[float], until: float, house: Collection[int]
) -> list[TextCount]:
    """The same for each stretch of a time that ``starts`` cut up, read in one walk."""
    row, slots = text_count.c, [slot_of(at) for at in starts]
    people: list[set[int]] = [set() for _ in starts]
    received, sent = [0] * len(starts), [0] * len(starts)
    rows = connection.execute(
        select(row.slot, row.conversation_id, row.received, row.sent).where(*_slots((starts[0], until)))
    )
    for slot, own, heard, told in rows:
        if own in house:
            continue
        at = bisect_right(slots, slot) - 1
        received[at] += heard
        sent[at] += told
        if heard:
            people[at].add(own)
    return [TextCount(len(people[at]), received[at], sent[at]) for at in range(len(starts))]


def _slots(between: Between) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return text_count.c.slot >= slot_of(between[0]), text_count.c.slot < -slot_of(-between[1])


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


def count_needs(connection: Connection, vault: Vault, between: Between) -> list[tuple[str, int]]:
    """How many people named each need in this time, the most first."""
    names = {index: need for need in NEEDS for index in vault.indexes(f"need:{need}")}
    row = need_asked.c
    people = (
        select(row.tag_index, row.conversation_id)
        .where(row.at >= between[0], row.at < between[1])
        .distinct()
        .subquery()
    )
    found: dict[str, int] = {}
    for index, times in connection.execute(select(people.c.tag_index, func.count()).group_by(people.c.tag_index)):
        need = names.get(bytes(index))
        if need is not None:
            found[need] = found.get(need, 0) + times
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
            THEY_WROTE_LAST,
        )
        .order_by(row.last_text_at)
    )
    return list(rows.scalars())


def people_in(noted: Iterable[Noted], kind: str) -> int:
    """How many different people a kind of danger was seen with."""
    return len({one.conversation_id for one in noted if one.kind == kind})
