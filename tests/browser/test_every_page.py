"""Every page of the console, as ``route_table.py`` lists them, can be used by everyone, by day and by night.

The house is full: a page with nothing on it would pass easily. What the pages look like in the middle of somebody's
work (a form that was refused, a text held back) is checked where that work is tested.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pyotp
import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select, text, update

from bot.privacy import Vault
from bot.store.tables import message
from tests.browser.axe import findings_everywhere
from tests.browser.conftest import PASSWORD, Town, running_town
from tests.browser.demo_house import fill_house
from tests.integration.route_table import ROLES, Line, read_table

NO_PAGE = re.compile(r"/static/|/live$|\.(csv|zip|json|patch)$")
PAGES = [
    line
    for line in read_table()
    if line.method == "GET" and line.path.startswith(("/console", "/phone")) and not NO_PAGE.search(line.path)
]
KIM, ANA = "admin@example.org", "staff@example.org"
WRONG_CODE = "000000"


@pytest.fixture
def town(sqlite_url: str, data_dir: Path) -> Iterator[Town]:
    """A line whose policy allows teaching."""
    with running_town(sqlite_url, data_dir, WARMLINE_TEACHING="on") as running:
        yield running


def answer_for(role: str, line: Line) -> str:
    return line.answers[ROLES.index(role)]


@pytest.mark.parametrize("part", [0, 1])
def test_nothing_grave_stands_in_anybodys_way_on_any_page(
    town: Town, open_page: Callable[..., Page], staff_page: Callable[..., Page], tmp_path: Path, part: int
) -> None:
    kim, outside = staff_page(), open_page()
    ids, found = fill_house(town, tmp_path, KIM), list[str]()
    assert len(PAGES) > 50
    for line in PAGES[part::2]:  # in pieces that can be done side by side
        page = outside if answer_for("anonymous", line) == "in" else kim
        answer, wanted = page.goto(town.address + line.path.format(**ids)), answer_for("admin", line)
        assert answer is not None
        assert answer.status == (int(wanted) if wanted.isdigit() else 200), line.path
        found += findings_everywhere(page)
    assert not found, "\n".join(found)


def test_nor_on_the_pages_that_say_no(
    town: Town, browser: Browser, open_page: Callable[..., Page], staff_page: Callable[..., Page]
) -> None:
    outside, ana = open_page(), staff_page(role="staff")
    found, told = [], []
    outside.goto(f"{town.address}/console/sign-in")
    outside.get_by_label("E-mail address").fill(ANA)
    outside.get_by_label("Password").fill("not the password")
    outside.get_by_role("button", name="Sign in").click()
    expect(outside.get_by_role("alert")).to_contain_text("up to 15 minutes")  # a flood (429) shows the same page
    found += findings_everywhere(outside)
    own = _one_that_does_not_open(town)
    # A browser of its own: the other pages of these tests must not see a status of 500 at all.
    context = browser.new_context(storage_state=ana.context.storage_state(), reduced_motion="reduce")
    page = context.new_page()
    for path, status in (("audit", 403), ("conversations/987654", 404), (f"conversations/{own}", 500), ("inbox", 503)):
        if status == 503:
            town.house.database.write(lambda c: c.execute(text("ALTER TABLE remark RENAME TO gone")))
        answer = page.goto(f"{town.address}/console/{path}")
        assert answer is not None
        assert answer.status == status, path
        told.append(page.locator("main").inner_text())
        found += findings_everywhere(page)
    context.close()
    assert not found, "\n".join(found)
    assert all("Back to the start" in each for each in told)


def _one_that_does_not_open(town: Town) -> int:
    """A conversation whose words were sealed with a key that nobody has any more."""
    town.text("+15550100", "hello")
    town.answered("+15550100", 1)
    own, sealed = town.conversation("+15550100"), Vault(["a key that was lost in a flood"]).seal("hello")
    newest = select(message.c.id).where(message.c.conversation_id == own).limit(1).scalar_subquery()
    town.house.database.write(
        lambda c: c.execute(update(message).where(message.c.id == newest).values(body_sealed=sealed))
    )
    return own


def test_nor_at_the_door(sqlite_url: str, data_dir: Path, open_page: Callable[..., Page]) -> None:
    with running_town(sqlite_url, data_dir, WARMLINE_SECOND_STEP="on") as town:
        page, found = open_page(), list[str]()
        page.goto(town.invited(KIM, "admin"))
        page.get_by_label("New password").fill(PASSWORD)
        page.get_by_label("The same again").fill(PASSWORD)
        page.get_by_role("button", name="Set password and sign in").click()
        secret = page.locator(".key").inner_text().replace(" ", "")
        page.locator("input.code").fill(WRONG_CODE)
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("alert")).to_contain_text("did not work")
        found += findings_everywhere(page)
        page.locator("input.code").fill(pyotp.TOTP(secret).now())
        page.get_by_role("button", name="Sign in").click()
        expect(page.locator(".codes li")).not_to_have_count(0)
        found += findings_everywhere(page)
        page.get_by_role("link", name="I have kept them").click()
        page.get_by_role("button", name="Sign out").click()
        page.get_by_label("E-mail address").fill(KIM)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/console/code")
        assert found + findings_everywhere(page) == []
