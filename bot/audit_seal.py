"""The seal of the audit: its count and last hash, kept outside the database.

Who can write to the database can cut rows off the end of the audit and mend its head. The seal,
encrypted with the line's key in a file of the data directory, still knows how far it went. It is
renewed every minute while the line runs, and never over an audit that contradicts it.
"""

from __future__ import annotations

import os
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from bot.errors import CannotDecrypt, WarmlineError
from bot.privacy import Vault
from bot.purge_record import ACTION, is_signed
from bot.store.audit import Head, check_chain, hash_at, read_head
from bot.store.audit_pages import AuditWanted, read_audit
from bot.store.database import Database

FILE = "audit.seal"
_KIND = "audit seal"
ALL = 1_000_000


class AuditBroken(WarmlineError):
    """The audit is not what it was."""


@dataclass(frozen=True)
class Seal:
    """A head that the audit once had, and when (epoch seconds)."""

    head: Head
    at: float

    @property
    def as_text(self) -> str:
        """To keep on paper or in another system: ``count:hash``."""
        return f"{self.head.count}:{self.head.hash.hex()}"


def read_text(text: str) -> Head:
    """The head that :attr:`Seal.as_text` names. Raises ``ValueError`` with a sentence."""
    count, _, digest = text.strip().partition(":")
    if not (count.isdecimal() and len(digest) == 64):
        raise ValueError("expected a seal as `warmline audit seal` prints it, like 17:9f2c…")
    return Head(int(count), bytes.fromhex(digest))


def read_seal(vault: Vault, data_dir: Path) -> Seal | None:
    """The seal of the data directory; ``None`` if there is none. Raises :class:`AuditBroken` for a forged one."""
    path = data_dir / FILE
    if not path.exists():
        return None
    try:
        kind, count, digest, at = vault.open_json(b64decode(path.read_text(), validate=True))
    except (CannotDecrypt, NotBase64, ValueError) as error:
        raise AuditBroken(
            f"{path} does not open with this line's key; it was changed or is of another line."
        ) from error
    if kind != _KIND:
        raise AuditBroken(f"{path} is no seal of an audit.")
    return Seal(Head(count, bytes.fromhex(digest)), at)


def renew_seal(database: Database, vault: Vault, data_dir: Path, now: float) -> Seal:
    """Seal the audit as it is now. Raises :class:`AuditBroken` if it contradicts the seal so far."""
    former = read_seal(vault, data_dir)
    with database.read() as connection:
        if former is not None:
            _must_reach(connection, former.head)
        seal = Seal(read_head(connection), now)
    if former is None or former.head != seal.head:
        value = vault.seal_json([_KIND, seal.head.count, seal.head.hash.hex(), seal.at])
        new = data_dir / f"{FILE}.new"
        descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(b64encode(value))
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, data_dir / FILE)
    return seal


def verify(database: Database, vault: Vault, data_dir: Path, elsewhere: Head | None = None) -> Head:
    """Check every row, the seals of the data directory and ``elsewhere``, and the signed purges; returns the head.

    Raises :class:`AuditBroken` with a sentence that names the first bad row.
    """
    seal = read_seal(vault, data_dir)
    with database.read() as connection:
        broken = check_chain(connection)
        if broken:
            raise AuditBroken(broken)
        for head in (seal.head if seal else None, elsewhere):
            if head is not None:
                _must_reach(connection, head)
        _purges_are_ours(connection, vault)
        return read_head(connection)


def _purges_are_ours(connection: Connection, vault: Vault) -> None:
    """A key that is gone can only have signed what came before the first record of a key that is here."""
    ours = False
    for row in reversed(read_audit(connection, AuditWanted(action=ACTION), ALL)):
        right = is_signed(vault, row.why, row.subject, row.at)
        if right is False or (right is None and ours):
            raise AuditBroken(f"Row {row.id} of the audit tells of a purge, and is not signed by this line.")
        ours = ours or right is True


def _must_reach(connection: Connection, sealed: Head) -> None:
    found = hash_at(connection, sealed.count)
    if found is None:
        last = read_head(connection).count
        raise AuditBroken(f"The audit was cut off: it had {sealed.count} rows when it was sealed and has {last} now.")
    if found != sealed.hash:
        raise AuditBroken(f"The audit up to row {sealed.count} is not the one that was sealed.")
