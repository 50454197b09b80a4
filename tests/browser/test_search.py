"""Ana looks for the conversations in which somebody wrote about their landlord."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from bot.console.pages import conversations
from tests.browser.axe import findings
from tests.browser.conftest import LAPTOP, PHONE, Town
from tests.integration.busy_line import HOUR, BusyLine


def three_people(town: Town) -> None:
    line = BusyLine(town.house, town.now())
    for number, body in enumerate(("my landlord wants the rent", "need a ride", "landlord locked me out"), 1):
        own = line.person(number)
        line.text(own, HOUR * number, body=body)
        line.need(own, HOUR * number, "transportation" if number == 2 else "housing")


@pytest.mark.parametrize(("size", "dark"), [(LAPTOP, False), (PHONE, True)])
def test_words_and_filters_together(
    town: Town, staff_page: Callable[..., Page], size: dict[str, int], dark: bool
) -> None:
    three_people(town)
    page = staff_page(size=size, dark=dark)
    page.goto(f"{town.address}/console/conversations")
    page.get_by_label("Words").fill("landlord rent")
    page.get_by_label("Words").press("Enter")
    expect(page.locator(".row")).to_have_count(1)
    expect(page.get_by_text("Looked through all 3 conversations")).to_be_visible()
    assert "landlord" not in page.url
    page.get_by_role("link", name="Clear filters").click()
    page.locator("select[name=need]").select_option(label="Housing")
    expect(page.locator(".row")).to_have_count(2)
    page.get_by_text("Saved views").click()
    page.get_by_label("Name for this view").fill("Homes")
    page.get_by_role("button", name="Save this view").click()
    expect(page.get_by_role("navigation", name="Saved views").get_by_role("link", name="Homes")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert findings(page) == []


def test_a_long_search_goes_on_by_itself_and_without_script_by_a_button(
    town: Town, staff_page: Callable[..., Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conversations, "PATIENCE_SECONDS", -1.0)
    line = BusyLine(town.house, town.now())
    for number in range(50):
        line.text(line.person(number), HOUR + number, body="landlord" if number in (3, 45) else "hello")
    page = staff_page()
    page.goto(f"{town.address}/console/conversations")
    page.get_by_label("Words").fill("landlord")
    page.get_by_label("Words").press("Enter")
    expect(page.get_by_text("Looked through all 50 conversations")).to_be_visible()
    expect(page.locator(".row")).to_have_count(2)
    plain = staff_page(role="staff", script=False)
    plain.goto(f"{town.address}/console/conversations")
    plain.get_by_label("Words").fill("landlord")
    plain.get_by_role("button", name="Search").click()
    expect(plain.locator(".row")).to_have_count(1)
    plain.get_by_role("button", name="Look further back").click()
    plain.get_by_role("button", name="Look further back").click()
    expect(plain.locator(".row")).to_have_count(1)
    expect(plain.get_by_text("Looked through all 50 conversations")).to_be_visible()


def test_a_date_is_typed_to_its_end_before_it_counts(town: Town, staff_page: Callable[..., Page]) -> None:
    three_people(town)
    page = staff_page(size=LAPTOP)
    page.goto(f"{town.address}/console/conversations")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    if not page.get_by_label("Last text from").is_visible():
        page.get_by_text("More filters").click()
    page.get_by_label("Last text from").focus()
    page.keyboard.type("01012020")
    assert page.get_by_label("Last text from").input_value() == "2020-01-01"
    assert sent == []
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Last text from")).to_have_value("2020-01-01")
    page.wait_for_url("**from=2020-01-01**")
    assert len(sent) == 1
