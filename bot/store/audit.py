"""The audit: who looked at what, and what staff changed. Rows are only ever added."""

from __future__ import annotations

from sqlalchemy import Connection

from bot.store.tables import audit


def write_audit(connection: Connection, actor: str, action: str, subject: str | None, now: float) -> None:
    """Note that ``actor`` ("staff:3", "command line") did ``action`` to ``subject`` ("conversation:17").

    None of them may hold a name, a number or a word of a person.
    """
    connection.execute(audit.insert().values(at=now, actor=actor, action=action, subject=subject))
