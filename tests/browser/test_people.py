"""Kim runs the house in the browser: she invites, sets hours on a phone and by keys, and reads the audit."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from bot.desk.schedule import Shift
from bot.store.coaches import coach_by_id
from tests.browser.axe import findings
from tests.browser.conftest import COACH_DANA, MIGUEL, PASSWORD, PHONE, Town, go_to


def weekly(town: Town, coach_id: int) -> tuple[Shift, ...]:
    with town.house.database.read() as connection:
        coach = coach_by_id(connection, town.house.vault, coach_id)
    assert coach is not None
    return coach.schedule.weekly if coach.schedule else ()


def test_kim_invites_dana_who_sets_a_password_with_the_link(
    town: Town, open_page: Callable[..., Page], staff_page: Callable[..., Page]
) -> None:
    town.coach("Dana", COACH_DANA)
    kim, dana = staff_page(), open_page(size=PHONE)
    go_to(kim, "Sign-ins")
    kim.get_by_label("E-mail address").fill("dana@example.org")
    kim.get_by_role("radio", name="Coach sees").check()
    kim.get_by_label("Answers people as this coach").select_option("Dana")
    kim.get_by_role("button", name="Make a one-time link").click()
    link = kim.get_by_label("One-time link").input_value()
    assert findings(kim) == []
    dana.goto(town.address + link[link.index("/console/welcome") :])
    dana.get_by_label("New password").fill(PASSWORD)
    dana.get_by_label("The same again").fill(PASSWORD)
    dana.get_by_role("button", name="Set password and sign in").click()
    dana.wait_for_url(re.compile("/console/desk$"))
    kim.goto(f"{town.address}/console/people/sign-ins")
    expect(kim.get_by_role("listitem").filter(has_text="dana@example.org")).to_contain_text("Can sign in")
    kim.get_by_role("link", name="dana@example.org").click()
    kim.get_by_role("button", name="Switch off").click()
    expect(kim.get_by_role("status")).to_contain_text("cannot sign in any more")
    dana.goto(f"{town.address}/console/desk")
    expect(dana.get_by_role("heading", name="Sign in")).to_be_visible()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_hours_are_set_on_a_phone(town: Town, staff_page: Callable[..., Page], script: bool) -> None:
    dana = town.coach("Dana", COACH_DANA)
    page = staff_page(role="staff", size=PHONE, script=script)
    go_to(page, "Coaches")
    page.get_by_role("link", name="Dana").click()
    page.get_by_label("Monday, shift: from").fill("09:00")
    page.get_by_label("Monday, shift: to").fill("17:00")
    copied = page.get_by_role("button", name="Same as Monday until Friday")
    if script:
        copied.click()
        expect(page.get_by_label("Friday, shift: to")).to_have_value("17:00")
    else:
        expect(copied).to_be_hidden()
    page.get_by_role("button", name="Save the hours").click()
    expect(page.get_by_role("status")).to_contain_text("The weekly hours are saved.")
    assert weekly(town, dana) == tuple(Shift(day, 540, 1020) for day in range(5 if script else 1))
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_hours_are_set_with_keys_alone(town: Town, staff_page: Callable[..., Page]) -> None:
    dana = town.coach("Dana", COACH_DANA)
    page = staff_page()
    page.goto(f"{town.address}/console/people/coaches/{dana}")
    page.get_by_label("Sunday, shift: from").focus()
    page.keyboard.type("0800PM")
    page.get_by_label("Sunday, shift: to").focus()
    page.keyboard.type("0600AM")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("The weekly hours are saved.")
    assert weekly(town, dana) == (Shift(6, 1200, 1800),)


def test_kim_sees_who_read_what_and_that_the_audit_is_whole(town: Town, staff_page: Callable[..., Page]) -> None:
    town.text(MIGUEL, "need a job")
    town.answered(MIGUEL, 1)
    page, talk = staff_page(), town.conversation(MIGUEL)
    page.goto(f"{town.address}/console/conversations/{talk}")
    go_to(page, "Audit")
    page.get_by_label("Its number").fill(str(talk))
    page.get_by_role("button", name="Show").click()
    rows = page.locator("tbody tr")
    expect(rows.filter(has_text="Read").first).to_contain_text("admin@example.org")
    expect(rows.first.get_by_role("link", name=f"Conversation {talk}")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as CSV").click()
    assert f"conversation:{talk}" in download.value.path().read_text("utf-8")
    page.get_by_role("button", name="Check that nothing was changed").click()
    expect(page.get_by_role("status")).to_contain_text("The audit is whole")
