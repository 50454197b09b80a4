"""Ana looks at how long people waited."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import Connection

from bot.store.conversations import conversation_for
from bot.store.tables import handoff
from tests.browser.conftest import LAPTOP, PHONE, Town, go_to


def a_month_of_cases(town: Town) -> None:
    """Three hundred people who asked mostly in the evening."""
    chance, now, vault = random.Random(7), town.now(), town.house.vault

    def save(connection: Connection) -> None:
        for number in range(300):
            at = now - chance.randrange(29) * 86400 - abs(chance.gauss(3, 4)) * 3600 - 1
            answered = at + chance.expovariate(1 / 150) if chance.random() < 0.9 else None
            own = conversation_for(connection, vault, f"+155501{number:03}00", at)
            urgency = "crisis" if chance.random() < 0.1 else "normal"
            connection.execute(
                handoff.insert().values(
                    code="K27", conversation_id=own, state="closed", urgency=urgency, reason="asked", rung=1,
                    opened_at=at, answered_at=answered, closed_at=at + 2400,
                )
            )  # fmt: skip

    town.house.database.write(save)


@pytest.mark.parametrize(("size", "dark"), [(LAPTOP, False), (LAPTOP, True), (PHONE, False), (PHONE, True)])
def test_the_figures_can_be_read_on_every_screen(
    town: Town, staff_page: Callable[..., Page], size: dict[str, int], dark: bool
) -> None:
    a_month_of_cases(town)
    page = staff_page(size=size, dark=dark)
    go_to(page, "Desk figures")
    expect(page.get_by_role("heading", name="Waiting for a human")).to_be_visible()
    expect(page.locator("rect.asked")).to_have_count(24)
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    page.get_by_text("The numbers").click()
    expect(page.locator(".hours").get_by_role("row", name="12 am").first).to_be_visible()
    page.get_by_role("link", name="Last 7 days").click()
    expect(page.get_by_role("link", name="Last 7 days")).to_have_attribute("aria-current", "true")


def test_without_a_case_the_page_says_so_and_needs_no_script(town: Town, staff_page: Callable[..., Page]) -> None:
    page = staff_page(script=False)
    page.goto(f"{town.address}/console/desk/figures")
    expect(page.get_by_text("Nobody asked for a human in this time")).to_be_visible()
