"""The second step of signing in: the sealed secret of somebody's phone, and the hashes of their recovery codes."""

from __future__ import annotations

import hashlib
import secrets

from sqlalchemy import Connection, delete, or_, update

from bot.privacy import Vault
from bot.store.staff import CODE_LETTERS
from bot.store.staff_tables import staff, staff_recovery

RECOVERY_CODES, RECOVERY_LENGTH = 10, 12  # of 29 letters: 58 bits each


def set_secret(connection: Connection, vault: Vault, staff_id: int, secret: str, step: int) -> bool:
    """Keep ``secret``, whose code of the time ``step`` is spent; false if they have one already."""
    empty = (staff.c.id == staff_id) & staff.c.totp_sealed.is_(None)
    done = connection.execute(update(staff).where(empty).values(totp_sealed=vault.seal(secret), totp_step=step))
    return done.rowcount == 1


def spend_step(connection: Connection, staff_id: int, step: int) -> bool:
    """A code is good once: false if this one, or a later one, was used before."""
    fresh = or_(staff.c.totp_step.is_(None), staff.c.totp_step < step)
    done = connection.execute(update(staff).where(staff.c.id == staff_id, fresh).values(totp_step=step))
    return done.rowcount == 1


def new_recovery_codes(connection: Connection, staff_id: int) -> list[str]:
    """Ten codes to print, each good once; former ones are good no more."""
    connection.execute(delete(staff_recovery).where(staff_recovery.c.staff_id == staff_id))
    codes = ["".join(secrets.choice(CODE_LETTERS) for _ in range(RECOVERY_LENGTH)) for _ in range(RECOVERY_CODES)]
    rows = [{"code_hash": _hash(code), "staff_id": staff_id} for code in codes]
    connection.execute(staff_recovery.insert(), rows)
    return ["-".join(code[at : at + 4] for at in range(0, RECOVERY_LENGTH, 4)) for code in codes]


def spend_recovery_code(connection: Connection, staff_id: int, code: str) -> bool:
    own = (staff_recovery.c.code_hash == _hash(code)) & (staff_recovery.c.staff_id == staff_id)
    return connection.execute(delete(staff_recovery).where(own)).rowcount == 1


def forget_second_step(connection: Connection, staff_id: int) -> None:
    """Their phone is lost: they set the second step up anew at the next sign-in."""
    connection.execute(update(staff).where(staff.c.id == staff_id).values(totp_sealed=None, totp_step=None))
    connection.execute(delete(staff_recovery).where(staff_recovery.c.staff_id == staff_id))


def _hash(code: str) -> bytes:
    return hashlib.sha256("".join(char for char in code.upper() if char.isalnum()).encode()).digest()
