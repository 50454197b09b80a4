"""Fills a line's database in bulk with a year of invented people: PostgreSQL by COPY, SQLite by prepared inserts.

Conversations, texts, notes, cases, tags and the counters of the figures. Words are drawn from a few
thousand sealed texts, so that a search has to open each of them as in life. In nine crises of ten no step of the
checklist is missing, so that whoever looks for what is missing has to look through many.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from sqlalchemy import Connection, Table, text

from bot.message import ACTS, NEEDS
from bot.privacy import Vault
from bot.store.database import Database
from bot.store.figure_tables import need_asked, text_count
from bot.store.tables import conversation, conversation_tag, handoff, journal, message
from bot.store.text_counts import slot_of

YEAR, DAY = 365 * 86_400.0, 86_400.0
BEHIND_ALL = 100_000_000  # ids of texts that are not of the twenty
TEXTS_EACH, BULK, BODIES = 20, 50_000, 4_000
SENTENCE = "need a ride to the interview tomorrow my landlord wants rent i used again last night please call me thanks"
COLUMNS: dict[Table, tuple[str, ...]] = {
    conversation: (
        "id", "phone_index", "phone_sealed", "created_at", "last_text_at", "risk", "they_wrote_last",
    ),
    message: (
        "id", "conversation_id", "direction", "created_at", "author", "body_sealed", "status", "sent_at", "alert_case",
    ),
    conversation_tag: ("conversation_id", "tag_index", "at"),
    text_count: ("slot", "conversation_id", "received", "sent"),
    need_asked: ("conversation_id", "tag_index", "at"),
    journal: ("conversation_id", "at", "kind"),
    handoff: (
        "id", "code", "conversation_id", "state", "reason", "rung", "urgency", "opened_at", "taken_at", "answered_at",
        "closed_at", "helped", "outcome",
    ),
}  # fmt: skip
Rows = dict[Table, list[tuple[Any, ...]]]


@dataclass
class Sealed:
    """What is the same for many: sealed texts, a sealed number, the index of each tag."""

    vault: Vault
    bodies: list[bytes] = field(init=False)
    phone: bytes = field(init=False)
    tags: dict[str, bytes] = field(init=False)

    def __post_init__(self) -> None:
        chance = random.Random(1)
        words = (" ".join(chance.choices(SENTENCE.split(), k=chance.randrange(4, 20))) for _ in range(BODIES))
        self.bodies = [self.vault.seal(each) for each in words]
        self.phone = self.vault.seal("+15550100")
        names = [f"need:{need}" for need in NEEDS] + [f"act:{act}" for act in ACTS] + ["language:en", "language:es"]
        self.tags = {name: self.vault.index(name) for name in names}


def fill(database: Database, vault: Vault, texts: int, now: float) -> None:
    """A year of ``texts`` texts, ``TEXTS_EACH`` a conversation, in an empty database; ``now`` in epoch seconds."""
    people, sealed, each = texts // TEXTS_EACH, Sealed(vault), BULK // TEXTS_EACH
    for start in range(1, people + 1, each):
        rows = _people(range(start, min(start + each, people + 1)), sealed, now)
        database.write(lambda connection, rows=rows: _write(connection, rows))
    database.write(lambda connection: _go_on(connection))
    with database.engine.connect() as connection:
        # What PostgreSQL's own housekeeping does in the year that these people stand for.
        tidy = "ANALYZE" if database.is_sqlite else "VACUUM (ANALYZE)"
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text(tidy))


def _people(numbers: Sequence[int], sealed: Sealed, now: float) -> Rows:
    rows: Rows = {table: [] for table in COLUMNS}
    for number in numbers:
        for table, row in _person(number, sealed, now):
            rows[table].append(row)
    return rows


def _person(number: int, sealed: Sealed, now: float) -> Iterator[tuple[Table, tuple[Any, ...]]]:
    chance = random.Random(number)  # the same people every time
    last = now - chance.random() * YEAR - 60
    index = number.to_bytes(16, "big")
    yield conversation, (number, index, sealed.phone, last - DAY, last, "none", number % 50 == 0)
    slots: dict[int, list[int]] = {}
    for turn in range(TEXTS_EACH):
        at, inbound = last - turn * 400, turn % 2 == 0
        slots.setdefault(slot_of(at), [0, 0])[not inbound] += 1
        status = "received" if inbound else "failed" if chance.random() < 0.01 else "delivered"
        yield message, (
            TEXTS_EACH * (number - 1) + turn + 1, number, "in" if inbound else "out", at,
            "recoveree" if inbound else "assistant",
            sealed.bodies[int(chance.random() * BODIES)], status, None if inbound else at + 2, None,
        )  # fmt: skip
    need = sealed.tags[f"need:{chance.choice(NEEDS)}"]
    others = (sealed.tags[f"act:{chance.choice(ACTS)}"], sealed.tags[f"language:{chance.choice(('en', 'es'))}"])
    yield from ((conversation_tag, (number, tag, last)) for tag in (need, *others))
    yield from ((text_count, (slot, number, heard, told)) for slot, (heard, told) in slots.items())
    yield from ((need_asked, (number, need, last - 800 * turn)) for turn in range(4))
    yield journal, (number, last, chance.choice(("understood", "crisis", "check")))
    answered, urgency = last + chance.expovariate(1 / 150), "normal" if number % 20 else "crisis"
    closed = answered + 900
    yield handoff, (
        number, "K27", number, "closed", "asked", 1, urgency, last, last + 40, answered, closed, chance.randrange(1, 6),
        "talked",
    )  # fmt: skip
    if urgency == "crisis" and number % 200:
        yield from _crisis(number, sealed.bodies[0], last, answered, closed)


def _crisis(number: int, body: bytes, opened: float, answered: float, closed: float) -> Iterator[tuple[Table, Any]]:
    """What the checklist asks for: the line's text, the alert, a coach's words; taken, closed, debriefed."""
    ids = count(BEHIND_ALL + 10 * number)
    for at, author, alert in (
        (opened + 2, "assistant", None),
        (opened + 3, "system", number),
        (answered, "coach", None),
    ):
        yield message, (next(ids), number, "out", at, author, body, "delivered", at + 2, alert)
    for kind, at in (("case_taken", opened + 40), ("case_closed", closed), ("debrief_answered", closed + 60)):
        yield journal, (number, at, kind)


def _write(connection: Connection, rows: Rows) -> None:
    """Past SQLAlchemy, which would look at each value: by the driver's own way for very many rows."""
    driver: Any = connection.connection
    for table, those in rows.items():
        names = ", ".join(COLUMNS[table])
        cursor = driver.cursor()
        if connection.dialect.name == "postgresql":
            with cursor.copy(f"COPY {table.name} ({names}) FROM STDIN") as copy:
                for row in those:
                    copy.write_row(row)
        else:
            marks = ", ".join("?" * len(COLUMNS[table]))
            cursor.executemany(f"INSERT INTO {table.name} ({names}) VALUES ({marks})", those)  # noqa: S608  # our own names
        cursor.close()


def _go_on(connection: Connection) -> None:
    """PostgreSQL's counters go on behind the ids that we chose."""
    if connection.dialect.name == "postgresql":
        for table in (conversation, handoff, message):
            last = f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), max(id)) FROM {table.name}"  # noqa: S608  # our own names
            connection.execute(text(last))
