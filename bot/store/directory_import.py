"""One source's places into the tables: what is added, changed, retired.

First everything is read and judged, with nothing written but scratch paper; a file that breaks
half-way has changed nothing. Then the rows are written: on PostgreSQL, and on SQLite up to
:data:`AT_ONCE` places, in one transaction. More than that would keep SQLite's only writer from
taking texts in for seconds, so there it is done in pieces. Each piece leaves whole places behind,
with staff's words over them; the source stays marked as not finished until the last one, and an
import that stops between two of them is completed by the next one.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import islice

from sqlalchemy import Connection, Select, delete, insert, select

from bot.directory.bundles import Bundle, bundles
from bot.directory.edits import KEPT, SECRET, Edit, Edits, overtaken, spoken_field
from bot.directory.finishing import finish
from bot.directory.records import Location, Organization, Service, ServiceAtLocation
from bot.directory.repairs import Repairs
from bot.directory.report import BrokenFile, ImportReport, Problem, Reading
from bot.directory.tally import Tally
from bot.store.database import Database
from bot.store.dialect import take_time
from bot.store.directory_bulk import roomy, select_among
from bot.store.directory_claim import Claim
from bot.store.directory_edits import SOURCE, end_field, has_edits, newest_edit, read_edits
from bot.store.directory_laying import lay_over
from bot.store.directory_rows import TABLE_OF
from bot.store.directory_scratch import Scratch
from bot.store.directory_spool import Spool
from bot.store.directory_tables import (
    UNFINISHED,
    directory_public_address,
    directory_service_at_location,
    directory_source,
)
from bot.store.directory_write import (
    Chunk,
    chunk_of,
    overtaken_in,
    retire_places,
    sweep_locations,
    write_chunk,
)
from bot.store.zip_areas import SqlAreas

AT_ONCE = 4_000
PIECE = 3
"""Chunks of some hundred places in one of several transactions: about a second of SQLite's writer."""


class DirectoryImport:
    """One import of one source; :meth:`run` does it."""

    def __init__(self, database: Database, source: str, format: str, digest: str, now: datetime) -> None:
        self._database = database
        self._source = source
        self._format = format
        self._digest = digest
        self._now = now
        self._tally = Tally()
        self._edits = Edits()
        self._newest = 0
        self._overtaken: set[int] = set()
        self._claim = Claim(source, format, now.timestamp())

    def run(self, readings: Iterable[Reading], scratch: Scratch, dry_run: bool) -> ImportReport:
        """Make the tables say what ``readings`` say about the source; a dry run only counts.

        Places that the source no longer has are retired: kept, but never offered. Places whose
        id already belongs to another source are rejected. Raises :class:`BrokenFile` where there
        is no place that can be used: it would retire everything the source ever had; and
        :class:`ImportOvertaken` where another import of the source came in between.
        """
        with Spool() as spool:
            with self._database.read() as connection:
                take_time(connection)  # a large file is sorted and read between two questions
                self._claim.look(connection)
                self._judge(connection, readings, scratch, None if dry_run else spool)
                gone = self._gone(connection, scratch)
                is_new = _is_new(connection, self._source)
            tally = self._tally
            if not tally.found:
                first = next((f" ({each.where}: {each.reason})" for each in tally.rejected.listed()), "")
                raise BrokenFile(f"There is no place in it that can be used{first}; nothing was changed.")
            if not dry_run:
                self._write(spool, gone, is_new)
        return ImportReport(
            self._source,
            self._format,
            dry_run,
            read=tally.read,
            added=tally.added,
            changed=tally.changed,
            unchanged=tally.unchanged,
            retired=len(gone),
            rejected=tally.rejected.listed(),
            warnings=tally.warnings.listed(),
            rejected_count=tally.rejected.count,
            warning_count=tally.warnings.count,
        )

    def _judge(
        self, connection: Connection, readings: Iterable[Reading], scratch: Scratch, spool: Spool | None
    ) -> None:
        public = frozenset(connection.execute(select(directory_public_address.c.service_id)).scalars())
        self._edits, self._newest = read_edits(connection), newest_edit(connection)
        secret = self._edits.marked(SECRET)
        areas = SqlAreas(connection)
        repairs = Repairs()
        for reading in readings:
            areas.learn_zips(each.postal_code for each in reading.records.addresses)
            finished = finish(reading, areas, public, repairs, secret)
            self._tally.note(finished)
            scratch.keep(finished.kept)
            fresh = self._fresh(connection, self._own(connection, finished, scratch))
            ended = [edit for bundle, _ in fresh for edit in self._overtake(bundle)]
            if fresh and spool is not None:
                spool.put(chunk_of(fresh, ended), len(fresh))
        self._tally.warnings.add(repairs.problems())
        if self._tally.unreachable:
            where = f"{self._tally.unreachable} places"
            self._tally.warnings.add([Problem(where, "have neither a phone nor an address: kept, but never offered")])

    def _own(self, connection: Connection, reading: Reading, scratch: Scratch) -> list[Bundle]:
        """Bundles whose ids are this source's own, and were not met before in this import."""
        gathered = list(bundles(reading.records))
        self._tally.found += len(gathered)
        known = scratch.meet([(each.place.id, reading.lines.get(each.place.id, "")) for each in gathered])
        taken = _taken(connection, gathered, self._source)
        kept: list[Bundle] = []
        for each in gathered:
            name, where = each.service.name, reading.lines.get(each.place.id, f"service {each.service.name!r}")
            if each.place.id in known:
                first = known[each.place.id]
                same = f"is the same place as {first}" if first else f"{name!r} has the id of another place before it"
                self._tally.rejected.add([Problem(where, same)])
            elif taken.intersection((each.place.id, *each.owners)):
                self._tally.rejected.add([Problem(where, "its id already belongs to another source")])
            else:
                kept.append(each)
                self._tally.unreachable += not each.phones and not (each.address and each.address.address_1)
        return kept

    def _fresh(self, connection: Connection, own: list[Bundle]) -> list[tuple[Bundle, str]]:
        """What is new or has changed, with its digest."""
        columns = directory_service_at_location.c
        wanted = select(columns.id, columns.digest, columns.retired_on)
        rows = select_among(connection, wanted, columns.id, [each.place.id for each in own])
        known = {row.id: None if row.retired_on else row.digest for row in rows}
        fresh: list[tuple[Bundle, str]] = []
        for each in own:
            digest, before = each.digest(), known.get(each.place.id)
            if before == digest:
                self._tally.unchanged += 1
                continue
            self._tally.added += before is None
            self._tally.changed += before is not None
            fresh.append((each, digest))
        return fresh

    def _overtake(self, bundle: Bundle) -> list[Edit]:
        """The newest word counts: where the source changes a field that staff had changed, it is the source's."""
        found = [each for each in overtaken(bundle, self._edits.of(bundle)) if each.id not in self._overtaken]
        for each in found:
            self._overtaken.add(each.id)
            said = f"the source changed its {spoken_field(each.field)}, so what staff wrote there counts no more"
            self._tally.warnings.add([Problem(f"service {bundle.service.name!r} ({bundle.place.id})", said)])
        return found

    def _gone(self, connection: Connection, scratch: Scratch) -> list[str]:
        current = connection.execute(_current(self._source)).scalars()
        met = [own for some in current.partitions(5_000) for own in scratch.never_met(list(some))]
        return sorted(set(met) - self._edits.marked(KEPT))

    def _write(self, spool: Spool, gone: list[str], is_new: bool) -> None:
        if self._database.is_sqlite and spool.places > AT_ONCE:
            self._in_pieces(spool, gone, is_new)
            return

        def everything(connection: Connection) -> None:
            self._claim.hold(connection, self._digest, 0)
            with roomy(connection):
                for chunk in spool.chunks():
                    self._write_edited(connection, chunk, is_new)
            self._close(connection, gone)

        self._database.write(everything)

    def _in_pieces(self, spool: Spool, gone: list[str], is_new: bool) -> None:
        self._database.write(lambda connection: self._claim.hold(connection, UNFINISHED, 0))
        waiting, writes = spool.chunks(), 1
        while some := list(islice(waiting, PIECE)):

            def one(connection: Connection, piece: list[Chunk] = some, before: int = writes) -> None:
                self._claim.hold(connection, UNFINISHED, before)
                with roomy(connection):
                    for chunk in piece:
                        self._write_edited(connection, chunk, is_new)

            self._database.write(one)
            writes += 1

        def last(connection: Connection) -> None:
            self._claim.hold(connection, self._digest, writes)
            self._close(connection, gone)

        self._database.write(last)

    def _write_edited(self, connection: Connection, chunk: Chunk, is_new: bool) -> None:
        """A chunk of the source, and staff's words over it, before anybody could be sent by the source's alone."""
        end_field(connection, overtaken_in(chunk), SOURCE, self._now.timestamp())
        write_chunk(connection, chunk, is_new)
        if has_edits(connection):
            lay_over(connection, chunk["ids"], self._newest)

    def _close(self, connection: Connection, gone: list[str]) -> None:
        sweep_locations(connection, self._source)
        retire_places(connection, gone, self._now.date())


