"""Every page of the console can be used by everyone: checked by axe-core in light and dark, on a phone and a laptop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import COACH_DANA, LAPTOP, MIGUEL, PHONE, ROSA, Town

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")
GRAVE = ("serious", "critical")


def findings(page: Page) -> list[str]:
    """Grave findings on the page as it is now, each with its place."""
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    page.evaluate(AXE)
    result: dict[str, Any] = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{page.url}: {one['id']}: {one['help']}: {node['html'][:160]}"
        for one in result["violations"]
        if one["impact"] in GRAVE
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_nothing_grave_stands_in_anybodys_way(
    town: Town, open_page: Callable[..., Page], staff_page: Callable[..., Page], size: dict[str, int], dark: bool
) -> None:
    dana = town.coach("Dana", COACH_DANA)
    town.text(MIGUEL, "i want to kill myself")
    town.text(ROSA, "I relapsed and need to talk to someone")
    town.answered(MIGUEL, 1)
    town.answered(ROSA, 1)
    outside = open_page(size=size, dark=dark)
    ana = staff_page(size=size, dark=dark)
    coach = staff_page(role="coach", coach_id=dana, size=size, dark=dark)
    found: list[str] = []
    for page, path in (
        (outside, "/console/sign-in"),
        (outside, "/console/welcome"),
        (ana, "/console"),
        (ana, "/console/conversations"),
        (ana, "/console/desk/figures"),
        (ana, "/console/unmet"),
        (ana, f"/console/conversations/{town.conversation(MIGUEL)}"),
        (ana, "/console/conversations/999"),
        (ana, "/console/desk"),
        (coach, "/console/desk"),
        (coach, f"/console/desk/{town.case(ROSA)}"),
    ):
        page.goto(town.address + path)
        found += findings(page)
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
