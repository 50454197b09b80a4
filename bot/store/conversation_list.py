"""Staff's list of conversations: newest first, page by page, filtered without opening anything.

A filter by need goes over blind tags; numbers and languages are opened only for the rows shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, exists, select

from bot.conversation import WAITING_STATES, Urgency
from bot.message import NEEDS, Risk
from bot.privacy import Vault, mask_phone
from bot.store.conversation_filters import Wanted, conditions
from bot.store.conversations import open_person
from bot.store.tables import coach, conversation, conversation_tag, handoff

PAGE = 25


@dataclass(frozen=True)
class OpenCase:
    """The open handoff of a listed conversation. ``opened_at`` is epoch seconds."""

    code: str
    waiting: bool
    urgency: Urgency
    opened_at: float
    holder_id: int | None


@dataclass(frozen=True)
class Listed:
    """One row of the list. ``phone`` is masked, and empty after an erasure."""

    id: int
    phone: str
    language: str
    needs: tuple[str, ...]
    risk: Risk
    opted_out: bool
    not_safe: bool
    case: OpenCase | None
    last_text_at: float
    unread: bool
    reviewed: bool


@dataclass(frozen=True)
class ListPage:
    """A page of rows and the keyset of the next one, if there is more."""

    rows: tuple[Listed, ...]
    next: tuple[float, int] | None


def list_conversations(connection: Connection, vault: Vault, wanted: Wanted) -> ListPage:
    """One page of conversations with people. Coaches' own phones are not listed; who was a coach once is a person."""
    shown, more = rows_of(connection, vault, wanted, PAGE)
    return ListPage(open_rows(connection, vault, shown), (shown[-1].last_text_at, shown[-1].id) if more else None)


def rows_of(connection: Connection, vault: Vault, wanted: Wanted, size: int) -> tuple[Sequence[Row[Any]], bool]:
    """The next ``size`` rows as they are stored, and whether there are more."""
    row = conversation.c
    statement = (
        select(conversation, *(column.label(f"case_{name}") for name, column in _case_columns()))
        .outerjoin(handoff, and_(handoff.c.conversation_id == row.id, handoff.c.closed_at.is_(None)))
        .where(row.last_text_at.is_not(None), _no_coach())
        .where(*conditions(vault, wanted))
        .order_by(row.last_text_at.desc(), row.id.desc())
        .limit(size + 1)
    )
    rows = connection.execute(statement).all()
    return rows[:size], len(rows) > size


def _no_coach() -> ColumnElement[bool]:
    return ~exists().where(coach.c.conversation_id == conversation.c.id, coach.c.active)


def open_rows(connection: Connection, vault: Vault, rows: Sequence[Row[Any]]) -> tuple[Listed, ...]:
    """Stored rows as staff see them."""
    needs = needs_of(connection, vault, [one.id for one in rows])
    return tuple(_listed(vault, one, needs.get(one.id, ())) for one in rows)


def _case_columns() -> list[tuple[str, ColumnElement[Any]]]:
    names = ("code", "state", "urgency", "opened_at", "holder_id")
    return [(name, handoff.c[name]) for name in names]


def needs_of(connection: Connection, vault: Vault, ids: list[int]) -> dict[int, tuple[str, ...]]:
    """The needs of conversations, by blind tags, in the order of ``NEEDS``."""
    names = {index: need for need in NEEDS for index in vault.indexes(f"need:{need}")}
    tags = conversation_tag.c
    found: dict[int, set[str]] = {}
    for one in connection.execute(select(tags.conversation_id, tags.tag_index).where(tags.conversation_id.in_(ids))):
        need = names.get(bytes(one.tag_index))
        if need is not None:
            found.setdefault(one.conversation_id, set()).add(need)
    return {own: tuple(need for need in NEEDS if need in needs) for own, needs in found.items()}


def _listed(vault: Vault, row: Row[Any], needs: tuple[str, ...]) -> Listed:
    person = open_person(vault, row)
    case = None
    if row.case_code is not None:
        waits = row.case_state in WAITING_STATES
        case = OpenCase(row.case_code, waits, Urgency(row.case_urgency), row.case_opened_at, row.case_holder_id)
    return Listed(
        row.id,
        mask_phone(vault.open(row.phone_sealed)) if row.phone_sealed else "",
        person.language,
        needs,
        Risk.CRISIS if case and case.urgency is Urgency.CRISIS else Risk(row.risk),
        person.opted_out,
        person.unsafe,
        case,
        row.last_text_at,
        unread=row.read_at is None or row.read_at < row.last_text_at,
        reviewed=row.reviewed_at is not None and row.reviewed_at >= row.last_text_at,
    )
