"""Counts what became of every text: from the database, and from outside, as the phones saw it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from typing import Any
from urllib.parse import parse_qs, urlsplit

from sqlalchemy import Connection, func, select

from bot.privacy import Vault
from bot.store.tables import conversation, event, journal, message
from bot.wording.segments import fold
from bot.wording.shipped import load_shipped
from tests.chaos.people import Text
from tests.contract.fake_twilio import FakeTwilio

HELD_OFF = (
    "over_limit"  # the note of a text beyond what one phone may send in ten minutes: told once, answered later by hand
)
TOLD_WHY = ("assistant_failed", "gave_up")  # notes of a text that got no answer of its own, but a human


@dataclass
class Tally:
    """Lists of text numbers or row ids; all but the last group must be empty."""

    lost: list[int] = field(default_factory=list)  # accepted, but not handled, or answered with nothing
    untold: list[int] = field(default_factory=list)  # not answered, and never told why
    answered_twice: list[int] = field(default_factory=list)
    sent_twice: list[int] = field(default_factory=list)  # one row of the outbox, twice at the carrier
    out_of_order: list[int] = field(default_factory=list)
    alerts_twice: list[int] = field(default_factory=list)
    played_twice: list[int] = field(default_factory=list)
    still_waiting: list[int] = field(default_factory=list)  # events or texts that nobody took up
    unknown: list[int] = field(default_factory=list)  # sends whose fate stayed unknown
    failed: int = 0
    apologies: int = 0  # texts whose person was told that the assistant is out of order, and a human called
    held_off: int = 0  # texts beyond what one phone may send in a while: kept, shown to staff, told once
    waited: int = 0  # texts while Rasa was out, of people who wait for a coach already and know it
    given_up: int = 0  # events that took a worker down three times, and went to a human
    tried_again: int = 0  # sends that took more than one attempt

    def faults(self) -> dict[str, int]:
        named = {each.name: getattr(self, each.name) for each in fields(self)}
        return {name: len(rows) for name, rows in named.items() if isinstance(rows, list)}

    @property
    def clean(self) -> bool:
        return not any(self.faults().values())


def unfinished(connection: Connection) -> int:
    """How many events (timers apart) and outbound texts nobody has dealt with yet."""
    events = select(func.count(event.c.id)).where(event.c.handled_at.is_(None), event.c.kind != "timer")
    texts = select(func.count(message.c.id)).where(message.c.next_try_at.is_not(None))
    return int(connection.execute(events).scalar_one() + connection.execute(texts).scalar_one())


def count(connection: Connection, vault: Vault, twilio: FakeTwilio, accepted: Sequence[Text]) -> Tally:
    tally = Tally()
    book = _Book(connection)
    outside = _Outside(twilio)
    for text in accepted:
        _judge(text, book, outside, tally)
    _order(accepted, outside, tally)
    tally.sent_twice = sorted(row for row, times in outside.rows.items() if times > 1)
    tally.alerts_twice = _alerts_twice(connection)
    tally.played_twice = _played_twice(connection, vault)
    tally.still_waiting = [0] * unfinished(connection)
    tally.unknown = _ids(connection, message.c.status == "unknown")
    tally.failed = len(_ids(connection, message.c.status == "failed"))
    tally.given_up = sum(kinds["gave_up"] for kinds in book.notes.values())
    tally.tried_again = len(_ids(connection, message.c.attempts > 1))
    return tally


class _Book:
    """What the database says: the event of each text, and what it led to."""

    def __init__(self, connection: Connection) -> None:
        rows = connection.execute(
            select(message.c.sid, message.c.event_id, message.c.conversation_id, event.c.handled_at)
            .join(event, event.c.id == message.c.event_id)
            .where(message.c.direction == "in")
        )
        self.texts = {row.sid: row for row in rows}
        self.replies: dict[int, list[Any]] = defaultdict(list)
        out = select(message.c.id, message.c.event_id, message.c.conversation_id, message.c.status)
        for row in connection.execute(out.where(message.c.direction == "out", message.c.author == "assistant")):
            self.replies[row.event_id].append(row)
        self.notes: dict[int, Counter[str]] = defaultdict(Counter)
        for row in connection.execute(select(journal.c.event_id, journal.c.kind)):
            self.notes[row.event_id][row.kind] += 1


class _Outside:
    """What the phones saw, and which rows of the outbox reached the carrier."""

    def __init__(self, twilio: FakeTwilio) -> None:
        self.bodies: dict[str, list[str]] = defaultdict(list)
        self.rows: Counter[int] = Counter()
        self.sequence: dict[str, list[int]] = defaultdict(list)
        for sent in twilio.texts:
            self.bodies[sent.to].append(sent.body)
            row = int(parse_qs(urlsplit(sent.callback or "").query)["m"][0])
            self.rows[row] += 1
            self.sequence[sent.to].append(row)
        self.sorry = fold(load_shipped().text("utter_assistant_down", "en"))[:40]
        self.enough = fold(load_shipped().text("utter_over_limit", "en"))[:40]


def _judge(text: Text, book: _Book, outside: _Outside, tally: Tally) -> None:
    row = book.texts.get(text.sid)
    if row is None or row.handled_at is None:
        tally.lost.append(text.number)
        return
    replies = [reply for reply in book.replies[row.event_id] if reply.conversation_id == row.conversation_id]
    heard = [body for body in outside.bodies[text.phone] if text.word and text.word in body]
    if len(replies) > 1 or len(heard) > 1:
        tally.answered_twice.append(text.number)
    notes = book.notes[row.event_id]
    if notes[HELD_OFF]:
        tally.held_off += 1
        if not any(outside.enough in body for body in outside.bodies[text.phone]):
            tally.untold.append(text.number)
    elif notes["waits_for_coach"] and notes["not_understood"]:
        tally.waited += 1
    elif any(notes[kind] for kind in TOLD_WHY):
        tally.apologies += 1
        if not any(outside.sorry in body for body in outside.bodies[text.phone]):
            tally.untold.append(text.number)
    elif not replies or (text.word and not heard) or any(outside.rows[reply.id] == 0 for reply in replies):
        tally.lost.append(text.number)


def _order(accepted: Sequence[Text], outside: _Outside, tally: Tally) -> None:
    """Answers in the order of the questions, and every phone's texts in the order of the outbox."""
    asked: dict[str, list[Text]] = defaultdict(list)
    for text in sorted(accepted, key=lambda each: each.number):
        if text.word:
            asked[text.phone].append(text)
    for where, texts in asked.items():
        bodies = outside.bodies[where]
        places = [next((at for at, body in enumerate(bodies) if text.word in body), None) for text in texts]
        known = [place for place in places if place is not None]
        if known != sorted(known):
            tally.out_of_order.append(texts[0].number)
    for rows in outside.sequence.values():
        once = list(dict.fromkeys(rows))
        if once != sorted(once):
            tally.out_of_order.append(once[0])


