"""A line is backed up while it runs, and restored into an empty place: the same line, with what came after."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from typer.testing import CliRunner, Result

from bot.app import House, build_line, open_house
from bot.cli.main import app
from bot.settings import read_settings
from bot.store.audit import BACKUP_MADE, last_time
from bot.store.conversations import phone_of
from bot.store.database import Database
from bot.store.holds import is_held, set_hold
from bot.store.messages import texts_of
from bot.store.metadata import metadata
from bot.store.retention import erase_person
from bot.store.tables import message
from bot.store.wish_tables import wish
from bot.wish_list import NAME, WishList
from tests.conftest import KEY
from tests.integration.people_with_wishes import ANA, DANA, EVE, MIGUEL, NOW, find, opt_out, say, who_is_out
from tests.postgres import PostgresServer

Warmline = Callable[..., Result]


@pytest.fixture
def empty_place(request: pytest.FixtureRequest, database_url: str, tmp_path: Path) -> Iterator[dict[str, str]]:
    """The settings of a place with a key and nothing else, on the same kind of database."""
    place = tmp_path / "elsewhere"
    place.mkdir(mode=0o700)
    with ExitStack() as held:
        url = f"sqlite:///{place / 'warmline.db'}"
        if not database_url.startswith("sqlite"):
            server: PostgresServer = request.getfixturevalue("server")
            url = held.enter_context(server.database())
        yield {"WARMLINE_DATA_DIR": str(place), "WARMLINE_DATABASE_URL": url, "WARMLINE_SECRET_KEY": KEY}


@pytest.fixture
def warmline(house: House, monkeypatch: pytest.MonkeyPatch) -> Warmline:
    settings = house.settings
    monkeypatch.setenv("WARMLINE_DATA_DIR", str(settings.warmline_data_dir))
    monkeypatch.setenv("WARMLINE_DATABASE_URL", settings.database_url)
    monkeypatch.setenv("WARMLINE_SECRET_KEY", KEY)

    def run(*arguments: str, at: dict[str, str] | None = None) -> Result:
        for name, value in (at or {}).items():
            monkeypatch.setenv(name, value)
        return CliRunner().invoke(app, arguments)

    return run


def rows(database: Database) -> dict[str, list[tuple[object, ...]]]:
    with database.read() as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in metadata.sorted_tables
        }


def test_a_restored_line_has_every_row_of_the_one_that_was_backed_up(
    house: House, warmline: Warmline, empty_place: dict[str, str], tmp_path: Path
) -> None:
    opt_out(house, say(house, ANA, "my secret word is zanzibar"))
    file = tmp_path / "line.backup"
    made = warmline("backup", str(file))
    assert made.exit_code == 0, made.output
    assert b"zanzibar" not in file.read_bytes()
    WishList(house.settings.warmline_data_dir, house.vault).copy(house.database)
    kept = rows(house.database)
    wishes = ("--wishes", str(house.settings.warmline_data_dir))
    restored = warmline("restore", str(file), *wishes, at=empty_place)
    assert restored.exit_code == 0, restored.output
    again = open_house(read_settings(empty_place, None))
    brought = rows(again.database)
    for table in ("audit", "audit_head"):  # that it was finished cannot stand in it
        assert len(brought.pop(table)) + (table == "audit") == len(kept.pop(table))
    assert brought == kept
    again.close()
    with house.database.read() as connection:
        assert last_time(connection, BACKUP_MADE) is not None
    assert warmline("restore", str(file), *wishes).exit_code != 0, "a place that is in use is left alone"


def test_a_backup_of_a_busy_line_is_whole_and_does_not_stop_it(
    house: House, warmline: Warmline, empty_place: dict[str, str], tmp_path: Path
) -> None:
    done = threading.Event()
    stored = [0]

    def texting() -> None:
        while not done.is_set():
            stored[0] += 1
            say(house, ANA, f"text {stored[0]}", stored[0])

    for number in range(300):
        say(house, MIGUEL, "words " * 200, number)  # so that the copy takes a while
    writer = threading.Thread(target=texting)
    writer.start()
    file = tmp_path / "line.backup"
    before = stored[0]
    made = warmline("backup", str(file))
    during = stored[0] - before
    done.set()
    writer.join()
    assert made.exit_code == 0, made.output
    assert during > 0, "the line wrote on meanwhile"
    assert warmline("restore", str(file), "--without-wishes", at=empty_place).exit_code == 0
    again = open_house(read_settings(empty_place, None))
    with again.database.read() as connection:
        if again.database.is_sqlite:
            assert connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
        assert len(texts_of(connection, again.vault, find(again, MIGUEL))) == 300
        bodies = [each["body"] for each in texts_of(connection, again.vault, find(again, ANA), 10**6)]
        assert bodies == [f"text {number}" for number in range(1, len(bodies) + 1)]
        texts = select(func.count(message.c.id)).where(message.c.event_id.is_(None))
        assert connection.execute(texts).scalar_one() == 0, "no text without its event"
    again.close()


def test_what_people_decided_after_the_backup_is_done_again(
    house: House, warmline: Warmline, empty_place: dict[str, str], tmp_path: Path
) -> None:
    """Ana came back before it; then Miguel left, Dana was erased, Eve wrote and left, Ana is on hold."""
    ana, miguel, dana = (say(house, phone, "need a ride") for phone in (ANA, MIGUEL, DANA))
    opt_out(house, ana)
    opt_out(house, ana, out=False)
    file = tmp_path / "line.backup"
    assert warmline("backup", str(file)).exit_code == 0
    opt_out(house, miguel)
    opt_out(house, dana)
    house.database.write(lambda connection: erase_person(connection, dana, NOW + 60))
    opt_out(house, say(house, EVE, "stop"))
    house.database.write(lambda connection: set_hold(connection, ana, NOW + 70, NOW + 70))
    wishes = WishList(house.settings.warmline_data_dir, house.vault)
    assert wishes.copy(house.database) == 7
    assert wishes.copy(house.database) == 0

    restored = warmline("restore", str(file), "--wishes", str(wishes.path.parent), at=empty_place)
    assert restored.exit_code == 0, restored.output
    assert "5 opt-outs, erasures and holds" in restored.stdout
    again = open_house(read_settings(empty_place, None))
    with again.database.read() as connection:
        assert who_is_out(again) == {find(again, phone) for phone in (MIGUEL, DANA, EVE)}
        assert is_held(connection, find(again, ANA))
        assert phone_of(connection, again.vault, find(again, DANA)) is None
        texts = texts_of(connection, again.vault, find(again, DANA))
        assert [each["direction"] for each in texts] == ["in"], "a text that nobody has read is kept, as by any erasure"
        assert list(connection.execute(select(wish.c.id).order_by(wish.c.id)).scalars()) == list(range(1, 8))
    opt_out(again, find(again, ANA))  # the list goes on where it ended
    assert WishList(wishes.path.parent, again.vault).copy(again.database) == 1
    again.close()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # PostgreSQL keeps its log itself
def test_a_log_that_the_dead_line_left_beside_its_database_is_not_played_into_the_restored_one(
    house: House, warmline: Warmline, empty_place: dict[str, str], tmp_path: Path
) -> None:
    say(house, ANA, "need a ride")
    file = tmp_path / "line.backup"
    assert warmline("backup", str(file)).exit_code == 0
    place = Path(empty_place["WARMLINE_DATA_DIR"]) / "warmline.db"
    for left in ("-wal", "-shm", "-journal"):
        beside = place.with_name(place.name + left)
        beside.write_bytes(b"of the line that died")
        refused = warmline("restore", str(file), "--without-wishes", at=empty_place)
        assert refused.exit_code != 0
        assert str(beside) in refused.stderr
        assert not place.exists()
        beside.unlink()
    for left in ("", "-wal", "-journal"):  # a restore was killed half-way: its files are in nobody's way
        place.with_name(f"{place.name}.restoring{left}").write_bytes(b"half")
    restored = warmline("restore", str(file), "--without-wishes", at=empty_place)
    assert restored.exit_code == 0, restored.output
    assert sorted(path.name for path in place.parent.glob("warmline.db*")) == ["warmline.db"]
    again = open_house(read_settings(empty_place, None))
    assert find(again, ANA)
    again.close()


def test_a_restore_that_cannot_read_the_list_leaves_no_database_and_one_that_was_killed_is_finished_by_the_line(
    house: House, warmline: Warmline, empty_place: dict[str, str], tmp_path: Path
) -> None:
    say(house, MIGUEL, "need a ride")
    file = tmp_path / "line.backup"
    assert warmline("backup", str(file)).exit_code == 0
    opt_out(house, find(house, MIGUEL))
    wishes = WishList(house.settings.warmline_data_dir, house.vault)
    wishes.copy(house.database)
    whole = wishes.path.read_bytes()

    wishes.path.write_bytes(b"1 bm9uc2Vuc2U=\n")
    failed = warmline("restore", str(file), "--wishes", str(wishes.path.parent), at=empty_place)
    assert failed.exit_code != 0
    assert "does not open" in failed.stderr
    assert warmline("restore", str(file), "--without-wishes").exit_code == 0, "nothing was there yet"

    # The same rows are there when a restore is killed before it did the wishes: the list is in its place by then.
    again = open_house(read_settings(empty_place, None))
    assert who_is_out(again) == set()
    (Path(empty_place["WARMLINE_DATA_DIR"]) / NAME).write_bytes(whole)
    line = build_line(again, "tests:1")
    line.start()
    line.stop()
    assert who_is_out(again) == {find(again, MIGUEL)}
    again.close()


def test_a_restore_has_the_list_it_was_given_in_its_data_directory_and_without_one_it_has_none(
    house: House, warmline: Warmline, empty_place: dict[str, str], tmp_path: Path
) -> None:
    opt_out(house, say(house, MIGUEL, "stop"))
    file, place = tmp_path / "line.backup", Path(empty_place["WARMLINE_DATA_DIR"])
    assert warmline("backup", str(file)).exit_code == 0
    wishes = WishList(house.settings.warmline_data_dir, house.vault)
    wishes.copy(house.database)
    (place / NAME).write_bytes(b"of a line of long ago\n")
    if house.database.is_sqlite:  # PostgreSQL has one empty database, and the next one needs it
        assert warmline("restore", str(file), "--wishes", str(wishes.path.parent), at=empty_place).exit_code == 0
        assert (place / NAME).read_bytes() == wishes.path.read_bytes()
        (place / "warmline.db").unlink()
    else:
        (place / NAME).rename(place / f"{NAME}.1")
        (place / NAME).write_bytes(wishes.path.read_bytes())
    assert warmline("restore", str(file), "--without-wishes", at=empty_place).exit_code == 0
    assert sorted(path.name for path in place.glob(f"{NAME}*")) == [f"{NAME}.1", f"{NAME}.2"]
    again = open_house(read_settings(empty_place, None))
    assert WishList(place, again.vault).copy(again.database) == 1, "and it is written anew from the database"
    again.close()
