"""Everybody who was invited to the console, as administrators see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from bot.privacy import Vault
from bot.store.staff_sessions import IDLE_SECONDS, LONGEST_SECONDS
from bot.store.staff_tables import audit, staff, staff_session

ACTIVE, INVITED, LAPSED, OFF = "active", "invited", "lapsed", "off"


@dataclass(frozen=True)
class SignIn:
    """One person with access, or without any more. ``state`` is one of this module's; times are epoch seconds."""

    id: int
    email: str
    role: str
    coach_id: int | None
    state: str
    link_until: float | None
    two_steps: bool
    created_at: float
    sessions: int


def all_sign_ins(connection: Connection, vault: Vault, now: float) -> list[SignIn]:
    """Everybody, in the order they were invited."""
    return [_open(vault, row, now) for row in connection.execute(_query(now).order_by(staff.c.id))]


def sign_in_by_id(connection: Connection, vault: Vault, staff_id: int, now: float) -> SignIn | None:
    row = connection.execute(_query(now).where(staff.c.id == staff_id)).one_or_none()
    return _open(vault, row, now) if row else None


def staff_names(connection: Connection, vault: Vault) -> dict[int, str]:
    """E-mail addresses by id: who somebody in the audit is."""
    rows = connection.execute(select(staff.c.id, staff.c.email_sealed))
    return {row.id: vault.open(row.email_sealed) for row in rows}


def _query(now: float) -> Select[Any]:
    session = staff_session.c
    alive = (session.seen_at >= now - IDLE_SECONDS) & (session.created_at >= now - LONGEST_SECONDS)
    sessions = select(func.count()).where(session.staff_id == staff.c.id, alive).scalar_subquery()
    return select(staff, sessions.label("sessions"))


def last_sign_ins(connection: Connection, ids: list[int]) -> dict[int, float]:
    """When each of them signed in last, as the audit knows it."""
    actors = {f"staff:{each}": each for each in ids}
    rows = connection.execute(
        select(audit.c.actor, func.max(audit.c.at).label("at"))
        .where(audit.c.action == "sign_in", audit.c.actor.in_(actors))
        .group_by(audit.c.actor)
    )
    return {actors[row.actor]: row.at for row in rows}


def _open(vault: Vault, row: Row[Any], now: float) -> SignIn:
    return SignIn(
        row.id,
        vault.open(row.email_sealed),
        row.role,
        row.coach_id,
        _state(row, now),
        row.link_until,
        row.totp_sealed is not None,
        row.created_at,
        row.sessions,
    )


def _state(row: Row[Any], now: float) -> str:
    if row.password_hash is not None:
        return ACTIVE
    if row.link_until is None:
        return OFF
    return INVITED if row.link_until > now else LAPSED
