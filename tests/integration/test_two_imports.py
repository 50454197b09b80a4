"""Two imports of one source at the same time: one is whole, the other is told so and has changed nothing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from bot.directory_source.load import import_path, load_national
from bot.store.database import Database, make_engine
from bot.store.directory_claim import Claim, ImportOvertaken
from bot.store.directory_import import retire_source
from tests.integration.directory_world import MONDAY_NOON, ROW, Watched, fill_map, offered, write_csv

PHONES = tuple(f"215-555-01{n}1" for n in range(4))


@pytest.fixture
def directory(database: Database) -> Database:
    fill_map(database)
    return database


def a_file(folder: Path, phone: str) -> str:
    rows = [ROW | {"id": str(n), "organization": f"House {n}", "phone": phone} for n in range(20)]
    return write_csv(folder / f"{phone}.csv", *rows)


def phones(database: Database) -> set[str]:
    return {each.phone for each in offered(database).values()}


def test_an_import_that_another_one_overtook_changes_nothing(directory: Database, tmp_path: Path) -> None:
    quick = a_file(tmp_path, PHONES[1])
    slow = Watched(directory, 1, lambda: import_path(directory, quick, "county", now=MONDAY_NOON))
    with pytest.raises(ImportOvertaken, match="Another import of 'county' came in between"):
        import_path(slow, a_file(tmp_path, PHONES[0]), "county", now=MONDAY_NOON)  # type: ignore[arg-type]  # watched
    assert phones(directory) == {PHONES[1]}
    assert import_path(directory, a_file(tmp_path, PHONES[0]), "county", now=MONDAY_NOON).changed == 20


def test_an_import_does_not_bring_back_what_was_retired_meanwhile(directory: Database, tmp_path: Path) -> None:
    import_path(directory, a_file(tmp_path, PHONES[0]), "county", now=MONDAY_NOON)

    def retire() -> None:
        directory.write(lambda connection: retire_source(connection, "county", MONDAY_NOON))

    slow = Watched(directory, 1, retire)
    with pytest.raises(ImportOvertaken):
        import_path(slow, a_file(tmp_path, PHONES[1]), "county", now=MONDAY_NOON)  # type: ignore[arg-type]  # watched
    assert phones(directory) == set()


def test_imports_of_several_sources_do_not_stop_each_other(directory: Database, tmp_path: Path) -> None:
    other = write_csv(tmp_path / "city.csv", ROW | {"id": "city", "phone": PHONES[2]})
    both = Watched(directory, 1, lambda: import_path(directory, other, "city", now=MONDAY_NOON))
    import_path(both, a_file(tmp_path, PHONES[0]), "county", now=MONDAY_NOON)  # type: ignore[arg-type]  # watched
    assert phones(directory) == {PHONES[0], PHONES[2]}


def test_nobody_waits_for_a_long_import_with_a_lock_in_hand(postgres_url: str, tmp_path: Path) -> None:
    database = Database(make_engine(postgres_url))
    fill_map(database)
    long = Claim("county", "csv", MONDAY_NOON.timestamp())
    with database.engine.begin() as connection:
        long.look(connection)
        long.hold(connection, "long", 0)
        with pytest.raises(ImportOvertaken):
            import_path(database, a_file(tmp_path, PHONES[0]), "county", now=MONDAY_NOON)
    database.close()


def test_of_imports_that_start_together_one_is_whole(directory: Database, tmp_path: Path) -> None:
    start = Barrier(len(PHONES), timeout=60)

    def bring(phone: str) -> str | None:
        path = a_file(tmp_path, phone)
        start.wait()
        try:
            import_path(directory, path, "county", now=MONDAY_NOON)
        except ImportOvertaken:
            return None
        return phone

    for _ in range(3):
        with ThreadPoolExecutor(len(PHONES)) as pool:
            done = {phone for phone in pool.map(bring, PHONES) if phone}
        assert done
        assert len(phones(directory)) == 1
        assert phones(directory) <= done


def test_two_machines_of_a_line_may_start_at_once(directory: Database, database_url: str) -> None:
    other = Database(make_engine(database_url))
    start = Barrier(2, timeout=60)

    def begin(database: Database) -> bool:
        start.wait()
        return load_national(database, MONDAY_NOON) is not None

    with ThreadPoolExecutor(2) as pool:
        loaded = list(pool.map(begin, (directory, other)))
    other.close()
    assert sorted(loaded) == [False, True]
