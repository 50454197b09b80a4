"""Ana settles what people found at places, and reads what was looked for in vain."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from bot.directory_source.load import import_path
from bot.outcome import Offer
from bot.store.directory_tables import directory_place
from bot.store.directory_use import record_offers
from bot.store.place_standing import PERSON, report_place
from tests.browser.conftest import LAPTOP, PHONE, Town, go_to
from tests.browser.test_everyone import findings
from tests.integration.directory_world import ROW, fill_map, write_csv

OLD = {"verified_on": "2024-03-01"}


@pytest.fixture
def places(town: Town, tmp_path: Path) -> dict[str, str]:
    """Three places, two of them not verified for long; name -> id."""
    fill_map(town.house.database)
    rows = (
        ROW,
        ROW | OLD | {"organization": "Southside Pantry", "service": "Food pantry", "needs": "food"},
        ROW | OLD | {"organization": "Harbor Shelter", "service": "Beds, open all night", "needs": "housing"},
    )
    import_path(town.house.database, write_csv(tmp_path / "county.csv", *rows), "county")
    with town.house.database.read() as connection:
        return {row[0]: row[1] for row in connection.execute(select(directory_place.c.name, directory_place.c.id))}


def test_ana_settles_a_report_and_takes_a_slip_back(
    town: Town, places: dict[str, str], staff_page: Callable[..., Page]
) -> None:
    own = places["Northside Works"]
    town.house.database.write(lambda connection: report_place(connection, own, "dead", PERSON, town.now()))
    page = staff_page()
    go_to(page, "Places to check")
    expect(page.locator(".place")).to_have_count(1)
    expect(page.locator(".place")).to_contain_text("Phone reported dead")
    page.get_by_role("button", name="Closed Northside Works").click()
    expect(page.get_by_role("status")).to_contain_text("Nobody is sent there any more")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status")).to_contain_text("Taken back")
    expect(page.locator(".place")).to_contain_text("Phone reported dead")
    page.get_by_role("button", name="Works Northside Works").click()
    expect(page.get_by_role("heading", name="Nobody reported a problem")).to_be_visible()


def test_the_most_used_stale_place_comes_first_also_without_scripts(
    town: Town, places: dict[str, str], open_page: Callable[..., Page], staff_page: Callable[..., Page]
) -> None:
    offers = [Offer("food", "near", "", (places["Southside Pantry"],), "19104")] * 3
    town.house.database.write(lambda connection: record_offers(connection, offers, town.now()))
    page = staff_page(script=False, size=PHONE)
    page.goto(f"{town.address}/console/places?view=stale")
    expect(page.locator(".place h2")).to_have_text(["Southside Pantry", "Harbor Shelter"])
    expect(page.locator(".place").first).to_contain_text("Named 3 times")
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    assert not wide, "nothing sticks out of a phone's screen"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_nothing_grave_stands_in_anybodys_way(
    town: Town, places: dict[str, str], staff_page: Callable[..., Page], size: dict[str, int], dark: bool
) -> None:
    own, pantry = places["Northside Works"], places["Southside Pantry"]
    offers = [Offer("legal", "none", "", (), "19104"), Offer("food", "wide", "", (pantry,), "45750")]
    database, now = town.house.database, town.now()
    database.write(lambda connection: report_place(connection, own, "dead", PERSON, now))
    database.write(lambda connection: record_offers(connection, offers, now))
    page = staff_page(size=size, dark=dark)
    found: list[str] = []
    for path in ("places", f"places?view=stale&done=works&place={own}", "places?view=out", "unmet"):
        page.goto(f"{town.address}/console/{path}")
        found += findings(page)
    assert found == []


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_unmet_needs_on_a_phone_and_on_a_laptop(
    town: Town, places: dict[str, str], staff_page: Callable[..., Page], size: dict[str, int]
) -> None:
    offers = [Offer("legal", "none", "", (), "19104")] * 7 + [Offer("housing", "wide", "", ("x",), "45750")] * 4
    for weeks_ago in (0, 1, 3):
        at = town.now() - weeks_ago * 7 * 86_400
        town.house.database.write(lambda connection, at=at: record_offers(connection, offers, at))
    page = staff_page(size=size)
    go_to(page, "Unmet needs")
    expect(page.get_by_role("heading", name="33 searches without a good answer")).to_be_visible()
    expect(page.locator("tbody tr").first).to_contain_text("Philadelphia County, PA")
    assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as CSV").click()
    assert "legal,PA,Philadelphia County,21" in download.value.path().read_text("utf-8")
