"""The mailbox over real databases: nothing lost, nothing twice, in order, taken over, fenced."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from pathlib import Path

from bot.conversation import Event, Snapshot
from bot.message import Fate, OutboundText, SendResult
from bot.outcome import Outcome, Post, Speech
from bot.privacy import Vault
from bot.store.conversations import find_conversation
from bot.store.database import Database, make_engine
from tests.integration.engine import DANA, MIGUEL, Engine, SettableClock, answer, echo, wait_until


def test_a_text_brought_five_times_gets_one_turn_and_one_reply(database: Database, vault: Vault) -> None:
    slow = threading.Event()

    def thinks(snapshot: Snapshot, event: Event) -> Outcome:
        slow.wait(5)
        return echo(snapshot, event)

    with Engine(database, vault, thinks) as engine:
        engine.text(DANA, "hello", sid="SM1")
        wait_until(lambda: bool(engine.story.handled))
        for _ in range(4):  # while the first is being handled
            engine.text(DANA, "hello", sid="SM1")
        slow.set()
        wait_until(lambda: bool(engine.delivered))
        engine.text(DANA, "hello", sid="SM1")  # and after it
        engine.text(DANA, "bye", sid="SM2")
        wait_until(lambda: len(engine.delivered) == 2)
    assert [body for _, body in engine.story.handled] == ["hello", "bye"]
    assert engine.bodies_to(DANA) == ["you said hello", "you said bye"]


def test_texts_of_one_person_are_answered_in_order_and_of_many_people_side_by_side(
    database: Database, vault: Vault
) -> None:
    phones = [f"+155501{number:02}" for number in range(6)]
    with Engine(database, vault, echo, threads=8) as engine:
        senders = [
            threading.Thread(target=lambda phone=phone: [engine.text(phone, f"{n}") for n in range(12)])
            for phone in phones
        ]
        for sender in senders:
            sender.start()
        for sender in senders:
            sender.join()
        wait_until(lambda: len(engine.delivered) == 12 * len(phones), 30)
    for phone in phones:
        assert engine.bodies_to(phone) == [f"you said {n}" for n in range(12)]


def test_a_slow_conversation_does_not_hold_up_others(database: Database, vault: Vault) -> None:
    release = threading.Event()

    def slow_for_dana(snapshot: Snapshot, event: Event) -> Outcome:
        if event.text and event.text.body == "slow":
            release.wait(10)
        return echo(snapshot, event)

    with Engine(database, vault, slow_for_dana, threads=2) as engine:
        engine.text(DANA, "slow")
        engine.text(MIGUEL, "quick")
        wait_until(lambda: engine.bodies_to(MIGUEL) == ["you said quick"])
        assert engine.bodies_to(DANA) == []
        release.set()
        wait_until(lambda: engine.bodies_to(DANA) == ["you said slow"])


def test_an_event_posted_to_another_conversation_is_handled_there(database: Database, vault: Vault) -> None:
    def passes_on(snapshot: Snapshot, event: Event) -> Outcome:
        if event.kind == "hint":
            return answer(snapshot, "somebody thought of you")
        with database.read() as connection:
            dana = find_conversation(connection, vault, DANA)
        assert dana is not None
        outcome = answer(snapshot, "passed on")
        if snapshot.conversation_id != dana:
            outcome.posts.append(Post(dana, "hint", {}))
        return outcome

    with Engine(database, vault, passes_on) as engine:
        engine.text(DANA, "hello")
        wait_until(lambda: engine.bodies_to(DANA) == ["passed on"])
        engine.text(MIGUEL, "tell Dana")
        wait_until(lambda: engine.bodies_to(DANA) == ["passed on", "somebody thought of you"])
        wait_until(lambda: engine.bodies_to(MIGUEL) == ["passed on"])


def test_an_event_that_always_fails_ends_at_a_human(database: Database, vault: Vault) -> None:
    def fails(snapshot: Snapshot, event: Event) -> Outcome:
        raise ValueError("a fault in a decision")

    clock = SettableClock()
    with Engine(database, vault, fails, clock=clock) as engine:
        engine.text(DANA, "poison")
        for _ in range(8):
            time.sleep(0.3)
            clock.forward(3)
        wait_until(lambda: engine.bodies_to(DANA) == ["a human was called"])
    assert len(engine.story.handled) == 3


class DroppingCarrier:
    """Takes every text, but the first answer gets lost on the way back."""

    name = "dropping"

    def __init__(self) -> None:
        self.taken: dict[int, OutboundText] = {}
        self.asked = 0

    def send(self, text: OutboundText) -> SendResult:
        first = not self.taken
        assert text.message_id not in self.taken, "sent twice"
        self.taken[text.message_id] = text
        return SendResult(Fate.UNKNOWN) if first else SendResult(Fate.SENT, f"SID{text.message_id}")

    def find(self, text: OutboundText, known_sids: object = ()) -> str | None:
        self.asked += 1
        return f"SID{text.message_id}" if text.message_id in self.taken else None


def test_a_send_of_unknown_fate_is_looked_up_and_not_sent_again(database: Database, vault: Vault) -> None:
    carrier, clock = DroppingCarrier(), SettableClock()
    with Engine(database, vault, echo, carrier=carrier, clock=clock) as engine:
        engine.text(DANA, "one")
        engine.text(DANA, "two")
        wait_until(lambda: len(carrier.taken) == 1)
        clock.forward(6)
        wait_until(lambda: len(carrier.taken) == 2)
    assert carrier.asked == 1
    assert [text.body for text in carrier.taken.values()] == ["you said one", "you said two"]


def test_nothing_is_sent_to_a_phone_that_opted_out_meanwhile(database: Database, vault: Vault) -> None:
    def opts_out(snapshot: Snapshot, event: Event) -> Outcome:
        outcome = answer(snapshot, "too late")
        outcome.person = replace(snapshot.person, opted_out=True)
        last = Speech(snapshot.conversation_id, "assistant", body="no more texts", after_stop=True)
        outcome.speeches.append(last)
        return outcome

    with Engine(database, vault, opts_out) as engine:
        engine.text(DANA, "stop")
        wait_until(lambda: bool(engine.delivered))
        time.sleep(0.2)
    assert engine.bodies_to(DANA) == ["no more texts"]


def test_words_and_numbers_are_not_in_the_database_files(sqlite_url: str, data_dir: Path, vault: Vault) -> None:
    database = Database(make_engine(sqlite_url))
    with Engine(database, vault, echo) as engine:
        engine.text(DANA, "my secret word is zanzibar", sid="SM1")
        wait_until(lambda: bool(engine.delivered))
    assert engine.bodies_to(DANA) == ["you said my secret word is zanzibar"]
    files = {path.name: path.read_bytes() for path in data_dir.iterdir() if path.is_file()}
    assert {"warmline.db", "warmline.db-wal"} <= set(files)
    for content in files.values():
        assert b"zanzibar" not in content
        assert DANA.encode() not in content
    database.close()
