"""One door to the database: short reads, and writes that are one transaction each.

SQLite and PostgreSQL behave the same behind this door. On SQLite a single writer thread
takes all writes that wait and commits them together (group commit), because one fsync for
twenty texts costs what one fsync for one text does. On PostgreSQL every write is its own
transaction; the server groups commits itself.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, OperationalError

GROUP_SIZE = 64
BUSY_MS = 15_000
POSTGRES_RETRY_STATES = frozenset({"40001", "40P01"})  # serialisation failure, deadlock
POSTGRES_TRIES = 5
CONNECT_SECONDS = 10  # a server that is gone without a word; the carrier waits 15
# A process that freezes in the middle of a transaction keeps its locks: the server ends it before the
# carrier (15 s) has waited in vain for whoever needs the same row.
POSTGRES_LIMITS = "-c idle_in_transaction_session_timeout=8000 -c lock_timeout=12000"
# Our statements take milliseconds; compiling one took 30 of them where the server guessed its rows far too high.
POSTGRES_OPTIONS = f"{POSTGRES_LIMITS} -c jit=off"

# What keeps a database that answers from storing anything, by its error (SQLite's name, PostgreSQL's state).
CANNOT_STORE = {
    "SQLITE_FULL": "the disk is full",
    "SQLITE_READONLY": "it is read-only",
    "SQLITE_IOERR": "its disk fails",
    "53100": "the disk is full",
    "25006": "it is read-only",
    "58030": "its disk fails",
}

T = TypeVar("T")


def make_engine(url: str, pool_size: int = 20) -> Engine:
    """An engine for ``url`` (``sqlite:///…`` or ``postgresql+psycopg://…``)."""
    if url.startswith("sqlite"):
        engine = create_engine(
            url, pool_size=pool_size, max_overflow=pool_size, connect_args={"timeout": BUSY_MS / 1000}
        )
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_deferred)
        return engine
    connect_args = {"options": POSTGRES_OPTIONS, "connect_timeout": CONNECT_SECONDS}
    return create_engine(
        url, pool_size=pool_size, max_overflow=pool_size, pool_pre_ping=True, connect_args=connect_args
    )


def _prepare_sqlite(raw: Any, _record: object) -> None:
    # We say BEGIN ourselves; the driver's own habit would start transactions too late.
    raw.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={BUSY_MS}",
        "secure_delete=ON",
    ):
        raw.execute(f"PRAGMA {pragma}").close()


def _begin_deferred(connection: Connection) -> None:
    mode = connection.get_execution_options().get("begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {mode}")


@dataclass
class _Job:
    work: Callable[[Connection], Any]
    done: Future[Any]


