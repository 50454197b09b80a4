"""A bell that wakes the dispatcher when something became due, in this process or another."""

from __future__ import annotations

import threading

import psycopg
import structlog
from sqlalchemy import Engine

from bot.store.dialect import DUE_CHANNEL

log = structlog.get_logger()
LISTEN_RETRY_SECONDS = 2.0
LISTEN_POLL_SECONDS = 1.0


class Bell:
    """Rung by whoever makes work; the dispatcher waits for it."""

    def __init__(self) -> None:
        self._rung = threading.Event()

    def ring(self) -> None:
        self._rung.set()

    def wait(self, seconds: float) -> None:
        """Return when rung (also before this call) or after ``seconds``."""
        self._rung.wait(seconds)
        self._rung.clear()


class PostgresListener:
    """Rings the bell for what other processes commit (LISTEN/NOTIFY). Polling covers its gaps."""

    def __init__(self, engine: Engine, bell: Bell) -> None:
        self._engine = engine
        self._bell = bell
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._listen, name="due-listener", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        self._thread.join()

    def _listen(self) -> None:
        url = self._engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
        while not self._stop.is_set():
            try:
                with psycopg.connect(url, autocommit=True) as connection:
                    connection.execute(f"LISTEN {DUE_CHANNEL}")
                    while not self._stop.is_set():
                        for _ in connection.notifies(timeout=LISTEN_POLL_SECONDS, stop_after=1):
                            self._bell.ring()
            except psycopg.Error as error:
                log.warning("due_listener_lost", error=type(error).__name__)
                self._stop.wait(LISTEN_RETRY_SECONDS)
