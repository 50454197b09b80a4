"""Staff's list of conversations: newest first, page by page, filtered without opening anything.

A filter by need goes over blind tags; numbers and languages are opened only for the rows shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, exists, func, or_, select

from bot.conversation import HELD_STATES, WAITING_STATES, Urgency
from bot.message import NEEDS, Risk
from bot.privacy import Vault, mask_phone
from bot.store.conversations import open_person
from bot.store.line_figures import last_direction
from bot.store.tables import NOT_DELIVERED, coach, conversation, conversation_tag, handoff, message

ANSWERS = ("none", "undelivered")  # the person has the last word; a text to them was not delivered
STATES = ("assistant", "waiting", "coach", "opted_out")
RISKS = (Risk.CRISIS, Risk.CHECK, Risk.CONCERN, Risk.NONE)
PAGE = 25


@dataclass(frozen=True)
class Wanted:
    """What to list. Empty values filter nothing.

    ``after`` is the keyset of the last row of the page before (epoch seconds, conversation id).
    """

    need: str = ""
    state: str = ""
    risk: str = ""
    answer: str = ""
    after: tuple[float, int] | None = None


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


@dataclass(frozen=True)
class ListPage:
    """A page of rows and the keyset of the next one, if there is more."""

    rows: tuple[Listed, ...]
    next: tuple[float, int] | None


def list_conversations(connection: Connection, vault: Vault, wanted: Wanted) -> ListPage:
    """One page of conversations with people (coaches' own phones are not listed)."""
    row = conversation.c
    statement = (
        select(conversation, *(column.label(f"case_{name}") for name, column in _case_columns()))
        .outerjoin(handoff, and_(handoff.c.conversation_id == row.id, handoff.c.closed_at.is_(None)))
        .where(row.last_text_at.is_not(None), ~exists().where(coach.c.conversation_id == row.id))
        .where(*_filters(vault, wanted))
        .order_by(row.last_text_at.desc(), row.id.desc())
        .limit(PAGE + 1)
    )
    rows = connection.execute(statement).all()
    shown = rows[:PAGE]
    needs = needs_of(connection, vault, [one.id for one in shown])
    listed = tuple(_listed(vault, one, needs.get(one.id, ())) for one in shown)
    more = (shown[-1].last_text_at, shown[-1].id) if len(rows) > PAGE else None
    return ListPage(listed, more)


def _case_columns() -> list[tuple[str, ColumnElement[Any]]]:
    names = ("code", "state", "urgency", "opened_at", "holder_id")
    return [(name, handoff.c[name]) for name in names]


def _filters(vault: Vault, wanted: Wanted) -> list[ColumnElement[bool]]:
    row, found = conversation.c, []
    if wanted.after is not None:
        at, last = wanted.after
        found.append(or_(row.last_text_at < at, and_(row.last_text_at == at, row.id < last)))
    if wanted.risk:
        found.append(_in_risk(Risk(wanted.risk)))
    if wanted.need:
        tags = conversation_tag.c
        found.append(
            exists().where(tags.conversation_id == row.id, tags.tag_index.in_(vault.indexes(f"need:{wanted.need}")))
        )
    if wanted.state == "opted_out":
        found.append(row.opted_out_at.is_not(None))
    elif wanted.state == "assistant":
        found += [row.opted_out_at.is_(None), handoff.c.id.is_(None)]
    elif wanted.state == "waiting":
        found.append(handoff.c.state.in_(WAITING_STATES))
    elif wanted.state == "coach":
        found.append(handoff.c.state.in_(HELD_STATES))
    if wanted.answer == "none":
        found += [row.opted_out_at.is_(None), last_direction().scalar_subquery() == "in"]
    elif wanted.answer == "undelivered":
        found.append(row.id.in_(select(message.c.conversation_id).where(NOT_DELIVERED)))
    return found


def _in_risk(risk: Risk) -> ColumnElement[bool]:
    """The row keeps the last text's risk; an urgent case is a crisis until it is closed."""
    urgent = func.coalesce(handoff.c.urgency, "") == Urgency.CRISIS  # no case: NULL, which is neither true nor false
    if risk is Risk.CRISIS:
        return or_(conversation.c.risk == risk, urgent)
    return and_(conversation.c.risk == risk, ~urgent)


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
    )
