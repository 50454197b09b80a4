"""The coach pages over a real database with a worker that handles clicks; Rasa is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from bot.app import House
from bot.conversation import Case, CaseState, Urgency
from bot.message import InboundText
from bot.store.cases import cases_of, open_case_of, save_case
from bot.store.coaches import Profile, save_coach
from bot.store.messages import accept_text
from tests.integration.console_world import TOKEN, World
from tests.integration.engine import SettableClock, wait_until

MIGUEL, ROSA, DANA, BEN = "+15550100", "+15550101", "+15550108", "+15550109"
KEY = re.compile(r'name="key" value="([^"]+)"')


class DeskWorld(World):
    """A line at work, its coaches, and their browsers."""

    def coach(self, name: str, phone: str, supervisor: bool = False) -> int:
        vault, now = self.house.vault, self.clock.now().timestamp()
        # Not on call: the ladder is another story, and would text them.
        profile = Profile(("en",), on_call=False, supervisor=supervisor)
        return self.house.database.write(lambda c: save_coach(c, vault, name, phone, profile, now))

    def desk(self, coach_id: int, email: str) -> TestClient:
        """The browser of a coach who is signed in."""
        return self.member("coach", email, coach_id)

    def case(self, phone: str, urgency: Urgency = Urgency.NORMAL, holder: int | None = None, ago: float = 0) -> int:
        """Somebody who texted waits for a human, or has one; the id of the case."""
        own, now = self.text(phone, "words of the person"), self.clock.now().timestamp()
        wait_until(lambda: self._open_case(own) is not None)  # without Rasa every text calls a human
        case = self._open_case(own)
        assert case is not None
        # A case of an outage gets no alert of its own; one that was asked for does.
        known = replace(case, state=CaseState.ALERTING, urgency=urgency, reason="asked", opened_at=now - ago)
        if holder:
            known = replace(known, state=CaseState.HELD, holder_id=holder, taken_at=now, on_web=True)
        self.house.database.write(lambda connection: save_case(connection, self.house.vault, own, known))
        return case.id

    def stored_case(self, phone: str, minutes: float) -> None:
        """Straight into the store: somebody has waited for that long."""
        vault, now = self.house.vault, self.clock.now().timestamp()
        text = InboundText(f"SM{phone}", phone, "", "coach")
        own = self.house.database.write(lambda connection: accept_text(connection, vault, text, now))
        assert own is not None
        case = Case(0, "", CaseState.ALERTING, Urgency.NORMAL, "asked", now - 60 * minutes)
        self.house.database.write(lambda connection: save_case(connection, vault, own, case))

    def _open_case(self, own: int) -> Case | None:
        with self.house.database.read() as connection:
            return open_case_of(connection, self.house.vault, own)

    def case_of(self, phone: str) -> Case:
        """The newest case of a person."""
        own = self.conversation(phone)
        with self.house.database.read() as connection:
            return cases_of(connection, self.house.vault, own)[-1]

    def outgoing(self, phone: str) -> list[str]:
        """What the line sent to this phone, oldest first."""
        from bot.store.thread import read_thread

        own = self.conversation(phone)
        with self.house.database.read() as connection:
            texts = read_thread(connection, self.house.vault, own).texts
        return [text.body for text in texts if not text.inbound]


def load_places(world: DeskWorld) -> None:
    """The sample places and the ZIP codes around them."""
    from bot.directory_source.load import ensure_zip_areas, load_national, load_sample

    ensure_zip_areas(world.house.database)
    load_national(world.house.database)
    load_sample(world.house.database)


def press(client: TestClient, page: str, path: str, key: str = "", **fields: str) -> str:
    """Fill in a form of ``page``, send it to ``path`` and follow where it leads; the page that comes."""
    shown = client.get(page).text
    token, own = TOKEN.search(shown), KEY.search(shown)
    assert token is not None
    form = {"form_token": token[1], "key": key or (own[1] if own else "0123456789"), **fields}
    return client.post(path, data=form, follow_redirects=True).text


@pytest.fixture
def world(house: House) -> Iterator[DeskWorld]:
    clock = SettableClock()
    made = DeskWorld(replace(house, clock=clock), clock)
    made.line.start()
    yield made
    made.line.stop()
