"""Phones that asked for no more texts, and people on whom a legal hold stands, for staff's lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from bot.privacy import Vault
from bot.store.tables import conversation, journal

SHOWN = 50


@dataclass(frozen=True)
class OptOut:
    """``phone`` is empty after an erasure. ``by_carrier``: the carrier took the word; none: the note is gone."""

    conversation_id: int
    phone: str
    at: float
    erased: bool
    by_carrier: bool | None


@dataclass(frozen=True)
class Hold:
    """Since ``at`` (epoch seconds) nothing of this person is destroyed."""

    conversation_id: int
    phone: str
    at: float


def opt_out_count(connection: Connection) -> int:
    """How many phones get no texts."""
    out = select(func.count()).select_from(conversation).where(conversation.c.opted_out_at.is_not(None))
    count: int = connection.execute(out).scalar_one()
    return count


def opt_outs(connection: Connection, vault: Vault, page: int) -> list[OptOut]:
    """One page of :data:`SHOWN`, the newest first; ``page`` counts from 0."""
    row = conversation.c
    rows = connection.execute(
        select(row.id, row.phone_sealed, row.opted_out_at, row.erased_at)
        .where(row.opted_out_at.is_not(None))
        .order_by(row.opted_out_at.desc(), row.id.desc())
        .limit(SHOWN)
        .offset(page * SHOWN)
    ).all()
    ways = _ways(connection, vault, [found.id for found in rows])
    return [
        OptOut(
            found.id,
            vault.open(found.phone_sealed) if found.phone_sealed else "",
            found.opted_out_at,
            found.erased_at is not None,
            ways.get(found.id),
        )
        for found in rows
    ]


def holds(connection: Connection, vault: Vault) -> list[Hold]:
    """Every legal hold that stands, the newest first."""
    row = conversation.c
    rows = connection.execute(
        select(row.id, row.phone_sealed, row.held_at).where(row.held_at.is_not(None)).order_by(row.held_at.desc())
    )
    return [
        Hold(found.id, vault.open(found.phone_sealed) if found.phone_sealed else "", found.held_at) for found in rows
    ]


def _ways(connection: Connection, vault: Vault, ids: Sequence[int]) -> dict[int, bool]:
    """Whether the carrier took each one's last opt-out, as far as the journal still tells."""
    rows = connection.execute(
        select(journal.c.conversation_id, journal.c.detail_sealed)
        .where(journal.c.conversation_id.in_(ids), journal.c.kind == "opted_out")
        .order_by(journal.c.id)
    )
    return {
        row.conversation_id: bool((vault.open_json(row.detail_sealed) if row.detail_sealed else {}).get("by_carrier"))
        for row in rows
    }
