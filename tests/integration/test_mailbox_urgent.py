"""Danger goes before a pile of other texts, also when something stumbles over it at first."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from bot.conversation import Case, CaseState, Event, Snapshot, Urgency
from bot.mailbox.intake import Intake
from bot.mailbox.worker import RETRY_SECONDS
from bot.message import InboundText
from bot.outcome import Outcome
from bot.privacy import Vault
from bot.store.cases import save_case
from bot.store.conversations import conversation_for
from bot.store.database import Database
from bot.store.events import add_event
from bot.store.leases import claim_due
from bot.store.messages import accept_text
from tests.integration.engine import DANA, MIGUEL, Engine, SettableClock, echo, wait_until

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


def test_the_next_alert_of_a_crisis_goes_before_the_pile_and_a_text_of_danger_before_it(
    database: Database, vault: Vault
) -> None:
    now = SettableClock().now().timestamp()

    def text(connection: Connection, phone: str, urgent: bool = False) -> None:
        accept_text(connection, vault, InboundText(f"SM{phone}", phone, "", "hello"), now - 60, urgent=urgent)

    def set_up(connection: Connection) -> int:
        for phone in PILE:
            text(connection, phone)
        own = conversation_for(connection, vault, DANA, now)
        opened = Case(0, "", CaseState.ALERTING, Urgency.CRISIS, "danger", now - 61)
        save_case(connection, vault, own, opened)
        add_event(connection, vault, own, "timer", {}, now - 61, name="alert", due_at=now - 1)
        text(connection, MIGUEL, urgent=True)
        return own

    dana = database.write(set_up)
    miguel = database.write(lambda c: conversation_for(c, vault, MIGUEL, now))
    taken = [database.write(lambda c: claim_due(c, "one", 1, now))[0].conversation_id for _ in range(3)]
    assert taken[:2] == [miguel, dana]
    assert taken[2] not in (miguel, dana)


def test_a_crisis_that_is_over_waits_its_turn(database: Database, vault: Vault) -> None:
    now = SettableClock().now().timestamp()

    def set_up(connection: Connection) -> int:
        accept_text(connection, vault, InboundText("SM1", MIGUEL, "", "hello"), now - 60)
        own = conversation_for(connection, vault, DANA, now)
        over = Case(0, "", CaseState.ALERTING, Urgency.CRISIS, "danger", now - 61)
        saved = save_case(connection, vault, own, over)
        save_case(connection, vault, own, replace(saved, state=CaseState.CLOSED, closed_at=now - 2))
        add_event(connection, vault, own, "timer", {}, now - 61, name="later", due_at=now - 1)
        return own

    dana = database.write(set_up)
    (lease,) = database.write(lambda connection: claim_due(connection, "one", 1, now))
    assert lease.conversation_id != dana
