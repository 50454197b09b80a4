"""Ana settles what people found at places, and reads what was looked for in vain."""

from __future__ import annotations

import json
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
from tests.browser.axe import findings
from tests.browser.conftest import LAPTOP, PHONE, Town, go_to
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


def grave(page: Page) -> list[str]:
    """What stands in somebody's way on the page as it is now: on a phone at night, and on a laptop by day.

    A check takes seconds on a slow machine; colours do not depend on sizes.
    """
    found: list[str] = []
    for size, dark in ((PHONE, True), (LAPTOP, False)):
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        page.emulate_media(color_scheme="dark" if dark else "light")
        found += findings(page)
        if page.evaluate("document.documentElement.scrollWidth") > size["width"]:
            found.append(f"{page.url}: sticks out of a screen {size['width']} wide")
    return found


def test_ana_keeps_the_places_and_nothing_grave_stands_in_her_way(
    town: Town, places: dict[str, str], staff_page: Callable[..., Page]
) -> None:
    own, pantry = places["Northside Works"], places["Southside Pantry"]
    offers = [Offer("legal", "none", "", (), "19104"), Offer("food", "wide", "", (pantry,), "45750")]
    database, now = town.house.database, town.now()
    database.write(lambda connection: report_place(connection, own, "dead", PERSON, now))
    database.write(lambda connection: record_offers(connection, offers, now))
    page = staff_page()
    go_to(page, "Places to check")
    page.get_by_role("link", name="Northside Works").click()
    page.get_by_role("link", name="Edit this place").click()
    page.get_by_label("Phones").fill("ask for Maria")
    page.get_by_label("Hours").fill("most mornings")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing was saved yet")
    expect(page.get_by_label("Phones")).to_have_value("ask for Maria")
    found = grave(page)
    page.get_by_label("Phones").fill("215-555-0155")
    page.get_by_label("Hours").fill("Sat 10am-2pm")
    page.get_by_label("Hours").press("Tab")
    page.get_by_role("button", name="Save").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Saved")
    expect(page.get_by_role("heading", name="History")).to_be_visible()
    found += grave(page)
    page.get_by_role("button", name="Undo hours").click()
    expect(page.get_by_role("status")).to_contain_text("Taken back")
    go_to(page, "Find a place")
    page.get_by_label("Choose Southside Pantry").check()
    page.get_by_label("Choose Harbor Shelter").check()
    page.get_by_role("button", name="Chosen places: verified today").click()
    expect(page.get_by_role("status")).to_contain_text("2 places noted as verified today")
    found += grave(page)
    go_to(page, "Map of places")
    expect(page.locator("svg.map circle")).to_have_count(1)
    assert found == []


def test_ana_brings_a_list_in_and_takes_the_directory_out(
    town: Town, places: dict[str, str], staff_page: Callable[..., Page], tmp_path: Path
) -> None:
    wrong = ROW | {"organization": "Lost House", "needs": "beds"}
    path = write_csv(tmp_path / "city.csv", ROW | {"organization": "Westside Works"}, wrong)
    page = staff_page()
    go_to(page, "Import and export")
    page.get_by_label("File", exact=True).set_input_files(path)
    page.get_by_role("button", name="See what it would change").click()
    expect(page.get_by_role("heading", name="What it would change")).to_be_visible()
    expect(page.get_by_role("heading", name="Left out: 1")).to_be_visible()
    found = grave(page)
    page.get_by_role("button", name="Import it now").click()
    expect(page.get_by_role("heading", name="Imported", exact=True)).to_be_visible()
    assert found + grave(page) == []
    page.goto(f"{town.address}/console/places/import")
    with page.expect_download() as download:
        page.get_by_role("link", name="JSON", exact=True).click()
    told = json.loads(download.value.path().read_text("utf-8"))
    assert "Westside Works" in {each["organization"]["name"] for each in told}


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
