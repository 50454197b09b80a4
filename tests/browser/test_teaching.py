"""A reviewer rewrites a misread text so that nobody can be recognised, and approves it for training."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import findings
from tests.browser.conftest import MIGUEL, PHONE, Town, running_town
from tests.browser.test_reviewing import understood


@pytest.fixture
def town(sqlite_url: str, data_dir: Path) -> Iterator[Town]:
    """A line whose policy allows teaching."""
    with running_town(sqlite_url, data_dir, WARMLINE_TEACHING="on") as running:
        yield running


def test_ana_teaches_a_text_on_her_phone(town: Town, staff_page: Callable[..., Page]) -> None:
    understood(town, MIGUEL, "im Tonya in Camden, they cut my lights, call 215-555-0134")
    page = staff_page(size=PHONE)
    page.goto(f"{town.address}/console/conversations/{town.conversation(MIGUEL)}")
    page.get_by_role("link", name="Wrong").click()
    page.get_by_label("Jobs").uncheck()
    page.get_by_label("Housing").check()
    page.get_by_role("button", name="Save as wrong").click()
    page.get_by_role("link", name="Rewrite it for training").click()
    draft = page.get_by_label("Rewritten text")
    expect(draft).not_to_have_value("215")
    draft.fill("im [name], they cut my lights")
    page.get_by_label("Our policy allows").check()
    page.get_by_role("button", name="Approve for training").click()
    expect(page.get_by_text("Write ordinary words where [name] stands.")).to_be_visible()
    assert findings(page) == []
    draft.fill("they cut my lights")
    page.get_by_label("Our policy allows").check()
    page.get_by_role("button", name="Approve for training").click()
    expect(page.get_by_role("link", name="Download as a patch")).to_be_visible()
    expect(page.get_by_text("they cut my lights", exact=True)).to_be_visible()
    assert findings(page) == []
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as a patch").click()
    assert "+    - they cut my lights" in Path(download.value.path()).read_text("utf-8")
    page.get_by_role("link", name="Train on them").click()
    expect(page.get_by_role("heading", name="Train now")).to_be_visible()
    page.emulate_media(color_scheme="dark")
    assert findings(page) == []
