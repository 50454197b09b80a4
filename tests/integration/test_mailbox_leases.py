"""One worker has a conversation at a time: those that vanish, restart, freeze or lose their lease."""

from __future__ import annotations

import threading
import time

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from bot.conversation import Event, Snapshot
from bot.errors import LeaseLost
from bot.outcome import Outcome
from bot.privacy import Vault
from bot.store.database import Database, make_engine
from bot.store.leases import LEASE_SECONDS, claim_due, prove
from bot.store.tables import conversation
from tests.integration.engine import DANA, Engine, SettableClock, answer, echo, wait_until


def test_a_worker_that_vanished_is_taken_over_after_its_lease(database: Database, vault: Vault) -> None:
    clock = SettableClock()
    engine = Engine(database, vault, echo, owner="living", clock=clock)
    engine.text(DANA, "hello")
    now = clock.now().timestamp()
    assert len(database.write(lambda connection: claim_due(connection, "dead", 5, now))) == 1
    with engine:
        time.sleep(0.7)
        assert engine.delivered == []
        clock.forward(LEASE_SECONDS + 1)
        wait_until(lambda: engine.bodies_to(DANA) == ["you said hello"])


def test_a_worker_that_restarts_goes_on_at_once(database: Database, vault: Vault) -> None:
    engine = Engine(database, vault, echo, owner="same name")
    engine.text(DANA, "hello")
    now = engine.clock.now().timestamp()
    database.write(lambda connection: claim_due(connection, "same name", 5, now))
    with engine:
        wait_until(lambda: engine.bodies_to(DANA) == ["you said hello"], LEASE_SECONDS / 2)


def test_a_frozen_worker_that_wakes_up_can_change_nothing(database: Database, vault: Vault) -> None:
    clock = SettableClock()
    frozen = threading.Event()
    asleep = threading.Event()

    def sleeps(snapshot: Snapshot, event: Event) -> Outcome:
        asleep.set()
        frozen.wait(20)
        return answer(snapshot, "from the frozen worker")

    old = Engine(database, vault, sleeps, owner="old", clock=clock)
    new = Engine(database, vault, echo, owner="new", clock=clock)
    with old:
        old.text(DANA, "hello")
        assert asleep.wait(5)
        clock.forward(LEASE_SECONDS + 1)
        with new:
            wait_until(lambda: new.bodies_to(DANA) == ["you said hello"])
            frozen.set()
    assert old.delivered == []
    assert new.bodies_to(DANA) == ["you said hello"]


def test_a_lost_lease_proves_nothing(database: Database, vault: Vault) -> None:
    engine = Engine(database, vault, echo)
    engine.text(DANA, "hello")
    now = engine.clock.now().timestamp()
    (first,) = database.write(lambda connection: claim_due(connection, "one", 1, now))
    later = now + LEASE_SECONDS + 1
    (second,) = database.write(lambda connection: claim_due(connection, "two", 1, later))
    assert second.epoch == first.epoch + 1
    with pytest.raises(LeaseLost):
        database.write(lambda connection: prove(connection, first, later))


def test_a_worker_frozen_in_a_transaction_does_not_keep_its_locks(postgres_url: str, vault: Vault) -> None:
    """Somebody holds a person's row and never goes on: their next text is stored all the same."""
    database, frozen = Database(make_engine(postgres_url)), Database(make_engine(postgres_url))
    with Engine(database, vault, echo) as engine:
        engine.text(DANA, "one")
        wait_until(lambda: engine.bodies_to(DANA) == ["you said one"])
        with frozen.engine.connect() as holder:
            holder.execute(select(conversation.c.id).with_for_update()).all()
            engine.text(DANA, "two")
            wait_until(lambda: engine.bodies_to(DANA) == ["you said one", "you said two"], 30)
            with pytest.raises(DBAPIError):
                holder.execute(select(conversation.c.id)).all()
            holder.invalidate()
    frozen.close()
    database.close()
