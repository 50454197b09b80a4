"""Ana reads what happened: the list, its filters, one conversation, live."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import COACH_DANA, LAPTOP, MIGUEL, PHONE, ROSA, Town

UNDERSTOOD = {
    "act": "seek",
    "needs": ["jobs", "transportation"],
    "zip": "19104",
    "confidence": 0.97,
    "language": "en",
    "risk": "none",
    "risk_kind": None,
    "about": "self",
    "rules": [],
    "desk": False,
}


def test_a_conversation_shows_up_by_itself_and_grows_while_ana_watches(
    town: Town, staff_page: Callable[..., Page]
) -> None:
    town.coach("Dana", COACH_DANA)
    page = staff_page()
    page.goto(f"{town.address}/console/conversations")
    town.text(MIGUEL, "I want to talk to somebody")
    row = page.locator(".row")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("…00")
    expect(page.locator(".waiting")).to_contain_text("1 person waits")

    row.get_by_role("link").click()
    expect(page.locator(".text.person .body")).to_have_text("I want to talk to somebody")
    expect(page.locator(".text.assistant .under").first).to_contain_text("Sent")
    town.text(COACH_DANA, "TAKE")
    expect(page.get_by_text("Dana took the case after")).to_be_visible()
    expect(page.locator(".facts-who")).to_contain_text("With a coach")
    town.text(COACH_DANA, "Hello, Dana here")
    expect(page.locator(".text.coach .body").last).to_have_text("Hello, Dana here")
    assert MIGUEL not in page.content()


def test_what_was_understood_stays_open_while_new_texts_come(town: Town, staff_page: Callable[..., Page]) -> None:
    town.text(MIGUEL, "need a job n a ride 19104")
    town.answered(MIGUEL, 1)
    town.note(MIGUEL, "understood", **UNDERSTOOD)
    page = staff_page()
    page.goto(f"{town.address}/console/conversations/{town.conversation(MIGUEL)}")
    first = page.locator(".text.person").first
    expect(first.locator(".known")).to_contain_text("ZIP 19104")
    first.get_by_text("Why, and what happened").click()
    expect(first.locator("details")).to_contain_text("97%")
    town.text(MIGUEL, "still there?")
    expect(page.locator(".text.person")).to_have_count(2)
    expect(first.locator("details dl")).to_be_visible()


def test_filters_find_by_need_state_and_risk(town: Town, staff_page: Callable[..., Page]) -> None:
    town.text(MIGUEL, "need a job")
    town.text(ROSA, "STOP")
    town.answered(MIGUEL, 1)
    town.answered(ROSA, 1)
    town.tag(MIGUEL, "jobs")
    page = staff_page()
    page.goto(f"{town.address}/console/conversations")
    expect(page.locator(".row")).to_have_count(2)
    page.locator("select[name=need]").select_option(label="Jobs")
    expect(page.locator(".row")).to_have_count(1)
    expect(page.locator(".row")).to_contain_text("…00")
    page.get_by_role("link", name="Clear filters").click()
    page.get_by_label("State").select_option(label="Opted out")
    expect(page.locator(".row")).to_have_count(1)
    expect(page.locator(".row")).to_contain_text("…01")
    page.get_by_label("Risk").select_option(label="Crisis")
    expect(page.get_by_role("heading", name="Nothing matches these filters")).to_be_visible()


def test_a_coach_reads_only_the_case_they_hold(town: Town, staff_page: Callable[..., Page]) -> None:
    dana = town.coach("Dana", COACH_DANA)
    town.text(MIGUEL, "coach")
    town.answered(COACH_DANA, 1)
    page = staff_page(role="coach", coach_id=dana)
    page.goto(f"{town.address}/console/conversations")
    address = f"{town.address}/console/conversations/{town.conversation(MIGUEL)}"
    expect(page.get_by_role("heading", name="1 person waits")).to_be_visible()
    page.goto(address)
    expect(page.get_by_role("heading", name="Not found")).to_be_visible()
    town.text(COACH_DANA, "TAKE")
    town.answered(COACH_DANA, 2)
    page.goto(address)
    expect(page.locator(".text.person .body").first).to_have_text("coach")


def test_the_pages_can_be_read_without_script(town: Town, staff_page: Callable[..., Page]) -> None:
    town.text(MIGUEL, "need a job")
    town.answered(MIGUEL, 1)
    page = staff_page(script=False)
    page.goto(f"{town.address}/console/conversations")
    page.locator(".row").get_by_role("link").click()
    expect(page.locator(".text.person .body")).to_have_text("need a job")


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_nothing_runs_over_the_edge_of_the_screen(
    town: Town, staff_page: Callable[..., Page], size: dict[str, int]
) -> None:
    town.text(MIGUEL, "x" * 300)
    town.answered(MIGUEL, 1)
    page = staff_page(size=size)
    for address in (
        "/console",
        "/console/conversations",
        f"/console/conversations/{town.conversation(MIGUEL)}",
        "/phone",
    ):
        page.goto(town.address + address)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= size["width"], address


def test_ana_marks_a_phone_as_not_safe_and_safe_again(town: Town, staff_page: Callable[..., Page]) -> None:
    town.text(MIGUEL, "hello")
    town.answered(MIGUEL, 1)
    page = staff_page()
    page.goto(f"{town.address}/console/conversations")
    page.locator(".row").get_by_role("link").click()
    page.get_by_role("button", name="Mark this phone as not safe").click()
    expect(page.locator(".facts-who")).to_contain_text("Phone not safe")
    page.reload()
    page.get_by_role("button", name="This phone is safe again").click()
    expect(page.locator(".facts-who")).not_to_contain_text("Phone not safe")
