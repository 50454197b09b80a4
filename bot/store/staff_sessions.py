"""Who is signed in. Only the hash of a session's token is kept, so the table opens no door."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass

from sqlalchemy import Connection, delete, or_, select, update

from bot.privacy import Vault
from bot.store.tables import staff, staff_session

IDLE_SECONDS = 15 * 60.0
LONGEST_SECONDS = 12 * 3600.0
TOUCH_SECONDS = 20.0  # a click is worth a write only every so often


@dataclass(frozen=True)
class Visitor:
    """Somebody who is signed in."""

    staff_id: int
    email: str
    role: str
    coach_id: int | None

    @property
    def actor(self) -> str:
        """Their name in the audit."""
        return f"staff:{self.staff_id}"

    @property
    def sees_all(self) -> bool:
        return self.role in ("staff", "admin")


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def open_session(connection: Connection, staff_id: int, now: float) -> str:
    """Sign somebody in; returns the token for their browser. Sessions that ended are swept away."""
    ended = or_(staff_session.c.seen_at < now - IDLE_SECONDS, staff_session.c.created_at < now - LONGEST_SECONDS)
    connection.execute(delete(staff_session).where(ended))
    token = secrets.token_urlsafe(32)
    connection.execute(
        staff_session.insert().values(token_hash=_hash(token), staff_id=staff_id, created_at=now, seen_at=now)
    )
    return token


def visitor_of(connection: Connection, vault: Vault, token: str, now: float) -> tuple[Visitor, float] | None:
    """Who holds ``token`` and when they last did something; ``None`` if the session ended."""
    row = connection.execute(
        select(staff_session.c.seen_at, staff.c.id, staff.c.email_sealed, staff.c.role, staff.c.coach_id)
        .join(staff, staff.c.id == staff_session.c.staff_id)
        .where(
            staff_session.c.token_hash == _hash(token),
            staff_session.c.seen_at >= now - IDLE_SECONDS,
            staff_session.c.created_at >= now - LONGEST_SECONDS,
        )
    ).one_or_none()
    if row is None:
        return None
    return Visitor(row.id, vault.open(row.email_sealed), row.role, row.coach_id), row.seen_at


def touch_session(connection: Connection, token: str, now: float) -> None:
    """They did something: fifteen more minutes."""
    connection.execute(update(staff_session).where(staff_session.c.token_hash == _hash(token)).values(seen_at=now))


def close_session(connection: Connection, token: str) -> None:
    connection.execute(delete(staff_session).where(staff_session.c.token_hash == _hash(token)))


def close_sessions_of(connection: Connection, staff_id: int) -> None:
    """Sign somebody out everywhere."""
    connection.execute(delete(staff_session).where(staff_session.c.staff_id == staff_id))