class Database:
    """Reads with :meth:`read`, writes with :meth:`write`; close with :meth:`close`.

    ``work`` functions get an open connection inside a transaction, must not talk to the
    network, and may run twice (PostgreSQL retries a deadlock), so they must not change
    anything but the database.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.is_sqlite = engine.dialect.name == "sqlite"
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._writer: threading.Thread | None = None
        self._start = threading.Lock()
        self._closed = False
        self.cannot_store: str | None = None  # why a write failed, until :func:`figures.database_problem` could write

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection on one consistent snapshot; nothing that it does is kept."""
        with self.engine.connect() as connection:
            yield connection
            connection.rollback()

    def write(self, work: Callable[[Connection], T]) -> T:
        """Run ``work`` in one durable transaction and return what it returns.

        Raises whatever ``work`` raises (its changes are undone) and
        ``sqlalchemy.exc.DBAPIError`` when the database cannot commit.
        """
        if self.is_sqlite:
            return self.write_soon(work).result()
        return self._write_alone(work)

    def write_soon(self, work: Callable[[Connection], T]) -> Future[T]:
        """Like :meth:`write` for SQLite, but answers with a future (web handlers await it)."""
        done: Future[T] = Future()
        with self._start:
            if self._closed:
                raise RuntimeError("the database is closed")
            if self._writer is None:
                self._writer = threading.Thread(target=self._write_groups, name="database-writer", daemon=True)
                self._writer.start()
            # Under the lock: what is put after close() said "last one" would wait for ever.
            self._jobs.put(_Job(work, done))
        return done

    def close(self) -> None:
        """Finish what waits, stop the writer, give back every connection."""
        with self._start:
            self._closed = True
            writer = self._writer
            self._jobs.put(None)
        if writer is not None:
            writer.join()
        self.engine.dispose()

    def _write_alone(self, work: Callable[[Connection], T]) -> T:
        for attempt in range(1, POSTGRES_TRIES + 1):
            try:
                with self.engine.begin() as connection:
                    return work(connection)
            except DBAPIError as error:
                self._remember(error)
                if attempt == POSTGRES_TRIES or _sqlstate(error) not in POSTGRES_RETRY_STATES:
                    raise
                time.sleep(0.01 * attempt)
        raise AssertionError("unreachable")

    def _write_groups(self) -> None:
        while True:
            first = self._jobs.get()
            if first is None:
                return
            group, last = [first], False
            while len(group) < GROUP_SIZE:
                try:
                    job = self._jobs.get_nowait()
                except queue.Empty:
                    break
                if job is None:
                    last = True
                    break
                group.append(job)
            self._commit_group(group)
            if last:
                return

    def _commit_group(self, waiting: list[_Job]) -> None:
        # A caller may have gone away (a cancelled web request). From here on it cannot any more.
        group = [job for job in waiting if job.done.set_running_or_notify_cancel()]
        if len(group) == 1:
            self._commit_one(group[0])
            return
        results: list[tuple[_Job, Any]] = []
        try:
            with self.engine.connect().execution_options(begin="IMMEDIATE") as connection, connection.begin():
                for job in group:
                    self._run_in_savepoint(connection, job, results)
                    _still_in_transaction(connection)
        # Whatever it is, it goes to those who wait; a writer that ends would let everybody wait for ever.
        except Exception as error:  # noqa: BLE001
            self._remember(error)
            for job in group:
                if not job.done.done():
                    job.done.set_exception(error)
            return
        for job, result in results:
            job.done.set_result(result)

    def _run_in_savepoint(self, connection: Connection, job: _Job, results: list[tuple[_Job, Any]]) -> None:
        connection.exec_driver_sql("SAVEPOINT one_of_many")
        try:
            result = job.work(connection)
        # Whatever one writer's work raises belongs to that caller; its neighbours go on.
        except Exception as error:  # noqa: BLE001
            self._remember(error)
            connection.exec_driver_sql("ROLLBACK TO one_of_many")
            job.done.set_exception(error)
        else:
            connection.exec_driver_sql("RELEASE one_of_many")
            results.append((job, result))

    def _commit_one(self, job: _Job) -> None:
        try:
            with self.engine.connect().execution_options(begin="IMMEDIATE") as connection, connection.begin():
                result = job.work(connection)
                _still_in_transaction(connection)
        # As for a group: it goes to the one who waits.
        except Exception as error:  # noqa: BLE001
            self._remember(error)
            job.done.set_exception(error)
        else:
            job.done.set_result(result)

    def _remember(self, error: Exception) -> None:
        if isinstance(error, DBAPIError):
            code = getattr(error.orig, "sqlite_errorname", None) or _sqlstate(error) or ""
            self.cannot_store = next((why for start, why in CANNOT_STORE.items() if code.startswith(start)), None) or (
                self.cannot_store
            )


def _still_in_transaction(connection: Connection) -> None:
    """SQLite may undo a whole transaction by itself (disk full); a commit after that would succeed and save nothing."""
    raw = connection.connection.dbapi_connection
    if raw is None or not raw.in_transaction:
        raise OperationalError("COMMIT", None, RuntimeError("SQLite undid the transaction by itself"))


def _sqlstate(error: DBAPIError) -> str | None:
    return getattr(error.orig, "sqlstate", None)
