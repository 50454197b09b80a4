"""Texts on their way out: receipts, look-ups and retries in any order send nothing twice and lose nothing."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection
from dataclasses import replace

import pytest
from sqlalchemy import Connection, event, func, select

from bot.conversation import Case, CaseState, Event, Snapshot, Urgency
from bot.errors import DecidedTooLate
from bot.message import Delivery, Fate, OutboundText, Receipt, SendResult
from bot.outcome import Outcome, Speech
from bot.privacy import Vault
from bot.store.coaches import add_coach
from bot.store.conversations import find_conversation
from bot.store.database import Database
from bot.store.events import lock_conversation, next_event
from bot.store.messages import add_outbound, mark_sending, settle
from bot.store.snapshots import load_snapshot, save_outcome
from bot.store.tables import conversation, message
from bot.store.tables import event as event_table
from bot.store.verdicts import save_receipt
from tests.integration.engine import DANA, MIGUEL, Engine, SettableClock, answer, wait_until


def same_words(snapshot: Snapshot, event: Event) -> Outcome:
    return answer(snapshot, "I hear you.") if event.kind == "text" else Outcome(snapshot.person)


class Carrier:
    """Answers each send with the next of ``fates`` (then always SENT); finds texts as Twilio does, by their words."""

    name = "scripted"

    def __init__(self, *fates: Fate, before_answer: Callable[[OutboundText, str], None] | None = None) -> None:
        self.fates = list(fates)
        self.before_answer = before_answer
        self.taken: list[tuple[str, OutboundText]] = []

    def send(self, text: OutboundText) -> SendResult:
        fate = self.fates.pop(0) if self.fates else Fate.SENT
        if fate in (Fate.LATER, Fate.REFUSED):
            return SendResult(fate)
        if fate is Fate.UNKNOWN and self.before_answer is None:
            return SendResult(fate)  # it never got there, but nobody knows
        sid = f"SMout{len(self.taken)}"
        self.taken.append((sid, text))
        if self.before_answer is not None:
            self.before_answer(text, sid)
        return SendResult(fate, sid if fate is Fate.SENT else None)

    def find(self, text: OutboundText, known_sids: Collection[str] = ()) -> str | None:
        return next((sid for sid, one in self.taken if one.body == text.body and sid not in known_sids), None)


def test_equal_words_just_before_are_not_taken_for_the_lost_text(database: Database, vault: Vault) -> None:
    carrier, clock = Carrier(Fate.SENT, Fate.UNKNOWN), SettableClock()
    with Engine(database, vault, same_words, carrier=carrier, clock=clock) as engine:
        engine.text(DANA, "one")
        wait_until(lambda: len(carrier.taken) == 1)
        engine.text(DANA, "two")
        wait_until(lambda: not carrier.fates)
        for _ in range(3):
            time.sleep(0.2)
            clock.forward(6)
        wait_until(lambda: len(carrier.taken) == 2)


def test_a_receipt_before_a_lost_answer_is_the_answer(database: Database, vault: Vault) -> None:
    clock = SettableClock()

    def receipt(text: OutboundText, sid: str) -> None:
        arrived = Receipt(sid, Delivery.DELIVERED, message_id=text.message_id)
        database.write(lambda connection: save_receipt(connection, vault, arrived, clock.now().timestamp()))

    carrier = Carrier(Fate.UNKNOWN, before_answer=receipt)
    with Engine(database, vault, same_words, carrier=carrier, clock=clock) as engine:
        engine.text(DANA, "one")
        wait_until(lambda: len(carrier.taken) == 1)
        for _ in range(4):
            time.sleep(0.2)
            clock.forward(6)
        time.sleep(0.6)
    assert len(carrier.taken) == 1
    with database.read() as connection:
        sent = connection.execute(select(message.c.status).where(message.c.direction == "out")).scalars().all()
    assert sent == [Delivery.DELIVERED]


def test_a_failure_receipt_that_meets_the_answer_to_the_send_is_not_dropped(database: Database, vault: Vault) -> None:
    engine = Engine(database, vault, same_words)
    engine.text(DANA, "one")
    now = engine.clock.now().timestamp()

    def queue(connection: Connection) -> int:
        dana = find_conversation(connection, vault, DANA)
        row = add_outbound(connection, vault, {"conversation_id": dana, "author": "system"}, "hi", now)
        mark_sending(connection, row, now)
        return row

    row = database.write(queue)
    locked, go = threading.Event(), threading.Event()

    def settles(connection: Connection) -> None:
        lock_conversation(connection, 1)
        locked.set()
        go.wait(5)
        settle(connection, row, Delivery.SENT, SendResult(Fate.SENT, "SMx"), now)

    worker = threading.Thread(target=lambda: database.write(settles))
    worker.start()
    assert locked.wait(5)
    failed = Receipt("SMx", Delivery.FAILED, message_id=row)
    web = threading.Thread(target=lambda: database.write(lambda c: save_receipt(c, vault, failed, now)))
    web.start()
    time.sleep(0.3)
    go.set()
    worker.join()
    web.join()
    with database.read() as connection:
        status = connection.execute(select(message.c.status).where(message.c.id == row)).scalar_one()
        told = connection.execute(select(func.count()).where(event_table.c.kind == "undelivered")).scalar_one()
    assert (status, told) == (Delivery.FAILED, 1)


def test_a_text_that_must_wait_keeps_nobody_busy(database: Database, vault: Vault) -> None:
    def two(snapshot: Snapshot, event: Event) -> Outcome:
        outcome = answer(snapshot, "first")
        outcome.speeches.append(Speech(snapshot.conversation_id, "assistant", body="second"))
        return outcome

    claims: list[str] = []

    def count(_c: object, _u: object, statement: str, *_: object) -> None:
        if "UPDATE conversation SET lease_owner" in statement:
            claims.append(statement)

    event.listen(database.engine, "before_cursor_execute", count)
    carrier = Carrier(*[Fate.LATER] * 8)
    with Engine(database, vault, two, carrier=carrier) as engine:
        engine.text(DANA, "hello")
        wait_until(lambda: len(carrier.fates) == 7)
        claims.clear()
        time.sleep(1.2)
    assert len(claims) <= 4


def test_the_goodbye_of_an_erasure_survives_a_busy_carrier(database: Database, vault: Vault) -> None:
    def erases(snapshot: Snapshot, event: Event) -> Outcome:
        return replace(answer(snapshot, "all is erased"), erase=True)

    carrier, clock = Carrier(Fate.LATER), SettableClock()
    with Engine(database, vault, erases, carrier=carrier, clock=clock) as engine:
        engine.text(DANA, "yes")
        wait_until(lambda: not carrier.fates)
        time.sleep(0.2)
        clock.forward(10)
        wait_until(lambda: [text.body for _, text in carrier.taken] == ["all is erased"])
        wait_until(lambda: _number_is_gone(database))


def _number_is_gone(database: Database) -> bool:
    with database.read() as connection:
        return connection.execute(select(conversation.c.phone_sealed)).scalar_one() is None


def test_a_text_that_came_after_the_wish_to_erase_is_not_erased_with_it(database: Database, vault: Vault) -> None:
    go, begun = threading.Event(), threading.Event()

    def erases(snapshot: Snapshot, event: Event) -> Outcome:
        body = event.text.body if event.text else ""
        if body != "yes":
            return answer(snapshot, f"you said {body}")
        begun.set()
        go.wait(10)
        return replace(answer(snapshot, "all is erased"), erase=True)

    with Engine(database, vault, erases) as engine:
        engine.text(DANA, "yes")
        assert begun.wait(5)
        engine.text(DANA, "i need help now")
        go.set()
        wait_until(lambda: engine.bodies_to(DANA) == ["all is erased", "you said i need help now"], 5)


def test_a_text_that_takes_its_process_down_again_and_again_ends_at_a_human(database: Database, vault: Vault) -> None:
    """A process that restarts under its own name takes its work up at once; that must be counted too."""
    from bot.store.leases import claim_due, free_own

    engine = Engine(database, vault, same_words, owner="one")
    engine.text(DANA, "poison")
    now = engine.clock.now().timestamp()
    for _ in range(3):  # claimed, killed, restarted
        assert database.write(lambda connection: claim_due(connection, "one", 1, now))
        database.write(lambda connection: free_own(connection, "one", now))
    with engine:
        wait_until(lambda: engine.bodies_to(DANA) == ["a human was called"])


def test_a_reply_that_cannot_be_put_into_words_ends_at_a_human(database: Database, vault: Vault) -> None:
    clock = SettableClock()
    engine = Engine(database, vault, same_words, clock=clock)
    as_it_is = engine.worker._render  # the words are what fails here

    def fails(speech: Speech, case: object) -> object:
        if speech.body == "I hear you.":
            raise KeyError("no such response")
        return as_it_is(speech, None)

    engine.worker._render = fails  # type: ignore[assignment]
    with engine:
        engine.text(DANA, "hello")
        for _ in range(120):  # time passes until it was tried often enough, however slow this machine is
            if engine.bodies_to(DANA):
                break
            time.sleep(0.25)
            clock.forward(7)
        assert engine.bodies_to(DANA) == ["a human was called"]


def test_two_cases_taken_in_the_same_moment_give_the_coach_one(database: Database, vault: Vault) -> None:
    """Both were decided before either was saved: the second is decided again, with what is true by then."""
    engine = Engine(database, vault, same_words)
    amy = database.write(lambda connection: add_coach(connection, vault, "Amy", "+15550102", ("en",), True, 1.0))
    for phone in (DANA, MIGUEL):
        engine.text(phone, "coach")

    def take(connection: Connection, phone: str) -> None:
        own = find_conversation(connection, vault, phone)
        assert own is not None
        found = next_event(connection, vault, own, engine.clock.now().timestamp())
        assert found is not None
        snapshot = load_snapshot(connection, vault, own, found, 1.0)
        taken = Case(0, "", CaseState.HELD, Urgency.NORMAL, "asked", 1.0, holder_id=amy)
        save_outcome(connection, vault, snapshot, found, Outcome(snapshot.person, case=taken), [], 1.0)

    database.write(lambda connection: take(connection, DANA))
    with pytest.raises(DecidedTooLate):
        database.write(lambda connection: take(connection, MIGUEL))
