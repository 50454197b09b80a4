"""The pages of coaches can be used by everyone in the middle of their work: checked by axe-core.

Every page of the console as it opens is in ``test_every_page.py``.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.axe import findings
from tests.browser.conftest import COACH_DANA, LAPTOP, MIGUEL, PHONE, ROSA, Town


@pytest.mark.parametrize(("size", "dark"), [(PHONE, True), (LAPTOP, False)], ids=["phone-dark", "laptop"])
def test_nothing_grave_stands_in_a_coachs_way(
    town: Town, staff_page: Callable[..., Page], size: dict[str, int], dark: bool
) -> None:
    dana = town.coach("Dana", COACH_DANA)
    town.text(MIGUEL, "i want to kill myself")
    town.text(ROSA, "I relapsed and need to talk to someone")
    town.answered(MIGUEL, 1)
    town.answered(ROSA, 1)
    coach = staff_page(role="coach", coach_id=dana, size=size, dark=dark)
    found: list[str] = []
    for path in ("desk", f"desk/{town.case(ROSA)}"):
        coach.goto(f"{town.address}/console/{path}")
        found += findings(coach)
    coach.get_by_role("button", name="Take this case").click()
    coach.get_by_label("Your text to the person").wait_for()
    found += findings(coach)
    coach.get_by_label("Your text to the person").fill("I promise you will be fine")
    coach.get_by_role("button", name="Send").click()
    coach.get_by_role("heading", name="Not sent yet").wait_for()
    found += findings(coach)
    coach.goto(f"{town.address}/console/desk")
    found += findings(coach)
    coach.goto(f"{town.address}/console/desk/{town.case(MIGUEL)}")
    coach.get_by_role("button", name="Take this case").click()
    coach.get_by_role("link", name="Script").wait_for()
    found += findings(coach)
    assert found == []


def test_the_check_finds_what_stands_in_the_way(town: Town, open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.goto(f"{town.address}/console/sign-in")
    page.evaluate(
        "document.querySelector('input[type=password]').parentElement.replaceWith(document.createElement('input'))"
    )
    assert any("label" in one for one in findings(page))
