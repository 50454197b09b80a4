"""Ana opens the console in the morning, on a laptop and on a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import findings
from tests.browser.conftest import LAPTOP, PHONE, Town
from tests.integration.busy_line import HOUR, BusyLine


def a_busy_week(town: Town) -> None:
    """Eighty people in a week; one of them still waits for an answer."""
    line = BusyLine(town.house, town.now())
    line.week()
    line.text(line.person(7), HOUR)


@pytest.mark.parametrize(("size", "dark"), [(LAPTOP, False), (LAPTOP, True), (PHONE, False), (PHONE, True)])
def test_what_happened_last_night(
    town: Town, staff_page: Callable[..., Page], size: dict[str, int], dark: bool
) -> None:
    a_busy_week(town)
    page = staff_page(size=size, dark=dark)
    expect(page.get_by_role("heading", name="First things first")).to_be_visible()
    page.get_by_role("link", name="Last 7 days").click()
    expect(page.locator(".tiles")).to_contain_text("people wrote")
    expect(page.locator("svg[role=img]")).to_have_count(4)
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    page.get_by_text("The numbers of People who wrote").click()
    expect(page.locator("figure table").first.locator("tbody tr")).to_have_count(7)
    assert findings(page) == []
    page.get_by_role("link", name="Read them").click()
    expect(page.locator(".row")).to_have_count(1)


def test_it_can_be_read_without_script(town: Town, staff_page: Callable[..., Page]) -> None:
    page = staff_page(script=False)
    expect(page.get_by_text("Nobody wrote in this time")).to_be_visible()
