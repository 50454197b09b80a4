"""Whether the line can do its work: what ``/health/ready`` and the supervisor ask."""

from __future__ import annotations

import threading
import time

from bot.assistant import RasaAssistant
from bot.store.database import Database
from bot.store.figures import database_problem

KEPT_SECONDS = 1.0  # asked more often than this, the last answer counts


class Readiness:
    """Asks database and Rasa, at most once a second however often it is asked itself. Thread-safe."""

    def __init__(self, database: Database, assistant: RasaAssistant) -> None:
        self._asks = {"database": lambda: database_problem(database), "assistant": assistant.ready}
        self._lock = threading.Lock()
        self._known: dict[str, str] = {}
        self._until = 0.0

    def problems(self) -> dict[str, str]:
        """What cannot be used now, each with a short reason (``{"assistant": "unreachable"}``)."""
        with self._lock:
            if time.monotonic() >= self._until:
                found = {part: ask() for part, ask in self._asks.items()}
                self._known = {part: reason for part, reason in found.items() if reason is not None}
                self._until = time.monotonic() + KEPT_SECONDS
            return dict(self._known)
