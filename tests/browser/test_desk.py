"""Dana works a night at the desk from her phone: what waits, one case, and no text twice."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, Route, expect

from bot.wording.segments import count_segments, fold
from tests.browser.conftest import COACH_DANA, LAPTOP, MIGUEL, PASSWORD, PHONE, ROSA, Town, running_town

CRISIS = "i want to kill myself"
BEN = "+15550103"


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


def test_a_draft_outlives_a_reload_and_is_gone_when_it_is_sent(town: Town, staff_page: Callable[..., Page]) -> None:
    page = held(town, staff_page)
    box(page).fill("I am thinking of what to")
    page.reload()
    expect(box(page)).to_have_value("I am thinking of what to")
    assert page.evaluate("Object.keys(localStorage)") == []
    page.get_by_role("button", name="Send").click()
    expect(sent(page)).to_have_text("I am thinking of what to")
    page.reload()
    expect(box(page)).to_have_value("")


def test_signing_out_leaves_no_draft_behind(town: Town, staff_page: Callable[..., Page]) -> None:
    page = held(town, staff_page)
    box(page).fill("half a thought")
    assert page.evaluate("sessionStorage.length") == 1
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    assert page.evaluate("sessionStorage.length") == 0


def test_without_network_nothing_is_lost_and_it_is_sent_once(town: Town, staff_page: Callable[..., Page]) -> None:
    page = held(town, staff_page)
    box(page).fill("Are you still there?")
    page.context.set_offline(True)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("No connection. Nothing is lost")).to_be_visible()
    expect(box(page)).to_have_value("Are you still there?")
    page.context.set_offline(False)
    expect(sent(page)).to_have_text("Are you still there?", timeout=15_000)
    expect(box(page)).to_have_value("")
    town.text(MIGUEL, "yes I am")
    expect(page.locator(".text.person .body").last).to_have_text("yes I am", timeout=30_000)


def test_a_text_whose_answer_was_lost_on_the_way_is_not_sent_twice(town: Town, staff_page: Callable[..., Page]) -> None:
    page = held(town, staff_page)
    lost: list[str] = []

    def lose_the_first_answer(route: Route) -> None:
        if lost:
            route.continue_()
            return
        lost.append("the answer")
        route.fetch(max_redirects=0)  # it reached the line
        route.abort()

    page.route("**/step", lose_the_first_answer)
    box(page).fill("Only once, please.")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("No connection. Nothing is lost")).to_be_visible()
    expect(page.get_by_text("Sent. Below your text")).to_be_visible()
    page.reload()
    expect(sent(page)).to_have_count(1)


def test_ready_replies_and_the_length_of_a_text(town: Town, staff_page: Callable[..., Page]) -> None:
    page = held(town, staff_page)
    page.get_by_role("link", name="Replies").click()
    page.get_by_role("button", name="Say hello").click()
    expect(box(page)).to_have_value(re.compile("^Hi, this is Dana with Warmline"))
    box(page).fill("")
    page.get_by_role("button", name="Agree on a day").click()
    expect(page.locator("[data-length]")).to_have_text("Fill in [day] first.")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Fill in [day] first, or take it out.")).to_be_visible()
    expect(box(page)).to_have_value(re.compile(r"\[day\]"))


LENGTHS = ("", "hi", "a" * 160, "a" * 161, "a" * 306, "a" * 307, "[" * 80, "[" * 81, "’".join("abc"), "¿Cómo está?" * 9)
MORE_LENGTHS = ("😀" * 35, "😀" * 36, "acción " * 22, "€" * 81, "línea\nlínea " * 20, "“hola” — ½…", "日本" * 70)


def test_the_page_counts_as_the_line_counts(town: Town, staff_page: Callable[..., Page]) -> None:
    page = held(town, staff_page)
    for text in (*LENGTHS, *MORE_LENGTHS):
        box(page).fill(text)
        expected = count_segments(fold(text.strip()))
        shown = page.locator("[data-length]").inner_text()
        assert (int(shown.split()[0]) if shown else 0) == expected, text[:20]


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


def test_words_that_are_held_back_come_back_to_be_changed(town: Town, staff_page: Callable[..., Page]) -> None:
    page = held(town, staff_page)
    box(page).fill("I promise you will be fine")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", name="Not sent yet")).to_be_visible()
    expect(sent(page)).to_have_count(0)
    page.get_by_role("button", name="Change it").click()
    expect(box(page)).to_have_value("I promise you will be fine")
    box(page).fill("I stay here with you.")
    page.get_by_role("button", name="Send").click()
    expect(sent(page)).to_have_text("I stay here with you.")


def test_a_note_does_not_take_what_stands_in_the_box(town: Town, staff_page: Callable[..., Page]) -> None:
    page = held(town, staff_page)
    box(page).fill("half a thought")
    page.get_by_text("Private note").click()
    page.get_by_label("For the team. The person never sees it.").fill("She has a sister in town.")
    page.get_by_role("button", name="Keep the note").click()
    expect(page.locator(".marker.note")).to_contain_text("She has a sister in town.")
    expect(box(page)).to_have_value("half a thought")
    assert page.locator(".text.coach").count() == 0


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
