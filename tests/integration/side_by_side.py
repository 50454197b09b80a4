"""Two writes at once on PostgreSQL: the second has to wait for a lock of the first."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from sqlalchemy import Connection, text

from bot.app import House
from tests.integration.engine import wait_until

T = TypeVar("T")


def beside(house: House, first: Callable[[Connection], object], then: Callable[[], T]) -> Future[T]:
    """Do ``first``, and commit it only when ``then`` waits for its lock."""
    begun = threading.Event()

    def hold_back(connection: Connection) -> None:
        first(connection)
        begun.set()

        def waits() -> bool:
            connection.execute(text("SELECT 1"))  # the server ends a transaction that does nothing for 8 s
            return waits_for_a_lock(house)

        wait_until(waits)

    with ThreadPoolExecutor(2) as threads:
        done = threads.submit(house.database.write, hold_back)
        assert begun.wait(60)
        result = threads.submit(then)
        done.result(120)
    return result


def waits_for_a_lock(house: House) -> bool:
    waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
    with house.database.read() as connection:
        return bool(connection.execute(text(waiting)).scalar_one())
