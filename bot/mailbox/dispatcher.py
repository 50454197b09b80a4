"""Finds conversations that are due and has worker threads handle them, oldest first."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import structlog

from bot.mailbox.bell import Bell
from bot.ports import Clock
from bot.store.clock_steps import mend_times
from bot.store.database import Database
from bot.store.leases import Lease, claim_due, free_own, something_due

log = structlog.get_logger()
POLL_SECONDS = 0.5
DATABASE_PAUSE_SECONDS = 1.0
SET_BACK_SECONDS = 1.0  # a clock that loses more than this against the steady one was set back
SETTLE_SECONDS = 30.0  # somebody who looked at the clock before it was set back has written by then


class Dispatcher:
    """Claims due conversations for ``owner`` and hands each to ``handle`` in a thread.

    ``owner`` must be used by one living process only: what it held in a former life is
    freed at once when it starts.
    """

    def __init__(
        self, database: Database, clock: Clock, bell: Bell, owner: str, threads: int, handle: Callable[[Lease], None]
    ) -> None:
        self._database = database
        self._clock = clock
        self._bell = bell
        self._owner = owner
        self._threads = threads
        self._handle = handle
        self._idle = threads
        self._count = threading.Lock()
        self._stop = threading.Event()
        self._ahead = float("inf")  # of the wall clock before the steady one; it may have been set back while we slept
        self._next_mend, self._settled = 0.0, 0.0  # by the steady clock
        self._thread = threading.Thread(target=self._run, name="dispatcher", daemon=True)
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="worker")

    def start(self) -> None:
        now = self._clock.now().timestamp()
        freed = self._database.write(lambda connection: free_own(connection, self._owner, now))
        if freed:
            log.info("work_resumed", conversations=freed)
        self._thread.start()

    def stop(self) -> None:
        """Take no new work, let the conversations in hand finish their step."""
        self._stop.set()
        self._bell.ring()
        self._thread.join()
        self._pool.shutdown(wait=True)

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                claimed = self._claim()
            # Whatever it is (no database, no free connection): a dispatcher that ends would leave everybody waiting.
            except Exception as error:  # noqa: BLE001
                log.error("claim_failed", error=type(error).__name__)
                self._stop.wait(DATABASE_PAUSE_SECONDS)
                continue
            if not claimed:
                self._bell.wait(POLL_SECONDS)

    def _claim(self) -> bool:
        room = self._room()
        if room == 0:
            # All threads are busy; the one that gets free rings the bell.
            return False
        now = self._clock.now().timestamp()
        self._notice_clock(now)
        if self._database.is_sqlite:  # whose only writer must not be troubled for nothing
            with self._database.read() as connection:
                if not something_due(connection, now):
                    return False
        leases = self._database.write(lambda connection: claim_due(connection, self._owner, room, now))
        for lease in leases:
            with self._count:
                self._idle -= 1
            self._pool.submit(self._work, lease)
        return bool(leases)

    def _notice_clock(self, now: float) -> None:
        steady = time.monotonic()
        ahead = now - steady
        if ahead < self._ahead - SET_BACK_SECONDS:
            self._next_mend, self._settled = steady, steady + SETTLE_SECONDS
        self._ahead = ahead
        # Not once only: a web process may have read the clock before the step, and write after our look.
        if self._next_mend <= steady <= self._settled:
            self._next_mend = steady + POLL_SECONDS
            mended = self._database.write(lambda connection: mend_times(connection, now))
            if mended:
                log.warning("clock_set_back", conversations=mended)

    def _room(self) -> int:
        with self._count:
            return self._idle

    def _work(self, lease: Lease) -> None:
        try:
            self._handle(lease)
        # The last net of a worker thread: the lease ends by itself and the work is taken up again.
        except Exception as error:  # noqa: BLE001
            log.error("worker_failed", conversation=lease.conversation_id, error=type(error).__name__)
        finally:
            with self._count:
                self._idle += 1
            self._bell.ring()
