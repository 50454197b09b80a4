"""The desk's list: every open case with what ranks it. Nothing a person wrote is opened for it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, func, select

from bot.conversation import BoardCase, Case, CaseState, Urgency
from bot.desk.rank import DeskCase
from bot.message import Risk
from bot.privacy import Vault
from bot.store.cases import case_of_row
from bot.store.conversation_list import needs_of
from bot.store.conversations import open_person
from bot.store.tables import conversation, handoff, message


def desk_cases(connection: Connection, vault: Vault, coach_id: int | None = None) -> list[DeskCase]:
    """All open cases; with ``coach_id`` only those that wait and those this coach holds."""
    statement = (
        select(
            handoff,
            conversation.c.person_sealed,
            conversation.c.opted_out_at,
            conversation.c.risk,
            conversation.c.last_text_at,
        )
        .join(conversation, conversation.c.id == handoff.c.conversation_id)
        .where(handoff.c.closed_at.is_(None))
    )
    if coach_id is not None:
        statement = statement.where(handoff.c.holder_id.is_(None) | (handoff.c.holder_id == coach_id))
    rows = connection.execute(statement).all()
    needs = needs_of(connection, vault, [row.conversation_id for row in rows])
    answered = _last_answers(connection, [row.conversation_id for row in rows if row.holder_id is not None])
    return [_listed(vault, row, needs, answered) for row in rows]


def _listed(vault: Vault, row: Row[Any], needs: dict[int, tuple[str, ...]], answered: dict[int, float]) -> DeskCase:
    person = open_person(vault, row)
    kinds = (*person.crisis_told, *((str(person.check.kind),) if person.check else ()))
    return DeskCase(
        BoardCase(
            row.id,
            row.code,
            row.conversation_id,
            CaseState(row.state),
            Urgency(row.urgency),
            row.holder_id,
            row.opened_at,
            row.on_web,
        ),
        language=person.language,
        risk=Risk(row.risk),
        kinds=tuple(dict.fromkeys(kinds)),
        about=str(person.check.about) if person.check else None,
        needs=needs.get(row.conversation_id, ()),
        reason=row.reason,
        heard_at=row.last_text_at,
        answered_at=answered.get(row.conversation_id),
    )


def _last_answers(connection: Connection, conversations: list[int]) -> dict[int, float]:
    """When a coach last wrote to each person whose case is held."""
    texts = message.c
    rows = connection.execute(
        select(texts.conversation_id, func.max(texts.created_at).label("at"))
        .where(texts.conversation_id.in_(conversations), texts.direction == "out", texts.author == "coach")
        .group_by(texts.conversation_id)
    )
    return {row.conversation_id: row.at for row in rows}


def case_by_id(connection: Connection, vault: Vault, case_id: int) -> tuple[int, Case] | None:
    """The conversation and the case with this id."""
    row = connection.execute(select(handoff).where(handoff.c.id == case_id)).one_or_none()
    return (row.conversation_id, case_of_row(vault, row)) if row else None


def desk_mark(connection: Connection) -> tuple[object, ...]:
    """A small value that differs whenever a case opened, moved or closed, or a text came to one. Asked every second."""
    open_ = handoff.c.closed_at.is_(None)
    rows = connection.execute(
        select(handoff.c.id, handoff.c.state, handoff.c.urgency, handoff.c.holder_id, handoff.c.on_web).where(open_)
    ).all()
    heard = connection.execute(
        select(func.max(conversation.c.last_text_at))
        .join(handoff, handoff.c.conversation_id == conversation.c.id)
        .where(open_)
    ).scalar_one()
    said = connection.execute(
        select(func.max(message.c.id)).where(
            message.c.conversation_id.in_(select(handoff.c.conversation_id).where(open_))
        )
    ).scalar_one()
    return (hash(tuple(tuple(row) for row in rows)), heard, said)
