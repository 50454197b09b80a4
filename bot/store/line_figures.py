"""Counts of the whole line for a stretch of time: walks over small indexes, nothing is opened."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, distinct, func, select
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
    journal,
    message,
)
from bot.store.text_counts import slot_of

Between = tuple[float, float]  # epoch seconds: from, and up to but not including
ANSWER_SECONDS = 120.0  # a text this young may still get its answer
PEOPLE_WHO_WROTE = func.count(distinct(when((text_count.c.received > 0, text_count.c.conversation_id))))


@dataclass(frozen=True)
class TextCount:
    """Texts of a stretch of time. ``people`` wrote at least one of the ``received``."""

    people: int = 0
    received: int = 0
    sent: int = 0


@dataclass(frozen=True)
class HousePhones:
    """Conversations that are not with people: coaches' phones and addresses, the organisation's phone.

    Who was a coach once is a person ``now``: their text may wait for an answer. Counts of texts leave out all that
    ``ever`` were, because alerts and relayed texts of their time as a coach would count as texts with a person.
    """

    now: frozenset[int]
    ever: frozenset[int]


def house_phones(connection: Connection, vault: Vault, human_phone: str) -> HousePhones:
    """Which conversations are the line's own."""
    now, ever = set[int](), set[int]()
    for active, *own in connection.execute(
        select(coach.c.active, coach.c.conversation_id, coach.c.email_conversation_id)
    ):
        ever.update(one for one in own if one is not None)
        now.update(one for one in own if one is not None and active)
    for address in (human_phone, f"{VOICE}{human_phone}") if human_phone else ():
        found = find_conversation(connection, vault, address)
        if found is not None:
            now.add(found)
    return HousePhones(frozenset(now), frozenset(now | ever))


def count_texts(connection: Connection, between: Between, house: Collection[int]) -> TextCount:
    """Texts from and to people, in whole half hours: all clocks' hours and days begin with one."""
    row, (first, after) = text_count.c, slots_of(between)
    people, received, sent = connection.execute(
        select(PEOPLE_WHO_WROTE, func.sum(row.received), func.sum(row.sent)).where(
            row.slot >= first, row.slot < after, row.conversation_id.not_in(house)
        )
    ).one()
    return TextCount(people, int(received or 0), int(sent or 0))


def slots_of(between: Between) -> tuple[int, int]:
    """The half hours that a time touches: the first, and the one after the last."""
    return slot_of(between[0]), -slot_of(-between[1])


def count_undelivered(connection: Connection, between: Between) -> int:
    """How many texts written in this time the carrier could not deliver, alerts to coaches included."""
    row = message.c
    inside = (NOT_DELIVERED, row.created_at >= between[0], row.created_at < between[1])
    return connection.execute(select(func.count()).select_from(message).where(*inside)).scalar_one()


def people_in_danger(connection: Connection, between: Between) -> dict[str, int]:
    """With how many people each kind of danger (``crisis``, ``check``) was seen."""
    row = journal.c
    rows = connection.execute(
        select(row.kind, func.count(distinct(row.conversation_id)).label("people"))
        .where(DANGER_NOTED, row.at >= between[0], row.at < between[1])
        .group_by(row.kind)
    )
    return {one.kind: one.people for one in rows}


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


def count_unanswered(connection: Connection, between: Between, now: float, house: HousePhones) -> int:
    """With how many people the person has had the last word for two minutes, and nobody answered."""
    row = conversation.c
    inside = (
        row.last_text_at >= between[0],
        row.last_text_at < min(between[1], now - ANSWER_SECONDS),
        row.opted_out_at.is_(None),
        row.id.not_in(house.now),
        THEY_WROTE_LAST,
    )
    return connection.execute(select(func.count()).select_from(conversation).where(*inside)).scalar_one()
