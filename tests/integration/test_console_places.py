"""Staff settle reports and stale places from the console, and read what was looked for in vain."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from httpx2 import Response
from sqlalchemy import select
from starlette.testclient import TestClient

from bot.app import House
from bot.directory_source.load import import_path
from bot.outcome import Offer
from bot.store.coaches import add_coach
from bot.store.directory_tables import directory_outcome, directory_place, directory_standing
from bot.store.directory_use import record_offers
from bot.store.place_standing import PERSON, report_place
from tests.integration.console_world import World, post, send
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


def undo(client: TestClient, told: Response, path: str, **fields: str) -> Response:
    """Press Undo on the page that ``told`` (the answer to a word on a place) leads to."""
    shown = client.get(told.headers["location"]).text
    word = re.search(r'name="word" value="(\d+)"', shown)
    assert word is not None
    return send(client, path, word=word[1], **fields)


def judged(world: World) -> str:
    with world.house.database.read() as connection:
        return str(connection.execute(select(directory_standing.c.judged)).scalar_one())


def test_a_slip_of_the_finger_is_undone(world: World) -> None:
    ana, own = world.member("staff"), place_id(world)
    told = send(ana, PAGE, place=own, outcome="closed", view="stale")
    assert "Northside Works" in ana.get(f"{PAGE}?view=out").text
    undone = undo(ana, told, PAGE, place=own, outcome="undo", view="out")
    assert "It is as it was before" in ana.get(undone.headers["location"]).text
    assert judged(world) == ""


@pytest.mark.parametrize("there", ["queue", "place"])
def test_undo_takes_back_ones_own_word_once_and_nobody_elses(world: World, there: str) -> None:
    ana, ben, own = world.member("staff"), world.member("staff", "ben@example.org"), place_id(world)
    path, name, page = (PAGE, "outcome", PAGE) if there == "queue" else (f"{PAGE}/{own}/step", "do", f"{PAGE}/{own}")

    def says(client: TestClient, outcome: str) -> Response:
        return send(client, path, page, place=own, view="stale", **{name: outcome})

    def takes_back(client: TestClient, told: Response) -> str:
        undone = undo(client, told, path, page=page, place=own, view="stale", **{name: "undo"})
        return client.get(undone.headers["location"]).text

    assert says(ben, "closed").status_code == 303
    anas = says(ana, "dead")
    assert "It is as it was before" in takes_back(ana, anas)
    assert judged(world) == "closed"
    assert "Nothing was taken back" in takes_back(ana, anas), "twice takes back no second word"
    assert judged(world) == "closed"
    anas = says(ana, "moved")
    says(ben, "dead")
    assert "Nothing was taken back" in takes_back(ana, anas)
    assert judged(world) == "dead"
    assert [action for _, action, _ in world.audited()].count("place_undo") == 1


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
