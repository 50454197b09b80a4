"""The one writer of SQLite lives on whatever its callers do, and never says "saved" too early."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import Future

import pytest
from sqlalchemy import Connection, func, select
from sqlalchemy.exc import SQLAlchemyError

from bot.privacy import Vault
from bot.store.conversations import conversation_for
from bot.store.database import Database, make_engine
from bot.store.tables import conversation
from tests.integration.engine import DANA, MIGUEL


@pytest.fixture
def sqlite(sqlite_url: str) -> Iterator[Database]:
    database = Database(make_engine(sqlite_url))
    yield database
    database.close()


def _one(_connection: Connection) -> int:
    return 1


def _behind_a_slow_write(database: Database) -> tuple[threading.Event, Future[object]]:
    """The writer is busy until the event is set: what is written meanwhile becomes one group."""
    go, started = threading.Event(), threading.Event()

    def slow(_connection: Connection) -> None:
        started.set()
        go.wait(10)

    first = database.write_soon(slow)
    assert started.wait(5)
    return go, first


def test_a_caller_that_goes_away_does_not_stop_the_writer(sqlite: Database) -> None:
    go, first = _behind_a_slow_write(sqlite)
    left = sqlite.write_soon(_one)
    assert left.cancel()  # what a cancelled web request does
    neighbour = sqlite.write_soon(_one)
    go.set()
    first.result(5)
    assert neighbour.result(5) == 1
    assert sqlite.write_soon(_one).result(5) == 1


def test_no_neighbour_hears_saved_when_the_database_undid_the_whole_group(sqlite: Database, vault: Vault) -> None:
    def undone(connection: Connection) -> None:
        connection.exec_driver_sql("ROLLBACK")  # what SQLite does by itself when the disk is full
        raise OSError("disk full")

    go, first = _behind_a_slow_write(sqlite)
    saved = sqlite.write_soon(lambda connection: conversation_for(connection, vault, DANA, 1.0))
    failed = sqlite.write_soon(undone)
    after = sqlite.write_soon(lambda connection: conversation_for(connection, vault, MIGUEL, 1.0))
    go.set()
    for future in (saved, after):
        with pytest.raises(SQLAlchemyError):
            future.result(5)
    with pytest.raises((OSError, SQLAlchemyError)):
        failed.result(5)
    assert not first.cancelled()
    with sqlite.read() as connection:
        assert connection.execute(select(func.count()).select_from(conversation)).scalar_one() == 0
    assert sqlite.write_soon(_one).result(5) == 1


def test_a_writer_that_gets_no_connection_says_so_and_lives_on(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sqlalchemy.exc import TimeoutError as NoConnection

    def none_left() -> Connection:
        raise NoConnection("no connection is free")

    with monkeypatch.context() as patch:
        patch.setattr(sqlite.engine, "connect", none_left)
        with pytest.raises(NoConnection):
            sqlite.write_soon(_one).result(5)
    assert sqlite.write_soon(_one).result(5) == 1
