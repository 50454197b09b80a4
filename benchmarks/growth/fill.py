"""Fills a line's database in bulk, by statements that make their rows inside the database.

All words are the same sealed text: what is measured is how much is read, not what it says. Ids follow time, as in life.
"""

# ruff: noqa: S608  # the statements are put together of our own words alone

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text

from bot.privacy import Vault
from bot.store.database import Database

YEAR = 365 * 86_400.0
WORDS = "need a ride to the interview my landlord wants rent"
ROWS_OF_A_TEXT = 5  # the text, its answer, its event, two notes
STRANGE = 7919  # a prime: texts that follow each other are of different people

SERIES = {
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < :last)",
    "postgresql": "WITH n AS (SELECT generate_series(0, :last) AS i)",
}
INDEX = {"sqlite": "CAST(printf('%016d', i) AS BLOB)", "postgresql": "decode(lpad(to_hex(i), 32, '0'), 'hex')"}
# Text number i of :all was written at this time, by this person.
AT = f"(:now - 3 * 3600.0 - {YEAR} * (:last - i) / (:last + 1))"
WHO = f"(1 + (CAST(i AS BIGINT) * {STRANGE}) % :people)"

CONVERSATIONS = (
    "INSERT INTO conversation (id, phone_index, phone_sealed, created_at, last_text_at, risk, they_wrote_last) "
    f"{{series}} SELECT i + 1, {{index}}, :phone, :now - {YEAR}, :now - 3 * 3600.0 - (i % 8760) * 3600.0, "
    "CASE WHEN i % 50 = 0 THEN 'concern' ELSE 'none' END, i % 50 = 0 FROM n"
)
TAGS = (
    "INSERT INTO conversation_tag (conversation_id, tag_index, at) "
    "{series} SELECT i + 1, :tag, :now - 3 * 3600.0 - (i % 8760) * 3600.0 FROM n"
)
TEXTS = (
    "INSERT INTO event (id, conversation_id, kind, due_at, created_at, handled_at) "
    "{series} SELECT :from + i + 1, {who}, 'text', {at}, {at}, {at} + 1 FROM n",
    "INSERT INTO message (id, conversation_id, direction, author, event_id, sid, body_sealed, created_at, status) "
    "{series} SELECT 2 * (:from + i) + 1, {who}, 'in', 'recoveree', :from + i + 1, 'SMin' || (:from + i), :words, "
    "{at}, 'received' FROM n",
    "INSERT INTO message (id, conversation_id, direction, author, event_id, sid, body_sealed, created_at, status) "
    "{series} SELECT 2 * (:from + i) + 2, {who}, 'out', 'assistant', :from + i + 1, 'SMout' || (:from + i), :words, "
    "{at} + 1, CASE WHEN i % 97 = 0 THEN 'failed' ELSE 'delivered' END FROM n",
    "INSERT INTO journal (conversation_id, event_id, message_id, at, kind, detail_sealed) "
    "{series} SELECT {who}, :from + i + 1, 2 * (:from + i) + 1, {at} + 1, 'understood', :note FROM n",
    "INSERT INTO journal (conversation_id, event_id, message_id, at, kind, detail_sealed) "
    "{series} SELECT {who}, :from + i + 1, 2 * (:from + i) + 1, {at} + 1, "
    "CASE WHEN i % 40 = 0 THEN 'check' ELSE 'answered' END, :note FROM n",
    "INSERT INTO need_asked (conversation_id, tag_index, at) {series} SELECT {who}, :tag, {at} FROM n",
    "INSERT INTO text_count (slot, conversation_id, received, sent) "
    "{series} SELECT CAST({at} / 1800 AS INTEGER), {who}, 1, 1 FROM n WHERE true "
    "ON CONFLICT (slot, conversation_id) DO UPDATE SET received = text_count.received + 1, sent = text_count.sent + 1",
)
CASES = (
    "INSERT INTO handoff (code, conversation_id, state, urgency, reason, rung, opened_at, taken_at, answered_at, "
    "closed_at, outcome) {series} SELECT 'K27', {who}, 'closed', CASE WHEN i % 20 = 0 THEN 'crisis' ELSE 'normal' END, "
    "'asked', 1, {at}, {at} + 40, {at} + 90, {at} + 900, 'talked' FROM n"
)


@dataclass(frozen=True)
class Size:
    """``people`` with ``texts`` texts between them (each answered), and ``long`` more of the first person."""

    people: int
    texts: int
    long: int = 0

    @property
    def rows(self) -> int:
        """Of message, event and journal."""
        return ROWS_OF_A_TEXT * (self.texts + self.long)


def fill(database: Database, vault: Vault, size: Size, now: float) -> None:
    """Make the rows of ``size`` in an empty database."""
    note = vault.seal_json({"act": "seek", "needs": ["jobs"], "language": "en"})
    sealed: dict[str, Any] = {
        "words": vault.seal(WORDS),
        "phone": vault.seal("+15550100"),
        "tag": vault.index("need:jobs"),
        "note": note,
        "now": now,
    }
    people = {**sealed, "people": size.people, "last": size.people - 1}
    database.write(lambda connection: [_run(connection, one, people) for one in (CONVERSATIONS, TAGS)])
    _texts(database, {**sealed, "people": size.people, "from": 0}, size.texts)
    _texts(database, {**sealed, "people": 1, "from": size.texts}, size.long)
    cases = {**sealed, "people": size.people, "last": max(0, size.texts // 10 - 1)}
    database.write(lambda connection: (_run(connection, CASES, cases), _go_on(connection)))


def _texts(database: Database, values: dict[str, Any], count: int) -> None:
    for statement in TEXTS if count else ():
        database.write(lambda connection, one=statement: _run(connection, one, {**values, "last": count - 1}))


def _run(connection: Connection, statement: str, values: dict[str, Any]) -> None:
    kind = connection.dialect.name
    whole = statement.format(series=SERIES[kind], index=INDEX[kind], at=AT, who=WHO)
    used = {name: value for name, value in values.items() if f":{name}" in whole}
    connection.execute(text(whole), used)


def _go_on(connection: Connection) -> None:
    """PostgreSQL's counters go on behind the ids that we chose, and its planner learns what is there."""
    if connection.dialect.name != "postgresql":
        return
    for table in ("conversation", "event", "message"):
        connection.execute(text(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}"))
