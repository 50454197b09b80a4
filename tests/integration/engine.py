"""A mailbox engine around a decision that a test chooses, over a real database."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from bot.conversation import Case, Event, Snapshot
from bot.gateway.carriers.simulator.carrier import SimulatorCarrier
from bot.gateway.outbox import Outbox
from bot.mailbox.bell import Bell
from bot.mailbox.dispatcher import Dispatcher
from bot.mailbox.intake import Intake
from bot.mailbox.worker import Worker
from bot.message import InboundText, OutboundText
from bot.outcome import Outcome, Speech
from bot.ports import Carrier
from bot.privacy import Vault
from bot.store.database import Database
from bot.store.snapshots import Rendered

Decide = Callable[[Snapshot, Event], Outcome]
DANA, MIGUEL = "+15550100", "+15550101"


class SettableClock:
    """Real time plus what the test adds."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def forward(self, seconds: float) -> None:
        self.ahead += timedelta(seconds=seconds)


def answer(snapshot: Snapshot, body: str) -> Outcome:
    """An outcome that says ``body`` to the person."""
    return Outcome(snapshot.person, speeches=[Speech(snapshot.conversation_id, "assistant", body=body)])


class Story:
    """Wraps a decision: remembers which events were decided, in which order."""

    def __init__(self, decide: Decide) -> None:
        self._decide = decide
        self._lock = threading.Lock()
        self.handled: list[tuple[int, str]] = []

    def handle(self, snapshot: Snapshot, event: Event) -> Outcome:
        with self._lock:
            self.handled.append((snapshot.conversation_id, event.text.body if event.text else event.name or event.kind))
        return self._decide(snapshot, event)

    def give_up(self, snapshot: Snapshot, event: Event) -> Outcome:
        return answer(snapshot, "a human was called")


class Engine:
    """One worker process's worth of mailbox; several over one database behave like several machines."""

    def __init__(
        self,
        database: Database,
        vault: Vault,
        decide: Decide,
        carrier: Carrier | None = None,
        owner: str = "one",
        threads: int = 4,
        clock: SettableClock | None = None,
    ) -> None:
        self.database, self.vault = database, vault
        self.clock = clock or SettableClock()
        self.story = Story(decide)
        self.delivered: list[OutboundText] = []
        simulator = SimulatorCarrier()
        simulator.subscribe(lambda text, _sid: self.delivered.append(text))
        self.carrier: Carrier = carrier or simulator
        self.worker = Worker(database, vault, self.clock, self.story, Outbox(self.carrier, self.clock), _as_is)
        self.bell = Bell()
        self.intake = Intake(database, vault, self.clock, self.bell)
        self.dispatcher = Dispatcher(database, self.clock, self.bell, owner, threads, self.worker.handle)

    def __enter__(self) -> Engine:
        self.dispatcher.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.dispatcher.stop()

    def text(self, sender: str, body: str, sid: str | None = None) -> None:
        """A text comes in; returns when it is stored."""
        text = InboundText(sid or f"SM-{sender}-{body}", sender, "+15550199", body)
        asyncio.run(self.intake.accept(text))

    def bodies_to(self, phone: str) -> list[str]:
        return [text.body for text in self.delivered if text.to == phone]


def _as_is(speech: Speech, case: Case | None) -> Rendered:
    return Rendered(speech, speech.body or "", 1)


def wait_until(what: Callable[[], bool], seconds: float = 60.0) -> None:
    """Poll until ``what()`` holds; fails the test after ``seconds``."""
    end = time.monotonic() + seconds
    while not what():
        if time.monotonic() > end:
            raise AssertionError("it did not happen in time")
        time.sleep(0.01)


def echo(snapshot: Snapshot, event: Event) -> Outcome:
    return answer(snapshot, f"you said {event.text.body}" if event.text else "timer")
