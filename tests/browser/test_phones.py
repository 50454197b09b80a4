"""A stranger opens the simulator and plays both sides: Miguel who texts, Dana who coaches."""

from __future__ import annotations

import time
from collections.abc import Callable

from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import COACH_DANA, MIGUEL, PHONE, Town


def phone(page: Page, number: str) -> Locator:
    return page.locator(".phone").filter(has=page.locator(f'input[value="{number}"]'))


def write(page: Page, number: str, body: str) -> None:
    box = phone(page, number).get_by_role("textbox")
    box.fill(body)
    box.press("Enter")
    expect(box).to_have_value("")


def test_miguel_texts_and_dana_takes_his_case(town: Town, open_page: Callable[..., Page]) -> None:
    town.coach("Dana", COACH_DANA)
    page = open_page()
    page.goto(f"{town.address}/phone")
    expect(page.get_by_text("These phones are not real")).to_be_visible()

    write(page, MIGUEL, "coach")
    miguel, dana = phone(page, MIGUEL), phone(page, COACH_DANA)
    expect(miguel.locator(".own .body")).to_have_text("coach")
    expect(miguel.locator(".theirs .under").first).to_contain_text("segment")
    expect(dana.locator(".theirs .body").first).to_contain_text("TAKE")

    write(page, COACH_DANA, "TAKE")
    expect(miguel.locator(".theirs .body").last).to_contain_text("Dana")
    write(page, COACH_DANA, "Hi, I am here. How are you?")
    expect(miguel.locator(".theirs .body").last).to_have_text("Hi, I am here. How are you?")
    write(page, MIGUEL, "better now")
    expect(dana.locator(".theirs .body").last).to_contain_text("better now")

    shown = miguel.locator(".glass li").count()
    page.reload()
    expect(miguel.locator(".glass li")).to_have_count(shown)


def test_an_example_is_sent_with_one_tap_and_without_script(town: Town, open_page: Callable[..., Page]) -> None:
    page = open_page(script=False)
    page.goto(f"{town.address}/phone")
    phone(page, MIGUEL).get_by_role("button", name="nobody to watch my kids").click()
    town.answered(MIGUEL, 1)
    page.reload()
    expect(phone(page, MIGUEL).locator(".own .body")).to_have_text("nobody to watch my kids")


def test_a_coach_out_of_sight_is_marked_on_a_small_screen(town: Town, open_page: Callable[..., Page]) -> None:
    town.coach("Dana", COACH_DANA)
    page = open_page(size=PHONE)
    page.goto(f"{town.address}/phone")
    write(page, MIGUEL, "coach")
    tab = page.get_by_role("link", name="Coach Dana")
    expect(tab).to_contain_text("new", use_inner_text=True)
    tab.click()
    expect(phone(page, COACH_DANA)).to_be_in_viewport(ratio=0.5)
    expect(phone(page, COACH_DANA).locator(".theirs .body").first).to_be_visible()
    expect(tab).not_to_contain_text("new", use_inner_text=True)


def test_texts_come_by_themselves_however_slowly_the_scripts_came(town: Town, open_page: Callable[..., Page]) -> None:
    """htmx begins as soon as it is there: whatever belongs to it must be there, too."""

    def slowly(route: Route) -> None:
        time.sleep(0.5)  # one script after the other
        route.continue_()

    page = open_page()
    page.route("**/*.js?*", slowly)
    page.goto(f"{town.address}/phone")
    write(page, MIGUEL, "coach")
    expect(phone(page, MIGUEL).locator(".own .body")).to_have_text("coach")


def test_only_made_up_numbers_get_a_phone(town: Town, open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.goto(f"{town.address}/phone")
    page.get_by_label("A made-up number").fill("+12125551234")
    page.get_by_role("button", name="Add a person's phone").click()
    expect(page.get_by_role("alert")).to_contain_text("Only made-up numbers")
    page.get_by_label("A made-up number").fill("+15550107")
    page.get_by_role("button", name="Add a person's phone").click()
    expect(phone(page, "+15550107")).to_be_visible()
