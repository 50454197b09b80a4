"""How a conversation stands when somebody of the house looks at it, from plain columns: nothing is opened for it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, and_, func, select

from bot.conversation import Urgency
from bot.store.review_tables import errand, remark
from bot.store.tables import conversation, handoff


@dataclass(frozen=True)
class OpenCase:
    """The case that is open. Holder and offer are ids of coaches."""

    id: int
    urgency: Urgency
    holder_id: int | None
    offered_to: int | None


@dataclass(frozen=True)
class Standing:
    """``errand`` is what waits there for this member of staff and is due (mention, follow_up), else empty.

    ``read`` and ``reviewed``: staff did so since the person last wrote.
    """

    case: OpenCase | None
    errand: str
    read: bool
    reviewed: bool


def standing_of(connection: Connection, conversation_id: int, staff_id: int, now: float) -> Standing | None:
    """``None`` if there is no such conversation."""
    own, case = conversation.c, handoff.c
    wrote = func.coalesce(own.last_text_at, 0)
    row = connection.execute(
        select(
            (func.coalesce(own.read_at, -1) >= wrote).label("read"),
            (func.coalesce(own.reviewed_at, -1) >= wrote).label("reviewed"),
            case.id,
            case.urgency,
            case.holder_id,
            case.offered_to,
        )
        .select_from(conversation.outerjoin(handoff, and_(case.conversation_id == own.id, case.closed_at.is_(None))))
        .where(own.id == conversation_id)
        .order_by(case.id)
    ).first()
    if row is None:
        return None
    opened = None
    if row.id is not None:
        opened = OpenCase(row.id, Urgency(row.urgency), row.holder_id, row.offered_to)
    return Standing(opened, _errand(connection, conversation_id, staff_id, now), bool(row.read), bool(row.reviewed))


def _errand(connection: Connection, conversation_id: int, staff_id: int, now: float) -> str:
    waits = (
        select(errand.c.kind)
        .join(remark, remark.c.id == errand.c.remark_id)
        .where(
            remark.c.conversation_id == conversation_id,
            errand.c.staff_id == staff_id,
            errand.c.done_at.is_(None),
            errand.c.due_at <= now,
        )
        .order_by(errand.c.due_at)
    )
    found: str | None = connection.execute(waits).scalars().first()
    return found or ""
