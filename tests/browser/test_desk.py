"""Dana works a night at the desk from her phone: what waits, one case, and no text twice."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import COACH_DANA, LAPTOP, MIGUEL, PASSWORD, PHONE, ROSA, Town, running_town
from tests.browser.dana_at_the_desk import BEN, CRISIS, at_the_desk, box, held, sent


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


def test_dana_works_with_the_keyboard_alone(town: Town, staff_page: Callable[..., Page]) -> None:
    dana = town.coach("Dana", COACH_DANA)
    town.text(MIGUEL, "I want to talk to somebody")
    town.case(MIGUEL)
    page = at_the_desk(town, staff_page, dana, size=LAPTOP)

    def tab_to(name: str) -> None:
        for _ in range(40):
            page.keyboard.press("Tab")
            focused = page.evaluate("document.activeElement.innerText || document.activeElement.id")
            if name in focused:
                return
        raise AssertionError(f"the keyboard does not reach {name}")

    tab_to("Take the next")
    page.keyboard.press("Enter")
    expect(box(page)).to_be_visible()
    tab_to("body")
    page.keyboard.type("Typed without a mouse.")
    page.keyboard.press("Control+Enter")
    expect(sent(page)).to_have_text("Typed without a mouse.")
    expect(box(page)).to_be_focused()
    tab_to("Close the case")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Case closed").or_(page.get_by_text("is closed")).first).to_be_visible()


def test_another_coach_is_faster_and_the_page_shows_it_by_itself(town: Town, staff_page: Callable[..., Page]) -> None:
    dana = town.coach("Dana", COACH_DANA)
    town.coach("Ben", BEN)
    town.text(MIGUEL, "I want to talk to somebody")
    case = town.case(MIGUEL)
    page = at_the_desk(town, staff_page, dana)
    page.goto(f"{town.address}/console/desk/{case}")
    expect(page.get_by_role("button", name="Take this case")).to_be_visible()
    town.text(BEN, "TAKE")
    expect(page.get_by_role("heading", name="Not with you any more")).to_be_visible()
    expect(page.locator(".text")).to_have_count(0)


def test_the_number_is_shown_once_for_a_reason(town: Town, staff_page: Callable[..., Page]) -> None:
    page = held(town, staff_page)
    assert MIGUEL not in page.content()
    page.get_by_text("Show the number").click()
    page.get_by_label("The person asked for a call").check()
    page.get_by_role("button", name="Show it once").click()
    expect(page.get_by_text(MIGUEL)).to_be_visible()
    page.reload()
    expect(page.get_by_text(MIGUEL)).to_have_count(0)


def test_without_script_dana_takes_answers_and_uses_ready_words(town: Town, staff_page: Callable[..., Page]) -> None:
    page = held(town, staff_page, script=False)
    box(page).fill("First of all:")
    page.get_by_text("Ready replies").click()
    page.get_by_role("button", name="Say hello").click()
    expect(box(page)).to_have_value(re.compile("^First of all:\nHi, this is Dana"))
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Sent. Below your text")).to_be_visible()
    expect(sent(page)).to_contain_text("First of all:")


def test_a_new_case_is_announced_and_can_be_heard(town: Town, staff_page: Callable[..., Page]) -> None:
    dana = town.coach("Dana", COACH_DANA)
    page = at_the_desk(town, staff_page, dana)
    button = page.get_by_role("button", name="Sound: off")
    button.click()
    expect(page.get_by_role("button", name="Sound: on")).to_have_attribute("aria-pressed", "true")
    town.text(MIGUEL, "i want to kill myself")
    expect(page.locator("[data-announce]")).to_have_text("An urgent case waits.")
    expect(page).to_have_title(re.compile(r"^\(1\) Desk"))


def test_an_urgent_case_shows_its_script_and_ends_with_a_question_to_dana(
    town: Town, staff_page: Callable[..., Page]
) -> None:
    dana = town.coach("Dana", COACH_DANA)
    town.text(MIGUEL, CRISIS)
    town.case(MIGUEL)
    page = at_the_desk(town, staff_page, dana)
    page.get_by_role("button", name="Take the next").click()
    expect(page.get_by_text("Connect them to 988, and stay until it works")).to_be_visible()
    page.get_by_role("button", name="Are you thinking about suicide?").click()
    expect(box(page)).to_have_value("Are you thinking about suicide?")
    page.get_by_role("button", name="Send").click()
    expect(sent(page)).to_have_text("Are you thinking about suicide?")
    page.get_by_role("link", name="Close").click()
    page.get_by_label("4. Crisis, handled").check()
    page.get_by_label("The person is safe, or with someone who helps.").check()
    page.get_by_role("button", name="Close the case").click()
    expect(page.get_by_role("heading", name="That was a hard one. Are you OK?")).to_be_visible()
    expect(page.locator(".text")).to_have_count(0)
    page.get_by_role("button", name="1. Yes, I am OK").click()
    expect(page.get_by_text("I am glad.")).to_be_visible()


def test_two_servers_over_one_database_show_the_same_desk(
    postgres_url: str, data_dir: Path, tmp_path: Path, open_page: Callable[..., Page]
) -> None:
    other_dir = tmp_path / "other"
    other_dir.mkdir(mode=0o700)
    with running_town(postgres_url, data_dir, "one") as here, running_town(postgres_url, other_dir, "two") as there:
        dana = here.coach("Dana", COACH_DANA)
        page = open_page(size=PHONE)
        link = here.invited("dana@example.org", "coach", dana)
        page.goto(link)
        page.get_by_label("New password").fill(PASSWORD)
        page.get_by_label("The same again").fill(PASSWORD)
        page.get_by_role("button", name="Set password and sign in").click()
        page.goto(f"{here.address}/console/desk")
        there.text(MIGUEL, "coach")
        page.get_by_role("button", name="Take the next").click()
        expect(box(page)).to_be_visible()
        there.text(MIGUEL, "came in at the other server")
        expect(page.locator(".text.person .body").last).to_have_text("came in at the other server")
        page.goto("about:blank")  # before its server goes


def test_dana_is_warned_before_she_is_signed_out_and_stays(town: Town, staff_page: Callable[..., Page]) -> None:
    dana = town.coach("Dana", COACH_DANA)
    page = staff_page(role="coach", coach_id=dana, size=PHONE)
    page.clock.install()
    page.goto(f"{town.address}/console/desk")
    town.text(MIGUEL, "can i talk to somebody")
    expect(page.get_by_role("button", name="Take the next")).to_be_visible()  # by news: they flow before time jumps
    page.clock.fast_forward("12:50")
    expect(page.get_by_role("button", name="Stay signed in")).to_have_count(0)
    page.clock.fast_forward("00:30")
    with page.expect_request("**/console/sign-in"):
        page.get_by_role("button", name="Stay signed in").click()
    expect(page.get_by_role("button", name="Stay signed in")).to_have_count(0)
