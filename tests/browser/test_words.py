"""Ana changes a text in the browser and sees it as it arrives on a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import findings
from tests.browser.conftest import LAPTOP, MIGUEL, PHONE, Town, go_to

WORD = "/console/words/utter_assistant_down_phone"  # what the line says here, where Rasa is not


@pytest.mark.parametrize(("size", "dark"), [(LAPTOP, False), (PHONE, True)], ids=["laptop", "phone-dark"])
def test_ana_changes_what_the_line_says(
    town: Town, staff_page: Callable[..., Page], size: dict[str, int], dark: bool
) -> None:
    page = staff_page(role="staff", size=size, dark=dark)
    go_to(page, "Words")
    expect(page.get_by_role("heading", name="First welcome")).to_be_visible()
    found = findings(page)
    page.get_by_label("Find words in a text").fill("Example words that no text has")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_role("heading", name="No text has these words")).to_be_visible()
    page.get_by_label("Find words in a text").fill("You are welcome")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="Thanks", exact=True).click()
    box = page.get_by_label("The text in English")
    english = page.locator("#seen-en")
    box.fill("Any time, {coach}. We will always be here.")
    expect(english.locator(".grave").first).to_contain_text("no gap {coach}")
    expect(english.locator(".phone-bubble")).to_contain_text("Any time, Dana.")
    page.get_by_role("button", name="Save English").click()
    expect(page.get_by_role("alert")).to_contain_text("Not saved")
    expect(box).to_have_value("Any time, {coach}. We will always be here.")
    found += findings(page)
    box.fill("Any time. I am here.")
    expect(english).to_contain_text("Keeps all house rules")
    expect(english).to_contain_text("1 segment")
    page.get_by_role("button", name="Save English").click()
    expect(page.get_by_role("status")).to_contain_text("Saved")
    assert town.line.words.catalog().text("utter_thanks", "en") == "Any time. I am here."
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    found += findings(page)  # it opens what is folded, the history too
    page.get_by_role("button", name="Back to the shipped text").first.click()
    expect(page.get_by_role("status")).to_contain_text("Back to the shipped text")
    assert found == []


def test_a_changed_text_reaches_the_next_person_and_all_of_it_works_without_script(
    town: Town, staff_page: Callable[..., Page]
) -> None:
    page = staff_page(script=False)
    page.goto(f"{town.address}{WORD}")
    box = page.get_by_label("The text in English")
    text = box.input_value()
    box.fill("")
    page.get_by_role("button", name="Look at it in English").click()
    expect(page.locator("#seen-en")).to_contain_text("The text is empty")
    box.fill(f"Oh dear. {text}")
    page.get_by_role("button", name="Save English").click()
    expect(page.get_by_role("status")).to_contain_text("somebody else has read it")
    ben = staff_page(role="staff", script=False)
    ben.goto(f"{town.address}{WORD}")
    ben.get_by_role("button", name="I read it. Let it go out in English").click()
    expect(ben.get_by_role("status")).to_contain_text("It goes out from now on")
    town.text(MIGUEL, "I need a ride")
    town.answered(MIGUEL, 1)
    ben.goto(f"{town.address}/console/conversations/{town.conversation(MIGUEL)}")
    expect(ben.locator(".text.assistant").first).to_contain_text("Oh dear.")
