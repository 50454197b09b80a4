"""No two living workers have one name, and a name is free again when its process is gone."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable

import pytest

from bot.errors import SettingsError
from bot.mailbox.worker_name import worker_name
from bot.settings import Settings, read_settings
from bot.store.database import Database, make_engine
from bot.store.worker_slot import WorkerSlot

HOST = socket.gethostname()[:50]


def settings(url: str, **more: str) -> Settings:
    return read_settings({"WARMLINE_DATABASE_URL": url, **more}, env_file=None)


def test_workers_of_one_machine_get_the_first_free_names(postgres_url: str) -> None:
    database = Database(make_engine(postgres_url))
    with worker_name(settings(postgres_url), database) as first:
        with worker_name(settings(postgres_url), database) as second:
            assert (first, second) == (f"{HOST}:1", f"{HOST}:2")
        with worker_name(settings(postgres_url), database) as third:
            assert third == second
    with worker_name(settings(postgres_url), database) as again:
        assert again == first
    database.close()


def test_a_name_of_ones_own_that_another_has_is_refused(postgres_url: str) -> None:
    database = Database(make_engine(postgres_url))
    own = settings(postgres_url, WARMLINE_WORKER_ID="east")
    with worker_name(own, database) as name:
        assert name == "east"
        refused = pytest.raises(SettingsError, match="WARMLINE_WORKER_ID: another process works as east")
        with refused, worker_name(own, database):
            pass
    database.close()


def test_a_broken_connection_is_mended_and_a_lost_name_is_told(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.store.worker_slot.LOOK_SECONDS", 0.05)
    database = Database(make_engine(postgres_url))
    lost: list[bool] = []
    slot, rival = WorkerSlot(database.engine, lambda: lost.append(True)), WorkerSlot(database.engine, lambda: None)
    assert slot.take(["east"]) == "east"
    _break(database)
    _wait_until(lambda: rival.take(["east"]) is None)  # mended: the name is still ours
    assert not lost
    monkeypatch.setattr(slot, "_connect", lambda: _taken_by(rival, slot))
    _break(database)
    _wait_until(lambda: bool(lost))
    slot.release()
    rival.release()
    database.close()


def _taken_by(rival: WorkerSlot, slot: WorkerSlot) -> object:
    rival.take(["east"])
    return WorkerSlot._connect(slot)


def _break(database: Database) -> None:
    with database.engine.connect() as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()"
        )


def _wait_until(done: Callable[[], bool], seconds: float = 60.0) -> None:
    deadline = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_on_sqlite_the_name_is_always_the_same(sqlite_url: str) -> None:
    database = Database(make_engine(sqlite_url))
    with worker_name(settings(sqlite_url), database) as name:
        assert name == f"{HOST}:1"
    database.close()
