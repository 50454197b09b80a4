"""A worker's name on PostgreSQL, held by a lock of the database for as long as the process lives.

Two processes must never work under one name: what a name held in a former life is freed when
it starts. A lock on a connection of its own ends with the process, however that ends.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress

import psycopg
import structlog
from sqlalchemy import Engine

log = structlog.get_logger()
LOOK_SECONDS = 10.0


class WorkerSlot:
    """Holds the first free name; ``on_lost`` is called if another process gets it after a broken connection."""

    def __init__(self, engine: Engine, on_lost: Callable[[], None]) -> None:
        self._url = engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
        self._on_lost = on_lost
        self._stop = threading.Event()
        self._connection: psycopg.Connection | None = None
        self._watcher: threading.Thread | None = None

    def take(self, names: Iterable[str]) -> str | None:
        """The first of ``names`` that no living process has, now ours; ``None`` if all are taken."""
        connection = self._connect()
        for name in names:
            if _lock(connection, name):
                self._connection = connection
                self._watcher = threading.Thread(target=self._watch, args=(name,), name="worker-slot", daemon=True)
                self._watcher.start()
                return name
        connection.close()
        return None

    def release(self) -> None:
        """Give the name back."""
        self._stop.set()
        if self._watcher is not None:
            self._watcher.join()
        if self._connection is not None:
            self._connection.close()

    def _connect(self) -> psycopg.Connection:
        return psycopg.connect(self._url, autocommit=True, connect_timeout=5, keepalives_idle=10, keepalives_interval=5)

    def _watch(self, name: str) -> None:
        while not self._stop.wait(LOOK_SECONDS):
            try:
                if self._connection is None:
                    self._connection = self._connect()
                    if not _lock(self._connection, name):
                        log.error("worker_name_lost", worker=name)
                        self._on_lost()
                        return
                self._connection.execute("SELECT 1")
            except psycopg.Error as error:
                log.warning("worker_slot_unreachable", error=type(error).__name__)
                if self._connection is not None:
                    with suppress(psycopg.Error):
                        self._connection.close()
                self._connection = None


def _lock(connection: psycopg.Connection, name: str) -> bool:
    key = int.from_bytes(hashlib.sha256(f"warmline worker {name}".encode()).digest()[:8], "big", signed=True)
    row = connection.execute("SELECT pg_try_advisory_lock(%s)", (key,)).fetchone()
    return bool(row and row[0])
