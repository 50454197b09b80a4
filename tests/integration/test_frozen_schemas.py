"""A line of every schema version there ever was comes up with the code of today, and loses nobody."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import make_url, select

from bot.app import House, open_house
from bot.audit_seal import verify
from bot.message import InboundText
from bot.settings import read_settings
from bot.store.cases import cases_of
from bot.store.coaches import all_coaches
from bot.store.conversations import find_conversation, phone_of
from bot.store.directory_edits import read_edits
from bot.store.holds import is_held
from bot.store.messages import accept_text, texts_of
from bot.store.metadata import metadata
from bot.store.tables import conversation
from bot.store.wishes import Wished, wishes_after
from scripts.freeze_schema import DIALECTS, FROZEN, GUARDS, HEAD, ROWS, frozen_file, made_by_migrations, newest
from scripts.frozen_people import COACH_NAME, EDITED, ERASED, HELD, KEY, LEFT, NOW, SAID, STORIES, WRITES
from tests.integration.directory_world import offered
from tests.postgres import PostgresServer

AGAIN = "If {0} was not released yet, run `uv run python -m scripts.freeze_schema`. If it was, undo the change to it "
AGAIN += "and write a new migration: `uv run python scripts/write_migration.py NUMBER WHAT`."
VERSIONS = sorted({path.name.partition(".")[0] for path in FROZEN.glob("*.sql")})


@pytest.fixture(params=DIALECTS)
def dialect(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def empty_url(dialect: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The URL of a database without any table."""
    if dialect == "sqlite":
        yield f"sqlite:///{tmp_path / 'frozen.db'}"
        return
    server: PostgresServer = request.getfixturevalue("server")
    with server.database() as url:
        yield url


def load(url: str, statements: str) -> None:
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
            connection.executescript(statements)
        return
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain) as connection:
        connection.execute(statements.encode())


def test_the_newest_version_is_frozen() -> None:
    for kind in DIALECTS:
        assert frozen_file(newest(), kind).exists(), AGAIN.format(newest())


@pytest.mark.parametrize("version", VERSIONS)
def test_no_migration_changed_behind_its_frozen_database(version: str, dialect: str, empty_url: str) -> None:
    tables, guards = made_by_migrations(empty_url, version)
    frozen = frozen_file(version, dialect).read_text("utf-8")
    before, _, after = frozen.partition(ROWS)
    told = AGAIN.format(version)
    assert before == HEAD.format(number=version, dialect=dialect) + "\n".join(tables) + "\n", told
    assert after.partition(GUARDS)[2] == "\n".join(guards) + "\n", told


@pytest.mark.parametrize("version", VERSIONS)
def test_every_table_of_a_frozen_database_has_a_row(version: str, dialect: str) -> None:
    frozen = frozen_file(version, dialect).read_text("utf-8")
    made = set(re.findall(r'^CREATE TABLE "?(\w+)', frozen, re.MULTILINE))
    assert made == set(re.findall(r'^INSERT INTO "?(\w+)', frozen, re.MULTILINE))


@pytest.mark.parametrize("version", VERSIONS)
def test_a_line_of_an_older_version_comes_up_and_knows_everybody(
    version: str, dialect: str, empty_url: str, data_dir: Path
) -> None:
    load(empty_url, frozen_file(version, dialect).read_text("utf-8"))
    settings = {
        "WARMLINE_DATA_DIR": str(data_dir),
        "WARMLINE_DATABASE_URL": empty_url,
        "WARMLINE_SECRET_KEY": KEY,
    }
    house = open_house(read_settings(settings, None))
    with closing(house):
        _tables_are_those_of_the_code(house)
        _everybody_is_there(house)
        _what_people_decided_stands(house)
        _the_directory_is_as_staff_left_it(house)
        assert verify(house.database, house.vault, data_dir).count == 3
        _the_line_goes_on(house)


def _tables_are_those_of_the_code(house: House) -> None:
    with house.database.read() as connection:
        options = {"compare_type": True, "compare_server_default": not house.database.is_sqlite}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []


def _texts(house: House, phone: str) -> list[str]:
    with house.database.read() as connection:
        return [each["body"] for each in texts_of(connection, house.vault, _own(house, phone))]


def _own(house: House, phone: str) -> int:
    with house.database.read() as connection:
        found = find_conversation(connection, house.vault, phone)
    assert found is not None
    return found


def _everybody_is_there(house: House) -> None:
    assert _texts(house, WRITES) == [SAID]
    for phone, story in STORIES.items():
        assert _texts(house, phone) == [body for _, body in story.turns]
        with house.database.read() as connection:
            cases = cases_of(connection, house.vault, _own(house, phone))
        assert [case.reason for case in cases] == ([story.reason] if story.reason else [])
    with house.database.read() as connection:
        assert [coach.name for coach in all_coaches(connection, house.vault)] == [COACH_NAME]


def _what_people_decided_stands(house: House) -> None:
    with house.database.read() as connection:
        kinds = [wish.kind for wish in wishes_after(connection, 0)]
        out = connection.execute(select(conversation.c.id).where(conversation.c.opted_out_at.is_not(None))).scalars()
        assert kinds == [Wished.OPT_OUT, Wished.ERASE, Wished.HOLD]
        assert list(out) == [_own(house, LEFT)]
        assert phone_of(connection, house.vault, _own(house, ERASED)) is None
        assert is_held(connection, _own(house, HELD))


def _the_directory_is_as_staff_left_it(house: House) -> None:
    with house.database.read() as connection:
        assert len(read_edits(connection).by_subject) == 2
    assert {place.name: place.phone for place in offered(house.database).values()} == {
        "Example Pantry": EDITED,
        "Example Meals": "215-555-0102",
    }


def _the_line_goes_on(house: House) -> None:
    """New rows get numbers of their own."""
    text = InboundText("SMafter", WRITES, "+15550199", "thank you")
    assert house.database.write(lambda connection: accept_text(connection, house.vault, text, NOW + 60))
    assert _texts(house, WRITES) == [SAID, "thank you"]
