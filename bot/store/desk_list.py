"""The desk's list: every open case with what ranks it. Nothing a person wrote is opened for it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, func, select

from bot.conversation import Case
from bot.desk.rank import DeskCase
from bot.message import Risk
from bot.privacy import Vault
from bot.store.cases import board_case_of_row, case_of_row
from bot.store.conversation_list import needs_of
from bot.store.conversations import PERSON_COLUMNS, open_person
from bot.store.tables import conversation, handoff, message


def desk_cases(connection: Connection, vault: Vault, coach_id: int | None = None) -> list[DeskCase]:
    """All open cases; with ``coach_id`` those that wait, those this coach holds and those offered to them."""
    statement = (
        select(
            handoff,
            *PERSON_COLUMNS,
            conversation.c.risk,
            conversation.c.last_text_at,
        )
        .join(conversation, conversation.c.id == handoff.c.conversation_id)
        .where(handoff.c.closed_at.is_(None))
    )
    if coach_id is not None:
        own = (handoff.c.holder_id == coach_id) | (handoff.c.offered_to == coach_id)
        statement = statement.where(handoff.c.holder_id.is_(None) | own)
    rows = connection.execute(statement).all()
    needs = needs_of(connection, vault, [row.conversation_id for row in rows])
    return [_listed(vault, row, needs.get(row.conversation_id, ())) for row in rows]


def _listed(vault: Vault, row: Row[Any], needs: tuple[str, ...]) -> DeskCase:
    person = open_person(vault, row)
    kinds = (*person.crisis_told, *((str(person.check.kind),) if person.check else ()))
    return DeskCase(
        board_case_of_row(row),
        language=person.language,
        risk=Risk(row.risk),
        kinds=tuple(dict.fromkeys(kinds)),
        about=str(person.check.about) if person.check else None,
        needs=needs,
        reason=row.reason,
        heard_at=row.last_text_at,
        waits_since=row.waits_since,
    )


def case_by_id(connection: Connection, vault: Vault, case_id: int) -> tuple[int, Case] | None:
    """The conversation and the case with this id."""
    row = connection.execute(select(handoff).where(handoff.c.id == case_id)).one_or_none()
    return (row.conversation_id, case_of_row(vault, row)) if row else None


def desk_mark(connection: Connection) -> tuple[object, ...]:
    """A small value that differs whenever a case opened, moved or closed, or a text came to one. Asked every second."""
    open_ = handoff.c.closed_at.is_(None)
    rows = connection.execute(
        select(
            handoff.c.id,
            handoff.c.state,
            handoff.c.urgency,
            handoff.c.holder_id,
            handoff.c.on_web,
            handoff.c.offered_to,
        ).where(open_)
    ).all()
    heard = connection.execute(
        select(func.max(conversation.c.last_text_at))
        .join(handoff, handoff.c.conversation_id == conversation.c.id)
        .where(open_)
    ).scalar_one()
    # One look into the index for each case; all texts of those conversations would be read for "the last of any".
    last = select(func.max(message.c.id)).where(message.c.conversation_id == handoff.c.conversation_id)
    said = connection.execute(select(func.max(last.scalar_subquery())).where(open_)).scalar_one()
    return (hash(tuple(tuple(row) for row in rows)), heard, said)
