"""Takes the pictures of the staff's pages for ``docs/images``: ``python -m tests.browser.staff_pictures``.

A line of its own with the invented people of the demo, in a temporary folder; nothing of it stays but the pictures.
The models in ``var`` are looked at by the page "Why did it say that?"; without them it says that it cannot know.
"""

from __future__ import annotations

import random
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

from playwright.sync_api import Browser, Page
from sqlalchemy import Connection, select

from bot.demo.stories import STORIES
from bot.desk.schedule import Shift
from bot.directory_source.load import ensure_zip_areas, load_national, load_sample
from bot.message import Risk, RiskKind
from bot.outcome import Offer
from bot.store.database import Database, make_engine
from bot.store.demo import add_demo_person
from bot.store.directory_tables import directory_place
from bot.store.directory_use import record_offers
from bot.store.examples import add_example, begin_training, end_training
from bot.store.judgements import save_judgement
from bot.store.place_standing import PERSON, report_place
from bot.store.schedules import add_days_off, set_week
from bot.store.schema import migrate
from bot.store.staff import staff_by_email
from bot.store.thread import read_thread
from bot.teaching.correction import MISREAD, MISSED_DANGER, Correction
from bot.teaching.examples import Example
from bot.teaching.in_use import kept_model, model_path
from tests.browser.chromium import open_browser
from tests.browser.conftest import MIGUEL, PASSWORD, Town, running_town
from tests.browser.pictures import shoot
from tests.browser.test_promise import two_months
from tests.browser.test_reviewing import understood
from tests.integration.test_model_in_use import small_rasa

SOMEBODY, KIM = "+15550120", "kim@example.org"  # nothing of theirs is open
ZONE, WEEK = "America/New_York", 7 * 86_400
MODELS = Path("var").absolute()
MISREAD_TEXTS = (
    (
        "+15550160",
        "whats the point of any of it",
        Correction("other", (), Risk.CHECK, RiskKind.SUICIDE),
        MISSED_DANGER,
    ),
    ("+15550161", "they put a boot on my car n i start monday", Correction("seek", ("transportation",)), MISREAD),
    ("+15550162", "mi casero no me devuelve el deposito", Correction("seek", ("legal",)), MISREAD),
)
UNMET = (
    ("housing", "none", "19104", 9), ("housing", "wide", "45701", 6), ("legal", "none", "19134", 5),
    ("treatment", "national", "45701", 4), ("food", "wide", "87501", 3), ("transportation", "none", "45701", 7),
)  # fmt: skip


def fill(town: Town) -> None:
    """Two months of people and coaches, people of the last days, and Miguel, whose text is looked at."""
    database, vault, now = town.house.database, town.house.vault, town.now()
    ensure_zip_areas(database)
    load_national(database)
    load_sample(database)
    two_months(town)
    dana = town.coaches["Dana"]
    for number, story in enumerate(STORIES):
        phone, at = f"+15550{120 + number}", now - 3_600 * (number + 1)
        database.write(lambda c, phone=phone, story=story, at=at: add_demo_person(c, vault, phone, story, at, dana))
    for name, phone, days, start, end in (
        ("Grace", "+15550104", range(5), 9, 17),
        ("Luis", "+15550105", (5, 6), 8, 20),
        ("Ben", "+15550103", range(4), 2, 9),
    ):
        coach = town.coaches.get(name) or town.coach(name, phone)
        shifts = [Shift(day, start * 60, end * 60) for day in days]
        database.write(lambda c, coach=coach, shifts=shifts: set_week(c, coach, shifts, ZONE))
    database.write(
        lambda c: add_days_off(c, town.coaches["Grace"], [town.house.clock.now().date() + timedelta(days=1)])
    )
    database.write(lambda c: _places(c, now))
    understood(town, MIGUEL, "they cut my lights and the kids are cold")


def _places(connection: Connection, now: float) -> None:
    """Some invented places are used much, three were reported, and some needs were met nowhere."""
    chance, found = (
        random.Random(7),
        list(connection.execute(select(directory_place.c.id).where(directory_place.c.source == "sample")).scalars()),
    )
    for own, what in zip(found[:3], ("dead", "moved", "closed"), strict=True):
        report_place(connection, own, what, PERSON, now - 7200)
    for weeks_ago in range(8):
        at = now - weeks_ago * WEEK
        named = [Offer("food", "near", "", (own,), "19104") for own in found for _ in range(chance.randrange(4))]
        missed = [Offer(need, scope, "", ("x",) if scope == "wide" else (), place)
                  for need, scope, place, most in UNMET for _ in range(chance.randrange(most))]  # fmt: skip
        record_offers(connection, [*named, *missed], at)


def teach(town: Town) -> None:
    """What reviewers corrected and approved, once Kim is there who did."""
    database, vault, now = town.house.database, town.house.vault, town.now()
    with database.read() as connection:
        kim = staff_by_email(connection, vault, KIM)
    assert kim is not None
    for phone, body, should, urgency in MISREAD_TEXTS:
        understood(town, phone, body)
        talk = town.conversation(phone)
        with database.read() as connection:
            text = read_thread(connection, vault, talk).texts[0].id
        database.write(
            lambda c, text=text, talk=talk, should=should, urgency=urgency: save_judgement(
                c, vault, text, talk, kim.id, should, urgency, now
            )
        )
    understood(town, "+15550163", "nah that aint it")
    town.note("+15550163", "unsure")
    approved = Example("my ride fell through and i start at six", "seek/transportation", "en", "transportation.yml")
    database.write(lambda c: add_example(c, vault, approved, kim.id, now))
    database.write(lambda c: end_training(c, begin_training(c, kim.id, 1, now - 5400), "taken", now - 5130))


def sign_in(town: Town, page: Page) -> None:
    page.goto(town.invited(KIM, "admin"))
    page.get_by_label("New password").fill(PASSWORD)
    page.get_by_label("The same again").fill(PASSWORD)
    page.get_by_role("button", name="Set password and sign in").click()
    page.get_by_role("button", name="Not now").click()
    page.wait_for_url("**/console")


def take(browser: Browser, town: Town) -> None:
    fill(town)
    page = browser.new_context().new_page()
    sign_in(town, page)
    teach(town)
    page.goto(f"{town.address}/console/conversations/{town.conversation(MIGUEL)}")
    page.get_by_role("link", name="Why?").first.click()
    page.wait_for_load_state()
    shoot(page, "why")
    for name, path in (
        ("home", ""),
        ("list", "conversations"),
        ("erase", f"conversations/{town.conversation(SOMEBODY)}/erase"),
        ("words", "words/ready_hard"),
        ("people", "people"),
        ("places", "places"),
        ("unmet", "unmet"),
        ("teaching", "teach"),
        ("training", "teach/training"),
        ("promise", "desk/figures"),
        ("audit", "audit"),
    ):
        page.goto(f"{town.address}/console/{path}")
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
        with small_rasa() as rasa:
            rasa.model = kept_model(model_path(data)) or ""
            teaching = {"WARMLINE_TEACHING": "on", "RASA_URL": rasa.url}
            with running_town(url, data, **teaching) as town, open_browser() as browser:
                take(browser, town)


if __name__ == "__main__":
    sys.exit(main())
