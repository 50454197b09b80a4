"""Reviewers' own words on conversations and texts, and whom they ask to look."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, func, select, update

from bot.privacy import Vault
from bot.store.review_tables import errand, remark
from bot.store.staff_tables import staff

MENTION, FOLLOW_UP = "mention", "follow_up"
MOST_ERRANDS = 100


@dataclass(frozen=True)
class Ask:
    """Somebody of staff is asked to look at ``due_at`` (epoch seconds); ``kind`` is mention or follow_up."""

    staff_id: int
    kind: str
    due_at: float


@dataclass(frozen=True)
class Remark:
    """``asks`` are those whom it asks to look. ``message_id`` is the text that it is about, if any."""

    id: int
    message_id: int | None
    staff_id: int
    at: float
    body: str
    asks: tuple[Ask, ...]


@dataclass(frozen=True)
class Errand:
    """Something that waits for somebody of staff. ``due`` is false while its day has not come."""

    id: int
    kind: str
    due_at: float
    due: bool
    conversation_id: int
    message_id: int | None
    by_id: int
    body: str


def add_remark(
    connection: Connection,
    vault: Vault,
    conversation_id: int,
    message_id: int | None,
    staff_id: int,
    body: str,
    asks: Collection[Ask],
    now: float,
) -> int:
    """Keep ``body``, and ask those named in ``asks``; the remark's id."""
    values = {"conversation_id": conversation_id, "message_id": message_id, "staff_id": staff_id, "at": now}
    made: int = connection.execute(
        remark.insert().values(**values, body_sealed=vault.seal(body)).returning(remark.c.id)
    ).scalar_one()
    rows = [{"remark_id": made, "staff_id": ask.staff_id, "kind": ask.kind, "due_at": ask.due_at} for ask in asks]
    if rows:
        connection.execute(errand.insert(), rows)
    return made


def remarks_of(connection: Connection, vault: Vault, conversation_id: int) -> list[Remark]:
    """All remarks on one conversation and its texts, oldest first."""
    rows = connection.execute(
        select(remark).where(remark.c.conversation_id == conversation_id).order_by(remark.c.id)
    ).all()
    asks: dict[int, list[Ask]] = {}
    for row in connection.execute(select(errand).where(errand.c.remark_id.in_([row.id for row in rows]))):
        asks.setdefault(row.remark_id, []).append(Ask(row.staff_id, row.kind, row.due_at))
    return [
        Remark(
            row.id,
            row.message_id,
            row.staff_id,
            row.at,
            vault.open(row.body_sealed),
            tuple(asks.get(row.id, ())),
        )
        for row in rows
    ]


def errands_for(connection: Connection, vault: Vault, staff_id: int, now: float) -> list[Errand]:
    """What waits for somebody, the longest due first, then what is for later days."""
    rows = connection.execute(
        select(
            errand, remark.c.conversation_id, remark.c.message_id, remark.c.staff_id.label("by"), remark.c.body_sealed
        )
        .join(remark, remark.c.id == errand.c.remark_id)
        .where(errand.c.staff_id == staff_id, errand.c.done_at.is_(None))
        .order_by(errand.c.due_at, errand.c.id)
        .limit(MOST_ERRANDS)
    )
    return [
        Errand(
            row.id,
            row.kind,
            row.due_at,
            row.due_at <= now,
            row.conversation_id,
            row.message_id,
            row.by,
            vault.open(row.body_sealed),
        )
        for row in rows
    ]


def errands_due(connection: Connection, staff_id: int, now: float) -> int:
    """How many things wait for somebody now."""
    due = errand.c.staff_id == staff_id, errand.c.done_at.is_(None), errand.c.due_at <= now
    count: int = connection.execute(select(func.count()).select_from(errand).where(*due)).scalar_one()
    return count


def finish_errand(connection: Connection, errand_id: int, staff_id: int, now: float) -> bool:
    """Somebody has dealt with what was theirs; false if there is no such errand of theirs."""
    mine = errand.c.id == errand_id, errand.c.staff_id == staff_id, errand.c.done_at.is_(None)
    return connection.execute(update(errand).where(*mine).values(done_at=now)).rowcount > 0


def colleagues(connection: Connection, vault: Vault) -> dict[int, str]:
    """The short names (before the @) of those who may read everything and can sign in, by id."""
    those = select(staff.c.id, staff.c.email_sealed).where(
        staff.c.role.in_(("staff", "admin")), staff.c.password_hash.is_not(None)
    )
    return {row.id: _short(vault.open(row.email_sealed)) for row in connection.execute(those.order_by(staff.c.id))}


def staff_names(connection: Connection, vault: Vault) -> dict[int, str]:
    """The short names of all who ever could sign in, by id."""
    rows = connection.execute(select(staff.c.id, staff.c.email_sealed))
    return {row.id: _short(vault.open(row.email_sealed)) for row in rows}


def _short(email: str) -> str:
    return email.partition("@")[0]
