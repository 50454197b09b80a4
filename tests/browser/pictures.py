"""Takes the pictures of the coach pages for ``docs/images``: ``python -m tests.browser.pictures``.

A line of its own with fictional people, in a temporary folder; nothing of it stays but the pictures.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page

from bot.directory_source.load import ensure_zip_areas, load_national, load_sample
from bot.outcome import Note
from bot.store.database import Database, make_engine
from bot.store.journal import tag, write_notes
from bot.store.schema import migrate
from tests.browser.chromium import open_browser
from tests.browser.conftest import LAPTOP, PASSWORD, PHONE, Town, running_town

IMAGES = Path(__file__).resolve().parents[2] / "docs" / "images"
PEOPLE = (
    ("+15550110", "I cant do this anymore i want to kill myself", ()),
    ("+15550111", "I relapsed last night and I feel awful", ("meetings",)),
    ("+15550112", "my kids and me need a place to sleep 19104", ("housing", "food")),
    ("+15550113", "necesito hablar con alguien por favor", ("talk",)),
    ("+15550114", "need a job n a ride to the interview", ("jobs", "transportation")),
    ("+15550115", "can i talk to a coach", ()),
)


def fill(town: Town) -> int:
    """Coaches, places, and people who wait; returns the coach who is photographed."""
    database, vault = town.house.database, town.house.vault
    ensure_zip_areas(database)
    load_national(database)
    load_sample(database)
    dana = town.coach("Dana", "+15550120")
    town.coach("Ben", "+15550121")
    for phone, text, needs in PEOPLE:
        town.text(phone, text)
        case = town.case(phone)
        own, now = town.conversation(phone), town.now()
        tags = [f"need:{need}" for need in needs]
        database.write(lambda c, own=own, tags=tags, now=now: tag(c, vault, own, tags, now))
        town.as_asked(case, minutes=3 * (len(PEOPLE) - case) + 1)
    own = town.conversation(PEOPLE[0][0])
    note = Note("check", {"kind": "suicide", "about": "self", "rules": ["kill_oneself"]})
    database.write(lambda c: write_notes(c, vault, own, None, [note], town.now()))
    return dana


def sign_in(town: Town, page: Page, coach: int) -> None:
    link = town.invited("dana@example.org", "coach", coach)
    page.goto(link)
    page.get_by_label("One-time code").fill(link.partition("#")[2])
    page.get_by_label("New password").fill(PASSWORD)
    page.get_by_label("The same again").fill(PASSWORD)
    page.get_by_role("button", name="Set password and sign in").click()
    page.get_by_role("button", name="Not now").click()
    page.wait_for_url("**/console/**")


def shoot(page: Page, name: str, before: Callable[[Page], None] = lambda _: None) -> None:
    """One page in four pictures."""
    for size in (PHONE, LAPTOP):
        for scheme in ("light", "dark"):
            page.set_viewport_size({"width": size["width"], "height": size["height"]})
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            before(page)
            page.wait_for_timeout(300)
            page.screenshot(path=str(IMAGES / f"{name}-{size['width']}-{scheme}.png"))


def take(browser: Browser, town: Town) -> None:
    coach = fill(town)
    page = browser.new_context().new_page()
    sign_in(town, page, coach)
    page.goto(f"{town.address}/console/desk")
    page.wait_for_timeout(500)
    shoot(page, "desk", lambda page: page.evaluate("scrollTo(0, 0)"))
    page.get_by_role("button", name="Take the next").click()
    page.get_by_label("Your text to the person").fill("Hi, this is Dana. I am a person, and I am here with you now.")
    page.get_by_role("button", name="Send").click()
    page.locator(".text.coach").wait_for()
    town.text(PEOPLE[0][0], "ok. im in my car. im so tired of it")
    page.get_by_text("im so tired of it").wait_for()
    page.get_by_label("Your text to the person").fill("I am glad you are telling me. Are you thinking about suicide?")
    shoot(page, "case", lambda page: page.evaluate("document.getElementById('newest').scrollIntoView({block: 'end'})"))
    page.get_by_label("Your text to the person").fill("I promise nothing will happen to you")
    page.get_by_role("button", name="Send").click()
    page.get_by_role("heading", name="Not sent yet").wait_for()
    shoot(page, "held-back", lambda page: page.get_by_role("heading", name="Not sent yet").scroll_into_view_if_needed())
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator("#tool-script").evaluate("one => one.scrollIntoView()")
    shoot(page, "script", lambda page: page.locator("#tool-script").evaluate("one => one.scrollIntoView()"))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "var"
        data.mkdir(mode=0o700)
        url = f"sqlite:///{data / 'warmline.db'}"
        database = Database(make_engine(url))
        migrate(database)
        database.close()
        with running_town(url, data) as town, open_browser() as browser:
            take(browser, town)


if __name__ == "__main__":
    sys.exit(main())
