"""Danger goes before a pile of other texts, also when something stumbles over it at first."""

from __future__ import annotations

from bot.conversation import Event, Snapshot
from bot.mailbox.intake import Intake
from bot.mailbox.worker import RETRY_SECONDS
from bot.outcome import Outcome
from bot.privacy import Vault
from bot.store.database import Database
from tests.integration.engine import DANA, Engine, SettableClock, echo, wait_until

PILE = [f"+155502{number:05}" for number in range(12)]


def test_danger_that_is_put_off_keeps_its_place_before_the_pile(database: Database, vault: Vault) -> None:
    clock, tried = SettableClock(), list[int]()

    def stumbles(snapshot: Snapshot, event: Event) -> Outcome:
        if event.text is not None and event.text.body == "danger":
            tried.append(event.id)
            if len(tried) == 1:
                raise ValueError("something that passes")
        clock.forward(RETRY_SECONDS / 2)  # each text takes its time
        return echo(snapshot, event)

    engine = Engine(database, vault, stumbles, threads=1, clock=clock)
    engine.intake = Intake(database, vault, clock, engine.bell, urgent=lambda body: body == "danger")
    for phone in PILE:
        engine.text(phone, "hello")
    engine.text(DANA, "danger")
    with engine:
        wait_until(lambda: len(engine.delivered) == len(PILE) + 1)
    order = [text.to for text in engine.delivered]
    assert len(tried) == 2
    assert order.index(DANA) <= 5, "it waited behind the pile"
