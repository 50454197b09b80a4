"""A line that has been used for a while: people, texts, cases, dangers, straight into the database."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert

from bot.app import House
from bot.message import NEEDS
from bot.store.conversations import conversation_for
from bot.store.journal import tag
from bot.store.tables import conversation, handoff, journal, message
from bot.store.text_counts import count_text

HOUR, DAY = 3600.0, 86400.0


@dataclass
class BusyLine:
    """Writes what happened; ``now`` is the moment from which everything is counted back."""

    house: House
    now: float

    def person(self, number: int) -> int:
        """The conversation with an invented person."""
        vault, at = self.house.vault, self.now
        return self.house.database.write(lambda c: conversation_for(c, vault, f"+15550199{number:04}", at))

    def text(self, own: int, ago: float, inbound: bool = True, status: str = "delivered", body: str = "hello") -> None:
        """One text so many seconds ago."""
        at, vault = self.now - ago, self.house.vault

        def save(connection: Connection) -> None:
            connection.execute(
                insert(message).values(
                    conversation_id=own,
                    direction="in" if inbound else "out",
                    author="recoveree" if inbound else "assistant",
                    body_sealed=vault.seal(body),
                    created_at=at,
                    status="received" if inbound else status,
                )
            )
            count_text(connection, own, inbound, at)
            if inbound:
                connection.execute(conversation.update().where(conversation.c.id == own).values(last_text_at=at))

        self.house.database.write(save)

    def case(self, own: int, ago: float, answered: float | None = 60.0, **values: Any) -> None:
        """A case that was closed after a quarter of an hour, unless ``values`` say otherwise."""
        at = self.now - ago
        row = {
            "code": f"K{own}", "conversation_id": own, "state": "closed", "urgency": "normal", "reason": "asked",
            "rung": 0, "opened_at": at, "answered_at": None if answered is None else at + answered,
            "closed_at": at + 900, **values,
        }  # fmt: skip
        self.house.database.write(lambda c: c.execute(insert(handoff).values(**row)))

    def danger(self, own: int, ago: float, kind: str = "crisis") -> None:
        row = {"conversation_id": own, "at": self.now - ago, "kind": kind}
        self.house.database.write(lambda c: c.execute(insert(journal).values(**row)))

    def need(self, own: int, ago: float, *needs: str) -> None:
        vault, at = self.house.vault, self.now - ago
        self.house.database.write(lambda c: tag(c, vault, own, [f"need:{need}" for need in needs], at))

    def week(self, people: int = 80) -> None:
        """A week of people who mostly write in the evening; the same one every time."""
        chance = random.Random(11)
        for number in range(people):
            own, ago = self.person(number), chance.random() * 6.9 * DAY + 10 * 60
            for turn in range(chance.randrange(1, 5)):
                self.text(own, ago - turn * 120)
                self.text(own, ago - turn * 120 - 3, inbound=False)
            self.need(own, ago, *chance.sample(NEEDS[:8], chance.choice((1, 1, 2))))
            if chance.random() < 0.3:
                crisis = chance.random() < 0.2
                self.case(own, ago, chance.expovariate(1 / 120), urgency="crisis" if crisis else "normal")
                if crisis:
                    self.danger(own, ago)
