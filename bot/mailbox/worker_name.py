"""Under which name this process works: stable over restarts, never that of another living process."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager

from bot.errors import SettingsError
from bot.settings import Settings
from bot.store.database import Database
from bot.store.worker_slot import WorkerSlot

SLOTS = 64  # worker processes on one machine


@contextmanager
def worker_name(settings: Settings, database: Database) -> Iterator[str]:
    """The name for as long as the block runs. Raises :class:`SettingsError` when there is none to be had.

    On SQLite the lock on the data directory already keeps a second worker away. On PostgreSQL a
    process that loses its name for good is told to stop (SIGTERM); its supervisor starts it anew.
    """
    host = socket.gethostname()[:50]
    own = settings.warmline_worker_id
    if database.is_sqlite:
        yield own or f"{host}:1"
        return
    slot = WorkerSlot(database.engine, lambda: os.kill(os.getpid(), signal.SIGTERM))
    name = slot.take([own] if own else [f"{host}:{number}" for number in range(1, SLOTS + 1)])
    if name is None:
        raise SettingsError(
            f"WARMLINE_WORKER_ID: another process works as {own}; give each worker a name of its own."
            if own
            else f"There are {SLOTS} worker processes on {host} already; no more are possible."
        )
    try:
        yield name
    finally:
        slot.release()
