"""Staff settle reports and stale places from the console, and read what was looked for in vain."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.app import House
from bot.directory_source.load import import_path
from bot.outcome import Offer
from bot.store.coaches import add_coach
from bot.store.directory_tables import directory_outcome, directory_place, directory_standing
from bot.store.directory_use import record_offers
from bot.store.place_standing import PERSON, report_place
from tests.integration.console_world import World, post
from tests.integration.directory_world import ROW, fill_map, write_csv
from tests.integration.engine import SettableClock

PAGE = "/console/places"


@pytest.fixture
def world(house: House, tmp_path: Path) -> World:
    """A directory of two places, one of them with a name that must be escaped."""
    fill_map(house.database)
    rows = (ROW, ROW | {"organization": 'Tom & "Ana" House', "verified_on": "2024-01-01"})
    import_path(house.database, write_csv(tmp_path / "county.csv", *rows), "county")
    return World(house, SettableClock())


def place_id(world: World, name: str = "Northside%") -> str:
    with world.house.database.read() as connection:
        found = connection.execute(select(directory_place.c.id).where(directory_place.c.name.like(name)))
        return str(found.scalar_one())


def outcomes(world: World) -> list[tuple[str, str]]:
    with world.house.database.read() as connection:
        rows = connection.execute(
            select(directory_outcome.c.outcome, directory_outcome.c.said_by).order_by(directory_outcome.c.id)
        )
        return [(row[0], row[1]) for row in rows]


def test_what_a_person_found_dead_is_on_top_and_settled_with_one_tap(world: World) -> None:
    ana, own = world.member("staff"), place_id(world)
    now = world.clock.now().timestamp()
    world.house.database.write(lambda connection: report_place(connection, own, "dead", PERSON, now))
    page = ana.get(PAGE).text
    assert "Northside Works" in page
    assert "Phone reported dead" in page
    assert post(ana, PAGE, place=own, outcome="works", view="reported") == 303
    assert [each for each, _ in outcomes(world)] == ["dead", "works"]
    assert outcomes(world)[1][1].startswith("staff:")
    assert "Nobody reported a problem" in ana.get(f"{PAGE}?view=reported").text
    assert ("place_works", f"place:{own}") in {(action, subject) for _, action, subject in world.audited()}


def test_a_slip_of_the_finger_is_undone(world: World) -> None:
    ana, own = world.member("staff"), place_id(world)
    post(ana, PAGE, place=own, outcome="closed", view="stale")
    assert "Northside Works" in ana.get(f"{PAGE}?view=out").text
    post(ana, PAGE, page=f"{PAGE}?view=out", place=own, outcome="undo", view="out")
    with world.house.database.read() as connection:
        assert connection.execute(select(directory_standing.c.judged)).scalar_one() == ""


def test_a_name_is_text_and_nothing_else(world: World) -> None:
    page = world.member("staff").get(f"{PAGE}?view=stale").text
    assert "Tom &amp; &#34;Ana&#34; House" in page
    assert 'Tom & "Ana"' not in page


def test_only_staff_keep_the_directory(world: World) -> None:
    now = world.clock.now().timestamp()
    dana = world.house.database.write(
        lambda connection: add_coach(connection, world.house.vault, "Dana", "+15550102", ("en",), True, now)
    )
    coach = world.member("coach", "dana@example.org", dana)
    assert coach.get(PAGE).status_code == 403
    assert coach.get("/console/unmet").status_code == 403
    assert coach.get("/console/unmet.csv").status_code == 403
    assert post(coach, PAGE, page="/console/desk", place=place_id(world), outcome="dead") == 403
    assert outcomes(world) == []
    assert world.browser().get(PAGE).status_code == 303


def test_nonsense_is_refused_and_changes_nothing(world: World) -> None:
    ana = world.member("staff")
    assert post(ana, PAGE, place=place_id(world), outcome="haunted") == 422
    assert post(ana, PAGE, place="nobody", outcome="dead") == 404
    assert ana.get(f"{PAGE}?view=%00&page=-1&done=%3Cb%3E").status_code == 200
    assert ana.post(PAGE, data={"place": place_id(world), "outcome": "dead"}).status_code == 403
    assert outcomes(world) == []


def test_unmet_needs_as_page_and_as_file(world: World) -> None:
    ana, now = world.member("staff"), world.clock.now().timestamp()
    assert "Nothing was looked for in vain" in ana.get("/console/unmet").text
    offers = [Offer("legal", "none", "", (), "19104")] * 3 + [Offer("food", "wide", "", ("x",), "45750")]
    world.house.database.write(lambda connection: record_offers(connection, offers, now))
    page = ana.get("/console/unmet?weeks=4").text
    assert "Philadelphia County, PA" in page
    assert "Legal help" in page
    file = ana.get("/console/unmet.csv?weeks=4")
    rows = list(csv.DictReader(io.StringIO(file.text)))
    assert [(row["need"], row["county"], row["total"], row["none"]) for row in rows] == [
        ("legal", "Philadelphia County", "3", "3"),
        ("food", "Washington County", "1", "0"),
    ]
    assert file.headers["content-type"].startswith("text/csv")
    assert "attachment" in file.headers["content-disposition"]
    assert {"read_unmet_needs", "export_unmet_needs"} <= {action for _, action, _ in world.audited()}
