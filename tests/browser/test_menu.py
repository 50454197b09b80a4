"""Everybody finds their pages: in the column on a laptop, in the drawer on a phone, with keys and without script."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from bot.console.navigation import entries_for
from tests.browser.axe import findings
from tests.browser.conftest import COACH_DANA, LAPTOP, PHONE, Town, go_to


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_ana_goes_through_all_her_pages_on_a_phone(town: Town, staff_page: Callable[..., Page], script: bool) -> None:
    page = staff_page(role="staff", size=PHONE, script=script)
    for entry in entries_for("staff"):
        go_to(page, entry.name)
        page.wait_for_url(f"**{entry.path}")
        expect(page.locator("h1")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], entry.path
        page.get_by_role("button", name="Menu", exact=True).click()
        expect(page.locator("#menu [aria-current=page]")).to_have_text(entry.name)
        expect(page.locator("#menu [aria-current=page]")).to_be_visible()
        if script:
            assert page.locator("#menu").evaluate("menu => menu.scrollHeight <= menu.clientHeight"), entry.path
        page.get_by_role("button", name="Close").click()


def test_the_drawer_opens_and_closes_with_keys_alone(town: Town, staff_page: Callable[..., Page]) -> None:
    page = staff_page(size=PHONE)
    drawer = page.get_by_role("navigation", name="Console")
    expect(drawer).to_be_hidden()
    page.get_by_role("button", name="Menu").focus()
    page.keyboard.press("Enter")
    expect(drawer).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Close")).to_be_focused()
    page.keyboard.press("Tab")
    expect(drawer.get_by_role("link", name="Home")).to_be_focused()
    summary = drawer.get_by_text("People", exact=True)
    expect(drawer.get_by_role("link", name="Holidays")).to_be_hidden()
    summary.focus()
    page.keyboard.press("Enter")
    expect(drawer.get_by_role("link", name="Holidays")).to_be_visible()
    assert findings(page) == []  # it opens all groups
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    expect(page.get_by_role("button", name="Menu")).to_be_focused()


def test_on_a_laptop_the_menu_stands_beside_the_page(town: Town, staff_page: Callable[..., Page]) -> None:
    page = staff_page(size=LAPTOP)
    menu = page.get_by_role("navigation", name="Console")
    expect(menu).to_be_visible()
    expect(page.get_by_role("button", name="Menu")).to_be_hidden()
    expect(menu.locator("[aria-current=page]")).to_have_text("Home")
    menu.get_by_role("link", name="Conversations").click()
    expect(menu.locator("[aria-current=page]")).to_have_text("Conversations")


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_a_coach_has_the_few_pages_in_the_bar(
    town: Town, staff_page: Callable[..., Page], size: dict[str, int]
) -> None:
    page = staff_page(role="coach", coach_id=town.coach("Dana", COACH_DANA), size=size)
    menu = page.get_by_role("navigation", name="Console")
    expect(menu.get_by_role("link")).to_have_text([entry.name for entry in entries_for("coach")])
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert findings(page) == []
