"""What is due: timers, and clocks that are set back or ran ahead."""

from __future__ import annotations

import time

import pytest
from sqlalchemy import Connection
from sqlalchemy.event import listens_for

from bot.conversation import Event, Snapshot
from bot.message import InboundText
from bot.outcome import Outcome, Timer
from bot.privacy import Vault
from bot.store.clock_steps import mend_times
from bot.store.database import Database, make_engine
from bot.store.events import next_event
from bot.store.leases import LEASE_SECONDS, claim_due
from bot.store.messages import accept_text
from tests.integration.engine import DANA, MIGUEL, Engine, SettableClock, answer, echo, wait_until


def test_a_timer_rings_when_due_and_a_new_one_of_its_name_replaces_it(database: Database, vault: Vault) -> None:
    clock = SettableClock()

    def sets_timers(snapshot: Snapshot, event: Event) -> Outcome:
        outcome = answer(snapshot, "rang" if event.kind == "timer" else "set")
        if event.text:
            outcome.timers.append(Timer("wake", snapshot.now + (1000 if event.text.body == "first" else 60)))
        return outcome

    with Engine(database, vault, sets_timers, clock=clock) as engine:
        engine.text(DANA, "first")
        engine.text(DANA, "second")
        wait_until(lambda: engine.bodies_to(DANA) == ["set", "set"])
        clock.forward(61)
        wait_until(lambda: engine.bodies_to(DANA) == ["set", "set", "rang"])
        clock.forward(2000)
        time.sleep(0.7)
        assert engine.bodies_to(DANA) == ["set", "set", "rang"]


@pytest.mark.parametrize("pause", [0.0, 1.5])
def test_a_clock_that_is_set_back_lets_nobody_wait(database: Database, vault: Vault, pause: float) -> None:
    """Texts, a dead worker's lease and timers from before; the clock loses an hour while the line runs."""
    clock = SettableClock()
    clock.forward(3600)

    def sets_a_timer(snapshot: Snapshot, event: Event) -> Outcome:
        outcome = echo(snapshot, event)
        if event.text and event.text.body == "wake me":
            outcome.timers.append(Timer("wake", snapshot.now + 2))
        return outcome

    with Engine(database, vault, sets_a_timer, clock=clock) as engine:
        engine.text(DANA, "wake me")
        wait_until(lambda: engine.bodies_to(DANA) == ["you said wake me"])
        ahead = clock.now().timestamp()
        clock.forward(-3600)
        time.sleep(pause)  # the step is seen before, or after, the text is stored
        late = InboundText("SM7", MIGUEL, "+15550199", "hello")  # its web process looked at the clock before
        database.write(lambda connection: accept_text(connection, vault, late, ahead))
        wait_until(lambda: engine.bodies_to(DANA) == ["you said wake me", "timer"], 30)
        wait_until(lambda: engine.bodies_to(MIGUEL) == ["you said hello"], 30)


def test_a_text_that_comes_while_times_are_mended_is_mended_at_the_next_look(postgres_url: str, vault: Vault) -> None:
    """On SQLite, with its one writer, nothing comes in between."""
    database = Database(make_engine(postgres_url))
    now = SettableClock().now().timestamp()
    late = InboundText("SM7", MIGUEL, "+15550199", "hello")

    def mend(connection: Connection) -> int:
        @listens_for(connection, "after_cursor_execute", once=True)
        def comes_in_between(*_: object) -> None:
            database.write(lambda other: accept_text(other, vault, late, now + 3600))

        return mend_times(connection, now)

    try:
        mended = database.write(mend) + database.write(lambda connection: mend_times(connection, now))
        assert mended == 1
        (lease,) = database.write(lambda connection: claim_due(connection, "one", 5, now))
        with database.read() as connection:
            assert next_event(connection, vault, lease.conversation_id, now)
    finally:
        database.close()


def test_what_a_clock_that_ran_ahead_left_behind_is_found_at_the_next_start(database: Database, vault: Vault) -> None:
    clock = SettableClock()
    clock.forward(3600)
    engine = Engine(database, vault, echo, owner="living", clock=clock)
    engine.text(DANA, "hello")
    now = clock.now().timestamp()
    database.write(lambda connection: claim_due(connection, "dead", 5, now))
    engine.text(MIGUEL, "hello")
    clock.forward(-3600)
    with engine:
        wait_until(lambda: engine.bodies_to(MIGUEL) == ["you said hello"], 30)
        clock.forward(LEASE_SECONDS + 2)
        wait_until(lambda: engine.bodies_to(DANA) == ["you said hello"], 30)