def _alerts_twice(connection: Connection) -> list[int]:
    """Two alerts to the same address out of the same event."""
    rows = connection.execute(
        select(func.min(message.c.id))
        .where(message.c.alert_case.is_not(None))
        .group_by(message.c.conversation_id, message.c.alert_case, message.c.event_id)
        .having(func.count(message.c.id) > 1)
    )
    return [row[0] for row in rows]


def _played_twice(connection: Connection, vault: Vault) -> list[int]:
    """Conversations whose dialogue did not advance exactly once for each text that it answered, in order."""
    played: dict[int, list[str]] = defaultdict(list)
    rows = connection.execute(
        select(journal.c.conversation_id, message.c.sid)
        .join(message, message.c.event_id == journal.c.event_id)
        .where(journal.c.kind == "assistant", message.c.direction == "in")
        .order_by(journal.c.event_id)
    )
    for row in rows:
        played[row.conversation_id].append(row.sid)
    wrong = []
    for row in connection.execute(select(conversation.c.id, conversation.c.memory_sealed)):
        memory = vault.open_json(row.memory_sealed) if row.memory_sealed else {"turns": 0, "sids": []}
        if memory.keys() == {"rung", "last"}:
            continue  # the mailbox of the alert that is shared in an outage: nobody's dialogue
        if memory["sids"] != played[row.id] or memory["turns"] != len(played[row.id]):
            wrong.append(row.id)
    return wrong


def _ids(connection: Connection, which: Any) -> list[int]:
    return list(connection.execute(select(message.c.id).where(message.c.direction == "out", which)).scalars())
