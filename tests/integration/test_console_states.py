"""A console with nothing to show says so, and what comes next; a bad filter and a page past the end break nothing."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest
from sqlalchemy import Connection
from starlette.testclient import TestClient

from bot.app import House
from bot.console.navigation import entries_for
from bot.conversation import Person
from bot.directory.edits import FIELDS
from bot.outcome import Note
from bot.store.conversations import save_person
from bot.store.journal import write_notes
from bot.store.place_standing import PERSON, report_place
from bot.store.place_writing import add_place
from tests.integration.console_world import TOKEN, World
from tests.integration.engine import SettableClock

# What each page of the menu says to the first member of staff, before anybody has texted.
EMPTY = {
    "/console": "Nobody wrote in this time",
    "/console/desk": "Nobody waits",
    "/console/conversations": "No texts yet",
    "/console/inbox": "Nothing waits for you",
    "/console/desk/figures": "Nobody asked for a human in this time",
    "/console/desk/figures/crises": "No urgent case in this time",
    "/console/desk/figures/coaches": "There is no coach yet",
    "/console/desk/figures/report": "None in this month.",
    "/console/unmet": "Nothing was looked for in vain",
    "/console/places": "There is no place yet",
    "/console/places/find": "There is no place yet",
    "/console/places/map": "No place is on the map",
    "/console/places/import": "Nothing was imported yet.",
    "/console/teach": "Nothing waits",
    "/console/teach/training": "No model was trained here yet",
    "/console/people": "There is no coach yet",
    "/console/people/coaches": "There is no coach yet",
    "/console/people/holidays": "No holiday is ahead",
    "/console/people/opt-outs": "Nobody has opted out",
    "/console/people/retention": "No text is kept",
    "/console/blocked": "No number is blocked",
}
# Forms, the shipped texts, the settings; and one always finds oneself among the sign-ins and in the audit.
NEVER_EMPTY = {
    "/console/places/new", "/console/words", "/console/people/sign-ins", "/console/keywords", "/console/settings",
    "/console/audit", "/console/help", "/console/me",
}  # fmt: skip
BAD = (
    "/console?period=yesterdays", "/console/conversations?need=moon&coach=x&from=2026-13-45&after=zzz",
    "/console/conversations?after=1.0,999", "/console/desk/figures?days=-3", "/console/desk/figures?month=2026-99",
    "/console/desk/figures/crises?after=x&missing=perhaps", "/console/desk/figures/report?month=soon",
    "/console/unmet?weeks=many", "/console/places?view=lost&page=-1", "/console/people?week=never",
    "/console/people/opt-outs?page=x", "/console/audit?actor=me&number=abc&from=x&before=y", "/console/words?topic=x",
    "/console/words?q=%00&view=z", "/console/teach/training?did=magic",
)  # fmt: skip


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """What an empty page says does not depend on the database."""
    return sqlite_url


@pytest.fixture
def world(house: House) -> World:
    clock = SettableClock()
    return World(replace(house, clock=clock), clock)


def seen(client: TestClient, path: str) -> str:
    """The main part of a page as a person reads it."""
    answer = client.get(path)
    assert answer.status_code == 200, path
    return html.unescape(re.sub(r"<[^>]+>|\s+", " ", answer.text.partition("<main")[2]))


def test_every_page_of_a_fresh_line_says_that_it_is_empty(world: World) -> None:
    kim = world.member("admin", "kim@example.org")
    pages = {entry.path for entry in entries_for("admin")}
    assert pages == set(EMPTY) | NEVER_EMPTY
    silent = {path: said for path, said in EMPTY.items() if said not in seen(kim, path)}
    assert silent == {}


def test_a_bad_filter_is_read_as_none(world: World) -> None:
    kim = world.member("admin", "kim@example.org")
    world.text("+15550100", "hello")
    for path in BAD:
        assert "Sorry" not in seen(kim, path), path


def test_a_page_past_the_end_is_the_last_one_and_claims_nothing_wrong(world: World) -> None:
    house, now = world.house, world.clock.now().timestamp()
    kim, own = world.member("admin", "kim@example.org"), world.text("+15550100", "STOP")

    def keep(connection: Connection) -> None:
        values = {**dict.fromkeys(FIELDS, ""), "organization": "Southside Pantry", "phones": "215-555-0107"}
        place = add_place(connection, "one", values, False, "staff:1", now)
        report_place(connection, place, "dead", PERSON, now)
        save_person(connection, house.vault, own, Person(opted_out=True), now)
        write_notes(connection, house.vault, own, None, [Note("opted_out", {"by_carrier": False})], now)

    house.database.write(keep)
    assert "…00" in seen(kim, "/console/people/opt-outs?page=9")
    assert "Southside Pantry" in seen(kim, "/console/places?view=reported&page=9")
    token = TOKEN.search(kim.get("/console/places/find").text)
    assert token is not None
    found = kim.post("/console/places/find", data={"form_token": token[1], "words": "southside", "page": "9"})
    assert "Southside Pantry" in found.text
    assert "There are no older rows" in seen(kim, "/console/audit?before=1")
