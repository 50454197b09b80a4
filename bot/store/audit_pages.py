"""The audit, newest first, page by page, as its filters ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Select, func, select

from bot.store.staff_tables import audit

SHOWN = 50
MOST_EXPORTED = 100_000


@dataclass(frozen=True)
class AuditWanted:
    """Which rows; empty fields ask for all. Times are epoch seconds; ``before`` is the number of the last row shown."""

    actor: str = ""
    action: str = ""
    subject: str = ""
    since: float | None = None
    until: float | None = None
    before: int | None = None


@dataclass(frozen=True)
class AuditRow:
    """``at`` is epoch seconds; the words are those that :func:`bot.store.audit.write_audit` was given."""

    id: int
    at: float
    actor: str
    action: str
    subject: str
    why: str


def read_audit(connection: Connection, wanted: AuditWanted, limit: int = SHOWN) -> list[AuditRow]:
    """Up to ``limit`` rows, the newest first."""
    found = connection.execute(_query(wanted).order_by(audit.c.id.desc()).limit(limit))
    return [AuditRow(row.id, row.at, row.actor, row.action, row.subject or "", row.why or "") for row in found]


def audit_actors(connection: Connection) -> list[str]:
    """Everybody who ever did something, by name in the audit."""
    return _distinct(connection, audit.c.actor)


def audit_actions(connection: Connection) -> list[str]:
    """Everything that was ever done."""
    return _distinct(connection, audit.c.action)


def _distinct(connection: Connection, column: Column[str]) -> list[str]:
    """The different values of an indexed column: one look into the index for each, however many rows there are."""
    found: list[str] = []
    following = select(func.min(column))
    value = connection.execute(following).scalar_one()
    while value is not None:
        found.append(value)
        value = connection.execute(following.where(column > value)).scalar_one()
    return found


def _query(wanted: AuditWanted) -> Select[Any]:
    query = select(audit)
    for column, value in (
        (audit.c.actor, wanted.actor),
        (audit.c.action, wanted.action),
        (audit.c.subject, wanted.subject),
    ):
        if value:
            query = query.where(column == value)
    if wanted.since is not None:
        query = query.where(audit.c.at >= wanted.since)
    if wanted.until is not None:
        query = query.where(audit.c.at < wanted.until)
    return query.where(audit.c.id < wanted.before) if wanted.before is not None else query
