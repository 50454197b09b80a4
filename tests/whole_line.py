"""A whole line for tests that read like stories: people text it, coaches answer, time passes.

Everything is real but the phone network: database, mailbox, journey, wording, and Rasa where
a test asks for it. ``WholeLine`` handles each text to the end before the next line of the story.
"""

from __future__ import annotations

import asyncio
import time
from itertools import count
from typing import Any

from sqlalchemy import func, select, update

from bot.app import House, Line, build_line
from bot.assistant import RasaAssistant
from bot.conversation import Case, Person
from bot.gateway.carriers.simulator.carrier import SimulatorCarrier
from bot.message import InboundText, OutboundText
from bot.ports import HintReader
from bot.store.cases import cases_of
from bot.store.coaches import add_coach
from bot.store.conversations import PERSON_COLUMNS, find_conversation, open_person
from bot.store.journal import notes_of
from bot.store.messages import texts_of
from bot.store.tables import coach, conversation, event, message
from tests.integration.engine import SettableClock

DANA, MIGUEL = "+15550100", "+15550101"  # two people who text
COACH_AMY, COACH_BEN, COACH_EVA = "+15550102", "+15550103", "+15550104"
HUMAN_PHONE = "+15550199"
_sids = count(1)


class WholeLine:
    """A running line on one database, with a clock that the story can move forward."""

    def __init__(
        self,
        house: House,
        clock: SettableClock,
        assistant: RasaAssistant | None = None,
        hints: HintReader | None = None,
    ) -> None:
        self.house = house
        self.clock = clock
        self.carrier = SimulatorCarrier()
        self.sent: list[OutboundText] = []
        self.carrier.subscribe(lambda text, _sid: self.sent.append(text))
        self.line: Line = build_line(house, "tests:1", self.carrier, assistant, hints)

    def __enter__(self) -> WholeLine:
        self.line.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.line.stop()

    def coach(self, phone: str, name: str, languages: tuple[str, ...] = ("en",)) -> int:
        """A coach on call."""
        now = self.clock.now().timestamp()
        return self.house.database.write(
            lambda connection: add_coach(connection, self.house.vault, name, phone, languages, True, now)
        )

    def text(self, sender: str, body: str, sid: str | None = None, media: int = 0, opt_out: str | None = None) -> str:
        """``sender`` texts ``body``; returns what their phone shows because of it, joined by newlines."""
        before = len(self.sent)
        inbound = InboundText(sid or f"SMtest{next(_sids)}", sender, "+15550198", body, media, opt_out)
        asyncio.run(self.line.intake.accept(inbound))
        self.settle()
        return "\n".join(text.body for text in self.sent[before:] if text.to == sender)

    def supervisor(self, phone: str, name: str) -> int:
        """A supervisor on call."""
        found = self.coach(phone, name)
        change = update(coach).where(coach.c.id == found).values(supervisor=True)
        self.house.database.write(lambda connection: connection.execute(change))
        return found

    def bring(self, sender: str, body: str) -> None:
        """A text comes in; nobody need be there to handle it."""
        inbound = InboundText(f"SMtest{next(_sids)}", sender, "+15550198", body)
        asyncio.run(self.line.intake.accept(inbound))

    def conversation(self, phone: str) -> int:
        with self.house.database.read() as connection:
            found = find_conversation(connection, self.house.vault, phone)
        assert found is not None
        return found

    def wait(self, seconds: float) -> None:
        """Time passes; whatever comes due on the way is handled."""
        self.clock.forward(seconds)
        self.line.bell.ring()
        self.settle()

    def inbox(self, phone: str) -> list[str]:
        """Every text that reached ``phone``, oldest first."""
        return [text.body for text in self.sent if text.to == phone]

    def settle(self, seconds: float = 90.0) -> None:
        """Return when nothing is due and nobody holds a lease."""
        end = time.monotonic() + seconds
        while self._busy():
            if time.monotonic() > end:
                raise AssertionError("the line did not come to rest")
            time.sleep(0.005)

    def _busy(self) -> bool:
        # A moment ahead: what a worker posts while we look is due "now" by a later clock than ours.
        now = self.clock.now().timestamp() + 0.5
        with self.house.database.read() as connection:
            leased = select(func.count()).where(conversation.c.lease_owner.is_not(None))
            events = select(func.count()).where(event.c.handled_at.is_(None), event.c.due_at <= now)
            texts = select(func.count()).where(message.c.next_try_at <= now)
            return any(connection.execute(query).scalar_one() for query in (leased, events, texts))

    def texts(self, address: str) -> list[dict[str, Any]]:
        """Every row of the conversation with ``address``, oldest first."""
        with self.house.database.read() as connection:
            found = find_conversation(connection, self.house.vault, address)
            return texts_of(connection, self.house.vault, found) if found is not None else []

    def cases(self, phone: str) -> list[Case]:
        with self.house.database.read() as connection:
            found = find_conversation(connection, self.house.vault, phone)
            return cases_of(connection, self.house.vault, found) if found is not None else []

    def case(self, phone: str) -> Case:
        """The newest case of ``phone``."""
        return self.cases(phone)[-1]

    def notes(self, phone: str, kind: str | None = None) -> list[dict[str, object]]:
        """Journal details of ``phone``, oldest first."""
        with self.house.database.read() as connection:
            found = find_conversation(connection, self.house.vault, phone)
            assert found is not None
            notes = notes_of(connection, self.house.vault, found)
        return [{**note["detail"], "kind": note["kind"]} for note in notes if kind in (None, note["kind"])]

    def person(self, phone: str) -> Person:
        with self.house.database.read() as connection:
            found = find_conversation(connection, self.house.vault, phone)
            row = connection.execute(select(*PERSON_COLUMNS).where(conversation.c.id == found)).one()
        return open_person(self.house.vault, row)
