"""One conversation as staff read it: its texts, its notes, its cases, page by page backwards."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from bot.conversation import Case, Person, Urgency
from bot.message import Risk
from bot.privacy import Vault, mask_phone
from bot.store.cases import cases_of
from bot.store.conversations import open_person
from bot.store.directory_tables import directory_place
from bot.store.tables import coach, conversation, journal, message

TEXTS_ON_A_PAGE = 100


@dataclass(frozen=True)
class ThreadText:
    """One text. ``at`` is epoch seconds; ``status`` a ``message.Delivery`` or ``received``."""

    id: int
    inbound: bool
    author: str
    coach_id: int | None
    body: str
    media: int
    segments: int
    at: float
    status: str
    error_code: int | None


@dataclass(frozen=True)
class ThreadNote:
    """One entry of the journal. ``message_id`` is the inbound text it is about, if any."""

    id: int
    message_id: int | None
    at: float
    kind: str
    detail: Mapping[str, Any]


@dataclass(frozen=True)
class Thread:
    """Texts and notes, oldest first. ``older`` is the text id to ask for the page before this one."""

    texts: tuple[ThreadText, ...]
    notes: tuple[ThreadNote, ...]
    older: int | None


@dataclass(frozen=True)
class Facts:
    """What is known of one conversation now. ``phone`` is masked, and empty after an erasure.

    ``risk`` is the last text's, or crisis while an urgent case is open.
    """

    id: int
    phone: str
    person: Person
    risk: Risk
    cases: tuple[Case, ...]
    erased_at: float | None
    opted_out_at: float | None
    created_at: float


def read_facts(connection: Connection, vault: Vault, conversation_id: int) -> Facts | None:
    """The conversation's facts, ``None`` if there is no such conversation."""
    row = connection.execute(select(conversation).where(conversation.c.id == conversation_id)).one_or_none()
    if row is None:
        return None
    cases = tuple(cases_of(connection, vault, conversation_id))
    urgent = any(case.open and case.urgency is Urgency.CRISIS for case in cases)
    return Facts(
        row.id,
        mask_phone(vault.open(row.phone_sealed)) if row.phone_sealed else "",
        open_person(vault, row),
        Risk.CRISIS if urgent else Risk(row.risk),
        cases,
        row.erased_at,
        row.opted_out_at,
        row.created_at,
    )


def read_thread(
    connection: Connection, vault: Vault, conversation_id: int, before: int | None = None, limit: int = TEXTS_ON_A_PAGE
) -> Thread:
    """The newest ``limit`` texts (older than text ``before``) with the notes of their time."""
    columns = message.c
    statement = select(message).where(columns.conversation_id == conversation_id)
    if before is not None:
        statement = statement.where(columns.id < before)
    rows = connection.execute(statement.order_by(columns.id.desc()).limit(limit + 1)).all()
    older = rows[limit - 1].id if len(rows) > limit else None
    shown = rows[:limit][::-1]
    texts = tuple(
        ThreadText(
            row.id,
            row.direction == "in",
            row.author,
            row.coach_id,
            vault.open(row.body_sealed) if row.body_sealed else "",
            row.media,
            row.segments,
            row.created_at,
            row.status,
            row.error_code,
        )
        for row in shown
    )
    start = texts[0].at if texts and older is not None else 0.0
    return Thread(texts, _notes(connection, vault, conversation_id, start, before), older)


def _notes(
    connection: Connection, vault: Vault, conversation_id: int, start: float, before: int | None
) -> tuple[ThreadNote, ...]:
    statement = select(journal).where(journal.c.conversation_id == conversation_id, journal.c.at >= start)
    if before is not None:
        end = select(message.c.created_at).where(message.c.id == before).scalar_subquery()
        statement = statement.where(journal.c.at < end)
    return tuple(
        ThreadNote(
            row.id,
            row.message_id,
            row.at,
            row.kind,
            vault.open_json(row.detail_sealed) if row.detail_sealed else {},
        )
        for row in connection.execute(statement.order_by(journal.c.id))
    )


def coach_names(connection: Connection, vault: Vault) -> dict[int, str]:
    """The names of all coaches, those who left included, by id."""
    rows = connection.execute(select(coach.c.id, coach.c.name_sealed))
    return {row.id: vault.open(row.name_sealed) for row in rows}


def place_names(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    """The names of places of the directory by id; places that left it are missing."""
    if not ids:
        return {}
    rows = connection.execute(select(directory_place.c.id, directory_place.c.name).where(directory_place.c.id.in_(ids)))
    return {row.id: row.name for row in rows}


def conversation_mark(connection: Connection, conversation_id: int) -> tuple[object, ...]:
    """A small value that differs whenever something of the conversation changed. Cheap: asked every second."""
    notes = connection.execute(
        select(func.max(journal.c.id)).where(journal.c.conversation_id == conversation_id)
    ).scalar_one()
    texts = connection.execute(
        select(message.c.id, message.c.status)
        .where(message.c.conversation_id == conversation_id)
        .order_by(message.c.id.desc())
        .limit(12)
    ).all()
    return (notes, *(tuple(row) for row in texts))


def line_mark(connection: Connection) -> tuple[object, ...]:
    """A small value that differs whenever a text came or something happened to any conversation."""
    notes = connection.execute(select(func.max(journal.c.id))).scalar_one()
    texts = connection.execute(select(func.max(message.c.id))).scalar_one()
    return notes, texts
