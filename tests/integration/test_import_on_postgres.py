"""A large import on PostgreSQL: whoever works for long between two questions is not hung up on."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from sqlalchemy import create_engine

from bot.directory.plain_csv import read_plain_csv
from bot.directory.report import Reading
from bot.store.database import Database
from bot.store.directory_import import DirectoryImport
from bot.store.directory_scratch import Scratch
from tests.integration.directory_world import MONDAY_NOON, ROW, fill_map, offered

HURRY_MS = 300


@pytest.fixture
def hurried(postgres_url: str) -> Iterator[Database]:
    """A database that ends idle transactions much sooner than a real one does."""
    limits = {"options": f"-c idle_in_transaction_session_timeout={HURRY_MS}"}
    opened = Database(create_engine(postgres_url, connect_args=limits))
    yield opened
    opened.close()


def slowly() -> Iterator[Reading]:
    for reading in read_plain_csv(list(ROW), [(2, ROW)], "county"):
        time.sleep(3 * HURRY_MS / 1000)  # what sorting a large file takes, between two questions
        yield reading


def test_a_file_may_take_its_time(hurried: Database) -> None:
    fill_map(hurried)
    with Scratch() as scratch:
        work = DirectoryImport(hurried, "county", "csv", "digest", MONDAY_NOON)
        assert work.run(slowly(), scratch, dry_run=False).added == 1
    assert len(offered(hurried)) == 1
