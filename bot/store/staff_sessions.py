"""Who is signed in. Only the hash of a session's token is kept, so the table opens no door."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, delete, or_, select, update

from bot.privacy import Vault
from bot.store.staff_tables import staff, staff_session

IDLE_SECONDS = 15 * 60.0
LONGEST_SECONDS = 12 * 3600.0
TOUCH_SECONDS = 20.0  # a click is worth a write only every so often


@dataclass(frozen=True)
class Visitor:
    """Somebody who is signed in. ``toured``: the tour was begun or declined."""

    staff_id: int
    email: str
    role: str
    coach_id: int | None
    toured: bool = True

    @property
    def actor(self) -> str:
        """Their name in the audit."""
        return f"staff:{self.staff_id}"

    @property
    def sees_all(self) -> bool:
        return self.role in ("staff", "admin")


@dataclass(frozen=True)
class Signed:
    """A visitor with their session. ``strong``: it began with the second step. ``seen_at``: their last click."""

    visitor: Visitor
    seen_at: float
    strong: bool


@dataclass(frozen=True)
class Session:
    """One browser in which somebody is signed in. ``mark`` names it in forms and opens nothing."""

    mark: str
    browser: str
    created_at: float
    seen_at: float
    here: bool


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def open_session(connection: Connection, staff_id: int, now: float, strong: bool = False, browser: str = "") -> str:
    """Sign somebody in; returns the token for their browser. Sessions that ended are swept away."""
    ended = or_(staff_session.c.seen_at < now - IDLE_SECONDS, staff_session.c.created_at < now - LONGEST_SECONDS)
    connection.execute(delete(staff_session).where(ended))
    token = secrets.token_urlsafe(32)
    moments = {"created_at": now, "seen_at": now}
    row = {"token_hash": _hash(token), "staff_id": staff_id, "strong": strong, "browser": browser[:40], **moments}
    connection.execute(staff_session.insert().values(row))
    return token


def visitor_of(connection: Connection, vault: Vault, token: str, now: float) -> Signed | None:
    """Who holds ``token`` and when they last did something; ``None`` if the session ended."""
    row = connection.execute(
        select(
            staff_session.c.seen_at,
            staff_session.c.strong,
            staff.c.id,
            staff.c.email_sealed,
            staff.c.role,
            staff.c.coach_id,
            staff.c.toured_at,
        )
        .join(staff, staff.c.id == staff_session.c.staff_id)
        .where(staff_session.c.token_hash == _hash(token), *_lives(now))
    ).one_or_none()
    if row is None:
        return None
    visitor = Visitor(row.id, vault.open(row.email_sealed), row.role, row.coach_id, row.toured_at is not None)
    return Signed(visitor, row.seen_at, row.strong)


def sessions_of(connection: Connection, staff_id: int, token: str, now: float) -> list[Session]:
    """Where somebody is signed in now, the newest first; ``token`` is that of the browser that asks."""
    own = staff_session.c.staff_id == staff_id
    found = select(staff_session).where(own, *_lives(now)).order_by(staff_session.c.created_at.desc())
    return [
        Session(_mark(row.token_hash), row.browser, row.created_at, row.seen_at, bytes(row.token_hash) == _hash(token))
        for row in connection.execute(found)
    ]


def close_one_of(connection: Connection, staff_id: int, mark: str) -> bool:
    """Sign somebody out in the browser that ``mark`` names; false if there is none of theirs."""
    hashes = select(staff_session.c.token_hash).where(staff_session.c.staff_id == staff_id)
    for found in connection.execute(hashes).scalars().all():
        if _mark(found) == mark:
            connection.execute(delete(staff_session).where(staff_session.c.token_hash == found))
            return True
    return False


def _mark(token_hash: bytes) -> str:
    return hashlib.sha256(b"mark" + bytes(token_hash)).hexdigest()[:16]


def _lives(now: float) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    session = staff_session.c
    return session.seen_at >= now - IDLE_SECONDS, session.created_at >= now - LONGEST_SECONDS


def touch_session(connection: Connection, token: str, now: float) -> None:
    """They did something: fifteen more minutes."""
    connection.execute(update(staff_session).where(staff_session.c.token_hash == _hash(token)).values(seen_at=now))


def note_tour(connection: Connection, staff_id: int, now: float) -> None:
    """They began the tour or do not want it: it is not offered again."""
    connection.execute(update(staff).where(staff.c.id == staff_id).values(toured_at=now))


def close_session(connection: Connection, token: str) -> None:
    connection.execute(delete(staff_session).where(staff_session.c.token_hash == _hash(token)))


def close_sessions_of(connection: Connection, staff_id: int) -> None:
    """Sign somebody out everywhere."""
    connection.execute(delete(staff_session).where(staff_session.c.staff_id == staff_id))
