"""A database that answers and stores nothing is not ready, and is again once it can."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.app import House
from bot.message import InboundText
from bot.store.database import Database, make_engine
from bot.store.figures import database_problem
from bot.store.messages import accept_text
from tests.full_disk import room_for

MIGUEL, NOW = "+15550100", 1_800_000_000.0


def a_text(house: House, sid: str) -> None:
    inbound = InboundText(sid, MIGUEL, "", "need a ride " * 1000)
    house.database.write(lambda connection: accept_text(connection, house.vault, inbound, NOW))


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # a server's disk is not ours to fill
def test_a_full_disk_is_a_problem_until_there_is_room(house: House) -> None:
    a_text(house, "SMone")
    assert database_problem(house.database) is None
    log = Path(f"{house.database.engine.url.database}-wal")
    with room_for(log.stat().st_size):
        with pytest.raises(DBAPIError):
            a_text(house, "SMtwo")
        assert database_problem(house.database) == "its disk fails", "what SQLite calls a file that may not grow"
        assert database_problem(house.database) is not None, "it stays so"
    assert database_problem(house.database) is None
    a_text(house, "SMtwo")


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)  # as after a failover to a standby
def test_a_database_that_became_read_only_is_a_problem_until_it_takes_writes(house: House) -> None:
    name = house.database.engine.url.database
    other = Database(make_engine(house.settings.database_url))

    def read_only(value: str) -> None:
        with other.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("SET default_transaction_read_only = off"))
            connection.execute(text(f'ALTER DATABASE "{name}" SET default_transaction_read_only = {value}'))
        house.database.engine.dispose()

    read_only("on")
    assert database_problem(house.database) is None, "nobody has written yet"
    with pytest.raises(DBAPIError):
        a_text(house, "SMone")
    assert database_problem(house.database) == "it is read-only"
    read_only("off")
    assert database_problem(house.database) is None
    a_text(house, "SMone")
    other.close()
