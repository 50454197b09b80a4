"""What Dana writes is neither lost nor sent twice, and the page counts it as the line does."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

from bot.wording.segments import count_segments, fold
from tests.browser.conftest import MIGUEL, Town
from tests.browser.dana_at_the_desk import BEN, box, held, sent


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


def test_a_half_written_note_outlives_the_other_clicks(town: Town, staff_page: Callable[..., Page]) -> None:
    page = held(town, staff_page)
    note = page.get_by_label("For the team. The person never sees it.")
    page.get_by_text("Private note").click()
    note.fill("She has a")
    box(page).fill("I am here.")
    page.get_by_role("button", name="Send").click()
    expect(sent(page)).to_have_text("I am here.")
    expect(note).to_have_value("She has a")
    page.get_by_text("Show the number").click()
    page.get_by_label("The person asked for a call").check()
    page.get_by_role("button", name="Show it once").click()
    expect(page.get_by_text(MIGUEL)).to_be_visible()
    expect(note).to_have_value("She has a")
    note.fill("She has a sister.")
    page.get_by_role("button", name="Keep the note").click()
    expect(page.locator(".marker.note")).to_contain_text("She has a sister.")
    expect(note).to_have_value("")


def test_a_link_in_a_mail_leaves_the_open_form_good(town: Town, staff_page: Callable[..., Page]) -> None:
    page = held(town, staff_page)
    box(page).fill("I am still here.")
    mail = page.context.new_page()
    link = f'<a href="{town.address}/console/desk">The desk</a>'
    mail.route("http://mail.example/", lambda route: route.fulfill(content_type="text/html", body=link))
    mail.goto("http://mail.example/")
    mail.get_by_role("link", name="The desk").click()
    expect(mail.get_by_role("button", name="Sign out")).to_be_visible()
    page.get_by_role("button", name="Send").click()
    expect(sent(page)).to_have_text("I am still here.")


def test_what_is_refused_is_said_once_and_the_words_stay(town: Town, staff_page: Callable[..., Page]) -> None:
    page, ben = held(town, staff_page), town.coach("Ben", BEN)
    posts: list[str] = []
    page.on("request", lambda request: posts.append(request.url) if request.method == "POST" else None)
    box(page).fill("I will stay with you.")
    town.hold(MIGUEL, ben)
    expect(page.get_by_role("heading", name="Not with you any more")).to_be_visible()
    page.get_by_role("button", name="Send").click()
    expect(page.locator("#said")).to_contain_text("Another coach may have it now. Nothing was sent.")
    expect(page.get_by_text("No connection")).to_have_count(0)
    expect(box(page)).to_have_value("I will stay with you.")
    expect(box(page)).to_be_editable()
    expect(page.get_by_role("button", name="Send")).to_be_enabled()
    page.evaluate("dispatchEvent(new Event('online'))")  # what waits for another try is tried now
    page.evaluate("fetch('/console/desk')")
    assert len(posts) == 1
