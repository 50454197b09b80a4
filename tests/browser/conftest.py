"""A real line behind a real port, and a real browser before it. Rasa is not there: the line says so honestly."""

from __future__ import annotations

import asyncio
import re
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import Connection, select

from bot.app import House, Line, build_line
from bot.clock import SystemClock
from bot.console.pages.welcome import welcome_link
from bot.message import InboundText
from bot.outcome import Note
from bot.privacy import Vault
from bot.settings import read_settings
from bot.store.cases import cases_of, save_case
from bot.store.coaches import add_coach
from bot.store.conversations import find_conversation
from bot.store.database import Database, make_engine
from bot.store.desk_list import case_by_id
from bot.store.journal import tag, write_notes
from bot.store.staff import invite
from bot.store.tables import message
from bot.store.thread import read_thread
from bot.web import build_web
from tests.browser.chromium import NoBrowser, open_browser
from tests.conftest import KEY

MIGUEL, ROSA, COACH_DANA = "+15550100", "+15550101", "+15550102"
PASSWORD = "warm words on a cold night"
START_SECONDS = 60.0
PATIENCE = 60_000.0  # milliseconds: a machine that does much else is slow, not wrong
PHONE, LAPTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 800}


@dataclass
class Town:
    """A running line with people who text it, and staff who read."""

    line: Line
    address: str
    coaches: dict[str, int] = field(default_factory=dict)
    _texts: int = 0

    @property
    def house(self) -> House:
        return self.line.house

    def now(self) -> float:
        return self.house.clock.now().timestamp()

    def coach(self, name: str, phone: str) -> int:
        """Somebody on call."""
        vault, now = self.house.vault, self.now()
        made = self.house.database.write(
            lambda connection: add_coach(connection, vault, name, phone, ("en", "es"), True, now)
        )
        self.coaches[name] = made
        return made

    def invited(self, email: str, role: str, coach_id: int | None = None) -> str:
        """The one-time link of a new member of staff."""
        vault, now = self.house.vault, self.now()
        code = self.house.database.write(lambda connection: invite(connection, vault, email, role, now, coach_id))
        return welcome_link(self.address, code)

    def text(self, phone: str, body: str) -> None:
        """``phone`` texts ``body``; returns when the line has taken it in."""
        self._texts += 1
        text = InboundText(f"SMtown{self._texts}", phone, "+15550198", body)
        # In a thread: Playwright keeps an event loop of its own in this one.
        with ThreadPoolExecutor(1) as pool:
            pool.submit(lambda: asyncio.run(self.line.intake.accept(text))).result()

    def conversation(self, phone: str) -> int:
        with self.house.database.read() as connection:
            found = find_conversation(connection, self.house.vault, phone)
        assert found is not None
        return found

    def case(self, phone: str) -> int:
        """The id of the newest case of a person; waits until there is one."""
        own = self.conversation(phone)

        def newest() -> list[int]:
            with self.house.database.read() as connection:
                return [case.id for case in cases_of(connection, self.house.vault, own)]

        self.until(lambda: bool(newest()))
        return newest()[-1]

    def as_asked(self, case_id: int, minutes: float) -> None:
        """The case was asked for, that many minutes ago: without Rasa every case is our own fault."""

        def change(connection: Connection) -> None:
            found = case_by_id(connection, self.house.vault, case_id)
            assert found is not None
            asked = replace(found[1], opened_at=self.now() - 60 * minutes)
            reason = "danger" if asked.urgency == "crisis" else "asked"
            save_case(connection, self.house.vault, found[0], replace(asked, reason=reason))

        self.house.database.write(change)

    def hold(self, phone: str, coach_id: int) -> None:
        """The newest case of a person is this coach's from now on."""
        case_id = self.case(phone)

        def change(connection: Connection) -> None:
            found = case_by_id(connection, self.house.vault, case_id)
            assert found is not None
            save_case(connection, self.house.vault, found[0], replace(found[1], holder_id=coach_id))

        self.house.database.write(change)

    def note(self, phone: str, kind: str, **detail: object) -> None:
        """Put an entry into the journal under the newest inbound text of ``phone``."""
        own, vault, now = self.conversation(phone), self.house.vault, self.now()
        with self.house.database.read() as connection:
            texts = read_thread(connection, vault, own).texts
            newest = [text.id for text in texts if text.inbound][-1]
            event = connection.execute(select(message.c.event_id).where(message.c.id == newest)).scalar_one()
        self.house.database.write(
            lambda connection: write_notes(connection, vault, own, event, [Note(kind, detail)], now, newest)
        )

    def tag(self, phone: str, *needs: str) -> None:
        own, vault, now = self.conversation(phone), self.house.vault, self.now()
        tags = [f"need:{need}" for need in needs]
        self.house.database.write(lambda connection: tag(connection, vault, own, tags, now))

    def until(self, true: Callable[[], bool], seconds: float = START_SECONDS) -> None:
        end = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < end, "it did not happen in time"
            time.sleep(0.05)

    def answered(self, phone: str, texts: int) -> None:
        """Wait until ``phone`` got that many texts."""

        def so() -> bool:
            with self.house.database.read() as connection:
                shown = read_thread(connection, self.house.vault, self.conversation(phone)).texts
            return sum(text.status in ("sent", "delivered") for text in shown) >= texts

        self.until(so)


