"""What was deleted is not left behind in SQLite's file, sealed or not."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import make_url

from bot.store.database import Database, make_engine

MARK = "a row that nobody shall find again"


@pytest.mark.parametrize("deleted", [False, True])
def test_a_deleted_row_is_gone_from_the_file(sqlite_url: str, deleted: bool) -> None:
    database = Database(make_engine(sqlite_url))
    database.write(lambda c: c.exec_driver_sql("CREATE TABLE scrap (words TEXT)"))
    database.write(lambda c: c.exec_driver_sql("INSERT INTO scrap VALUES (?)", (MARK,)))
    if deleted:
        database.write(lambda c: c.exec_driver_sql("DELETE FROM scrap"))
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all()
    database.engine.dispose()
    assert (MARK.encode() in Path(str(make_url(sqlite_url).database)).read_bytes()) is not deleted
