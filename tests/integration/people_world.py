"""An organisation before its console: administrators, staff and coaches, in requests."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace

import pytest
from sqlalchemy import select
from starlette.testclient import TestClient

from bot.app import House
from bot.conversation import Coach
from bot.store.coaches import add_coach, coach_by_id
from bot.store.staff import staff_by_email
from bot.store.staff_tables import audit
from tests.integration.console_world import TOKEN, World
from tests.integration.engine import SettableClock

KIM, LEE, ANA = "kim@example.org", "lee@example.org", "ana@example.org"
DANA, BEN, MIGUEL, ROSA = "+15550108", "+15550109", "+15550100", "+15550101"
PEOPLE = "/console/people"
CODE = re.compile(r"/console/welcome#([A-Z0-9-]+)")


@dataclass(frozen=True)
class Answer:
    """The page that a form led to; ``text`` is read as a person reads it."""

    status: int
    text: str


class PeopleWorld(World):
    """A line with one administrator, Kim, who is signed in."""

    def coach(self, name: str = "Dana", phone: str = DANA) -> int:
        vault, now = self.house.vault, self.clock.now().timestamp()
        return self.house.database.write(lambda c: add_coach(c, vault, name, phone, ("en",), True, now))

    def known_coach(self, coach_id: int) -> Coach:
        with self.house.database.read() as connection:
            found = coach_by_id(connection, self.house.vault, coach_id)
        assert found is not None
        return found

    def id_of(self, email: str) -> int:
        with self.house.database.read() as connection:
            found = staff_by_email(connection, self.house.vault, email)
        assert found is not None
        return found.id

    def audited_why(self, action: str) -> list[tuple[str, str | None, str | None]]:
        """Who did it, to what, and what the audit says about it."""
        rows = select(audit.c.actor, audit.c.subject, audit.c.why).where(audit.c.action == action).order_by(audit.c.id)
        with self.house.database.read() as connection:
            return [(row.actor, row.subject, row.why) for row in connection.execute(rows)]


def fill(client: TestClient, path: str, page: str = "", **fields: str) -> Answer:
    """Fill in the form of ``page`` (``path`` unless given), send it, and follow where it leads."""
    token = TOKEN.search(client.get(page or path).text)
    assert token is not None
    form = {"form_token": token[1], **{name.replace("__", "-"): value for name, value in fields.items()}}
    answer = client.post(path, data=form, follow_redirects=True)
    return Answer(answer.status_code, html.unescape(answer.text))


def one_time_code(answer: Answer) -> str:
    found = CODE.search(answer.text)
    assert found is not None, answer.text
    return found[1]


@pytest.fixture
def world(house: House) -> PeopleWorld:
    clock = SettableClock()
    return PeopleWorld(replace(house, clock=clock), clock)