def known_digest(connection: Connection, source: str) -> str | None:
    """The digest of the file that was last imported as ``source``, whole."""
    return connection.execute(
        select(directory_source.c.digest).where(directory_source.c.name == source)
    ).scalar_one_or_none()


def retire_source(connection: Connection, source: str, now: datetime) -> int:
    """Retire every place of ``source`` and forget its file; returns how many there were."""
    current = connection.execute(_current(source)).scalars().all()
    retire_places(connection, current, now.date())
    connection.execute(delete(directory_source).where(directory_source.c.name == source))
    return len(current)


def mark_address_public(connection: Connection, service_id: str, public: bool, now: datetime) -> None:
    """Staff's word that a confidential service's address may be told, or no longer.

    It counts from the next import on, because the address of a confidential place is not stored.
    """
    connection.execute(delete(directory_public_address).where(directory_public_address.c.service_id == service_id))
    if public:
        connection.execute(insert(directory_public_address).values(service_id=service_id, marked_at=now.timestamp()))


def _current(source: str) -> Select[str]:
    columns = directory_service_at_location.c
    return select(columns.id).where(columns.source == source, columns.retired_on.is_(None))


def _is_new(connection: Connection, source: str) -> bool:
    """Whether nothing of ``source`` was ever written."""
    table = TABLE_OF[Organization]
    return connection.execute(select(table.c.id).where(table.c.source == source).limit(1)).first() is None


def _taken(connection: Connection, gathered: list[Bundle], source: str) -> set[str]:
    """Ids that belong to another source."""
    ids: dict[type, set[str]] = {
        Organization: {each.organization.id for each in gathered},
        Service: {each.service.id for each in gathered},
        Location: {each.location.id for each in gathered if each.location},
        ServiceAtLocation: {each.place.id for each in gathered},
    }
    found: set[str] = set()
    for kind, wanted in ids.items():
        table = TABLE_OF[kind]
        foreign = select(table.c.id).where(table.c.source != source)
        found.update(row.id for row in select_among(connection, foreign, table.c.id, sorted(wanted)))
    return found
