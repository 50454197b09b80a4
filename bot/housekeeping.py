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


@dataclass(frozen=True)
class Chore:
    """``do`` is called at the start and then every ``seconds``."""

    name: str
    seconds: float
    do: Callable[[], object]


class Housekeeper:
    """Does ``chores`` in a thread of its own. One that fails is logged, counted and tried again at its time."""

    def __init__(self, chores: Sequence[Chore]) -> None:
        self._chores = chores
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="housekeeper", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        self._thread.join()

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
