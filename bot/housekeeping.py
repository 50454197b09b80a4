"""What a running line does by the clock for the house itself, beside people's texts."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import structlog

from bot import metrics
from bot.errors import WarmlineError

log = structlog.get_logger()
STOP_SECONDS = 2.0  # what a chore asks of the carrier may take much longer, and can wait for the next start


@dataclass(frozen=True)
class Chore:
    """``do`` is called at the start and then every ``seconds``."""

    name: str
    seconds: float
    do: Callable[[], object]


class Housekeeper:
    """Does ``chores`` one after the other in a thread of its own, called ``name``.

    One that fails is logged, counted and tried again at its time. One that is slow holds up those behind it:
    what must not wait belongs to another housekeeper.
    """

    def __init__(self, name: str, chores: Sequence[Chore]) -> None:
        self._chores = chores
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"housekeeper-{name}", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def ask_to_stop(self) -> None:
        """Begin no other chore."""
        self._stop.set()

    def stop(self, seconds: float = STOP_SECONDS) -> None:
        """Begin no other chore, and wait ``seconds`` for the one in hand; its thread ends with the process."""
        self._stop.set()
        self._thread.join(seconds)

    def _run(self) -> None:
        due = dict.fromkeys(self._chores, time.monotonic())
        while due and not self._stop.is_set():
            for chore, at in due.items():
                if at <= time.monotonic() and not self._stop.is_set():
                    self._do(chore)
                    due[chore] = time.monotonic() + chore.seconds
            self._stop.wait(max(0.0, min(due.values()) - time.monotonic()))

    @staticmethod
    def _do(chore: Chore) -> None:
        try:
            chore.do()
        # A thread that ends would leave all chores undone for good.
        except Exception as error:  # noqa: BLE001
            metrics.chores_failed.labels(chore.name).inc()
            # Our own errors are sentences for operators, without values; others' may quote what they were given.
            why = str(error) if isinstance(error, WarmlineError) else None
            log.error("chore_failed", chore=chore.name, error=type(error).__name__, why=why)
