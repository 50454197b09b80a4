"""Counts what is said to a database: statements, transactions and commits. For tests and benchmarks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Engine, event

SPOKEN_BY_THE_HOUSE = ("BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK")  # not by anybody's work


@dataclass
class Said:
    """``statements`` by their text; many rows in one statement are one. ``transactions`` are reads and writes."""

    statements: Counter[str] = field(default_factory=Counter)
    transactions: int = 0
    commits: int = 0

    @property
    def count(self) -> int:
        return self.statements.total()


@contextmanager
def counted(engine: Engine) -> Iterator[Said]:
    """What every thread says to ``engine`` while the block runs."""
    said = Said()

    def statement(_connection: Connection, _cursor: Any, text: str, *_: Any) -> None:
        if not text.startswith(SPOKEN_BY_THE_HOUSE):
            said.statements[text] += 1

    def begin(_connection: Connection) -> None:
        said.transactions += 1

    def commit(_connection: Connection) -> None:
        said.commits += 1

    hooks = (("before_cursor_execute", statement), ("begin", begin), ("commit", commit))
    for name, hook in hooks:
        event.listen(engine, name, hook)
    try:
        yield said
    finally:
        for name, hook in hooks:
            event.remove(engine, name, hook)


@contextmanager
def steps(engine: Engine) -> Iterator[Callable[[], int]]:
    """How many steps SQLite's machine takes for all that every thread asks while the block runs; in tens."""
    taken = [0]

    def ten_more() -> int:
        taken[0] += 1
        return 0

    def watch(raw: Any, *_: Any) -> None:
        raw.set_progress_handler(ten_more, 10)

    def leave(raw: Any, *_: Any) -> None:
        raw.set_progress_handler(None, 10)

    event.listen(engine.pool, "checkout", watch)
    event.listen(engine.pool, "checkin", leave)
    try:
        yield lambda: taken[0]
    finally:
        event.remove(engine.pool, "checkout", watch)
        event.remove(engine.pool, "checkin", leave)
