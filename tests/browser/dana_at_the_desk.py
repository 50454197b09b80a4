"""Dana at the desk, with and without a case."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import COACH_DANA, MIGUEL, PHONE, Town

CRISIS = "i want to kill myself"

BEN = "+15550103"


def at_the_desk(town: Town, staff_page: Callable[..., Page], coach: int, **how: object) -> Page:
    page = staff_page(role="coach", coach_id=coach, **{"size": PHONE, **how})
    page.goto(f"{town.address}/console/desk")
    return page


def held(town: Town, staff_page: Callable[..., Page], **how: object) -> Page:
    """Dana's page with Miguel's case in it."""
    dana = town.coach("Dana", COACH_DANA)
    town.text(MIGUEL, "I want to talk to somebody")
    case = town.case(MIGUEL)
    page = at_the_desk(town, staff_page, dana, **how)
    page.goto(f"{town.address}/console/desk/{case}")
    page.get_by_role("button", name="Take this case").click()
    expect(box(page)).to_be_visible()
    return page


def box(page: Page) -> Locator:
    return page.get_by_label("Your text to the person")


def sent(page: Page) -> Locator:
    return page.locator(".text.coach .body")
