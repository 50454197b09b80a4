"""The search over a real database: what SQL hands to the ranking, and how fast."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median

import pytest

from bot.directory_source.load import import_path
from bot.store.database import Database
from bot.store.directory import DirectoryNotReady, SqlDirectory
from tests.integration.directory_world import MONDAY_NOON, ROW, StoppedClock, fill_map, write_csv


@pytest.fixture
def directory(database: Database) -> SqlDirectory:
    fill_map(database)
    return SqlDirectory(database, StoppedClock())


def found(directory: SqlDirectory, need: str = "jobs", exclude: tuple[str, ...] = (), limit: int = 3) -> list[str]:
    lists = directory.find([need], "19104", "en", list(exclude), limit).lists
    return [place.name for place in lists[0].places]


def test_without_zip_codes_it_says_what_to_do(database: Database) -> None:
    directory = SqlDirectory(database, StoppedClock())
    with pytest.raises(DirectoryNotReady, match="make run"):
        directory.find(["jobs"], "19104", "en", [], 3)


def test_zip_codes(directory: SqlDirectory) -> None:
    assert directory.knows_zip("19104")
    assert directory.knows_zip("19104-1234")
    assert not directory.knows_zip("00000")


def test_what_was_named_makes_room_for_the_next(directory: SqlDirectory, database: Database, tmp_path: Path) -> None:
    rows = [ROW | {"organization": f"House {number:03d}"} for number in range(130)]
    import_path(database, write_csv(tmp_path / "a.csv", *rows), "county", now=MONDAY_NOON)
    seen: list[str] = []
    names: list[str] = []
    while True:
        (each,) = directory.find(["jobs"], "19104", "en", seen, 9).lists
        if not each.places:
            break
        seen += [place.id for place in each.places]
        names += [place.name for place in each.places]
    assert sorted(names) == [f"House {number:03d}" for number in range(130)], "all of them, each once"


def test_a_closed_service_and_one_for_veterans_are_not_found(
    directory: SqlDirectory, database: Database, tmp_path: Path
) -> None:
    rows = [
        ROW,
        ROW | {"organization": "Closed", "status": "temporarily closed"},
        ROW | {"organization": "Veterans", "audience": "veterans"},
    ]
    import_path(database, write_csv(tmp_path / "a.csv", *rows), "county", now=MONDAY_NOON)
    assert found(directory) == ["Northside Works"]


def test_threads_ask_at_once(directory: SqlDirectory, database: Database, tmp_path: Path) -> None:
    import_path(database, write_csv(tmp_path / "a.csv", ROW), "county", now=MONDAY_NOON)
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: found(directory), range(40)))
    assert answers == [["Northside Works"]] * 40


def test_a_search_takes_milliseconds_in_a_crowded_town(
    directory: SqlDirectory, database: Database, tmp_path: Path
) -> None:
    rows = [
        ROW | {"organization": f"House {number}", "latitude": f"{39.86 + number % 50 / 250}", "longitude": "-75.2"}
        for number in range(2_000)
    ]
    import_path(database, write_csv(tmp_path / "a.csv", *rows), "county", now=MONDAY_NOON)
    found(directory)
    took = []
    for _ in range(20):
        start = time.thread_time()
        assert len(found(directory)) == 3
        took.append(time.thread_time() - start)
    # The aim is 10 ms. Our own time on the processor counts: the machine may be busy with something else.
    assert median(took) < 0.05
