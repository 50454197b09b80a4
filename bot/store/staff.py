"""Staff of the console: invitations, passwords, and the count of failed sign-ins.

E-mail addresses are sealed and found by a blind index. Of a one-time code and of a password
only hashes are kept. Codes are typed or clicked once and then gone.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, func, select, update

from bot.privacy import Vault
from bot.store.staff_tables import staff

ROLES = ("staff", "admin", "coach")
CODE_SECONDS = 3 * 24 * 3600.0
CODE_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"  # nothing that looks alike: codes may be typed by hand
CODE_LENGTH = 20  # 98 bits


@dataclass(frozen=True)
class StaffMember:
    """One person with access. ``coach_id`` ties a coach's sign-in to the coach. Times are epoch seconds."""

    id: int
    email: str
    role: str
    coach_id: int | None
    password_hash: str | None
    failures: int
    locked_until: float | None
    totp: str = field(repr=False)  # the secret of the second step; empty: not set up


def _open(vault: Vault, row: Row[Any]) -> StaffMember:
    return StaffMember(
        row.id,
        vault.open(row.email_sealed),
        row.role,
        row.coach_id,
        row.password_hash,
        row.failures,
        row.locked_until,
        vault.open(row.totp_sealed) if row.totp_sealed else "",
    )


def _key(email: str) -> str:
    return f"email:{email.strip().casefold()}"


def _hash(code: str) -> bytes:
    return hashlib.sha256("".join(char for char in code.upper() if char.isalnum()).encode()).digest()


def staff_count(connection: Connection) -> int:
    """How many people were ever invited; 0 at the first start."""
    count: int = connection.execute(select(func.count()).select_from(staff)).scalar_one()
    return count


def invite(connection: Connection, vault: Vault, email: str, role: str, now: float, coach_id: int | None = None) -> str:
    """Add a member of staff, or give a known one a new code; returns the one-time code.

    The code sets a password within three days. A password that is set already goes on working
    until then. Raises ``ValueError`` with a sentence for a wrong ``email`` or ``role``.
    """
    email = email.strip()
    name, at, host = email.partition("@")
    if not (name and at and host) or any(char.isspace() for char in email) or len(email) > 200:
        raise ValueError("expected an e-mail address like dana@example.org")
    if role not in ROLES:
        raise ValueError(f"expected a role: {', '.join(ROLES)}")
    drawn = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
    code = "-".join(drawn[at : at + 5] for at in range(0, CODE_LENGTH, 5))
    values = {"role": role, "coach_id": coach_id, "link_hash": _hash(code), "link_until": now + CODE_SECONDS}
    known = staff_by_email(connection, vault, email)
    if known is not None:
        connection.execute(update(staff).where(staff.c.id == known.id).values(values))
    else:
        who = {"email_index": vault.index(_key(email)), "email_sealed": vault.seal(email), "created_at": now}
        connection.execute(staff.insert().values(**who, **values))
    return code


def staff_by_email(connection: Connection, vault: Vault, email: str) -> StaffMember | None:
    row = connection.execute(select(staff).where(staff.c.email_index.in_(vault.indexes(_key(email))))).one_or_none()
    return _open(vault, row) if row else None


def staff_by_id(connection: Connection, vault: Vault, staff_id: int) -> StaffMember | None:
    row = connection.execute(select(staff).where(staff.c.id == staff_id)).one_or_none()
    return _open(vault, row) if row else None


def staff_emails(connection: Connection, vault: Vault) -> dict[str, str]:
    """Everybody's e-mail by their name in the audit (``staff:3``), also of those who left."""
    rows = connection.execute(select(staff.c.id, staff.c.email_sealed))
    return {f"staff:{row.id}": vault.open(row.email_sealed) for row in rows}


def staff_by_code(connection: Connection, vault: Vault, code: str, now: float) -> StaffMember | None:
    """Whose one-time code this is, if it is still good."""
    row = connection.execute(
        select(staff).where(staff.c.link_hash == _hash(code), staff.c.link_until > now)
    ).one_or_none()
    return _open(vault, row) if row else None


def set_password(connection: Connection, code: str, password_hash: str, now: float) -> int | None:
    """Spend ``code``: set the password it allows. The id of its owner, or ``None`` if it is spent or too old."""
    owner: int | None = connection.execute(
        update(staff)
        .where(staff.c.link_hash == _hash(code), staff.c.link_until > now)
        .values(password_hash=password_hash, link_hash=None, link_until=None, failures=0, locked_until=None)
        .returning(staff.c.id)
    ).scalar_one_or_none()
    return owner


def shut_out(connection: Connection, staff_id: int) -> None:
    """They may not come in any more: no password, no code. Their sessions are closed elsewhere."""
    nothing = {"password_hash": None, "link_hash": None, "link_until": None}
    connection.execute(update(staff).where(staff.c.id == staff_id).values(nothing))


def able_admins(connection: Connection) -> list[int]:
    """Admins who have a password, locked until the end of the transaction: two who demote each other take turns."""
    able = select(staff.c.id).where(staff.c.role == "admin", staff.c.password_hash.is_not(None))
    return list(connection.execute(able.order_by(staff.c.id).with_for_update()).scalars())


def set_role(connection: Connection, staff_id: int, role: str, coach_id: int | None) -> None:
    """From now on they may do what ``role`` may. ``coach_id`` ties them to a coach."""
    connection.execute(update(staff).where(staff.c.id == staff_id).values(role=role, coach_id=coach_id))


def change_hash(connection: Connection, staff_id: int, password_hash: str) -> None:
    """The same password under newer parameters."""
    connection.execute(update(staff).where(staff.c.id == staff_id).values(password_hash=password_hash))


def count_failure(connection: Connection, staff_id: int, locked_until: float | None) -> None:
    """One more wrong password from a browser that we do not know."""
    connection.execute(
        update(staff).where(staff.c.id == staff_id).values(failures=staff.c.failures + 1, locked_until=locked_until)
    )


def take_try(connection: Connection, staff_id: int, now: float, wait_after: Callable[[int], float]) -> bool:
    """Count a try as wrong before it is made; false, and not counted, while somebody has to wait.

    Of many tries in one moment each finds those before it counted. ``wait_after``: seconds after so many.
    """
    own = staff.c.id == staff_id
    row = connection.execute(select(staff.c.failures, staff.c.locked_until).where(own).with_for_update()).one_or_none()
    if row is None or (row.locked_until is not None and row.locked_until > now):
        return False
    wait = wait_after(row.failures + 1)
    count_failure(connection, staff_id, now + wait if wait else None)
    return True


def clear_failures(connection: Connection, staff_id: int) -> None:
    connection.execute(update(staff).where(staff.c.id == staff_id).values(failures=0, locked_until=None))
