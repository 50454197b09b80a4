"""Takes the pictures of the staff's pages for ``docs/images``: ``python -m tests.browser.staff_pictures``.

A line of its own with the invented people of the demo, in a temporary folder; nothing of it stays but the pictures.
The models in ``var`` are looked at by the page "Why did it say that?"; without them it says that it cannot know.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page

from bot.demo.stories import STORIES
from bot.store.database import Database, make_engine
from bot.store.demo import add_demo_coach, add_demo_person
from bot.store.schema import migrate
from tests.browser.chromium import open_browser
from tests.browser.conftest import MIGUEL, PASSWORD, Town, running_town
from tests.browser.pictures import shoot
from tests.browser.test_reviewing import understood

SOMEBODY = "+15550120"  # nothing of theirs is open
MODELS = Path("var").absolute()


def fill(town: Town) -> None:
    """People of the last days, and Miguel, whose text is looked at."""
    house, now = town.house, town.now()
    holder = house.database.write(lambda c: add_demo_coach(c, house.vault, now))
    for number, story in enumerate(STORIES):
        phone, at = f"+15550{120 + number}", now - 3_600 * (number + 1)
        house.database.write(
            lambda c, phone=phone, story=story, at=at: add_demo_person(c, house.vault, phone, story, at, holder)
        )
    understood(town, MIGUEL, "they cut my lights and the kids are cold")


def sign_in(town: Town, page: Page) -> None:
    page.goto(town.invited("kim@example.org", "admin"))
    page.get_by_label("New password").fill(PASSWORD)
    page.get_by_label("The same again").fill(PASSWORD)
    page.get_by_role("button", name="Set password and sign in").click()
    page.get_by_role("button", name="Not now").click()
    page.wait_for_url("**/console")


def take(browser: Browser, town: Town) -> None:
    fill(town)
    page = browser.new_context().new_page()
    sign_in(town, page)
    talk = f"{town.address}/console/conversations/{town.conversation(MIGUEL)}"
    page.goto(talk)
    page.get_by_role("link", name="Why?").first.click()
    page.wait_for_load_state()
    shoot(page, "why")
    for name, path in (
        ("erase", f"{town.address}/console/conversations/{town.conversation(SOMEBODY)}/erase"),
        ("words", f"{town.address}/console/words/ready_hard"),
        ("audit", f"{town.address}/console/audit"),
    ):
        page.goto(path)
        shoot(page, name)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "var"
        data.mkdir(mode=0o700)
        for name in ("models", "encoder"):
            (data / name).symlink_to(MODELS / name)
        url = f"sqlite:///{data / 'warmline.db'}"
        database = Database(make_engine(url))
        migrate(database)
        database.close()
        with running_town(url, data, WARMLINE_TEACHING="on") as town, open_browser() as browser:
            take(browser, town)


if __name__ == "__main__":
    sys.exit(main())
