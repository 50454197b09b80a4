"""Every address of the service, asked by everybody: who gets in and who does not is in ``route_table.py``."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, replace
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from sqlalchemy import make_url
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Message

from bot.app import House, build_line
from bot.console import clicks
from bot.console.navigation import entries_for
from bot.console.sign_in.cookies import Cookies
from bot.conversation import Case, CaseState, Urgency
from bot.directory.edits import FIELDS
from bot.settings import read_settings
from bot.store.cases import cases_of, save_case
from bot.store.coaches import add_coach
from bot.store.place_writing import add_place
from bot.store.staff import staff_by_email
from bot.store.thread import read_thread
from bot.web import build_web
from tests.integration.console_world import World
from tests.integration.engine import SettableClock
from tests.integration.route_table import ROLES, Line, read_table

LINES = read_table()
# Under the heading: what the page is for, in a sentence or two.
ABOUT = re.compile(r'</h1>(?:(?!<h2|<form).)*?<p class="soft[a-z ]* about">(.+?)</p>', re.DOTALL)
# What may be seen without a line in the audit: one's own sign-in, help, places, and empty forms for them.
SHOW_NOBODY = {
    "GET /console/help",
    "GET /console/me",
    "GET /console/places",
    "GET /console/places/import",
    "GET /console/places/new",
    "GET /console/places/{place}/edit",
    "GET /console/static/console.css",
    "GET /console/teach/training/live",
    "GET /console/welcome",
    "POST /console/words/{word}/look",
    "GET /console/desk/{other}/live",  # for a coach, who is told that it is another's
}
NOWHERE = ("/docs", "/openapi.json", "/debug", "/admin", "/.env", "/console/../.env", "/console/static/../visit.py")


@dataclass(frozen=True)
class Answer:
    status: int
    location: str
    first: str  # of the body, as far as it was sent at once

    @property
    def word(self) -> str:
        """The answer as the table names it."""
        if self.location.startswith("/console/sign-in"):
            return "sign-in"
        if "signed-out" in self.first:
            return "gone"
        if self.status in (403, 404, 405):
            return str(self.status)
        return "in" if self.status < 500 or self.status == 503 else str(self.status)


async def ask(app: ASGIApp, method: str, path: str, cookies: str, form: dict[str, str] | None) -> Answer:
    """One request; a live part is left after its first piece."""
    body, started, pieces = urlencode(form or {}).encode(), asyncio.Event(), list[bytes]()
    head: dict[str, object] = {}
    inbox = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        if inbox:
            return inbox.pop()
        await started.wait()
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            head.update(status=message["status"], headers=dict(message["headers"]))
        elif message.get("body"):
            pieces.append(message["body"])
            started.set()

    headers = [(b"host", b"localhost"), (b"cookie", cookies.encode())]
    headers += [(b"content-type", b"application/x-www-form-urlencoded")] if method == "POST" else []
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "http",
        "path": path, "raw_path": path.encode(), "query_string": b"", "root_path": "", "headers": headers,
        "client": ("127.0.0.1", 5), "server": ("localhost", 80),
    }  # fmt: skip
    await asyncio.wait_for(app(scope, receive, send), 20)
    location = head["headers"].get(b"location", b"").decode()  # type: ignore[attr-defined]  # a dict of headers
    return Answer(int(str(head["status"])), location, b"".join(pieces).decode(errors="replace"))


class Walk:
    """A line with four cases in four states, and everybody's browsers."""

    def __init__(self, house: House) -> None:
        clock = SettableClock()
        self.world = World(replace(house, clock=clock), clock)
        self.app = build_web(self.world.line, with_worker=False)
        dana, ben = self._coach("Dana", "+15550108"), self._coach("Ben", "+15550109")
        self.ids = {"none": "987654", "ben": str(ben), "nowhere": str(uuid4()), "place": self._place()}
        self.ids["word"] = "utter_welcome"
        for number, (name, holder) in enumerate((("own", dana), ("waiting", None), ("other", ben), ("ended", dana))):
            self._case(f"+1555010{number}", name, holder)
        self.browsers = {
            "anonymous": self.world.browser(),
            "unlinked": self.world.member("coach", "zoe@example.org"),
            "coach": self.world.member("coach", "dana@example.org", dana),
            "staff": self.world.member("staff", "ana@example.org"),
            "admin": self.world.member("admin", "kim@example.org"),
        }
        with self.world.house.database.read() as connection:
            ana = staff_by_email(connection, self.world.house.vault, "ana@example.org")
        assert ana is not None
        self.ids["ana"] = str(ana.id)
        self.browsers["anonymous"].get("/console/sign-in")

    def _place(self) -> str:
        values = {**dict.fromkeys(FIELDS, ""), "organization": "Southside Pantry", "phones": "215-555-0107"}
        now = self.world.clock.now().timestamp()
        return self.world.house.database.write(lambda c: add_place(c, "one", values, False, "staff:1", now))

    def _coach(self, name: str, phone: str) -> int:
        house, now = self.world.house, self.world.clock.now().timestamp()
        return house.database.write(lambda c: add_coach(c, house.vault, name, phone, ("en",), False, now))

    def _case(self, phone: str, name: str, holder: int | None) -> None:
        house, now = self.world.house, self.world.clock.now().timestamp()
        talk = self.world.text(phone, "words of the person")
        state = CaseState.HELD if holder else CaseState.ALERTING
        case = Case(0, "", state, Urgency.NORMAL, "asked", now, holder_id=holder, taken_at=now if holder else None)
        if name == "ended":
            case = replace(case, state=CaseState.CLOSED, closed_at=now)
        house.database.write(lambda c: save_case(c, house.vault, talk, case))
        with house.database.read() as connection:
            saved = cases_of(connection, house.vault, talk)[-1]
        with house.database.read() as connection:
            text = read_thread(connection, house.vault, talk).texts[0].id
        self.ids |= {name: str(saved.id), f"{name}_talk": str(talk), f"{name}_text": str(text)}

    def go(self, role: str, line: Line, **other: str) -> Answer:
        client = self.browsers[role]
        form = {"form_token": self._token(client), "key": "one-key-0123456789", **line.form, **other}
        path = line.path.format(**self.ids)
        cookies = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
        return asyncio.run(ask(self.app, line.method, path, cookies, form if line.method == "POST" else None))

    def _token(self, client: TestClient) -> str:
        cookies = Cookies(self.world.house.vault, self.world.house.settings.warmline_public_url)
        return cookies.form_token(client.cookies["warmline_form"])


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Who may come in does not depend on the database."""
    return sqlite_url


@pytest.fixture
def walk(house: House, monkeypatch: pytest.MonkeyPatch) -> Walk:
    monkeypatch.setattr(clicks, "PATIENCE_SECONDS", 0.0)  # nobody works here: a click is posted and not waited for
    return Walk(house)


@pytest.mark.parametrize("role", ROLES)
def test_everybody_gets_what_the_table_says(walk: Walk, role: str) -> None:
    got = {}
    for line in LINES:
        answer = walk.go(role, line)
        got[line.method, line.path] = answer.word
        if answer.word in ("403", "404", "sign-in", "gone"):
            assert "words of the person" not in answer.first
    assert got == {(line.method, line.path): line.answers[ROLES.index(role)] for line in LINES}


def test_each_page_says_under_its_heading_what_it_is_for(walk: Walk) -> None:
    silent, spoken = [], {}
    for role in ("anonymous", "coach", "staff", "admin"):
        for line in LINES:
            answer = walk.go(role, line) if line.method == "GET" and line.path.startswith("/console") else None
            if answer is None or answer.status != 200 or not answer.first.lower().startswith("<!doctype html>"):
                continue
            about = ABOUT.search(answer.first)
            words = re.sub("<[^>]+>", "", about[1]).split() if about else []
            if len(words) < 6 or not words[-1].endswith("."):
                silent.append((role, line.path))
            spoken[line.path] = words
    assert silent == []
    assert len(spoken) >= len({entry.path for entry in entries_for("admin")}) + 8


def test_whatever_shows_something_of_people_is_in_the_audit(walk: Walk) -> None:
    silent = set()
    for role in ("coach", "staff", "admin"):
        for line in LINES:
            if line.path.startswith("/console") and line.answers[ROLES.index(role)] == "in":
                before = len(walk.world.audited())
                if walk.go(role, line).status == 200 and len(walk.world.audited()) == before:
                    silent.add(f"{line.method} {line.path}")
    assert silent == SHOW_NOBODY
    assert walk.world.unexplained() == set(), "each look says why"
    assert len(set(walk.world.whys("read", "watch", "read_text"))) > 5


def test_the_live_part_of_another_coachs_case_shows_nothing_of_it(walk: Walk) -> None:
    live = next(line for line in LINES if line.path == "/console/desk/{other}/live")
    assert "words of the person" not in walk.go("coach", live).first
    assert "words of the person" not in walk.go("unlinked", live).first


def test_no_form_of_the_console_is_read_without_its_token(walk: Walk) -> None:
    forms = [line for line in LINES if line.method == "POST" and line.path.startswith("/console")]
    assert len(forms) > 10
    for line in forms:
        for token in ("", "0" * 64):
            assert walk.go("admin", line, form_token=token).status == 403, line.path


def test_with_a_real_carrier_there_is_no_simulator_and_no_page_for_developers(house: House) -> None:
    environment = {
        "WARMLINE_DATA_DIR": str(house.settings.warmline_data_dir),
        "WARMLINE_DATABASE_URL": make_url(house.settings.database_url).render_as_string(hide_password=False),
        "TWILIO_ACCOUNT_SID": "AC0123456789",
        "TWILIO_AUTH_TOKEN": "a token",
        "TWILIO_PHONE_NUMBER": "+15550198",
    }
    real = replace(house, settings=read_settings(environment, env_file=None))
    app = build_web(build_line(real, "tests:1"), with_worker=False)
    simulator = [line for line in LINES if line.path.startswith("/phone")]
    assert len(simulator) == 5
    for line in simulator:
        assert asyncio.run(ask(app, line.method, line.path, "", {})).status == 404, line.path
    for path in NOWHERE:
        assert asyncio.run(ask(app, "GET", path, "", None)).status == 404, path
