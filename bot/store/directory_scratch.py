"""Scratch paper of one import: a private database on disk, gone when closed, so that a file of any
size is taken in with little memory. It holds the source's rows until those that belong together
can be read together, and the ids of the places already met.
"""

from __future__ import annotations

import json
import marshal
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Self

from bot.directory.hsds_names import SHARED
from bot.directory.hsds_tables import Flat, Tables
from bot.directory.report import Problem

BATCH = 500
CHUNK = 2_000
MOST_IDLE = 200
"""An organization with more locations that no service names is not asked which of them it meant."""
_REMEMBERED = 100_000
_SHARED_LIST = ", ".join(f"'{table}'" for table in sorted(SHARED))

_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -16000;
CREATE TABLE flat (seq INTEGER PRIMARY KEY, kind TEXT, key TEXT, owner TEXT, ref TEXT, place TEXT, cells BLOB);
CREATE TABLE met (id TEXT PRIMARY KEY, place TEXT) WITHOUT ROWID;
CREATE TABLE kept (id TEXT PRIMARY KEY) WITHOUT ROWID;
"""
_INDEXES = """
CREATE INDEX flat_key ON flat (key);
CREATE INDEX flat_owner ON flat (owner) WHERE owner IS NOT NULL;
CREATE INDEX flat_ref ON flat (ref) WHERE ref IS NOT NULL;
CREATE TABLE wanted AS SELECT min(seq) AS seq, key FROM flat WHERE kind = 'service' GROUP BY key ORDER BY 1;
"""
# The same child under a second owner belongs to both, so its second copy gets a key of its own.
_CHILDREN_OF_TWO = f"""
UPDATE flat SET key = key || '@' || owner WHERE seq IN (
    SELECT flat.seq FROM flat JOIN (
        SELECT key, owner, min(seq) FROM flat WHERE kind NOT IN ({_SHARED_LIST})
        GROUP BY key HAVING count(DISTINCT owner) > 1
    ) AS first ON flat.key = first.key AND flat.owner <> first.owner)
"""  # noqa: S608  # names of our own tables
# Only a location that no service is at asks its organization what it is for.
_BUSY_LOCATIONS = """
UPDATE flat SET owner = NULL WHERE kind = 'location' AND owner IS NOT NULL AND (
    EXISTS (SELECT 1 FROM flat AS place WHERE place.ref = flat.key)
    OR owner IN (
        SELECT owner FROM flat WHERE kind = 'location' AND owner IS NOT NULL GROUP BY owner HAVING count(*) > ?))
"""
_ORPHANS = """
SELECT kind, key, owner, place FROM flat
WHERE kind NOT IN ('organization', 'service', 'location', 'taxonomy', 'taxonomy_term', 'program')
    AND (owner IS NULL OR NOT EXISTS (SELECT 1 FROM flat AS home WHERE home.key = flat.owner)) ORDER BY seq
"""  # a constant
_IDLE = """
SELECT place, cells FROM flat WHERE kind = 'organization' AND NOT EXISTS (
    SELECT 1 FROM flat AS service WHERE service.ref = flat.key AND (service.kind = 'service' OR EXISTS (
        SELECT 1 FROM flat AS place WHERE place.ref = service.key))) ORDER BY seq
"""
_IDLE_LOCATIONS = """
SELECT min(flat.place) FROM flat WHERE kind = 'location' AND NOT EXISTS (
    SELECT 1 FROM flat AS place WHERE place.ref = flat.key) GROUP BY key ORDER BY min(seq)
