"""Dana works a night at the desk from her phone: what waits, one case, and no text twice."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import COACH_DANA, MIGUEL, PHONE, ROSA, Town

CRISIS = "i want to kill myself"


def at_the_desk(town: Town, staff_page: Callable[..., Page], coach: int, **how: object) -> Page:
    page = staff_page(role="coach", coach_id=coach, **{"size": PHONE, **how})
    page.goto(f"{town.address}/console/desk")
    return page


def test_dana_takes_the_next_and_answers(town: Town, staff_page: Callable[..., Page]) -> None:
    dana = town.coach("Dana", COACH_DANA)
    page = at_the_desk(town, staff_page, dana)
    expect(page.get_by_role("heading", name="Nobody waits")).to_be_visible()
    town.text(MIGUEL, "I want to talk to somebody")
    expect(page.get_by_role("heading", name="1 person waits")).to_be_visible()
    town.text(ROSA, CRISIS)
    expect(page.get_by_role("heading", name="2 people wait")).to_be_visible()
    expect(page.locator(".case-row").first).to_contain_text("thoughts of suicide")

    page.get_by_role("button", name="Take the next").click()
    expect(page.get_by_text("is yours")).to_be_visible()
    expect(page.locator(".text.person .body")).to_have_text(CRISIS)
    page.get_by_label("Your text to the person").fill("I am Dana. I am glad you wrote.")
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".text.coach .body")).to_have_text("I am Dana. I am glad you wrote.")
    town.text(ROSA, "hi dana")
    expect(page.locator(".text.person .body").last).to_have_text("hi dana")
    assert ROSA not in page.content()
