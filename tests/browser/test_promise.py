"""Ana asks whether the line keeps its promise, looks after the coaches, and prints the month for the board."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime

import pytest
from playwright.sync_api import Page, expect

from bot.desk.schedule import Shift
from bot.outcome import Note
from bot.store.journal import write_notes
from bot.store.schedules import set_week
from tests.browser.axe import findings
from tests.browser.conftest import LAPTOP, PHONE, Town
from tests.integration.busy_line import DAY, BusyLine

FIGURES = "/console/desk/figures"


def two_months(town: Town, people: int = 120) -> None:
    """People of this month and the last, their cases and their crises; the same ones every time."""
    chance, line, vault = random.Random(5), BusyLine(town.house, town.now()), town.house.vault
    coaches = [town.coach("Dana", "+15550102"), town.coach("Ben", "+15550103")]
    town.house.database.write(
        lambda c: set_week(c, coaches[0], [Shift(day, 18 * 60, 26 * 60) for day in range(5)], "America/New_York")
    )
    first = datetime.fromtimestamp(town.now(), town.house.settings.zone).replace(day=1)
    to_last_month = town.now() - first.timestamp()
    for number in range(people):
        own = line.person(number)
        ago = chance.random() * 6 * DAY + (to_last_month + 2 * DAY if number % 3 else 3600)
        line.text(own, ago)
        line.need(own, ago, chance.choice(("housing", "food", "jobs", "treatment")))
        crisis, answered = number % 5 == 0, chance.expovariate(1 / 200)
        start = town.now() - ago
        line.case(
            own, ago, answered, urgency="crisis" if crisis else "normal", holder_id=coaches[number % 2],
            taken_at=start + answered / 2, outcome=chance.choice(("talked", "resources", "no_answer")),
            helped=chance.choice((None, 3, 4, 5)), closed_at=start + answered + 1200, code=f"K{number}",
        )  # fmt: skip
        if crisis:
            line.text(own, ago - 2, inbound=False)
            notes = [(start + answered / 2, "case_taken"), (start + answered + 1300, "debrief_answered")]
            for at, kind in notes:
                town.house.database.write(
                    lambda c, own=own, at=at, kind=kind: write_notes(c, vault, own, None, [Note(kind)], at)
                )


@pytest.mark.parametrize(("size", "dark"), [(LAPTOP, False), (PHONE, True)], ids=["laptop", "phone"])
def test_are_we_keeping_our_promise(
    town: Town, staff_page: Callable[..., Page], size: dict[str, int], dark: bool
) -> None:
    two_months(town)
    page = staff_page(size=size, dark=dark)
    page.goto(f"{town.address}{FIGURES}")
    where = page.get_by_role("navigation", name="Figures")
    grave: list[str] = []

    def look() -> None:
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
        grave.extend(findings(page))

    page.get_by_role("link", name="Last 90 days").click()
    expect(page.get_by_text("Last 90 days, beside the 90 days before.")).to_be_visible()
    expect(page.get_by_role("heading", name="Did it help?")).to_be_visible()
    look()
    where.get_by_role("link", name="Crises").click()
    expect(page.locator(".crisis")).to_have_count(20)
    look()
    page.get_by_role("link", name="Only where something is missing").click()
    expect(page.get_by_text("missing").first).to_be_visible()
    where.get_by_role("link", name="Coaches").click()
    expect(page.get_by_role("rowheader", name="Dana")).to_be_visible()
    look()
    where.get_by_role("link", name="Monthly report").click()
    expect(page.get_by_role("heading", name="Waiting for a human")).to_be_visible()
    look()
    assert grave == []


def test_the_report_is_one_sheet_or_two(town: Town, staff_page: Callable[..., Page]) -> None:
    two_months(town)
    page = staff_page()
    page.goto(f"{town.address}{FIGURES}/report")
    paper = page.pdf(prefer_css_page_size=True)
    assert paper.count(b"/Type /Page\n") in (1, 2)
    page.emulate_media(media="print")
    for gone in ("nav", ".report-choice"):
        expect(page.locator(gone).first).to_be_hidden()
    expect(page.get_by_role("heading", name="Crises")).to_be_visible()


def test_the_pages_can_be_read_without_script(town: Town, staff_page: Callable[..., Page]) -> None:
    page = staff_page(script=False)
    for path, sentence in (
        (f"{FIGURES}/crises", "No urgent case in this time"),
        (f"{FIGURES}/coaches", "There is no coach yet"),
        (f"{FIGURES}/report", "None in this month."),
    ):
        page.goto(town.address + path)
        expect(page.get_by_text(sentence).first).to_be_visible()
