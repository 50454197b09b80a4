"""What people and staff find at places: it counts at once, survives imports, and can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from bot.app import House
from bot.directory_source.load import import_path
from bot.outcome import Offer
from bot.store.database import Database
from bot.store.directory import SqlDirectory
from bot.store.directory_tables import directory_place, directory_standing, directory_unmet, directory_use
from bot.store.directory_use import forget_old_use, record_offers
from bot.store.place_queue import OUT, REPORTED, STALE, queue_counts, read_queue
from bot.store.place_standing import PERSON, judge_place, report_place, unjudge_place
from bot.store.unmet_needs import read_unmet
from tests.integration.directory_world import MONDAY_NOON, ROW, StoppedClock, fill_map, write_csv
from tests.integration.side_by_side import beside

NOW = MONDAY_NOON.timestamp()
WEEK = 7 * 86_400.0
NEAR, FAR = ROW, ROW | {"organization": "Southside Works", "zip": "19143", "address": "80 Oak St"}


@pytest.fixture
def directory(database: Database, tmp_path: Path) -> SqlDirectory:
    fill_map(database)
    import_path(database, write_csv(tmp_path / "county.csv", NEAR, FAR), "county", now=MONDAY_NOON)
    return SqlDirectory(database, StoppedClock(), max_age_days=730)


def ids(database: Database) -> dict[str, str]:
    with database.read() as connection:
        rows = connection.execute(select(directory_place.c.name, directory_place.c.id))
        return {row[0].partition(" ")[0]: row[1] for row in rows}


def found(directory: SqlDirectory) -> list[str]:
    return [place.name.partition(" ")[0] for place in directory.find(["jobs"], "19104", "en", [], 3).lists[0].places]


def test_what_a_person_reports_dead_sinks_at_once_and_reaches_staff(
    directory: SqlDirectory, database: Database
) -> None:
    assert found(directory) == ["Northside", "Southside"]
    own = ids(database)["Northside"]
    assert database.write(lambda connection: report_place(connection, own, "dead", PERSON, NOW))
    assert found(directory) == ["Southside", "Northside"]
    with database.read() as connection:
        (queued,) = read_queue(connection, REPORTED, NOW).places
    assert (queued.name, queued.reported, queued.reports) == ("Northside Works", "dead", 1)


def test_staff_settle_a_report_with_one_tap_and_may_take_it_back(directory: SqlDirectory, database: Database) -> None:
    own = ids(database)["Northside"]
    database.write(lambda connection: report_place(connection, own, "dead", PERSON, NOW))
    works = database.write(lambda connection: judge_place(connection, own, "works", "staff:1", NOW))
    assert found(directory) == ["Northside", "Southside"]
    closed = database.write(lambda connection: judge_place(connection, own, "closed", "staff:1", NOW))
    assert found(directory) == ["Southside"]
    assert not database.write(lambda connection: unjudge_place(connection, own, works, "staff:1", NOW))
    assert database.write(lambda connection: unjudge_place(connection, own, closed, "staff:1", NOW))
    assert found(directory) == ["Northside", "Southside"], "works, as before"
    assert not database.write(lambda connection: unjudge_place(connection, own, closed, "staff:1", NOW))
    assert database.write(lambda connection: unjudge_place(connection, own, works, "staff:1", NOW))
    assert found(directory) == ["Southside", "Northside"], "the report is open again"


def test_of_two_clicks_on_undo_in_one_moment_one_counts(on_postgres: House, tmp_path: Path) -> None:
    database = on_postgres.database
    fill_map(database)
    import_path(database, write_csv(tmp_path / "county.csv", NEAR), "county", now=MONDAY_NOON)
    own = ids(database)["Northside"]
    database.write(lambda connection: judge_place(connection, own, "closed", "staff:2", NOW))
    word = database.write(lambda connection: judge_place(connection, own, "dead", "staff:1", NOW))

    def undo(connection: Connection) -> bool:
        return unjudge_place(connection, own, word, "staff:1", NOW)

    assert beside(on_postgres, undo, lambda: database.write(undo)).result(60) is False
    with database.read() as connection:
        assert connection.execute(select(directory_standing.c.judged)).scalar_one() == "closed"


def test_a_judgement_survives_the_next_import(directory: SqlDirectory, database: Database, tmp_path: Path) -> None:
    own = ids(database)["Northside"]
    database.write(lambda connection: judge_place(connection, own, "dead", "staff:1", NOW))
    changed = NEAR | {"hours": "Mon-Fri 8-4"}
    import_path(database, write_csv(tmp_path / "county.csv", changed, FAR), "county", now=MONDAY_NOON)
    assert "Northside" not in found(directory)


def test_a_moved_place_is_told_without_its_address(directory: SqlDirectory, database: Database) -> None:
    own = ids(database)["Northside"]
    database.write(lambda connection: judge_place(connection, own, "moved", "staff:1", NOW))
    told = next(p for p in directory.find(["jobs"], "19104", "en", [], 3).lists[0].places if p.id == own)
    assert (told.address, told.phone) == (None, "215-555-0101")
    card = directory.card(own, "19104", "en")
    assert card is not None
    assert card["address"] is None


def test_nonsense_changes_nothing(directory: SqlDirectory, database: Database) -> None:
    own = ids(database)["Northside"]
    assert not database.write(lambda connection: report_place(connection, own, "haunted", PERSON, NOW))
    assert not database.write(lambda connection: judge_place(connection, "nobody", "works", "staff:1", NOW))
    assert found(directory) == ["Northside", "Southside"]


def test_the_queue_has_the_most_used_first(directory: SqlDirectory, database: Database) -> None:
    north, south = ids(database)["Northside"], ids(database)["Southside"]
    later = NOW + 400 * 86_400  # both were verified on 2026-11-01
    offers = [Offer("jobs", "near", "", (south,), "19104"), Offer("jobs", "near", "", (south, north), "19104")]
    database.write(lambda connection: record_offers(connection, offers, later))
    with database.read() as connection:
        queue = read_queue(connection, STALE, later)
        counts = queue_counts(connection, later)
    assert [(place.name, place.used) for place in queue.places] == [("Southside Works", 2), ("Northside Works", 1)]
    assert counts == {REPORTED: 0, STALE: 2, OUT: 0}
    database.write(lambda connection: judge_place(connection, south, "works", "staff:1", later))
    with database.read() as connection:
        assert [place.name for place in read_queue(connection, STALE, later).places] == ["Northside Works"]


def test_too_old_to_be_told_but_not_to_be_verified(directory: SqlDirectory, database: Database) -> None:
    three_years = StoppedClock(MONDAY_NOON.replace(year=2029))
    late = SqlDirectory(database, three_years, max_age_days=730)
    assert found(late) == []
    own = ids(database)["Northside"]
    database.write(lambda connection: judge_place(connection, own, "works", "staff:1", three_years.now().timestamp()))
    assert found(late) == ["Northside"]


def test_unmet_needs_are_counted_by_need_and_county_and_hold_no_person(
    directory: SqlDirectory, database: Database
) -> None:
    offers = [
        Offer("legal", "none", "", (), "19104"),
        Offer("legal", "national", "", ("x",), "19104"),
        Offer("food", "near", "open_now", ("x",), "45750"),
        Offer("housing", "wide", "", ("x",), "45750"),
        Offer("jobs", "state", "", ("x",), None),
        Offer("jobs", "near", "", ("x",), "19104"),  # well answered
        Offer("legal", "none", "", (), "19104", again=True),  # only further places
    ]
    database.write(lambda connection: record_offers(connection, offers[:3], NOW - WEEK))
    database.write(lambda connection: record_offers(connection, offers[3:], NOW))
    with database.read() as connection:
        unmet = read_unmet(connection, NOW, 4)
    assert [(row.need, row.county, row.state, row.reasons) for row in unmet.rows] == [
        ("legal", "Philadelphia County", "PA", {"none": 1, "national": 1}),
        ("food", "Washington County", "OH", {"closed": 1}),
        ("housing", "Washington County", "OH", {"far": 1}),
        ("jobs", "", "", {"state": 1}),
    ]
    assert [times for _, times in unmet.weeks] == [0, 0, 3, 2]
    assert unmet.by_need()[0] == ("legal", 2)
    assert set(directory_unmet.c.keys()) == {"id", "week", "need", "state", "county", "reason"}
    assert set(directory_use.c.keys()) == {"id", "week", "place_id"}


def test_old_counts_are_forgotten(directory: SqlDirectory, database: Database) -> None:
    database.write(lambda connection: record_offers(connection, [Offer("jobs", "none", "", ("x",), None)], NOW))
    assert database.write(lambda connection: forget_old_use(connection, NOW)) == 0
    assert database.write(lambda connection: forget_old_use(connection, NOW + 160 * WEEK)) == 2