"""


class Scratch:
    """Use as a context manager. Rows go in with :meth:`add`, come out with :meth:`batches`."""

    def __init__(self) -> None:
        # An empty name is SQLite's own temporary file; another thread may read what one wrote.
        self._file = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._file.executescript(_TABLES)
        self._file.execute("BEGIN")
        self._lately: set[int] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, flats: Iterable[Flat]) -> None:
        """Take rows in, in the order of the source."""
        waiting = self._rows(flats)
        statement = "INSERT INTO flat (kind, key, owner, ref, place, cells) VALUES (?, ?, ?, ?, ?, ?)"
        while some := list(islice(waiting, CHUNK)):
            self._file.executemany(statement, some)

    def _rows(self, flats: Iterable[Flat]) -> Iterator[tuple[Any, ...]]:
        for flat in flats:
            key, cells = f"{flat.table}:{flat.own}", marshal.dumps(flat.values)
            if flat.table in SHARED:
                # Nested documents repeat an organization under each of its services.
                said = hash((key, flat.owner, cells))
                if said in self._lately:
                    continue
                if len(self._lately) > _REMEMBERED:
                    self._lately.clear()
                self._lately.add(said)
            yield flat.table, key, flat.owner or None, _reference(flat), flat.where, cells

    def close_books(self) -> None:
        """Everything is in: make the ways by which rows are found again."""
        self._file.executescript(_INDEXES)
        self._file.execute(_CHILDREN_OF_TWO)
        self._file.execute(_BUSY_LOCATIONS, (MOST_IDLE,))

    def holds(self, *kinds: str) -> bool:
        """Whether there is any row of one of ``kinds``."""
        marks = ", ".join("?" * len(kinds))
        return self._file.execute(f"SELECT 1 FROM flat WHERE kind IN ({marks}) LIMIT 1", kinds).fetchone() is not None  # noqa: S608

    def batches(self) -> Iterator[Tables]:
        """Some hundred services at a time, with every row that has to do with them."""
        keys = self._file.execute("SELECT key FROM wanted ORDER BY seq")
        while some := [row[0] for row in keys.fetchmany(BATCH)]:
            yield self._gathered(some)

    def _gathered(self, keys: list[str]) -> Tables:
        found: dict[int, Flat] = {}
        done, todo = set(keys), list(keys)
        while todo:
            rows = {row[0]: row for row in (*self._by("key", todo), *self._by("owner", todo)) if row[0] not in found}
            fresh = {seq: _unpacked(row) for seq, row in rows.items()}
            found |= fresh
            todo = list({key for flat in fresh.values() for key in _leads_to(flat)} - done)
            done.update(todo)
        tables = Tables()
        for seq in sorted(found):
            tables.add(found[seq])
        return tables

    def _by(self, column: str, keys: Sequence[str]) -> list[tuple[Any, ...]]:
        apart = "AND kind NOT IN ('service', 'program')" if column == "owner" else ""
        statement = (
            f"SELECT min(seq), kind, key, place, cells FROM flat "  # noqa: S608  # our own names
            f"WHERE {column} IN (SELECT value FROM json_each(?)) {apart} GROUP BY key, owner, cells"
        )
        return self._file.execute(statement, (json.dumps(keys),)).fetchall()

    def orphans(self) -> Iterator[tuple[str, str, str | None, str]]:
        """``(table, key, key of the owner, where)`` of rows that belong to nothing in the file."""
        yield from self._file.execute(_ORPHANS)

    def idle_organizations(self) -> Iterator[Problem]:
        """Organizations that no service names."""
        for place, cells in self._file.execute(_IDLE):
            name = marshal.loads(cells).get("name", "")  # noqa: S302  # our own bytes
            yield Problem(place, f"the organization {name!r} offers no service in this file: left out")

    def idle_locations(self) -> Iterator[str]:
        """Where locations stand that no service names."""
        for row in self._file.execute(_IDLE_LOCATIONS):
            yield row[0]

    def meet(self, places: Sequence[tuple[str, str]]) -> dict[str, str]:
        """Note ``(place id, where)`` pairs; by id, where those stood that were met before."""
        ids = json.dumps([own for own, _ in places])
        before = "SELECT id, place FROM met WHERE id IN (SELECT value FROM json_each(?))"
        known = dict(self._file.execute(before, (ids,)))
        self._file.executemany("INSERT OR IGNORE INTO met VALUES (?, ?)", places)
        return known

    def keep(self, ids: Iterable[str]) -> None:
        """These places were rejected this time; their last good form stays."""
        self._file.executemany("INSERT OR IGNORE INTO kept VALUES (?)", ((own,) for own in ids))

    def never_met(self, ids: Sequence[str]) -> list[str]:
        """Those of ``ids`` that are no place of this source any more."""
        wanted = "SELECT id FROM {} WHERE id IN (SELECT value FROM json_each(?1))"
        statement = f"{wanted.format('met')} UNION {wanted.format('kept')}"
        return sorted(set(ids) - {row[0] for row in self._file.execute(statement, (json.dumps(ids),))})


def _reference(flat: Flat) -> str | None:
    """The one other record a row is asked for by."""
    if flat.table == "service_at_location" and (location := flat.values.get("location_id")):
        return f"location:{location}"
    if flat.table in ("service", "location") and (house := flat.values.get("organization_id")):
        return f"organization:{house}"
    return None


def _unpacked(row: tuple[Any, ...]) -> Flat:
    _, kind, key, place, cells = row
    return Flat(kind, key.partition(":")[2], "", place, marshal.loads(cells))  # noqa: S302  # our own bytes


def _leads_to(flat: Flat) -> Iterator[str]:
    """Keys of what a row belongs together with, beside what it owns."""
    if flat.table in _OWNING:
        yield f"{flat.table}:{flat.own}"
    for name, table in _REFERS.get(flat.table, ()):
        if other := flat.values.get(name):
            yield f"{table}:{other}"


_OWNING = frozenset({"service_at_location", "location", "organization", "contact", "phone"})
_REFERS = {
    "service": (("organization_id", "organization"), ("program_id", "program")),
    "service_at_location": (("location_id", "location"),),
    "location": (("organization_id", "organization"),),
    "attribute": (("taxonomy_term_id", "taxonomy_term"),),
    "taxonomy_term": (("parent_id", "taxonomy_term"), ("taxonomy_id", "taxonomy")),
}
