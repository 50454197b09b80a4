"""Kim starts a training and sees that it goes on, and what came of it, without loading the page anew.

The training itself takes minutes and has tests of its own; here a small process stands in its place.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bot.console import visit
from bot.console.pages import training
from bot.teaching import memory
from bot.teaching.in_use import model_path
from tests.browser.axe import findings
from tests.browser.conftest import PHONE, Town, running_town
from tests.integration.test_model_in_use import NEW, SmallRasa, archive, small_rasa

# Waits for a file, then writes the card of a new model, as a training does.
STAND_IN = """
import pathlib, sys, time
models = pathlib.Path(sys.argv[1])
while not (models / "go").exists():
    time.sleep(0.1)
(models / "assistant.json").write_text(sys.argv[2])
"""


@pytest.fixture
def rasa() -> Iterator[SmallRasa]:
    with small_rasa() as running:
        yield running


@pytest.fixture
def town(sqlite_url: str, data_dir: Path, rasa: SmallRasa, monkeypatch: pytest.MonkeyPatch) -> Iterator[Town]:
    """A line before a Rasa that uses an old model; what was trained lies on the disk when the training ends."""
    archive(model_path(data_dir), NEW)
    card = json.dumps({"made_of": "new"})
    monkeypatch.setattr(visit, "TRAIN", (sys.executable, "-c", STAND_IN, str(data_dir.absolute() / "models"), card))
    monkeypatch.setattr(training, "free_mb", lambda: memory.NEEDED_MB)
    with running_town(sqlite_url, data_dir, WARMLINE_TEACHING="on", RASA_URL=rasa.url) as running:
        yield running


def test_kim_trains_on_her_phone(town: Town, rasa: SmallRasa, data_dir: Path, staff_page: Callable[..., Page]) -> None:
    page = staff_page(size=PHONE)
    page.goto(f"{town.address}/console/teach/training")
    expect(page.get_by_text("still answers with another model")).to_be_visible()
    page.get_by_role("button", name="Start the training").click()
    expect(page.get_by_role("heading", name="A training is running")).to_be_visible()
    expect(page.get_by_role("button", name="Start the training")).to_have_count(0)
    assert findings(page) == []
    (data_dir / "models" / "go").touch()
    expect(page.get_by_text("Nothing is left to do.")).to_be_visible()  # the page renews itself
    expect(page.get_by_text("The new model is in use")).to_be_visible()
    assert rasa.model == NEW
