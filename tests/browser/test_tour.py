"""Somebody new is shown around, may leave at any time, and finds the tour again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from bot.console.navigation import entries_for
from bot.console.tour import TOURS
from tests.browser.axe import findings
from tests.browser.conftest import COACH_DANA, LAPTOP, PHONE, Town, go_to


@pytest.mark.parametrize(("role", "size"), [("admin", LAPTOP), ("coach", PHONE)])
def test_a_newcomer_takes_the_tour_with_keys_alone(
    town: Town, staff_page: Callable[..., Page], role: str, size: dict[str, int]
) -> None:
    dana = town.coach("Dana", COACH_DANA) if role == "coach" else None
    page = staff_page(role=role, coach_id=dana, size=size)
    found = findings(page)
    page.get_by_role("button", name="Take the tour").focus()
    page.keyboard.press("Enter")
    for step in TOURS[role]:
        card = page.get_by_role("complementary", name=step.title)
        expect(card).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], step.path
        found += findings(page)
        card.get_by_role("link").first.focus()
        page.keyboard.press("Enter")
    expect(page.locator(".tour")).to_have_count(0)
    page.goto(f"{town.address}/console/desk")
    expect(page.locator(".tour")).to_have_count(0)
    assert found == []


def test_who_does_not_want_it_is_not_asked_again_and_finds_it_under_help(
    town: Town, staff_page: Callable[..., Page]
) -> None:
    page = staff_page(role="staff", size=PHONE, script=False)
    page.get_by_role("button", name="Not now").click()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".tour")).to_have_count(0)
    go_to(page, "Help")
    for entry in entries_for("staff"):
        expect(page.get_by_role("main")).to_contain_text(entry.about)
    page.get_by_role("button", name="Take the tour").click()
    expect(page.get_by_text("Tour, step 1 of")).to_be_visible()
