"""The audit only grows, and whoever gets round that is found out."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, update
from sqlalchemy.exc import DBAPIError

from bot.app import House
from bot.audit_seal import FILE, AuditBroken, read_text, renew_seal, verify
from bot.privacy import Vault
from bot.store.audit import START, read_head, write_audit
from bot.store.database import Database
from bot.store.staff_tables import audit, audit_head

NOW = 1_800_000_000.25


def note(database: Database, *actions: str) -> None:
    for action in actions:
        database.write(lambda connection, what=action: write_audit(connection, "staff:1", what, "case:2", NOW, "asked"))


def unguarded(database: Database, change: Callable[[Connection], object]) -> None:
    """What somebody with all rights on the database can do."""

    def work(connection: Connection) -> None:
        if database.is_sqlite:
            names = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'audit%'"
            for (name,) in connection.exec_driver_sql(names).all():
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
        else:
            connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        change(connection)

    database.write(work)


@pytest.fixture
def place(house: House) -> Path:
    return house.settings.warmline_data_dir


def test_what_many_write_at_once_is_one_chain(database: Database, vault: Vault, place: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: note(database, f"read{number}"), range(60)))
    assert verify(database, vault, place).count == 60


@pytest.mark.parametrize(
    "change",
    [
        audit.update().values(actor="staff:9"),
        audit.delete(),
        audit_head.delete(),
        audit_head.update().values(last=0, hash=START),
    ],
)
def test_the_database_refuses_to_change_the_audit(database: Database, change: update | delete) -> None:
    note(database, "read", "export")
    with pytest.raises(DBAPIError, match="only grows"):
        database.write(lambda connection: connection.execute(change))


@pytest.mark.parametrize("column", ["at", "actor", "action", "subject", "why"])
def test_a_changed_row_is_found(database: Database, vault: Vault, place: Path, column: str) -> None:
    note(database, "sign_in", "read", "export")
    other = NOW + 1 if column == "at" else "somebody else"
    unguarded(
        database, lambda connection: connection.execute(audit.update().where(audit.c.id == 2).values({column: other}))
    )
    with pytest.raises(AuditBroken, match="Row 2 of the audit was changed"):
        verify(database, vault, place)


def test_a_missing_row_is_found(database: Database, vault: Vault, place: Path) -> None:
    note(database, "sign_in", "read", "export")
    unguarded(database, lambda connection: connection.execute(audit.delete().where(audit.c.id == 2)))
    with pytest.raises(AuditBroken, match="Row 2 of the audit is missing"):
        verify(database, vault, place)


def test_a_cut_off_end_is_found_even_with_a_mended_head(database: Database, vault: Vault, place: Path) -> None:
    note(database, "sign_in")
    with database.read() as connection:
        head = read_head(connection)
    note(database, "read", "export")
    kept = renew_seal(database, vault, place, NOW).as_text

    def cut(connection: Connection) -> None:
        connection.execute(audit.delete().where(audit.c.id > 1))
        connection.execute(audit_head.update().values(last=head.count, hash=head.hash))

    unguarded(database, cut)
    with pytest.raises(AuditBroken, match="cut off: it had 3 rows when it was sealed and has 1"):
        verify(database, vault, place)
    with pytest.raises(AuditBroken):
        renew_seal(database, vault, place, NOW)  # a seal is not renewed over a cut
    (place / FILE).unlink()
    assert verify(database, vault, place).count == 1  # without the seal nobody could tell …
    with pytest.raises(AuditBroken):
        verify(database, vault, place, read_text(kept))  # … but for the one on paper


def test_a_rewritten_chain_is_found_by_the_seal(database: Database, vault: Vault, place: Path) -> None:
    note(database, "read", "export")
    renew_seal(database, vault, place, NOW)

    def rewrite(connection: Connection) -> None:
        connection.execute(audit.delete())
        connection.execute(audit_head.update().values(last=0, hash=START))
        write_audit(connection, "staff:1", "read", "case:2", NOW)
        write_audit(connection, "staff:1", "read", "case:2", NOW)

    unguarded(database, rewrite)
    with pytest.raises(AuditBroken, match="not the one that was sealed"):
        verify(database, vault, place)


def test_a_forged_seal_is_no_seal(database: Database, vault: Vault, place: Path) -> None:
    note(database, "read")
    renew_seal(database, Vault(["another-key-for-tests-0123456"]), place, NOW)
    with pytest.raises(AuditBroken, match="does not open"):
        verify(database, vault, place)
