"""Texts that were approved for training. They lead back to no conversation and outlive the person's data."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, select

from bot.privacy import Vault
from bot.store.review_tables import example, training
from bot.teaching.examples import Example, example_of


@dataclass(frozen=True)
class Approved:
    """``at`` is epoch seconds, ``staff_id`` who approved it."""

    id: int
    example: Example
    staff_id: int
    at: float


@dataclass(frozen=True)
class Training:
    """One training from the console; ``outcome`` is empty while it runs (or when its line was stopped)."""

    id: int
    staff_id: int
    started_at: float
    ended_at: float | None
    outcome: str
    examples: int


def add_example(connection: Connection, vault: Vault, approved: Example, staff_id: int, now: float) -> int:
    """Keep a rewritten text; its id."""
    made: int = connection.execute(
        example.insert()
        .values(example_sealed=vault.seal_json(approved.as_values()), staff_id=staff_id, at=now)
        .returning(example.c.id)
    ).scalar_one()
    return made


def drop_example(connection: Connection, example_id: int) -> bool:
    """Learn from it no more; false if there is no such text."""
    return connection.execute(delete(example).where(example.c.id == example_id)).rowcount > 0


def approved_examples(connection: Connection, vault: Vault) -> list[Approved]:
    """All of them, oldest first."""
    return [
        Approved(row.id, example_of(vault.open_json(row.example_sealed)), row.staff_id, row.at)
        for row in connection.execute(select(example).order_by(example.c.id))
    ]


def begin_training(connection: Connection, staff_id: int, examples: int, now: float) -> int:
    """A training starts; its id."""
    values = {"staff_id": staff_id, "started_at": now, "examples": examples}
    made: int = connection.execute(training.insert().values(**values).returning(training.c.id)).scalar_one()
    return made


def end_training(connection: Connection, training_id: int, outcome: str, now: float) -> None:
    """What came of it: taken, not_loaded, refused, unchanged, failed or stopped."""
    ended = training.c.id == training_id, training.c.ended_at.is_(None)
    connection.execute(training.update().where(*ended).values(outcome=outcome, ended_at=now))


def last_trainings(connection: Connection, limit: int = 10) -> list[Training]:
    """The newest first."""
    rows = connection.execute(select(training).order_by(training.c.id.desc()).limit(limit))
    return [
        Training(row.id, row.staff_id, row.started_at, row.ended_at, row.outcome or "", row.examples) for row in rows
    ]