def go_to(page: Page, name: str) -> None:
    """Go to a page of the console by its name in the menu, which on a phone is behind a button."""
    button = page.get_by_role("button", name="Menu", exact=True)
    if button.is_visible():
        button.click()
    menu = page.get_by_role("navigation", name="Console")
    link = page.get_by_role("link", name=name, exact=True, include_hidden=True)
    folded = menu.locator("details:not([open])", has=link)
    if folded.count():
        folded.locator("summary").click()
    menu.get_by_role("link", name=name, exact=True).click()


# Not longer than this package: the event loop of Playwright would stand in the way of other tests.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE)
    try:
        with open_browser() as opened:
            yield opened
    except NoBrowser as error:
        pytest.fail(str(error), pytrace=False)


@contextmanager
def running_town(url: str, data_dir: Path, worker: str = "tests:1", **more: str) -> Iterator[Town]:
    """A line on a migrated database, its worker included, served on a free port."""
    settings = read_settings(
        {
            "WARMLINE_DATA_DIR": str(data_dir),
            "WARMLINE_SECRET_KEY": KEY,
            "WARMLINE_CARRIER": "simulator",
            "WARMLINE_HUMAN_PHONE": "+15550199",
            "RASA_URL": "http://127.0.0.1:9",  # the discard port: nobody answers, at once
            **more,
        },
        env_file=None,
    )
    house = House(settings, Database(make_engine(url)), Vault([KEY]), SystemClock())
    line = build_line(house, worker)
    server = uvicorn.Server(
        uvicorn.Config(build_web(line), port=0, log_level="error", access_log=False, timeout_graceful_shutdown=1)
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    end = time.monotonic() + START_SECONDS
    while not server.started:
        assert thread.is_alive(), "the service ended at its start"
        assert time.monotonic() < end, "the service did not start"
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield Town(line, f"http://127.0.0.1:{port}")
    server.should_exit = True
    thread.join(timeout=START_SECONDS)
    house.close()


@pytest.fixture
def town(sqlite_url: str, data_dir: Path) -> Iterator[Town]:
    with running_town(sqlite_url, data_dir) as running:
        yield running


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page in a browser of its own. A broken script, policy or address fails the test at its end."""
    pages: list[Page] = []
    complaints: list[str] = []

    def open_(size: dict[str, int] = LAPTOP, dark: bool = False, script: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": size["width"], "height": size["height"]},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
            reduced_motion="reduce",  # a colour that is still fading would be judged halfway
        )
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        pages.append(page)
        return page

    yield open_
    for page in pages:
        page.context.close()
    # A wrong password is answered with 401 and a wrong code with 422: the browser calls that an error, we do not.
    # So it calls a network that a test cuts off.
    expected = re.compile("status of 4|ERR_INTERNET_DISCONNECTED|ERR_FAILED")
    assert [said for said in complaints if not expected.search(said)] == []


@pytest.fixture
def staff_page(town: Town, open_page: Callable[..., Page]) -> Callable[..., Page]:
    """A page of somebody who set a password with their link and is signed in now."""

    def sign_in(role: str = "admin", coach_id: int | None = None, **how: object) -> Page:
        page = open_page(**how)
        link = town.invited(f"{role}@example.org", role, coach_id)
        page.goto(link)
        page.get_by_label("One-time code").fill(link.partition("#")[2])
        page.get_by_label("New password").fill(PASSWORD)
        page.get_by_label("The same again").fill(PASSWORD)
        page.get_by_role("button", name="Set password and sign in").click()
        page.wait_for_url(re.compile("/console(/desk)?$"))
        return page

    return sign_in
