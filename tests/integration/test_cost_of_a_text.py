"""A text costs so many statements and commits, on any machine; more is a step back and must be meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, func, select, update

from bot.app import House, Line, build_line, open_house
from bot.directory.hints import Hints
from bot.gateway.carriers.simulator.carrier import SimulatorCarrier
from bot.message import Answer, Delivery, InboundText, Meaning, Receipt, Say
from bot.settings import read_settings
from bot.store.leases import claim_due
from bot.store.messages import accept_text
from bot.store.tables import conversation, event, journal, message
from bot.store.verdicts import save_receipt
from tests.statements import Said, counted, steps

DANA = "+15550100"


class Understands:
    """In Rasa's place: every text asks for a job, every turn names a place."""

    def understand(self, text: str) -> Meaning:
        return Meaning("seek", needs=("jobs",), zip="19104", confidence=0.9)

    def play(self, conversation: str, sid: str, meaning: Mapping[str, Any], memory: Mapping[str, Any] | None) -> Answer:
        return Answer((Say("utter_place_card", {"card": "A place."}),), (), {"v": 1, "slots": {}, "form": None}, False)


class NoHints:
    """Reads nothing beside the need: the towns are another test's."""

    def read(self, text: str, before: Sequence[str], zip: str | None, asked_place: bool) -> Hints:
        return Hints()


@pytest.fixture
def line(database_url: str, data_dir: Path) -> Iterator[Line]:
    with open_line(database_url, data_dir) as opened:
        yield opened


@contextmanager
def open_line(database_url: str, data_dir: Path) -> Iterator[Line]:
    """A line that nobody started: the test does each step itself, so that nothing else is counted."""
    settings = read_settings({"WARMLINE_DATABASE_URL": database_url, "WARMLINE_DATA_DIR": str(data_dir)}, None)
    house = open_house(settings)
    yield build_line(house, "tests:1", SimulatorCarrier(), Understands(), NoHints())  # type: ignore[arg-type]  # a stand-in
    house.close()


def accept(house: House, sid: str, body: str) -> None:
    now = house.clock.now().timestamp()
    text = InboundText(sid, DANA, "", body)
    assert house.database.write(lambda connection: accept_text(connection, house.vault, text, now)) is not None


def answer(line: Line) -> None:
    now = line.house.clock.now().timestamp()
    (lease,) = line.house.database.write(lambda connection: claim_due(connection, "tests:1", 4, now))
    line.worker.handle(lease)


def receive(house: House, sid: str, status: Delivery) -> None:
    now = house.clock.now().timestamp()
    house.database.write(lambda connection: save_receipt(connection, house.vault, Receipt(sid, status), now))


def last_sid(house: House) -> str:
    with house.database.read() as connection:
        sent = select(message.c.sid).where(message.c.direction == "out").order_by(message.c.id.desc()).limit(1)
        return str(connection.execute(sent).scalar_one())


def at_most(said: Said, statements: int, commits: int) -> None:
    """Without the look for changed words, which is made once a second however many texts come."""
    work = {" ".join(text.split()): times for text, times in said.statements.items() if "wording_edit" not in text}
    listed = "\n".join(f"{times} x {text[:150]}" for text, times in work.items())
    assert sum(work.values()) <= statements, listed
    assert said.commits <= commits


def test_a_text_of_somebody_known_costs_no_more_than_this(line: Line) -> None:
    house, engine = line.house, line.house.database.engine
    wakes = 0 if house.database.is_sqlite else 1  # NOTIFY
    locks = 0 if house.database.is_sqlite else 1
    for number in range(2):  # the welcome, and what a process reads once
        accept(house, f"SM{number}", "need a job 19104")
        answer(line)
    with counted(engine) as said:
        accept(house, "SM3", "need another job")
    at_most(said, 5 + wakes, commits=1)
    with counted(engine) as said:
        answer(line)
    at_most(said, 23, commits=3)  # claimed; decided and saved; sent
    sid = last_sid(house)
    with counted(engine) as said:
        receive(house, sid, Delivery.SENT)
    at_most(said, 1, commits=1)  # it says what we know
    with counted(engine) as said:
        receive(house, sid, Delivery.DELIVERED)
    at_most(said, 3 + locks, commits=1)


def test_a_text_costs_the_same_after_ten_thousand(sqlite_url: str, data_dir: Path) -> None:
    """Counted in steps of SQLite's own machine, which no busy machine changes."""
    with open_line(sqlite_url, data_dir) as line:
        for number in range(2):
            accept(line.house, f"SM{number}", "need a job 19104")
            answer(line)
        line.house.database.write(lambda connection: fill(connection, people=20, texts=100))
        young = steps_of_a_text(line, "SM10")
        line.house.database.write(lambda connection: fill(connection, people=2_000, texts=10_000))
        old = steps_of_a_text(line, "SM11")
    assert old < 1.2 * young


def steps_of_a_text(line: Line, sid: str) -> int:
    with steps(line.house.database.engine) as count:
        accept(line.house, sid, "need a job 19104")
        answer(line)
    return count()


def fill(connection: Connection, people: int, texts: int) -> None:
    """Years of others' conversations, and of Dana's own, the last of hers three hours old."""
    now = connection.execute(select(func.max(message.c.created_at))).scalar_one()
    for other in range(people):
        connection.execute(
            conversation.insert(), {"phone_index": f"{people} {other}".encode(), "created_at": 0.0, "last_text_at": 0.0}
        )
    connection.execute(update(message).values(created_at=now - 4 * 3600))
    for owner in (1, 2):
        rows = [
            {
                "conversation_id": owner,
                "direction": "in" if number % 2 else "out",
                "author": "recoveree",
                "created_at": now - 3 * 3600 - number,
                "status": "received",
            }
            for number in range(texts)
        ]
        connection.execute(message.insert(), rows)
        done = [
            {"conversation_id": owner, "kind": "text", "due_at": 0.0, "created_at": 0.0, "handled_at": 1.0}
            for _ in range(texts)
        ]
        connection.execute(event.insert(), done)
        notes = [{"conversation_id": owner, "at": 0.0, "kind": "understood"} for _ in range(texts)]
        connection.execute(journal.insert(), notes)
