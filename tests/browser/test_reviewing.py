"""A reviewer asks "why did it say that?", says what a text should have been, and asks a colleague to look."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bot.danger_model.train import DangerReport
from tests.browser.axe import findings
from tests.browser.conftest import LAPTOP, MIGUEL, PHONE, Town, running_town

SAID = {
    "act": "seek", "needs": ["jobs"], "zip": "19104", "confidence": 0.42, "language": "en", "risk": "none",
    "risk_kind": None, "about": "unknown", "rules": [], "desk": False,
}  # fmt: skip


@pytest.fixture
def town(sqlite_url: str, data_dir: Path, trained_data_dir: Path, danger_report: DangerReport) -> Iterator[Town]:
    """A town whose line has the trained models, so that it can tell what a text is like."""
    assert danger_report.kept  # the line has its encoder from the danger model
    for name in ("models", "encoder"):
        shutil.copytree(trained_data_dir / name, data_dir / name)
    with running_town(sqlite_url, data_dir) as running:
        yield running


def understood(town: Town, phone: str, body: str) -> None:
    """``phone`` texts, and the line notes what it made of it."""
    town.text(phone, body)
    town.answered(phone, 1)
    town.note(phone, "understood", **SAID)


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_ana_sees_why_and_says_what_it_should_have_been(
    town: Town, staff_page: Callable[..., Page], size: dict[str, int]
) -> None:
    understood(town, MIGUEL, "they cut off my lights and i got a baby")
    page = staff_page(size=size)
    talk = f"{town.address}/console/conversations/{town.conversation(MIGUEL)}"
    page.goto(talk)
    page.get_by_role("link", name="Wrong").click()
    expect(page.get_by_role("heading", name="Why did it say that?")).to_be_visible()
    expect(page.locator(".alike li")).to_have_count(5)
    expect(page.get_by_text("42 %")).to_be_visible()
    page.get_by_label("Jobs").uncheck()
    page.get_by_label("Housing").check()
    assert findings(page) == []
    page.emulate_media(color_scheme="dark")
    assert findings(page) == []
    page.get_by_role("button", name="Save as wrong").click()
    expect(page.get_by_text("admin said: misread")).to_be_visible()
    page.get_by_label("Remark for the team").fill("Lights are utilities: that is housing.")
    page.get_by_label("Remind me on").fill("2020-01-01")
    page.get_by_role("button", name="Add remark").click()
    expect(page.get_by_text("Lights are utilities: that is housing.")).to_be_visible()
    page.goto(talk)
    expect(page.get_by_text("Misread, waits in the teaching queue")).to_be_visible()
    assert findings(page) == []
    page.goto(f"{town.address}/console/inbox")
    expect(page.get_by_text("Lights are utilities: that is housing.")).to_be_visible()
    assert findings(page) == []
    page.get_by_role("button", name="Done").click()
    expect(page.get_by_role("heading", name="Nothing waits for you")).to_be_visible()
