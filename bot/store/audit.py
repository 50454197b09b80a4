"""The audit: who looked at what, what staff changed, and why. Rows are only ever added.

Each row carries its number, without gaps, and a hash over itself and the hash before it. Triggers
refuse to change or remove a row; somebody who gets round them breaks the chain, which
``check_chain`` sees. That the end was not cut off is proved by a seal kept outside the database
(``bot/audit_seal.py``).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from sqlalchemy import Connection, func, select, update

from bot.store.staff_tables import audit, audit_head

START = bytes(32)  # the hash before the first row
BATCH = 5_000
LONGEST_WHY = 500
BACKUP_MADE = "backup_made"  # the action of a backup that lies whole in its place


@dataclass(frozen=True)
class Head:
    """How many rows there are, and the hash of the last one."""

    count: int
    hash: bytes


def write_audit(
    connection: Connection, actor: str, action: str, subject: str | None, now: float, why: str | None = None
) -> None:
    """Note that ``actor`` ("staff:3", "command line") did ``action`` to ``subject`` ("conversation:17").

    None of them may hold a name, a number or a word of a person; ``why`` is a reason from a list,
    the reference of a paper, or a setting before and after. Call it last in a transaction:
    writers of the audit take turns.
    """
    locked = select(audit_head.c.last, audit_head.c.hash).where(audit_head.c.id == 1).with_for_update()
    head = connection.execute(locked).one()
    number, why = head.last + 1, why[:LONGEST_WHY] if why else why
    chained = _chained(bytes(head.hash), number, now, actor, action, subject, why)
    row = {"id": number, "at": now, "actor": actor, "action": action, "subject": subject, "why": why, "hash": chained}
    connection.execute(audit.insert().values(row))
    connection.execute(update(audit_head).where(audit_head.c.id == 1).values(last=number, hash=chained))


@dataclass(frozen=True)
class Row:
    """One row, without its hash. ``at`` is epoch seconds."""

    at: float
    actor: str
    action: str
    why: str


def rows_about(connection: Connection, action: str, subject: str) -> tuple[Row, ...]:
    """Every time ``action`` was done to ``subject``, oldest first."""
    columns = audit.c
    found = select(columns.at, columns.actor, columns.action, columns.why)
    rows = connection.execute(found.where(columns.subject == subject, columns.action == action).order_by(columns.id))
    return tuple(Row(row.at, row.actor, row.action, row.why or "") for row in rows)


def last_time(connection: Connection, action: str) -> float | None:
    """When ``action`` was done last (epoch seconds); ``None`` if never."""
    newest: float | None = connection.execute(select(func.max(audit.c.at)).where(audit.c.action == action)).scalar_one()
    return newest


def read_head(connection: Connection) -> Head:
    """The head as the database tells it."""
    row = connection.execute(select(audit_head.c.last, audit_head.c.hash).where(audit_head.c.id == 1)).one()
    return Head(row.last, bytes(row.hash))


def hash_at(connection: Connection, number: int) -> bytes | None:
    """The hash of row ``number``; the start's for 0, ``None`` when there is no such row."""
    if number == 0:
        return START
    found = connection.execute(select(audit.c.hash).where(audit.c.id == number)).scalar_one_or_none()
    return None if found is None else bytes(found)


def check_chain(connection: Connection) -> str | None:
    """What is wrong with the chain, as a sentence that names the first bad row; ``None`` if it is whole."""
    number, before = 0, START
    while rows := connection.execute(select(audit).where(audit.c.id > number).order_by(audit.c.id).limit(BATCH)).all():
        for row in rows:
            if row.id != number + 1:
                return f"Row {number + 1} of the audit is missing."
            chained = _chained(before, row.id, row.at, row.actor, row.action, row.subject, row.why)
            if chained != bytes(row.hash):
                return f"Row {row.id} of the audit was changed."
            number, before = row.id, chained
    head = read_head(connection)
    if head.count > number:
        return f"Row {number + 1} of the audit is missing, and all after it."
    return None if head == Head(number, before) else "The head of the audit was changed."


def _chained(
    before: bytes, number: int, at: float, actor: str, action: str, subject: str | None, why: str | None
) -> bytes:
    said = json.dumps([number, repr(float(at)), actor, action, subject, why], separators=(",", ":"))
    return hashlib.sha256(before + said.encode()).digest()
