"""Destroys what is past retention. The audit, chained and sealed, keeps a signed record of how many of which class."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial

from sqlalchemy import Connection

from bot.ports import Clock
from bot.privacy import Vault
from bot.purge_record import ACTION, signed
from bot.store.audit import write_audit
from bot.store.database import Database
from bot.store.directory_uploads import forget_old_uploads
from bot.store.directory_use import forget_old_use
from bot.store.forgotten_texts import drop_old_forgotten
from bot.store.retention import Destroyed, destroy_some

DAY = 86_400.0


def purge(database: Database, vault: Vault, clock: Clock, days: int, actor: str) -> Destroyed:
    """Destroy all that is older than ``days``. Each batch and its record are one transaction."""
    now, total = clock.now().timestamp(), Destroyed()
    while some := database.write(lambda connection: _batch(connection, vault, now, days, actor)):
        total += some
    for forget in (forget_old_use, forget_old_uploads, drop_old_forgotten):
        database.write(partial(forget, now=now))
    return total


def _batch(connection: Connection, vault: Vault, now: float, days: int, actor: str) -> Destroyed:
    some = destroy_some(connection, now - days * DAY, now)
    if some:
        counts = " ".join(f"{what}={count}" for what, count in asdict(some).items())
        subject = f"days:{days}"
        write_audit(connection, actor, ACTION, subject, now, signed(vault, counts, subject, now))
    return some
