"""The console over a real database, without a browser: requests in, answers out."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, field

from httpx2 import Response
from sqlalchemy import select, update
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.app import House, Line, build_line
from bot.console.routes import console_routes
from bot.message import InboundText
from bot.phone.routes import phone_routes
from bot.store.conversations import find_conversation
from bot.store.staff import invite
from bot.store.staff_tables import audit
from bot.store.tables import event
from tests.integration.engine import SettableClock

PASSWORD = "warm words on a cold night"
LOOKS = ("read", "list", "watch", "search", "show", "export")  # how the names of looks begin in the audit
TOKEN = re.compile(r'name="form_token" value="([^"]+)"')


@dataclass
class World:
    """A line that takes texts in (nobody handles them), and browsers before its console."""

    house: House
    clock: SettableClock
    line: Line = field(init=False)
    _texts: int = 0

    def __post_init__(self) -> None:
        self.line = build_line(self.house, "tests:1")

    def browser(self) -> TestClient:
        app = Starlette(routes=[*console_routes(self.line), *phone_routes(self.line)])
        return TestClient(app, follow_redirects=False)

    def text(self, phone: str, body: str) -> int:
        """``phone`` texts; returns the id of its conversation."""
        self._texts += 1
        text = InboundText(f"SMconsole{self._texts}", phone, "+15550198", body)
        asyncio.run(self.line.intake.accept(text))
        return self.conversation(phone)

    def all_read(self) -> None:
        """As if the line had handled every text: no worker runs here."""
        done = update(event).values(handled_at=self.clock.now().timestamp())
        self.house.database.write(lambda connection: connection.execute(done))

    def conversation(self, phone: str) -> int:
        with self.house.database.read() as connection:
            found = find_conversation(connection, self.house.vault, phone)
        assert found is not None
        return found

    def invite(self, email: str, role: str, coach_id: int | None = None) -> str:
        now, vault = self.clock.now().timestamp(), self.house.vault
        return self.house.database.write(lambda connection: invite(connection, vault, email, role, now, coach_id))

    def member(self, role: str = "staff", email: str = "ana@example.org", coach_id: int | None = None) -> TestClient:
        """The browser of somebody who set a password and is signed in."""
        client, code = self.browser(), self.invite(email, role, coach_id)
        answer = post(client, "/console/welcome", code=code, password=PASSWORD, repeat=PASSWORD)
        assert answer == 303
        return client

    def audited(self) -> list[tuple[str, str, str | None]]:
        with self.house.database.read() as connection:
            rows = connection.execute(select(audit.c.actor, audit.c.action, audit.c.subject).order_by(audit.c.id))
            return [(row.actor, row.action, row.subject) for row in rows]

    def whys(self, *actions: str) -> list[str | None]:
        """Why each of ``actions`` was done, as the audit tells it."""
        with self.house.database.read() as connection:
            rows = select(audit.c.why).where(audit.c.action.in_(actions)).order_by(audit.c.id)
            return list(connection.execute(rows).scalars())

    def unexplained(self) -> set[str]:
        """Looks of the audit that have no why."""
        with self.house.database.read() as connection:
            rows = connection.execute(select(audit.c.action, audit.c.why))
            return {row.action for row in rows if row.action.startswith(LOOKS) and not row.why}


def send(client: TestClient, path: str, page: str = "", **fields: str) -> Response:
    """Fill in the form of ``page`` (the same address unless given) and send it; the answer."""
    token = TOKEN.search(client.get(page or path).text)
    assert token is not None
    return client.post(path, data={"form_token": token[1], **fields})


def post(client: TestClient, path: str, page: str = "", **fields: str) -> int:
    """As :func:`send`; the status."""
    return send(client, path, page, **fields).status_code


def sign_in(client: TestClient, email: str = "ana@example.org", password: str = PASSWORD) -> int:
    return post(client, "/console/sign-in", email=email, password=password)
