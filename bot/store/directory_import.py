"""One source's places into the tables, in one transaction: what is added, changed, retired."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from bot.directory.bundles import Bundle, bundles
from bot.directory.finishing import finish
from bot.directory.records import Location, Organization, Service, ServiceAtLocation
from bot.directory.report import ImportReport, Problem, Reading
from bot.store.directory_rows import TABLE_OF
from bot.store.directory_tables import directory_public_address, directory_service_at_location, directory_source
from bot.store.directory_write import chunks, retire_places, sweep_locations, upsert, write_bundles
from bot.store.zip_areas import SqlAreas


def apply_import(
    connection: Connection, reading: Reading, source: str, format: str, digest: str, now: datetime, dry_run: bool
) -> ImportReport:
    """Make the tables say what ``reading`` says about ``source``; a dry run only counts.

    Places that the source no longer has are retired: kept, but never offered. Places whose id
    already belongs to another source are rejected.
    """
    public = frozenset(connection.execute(select(directory_public_address.c.service_id)).scalars())
    finished = finish(reading, SqlAreas(connection), public)
    gathered, rejected = _own_bundles(connection, finished, source)
    known = _known(connection, source)
    fresh = {own: each for own, each in gathered.items() if known.get(own) != each.digest()}
    added = sum(1 for own in fresh if known.get(own) is None)
    gone = [own for own, old in known.items() if old is not None and own not in gathered and own not in reading.kept]
    report = ImportReport(
        source,
        format,
        dry_run,
        read=reading.read,
        added=added,
        changed=len(fresh) - added,
        unchanged=len(gathered) - len(fresh),
        retired=len(gone),
        rejected=(*finished.rejected, *rejected),
        warnings=finished.warnings,
    )
    if not dry_run:
        write_bundles(connection, list(fresh.values()))
        sweep_locations(connection, source)
        retire_places(connection, gone, now.date())
        _note_source(connection, source, format, digest, now)
    return report


def known_digest(connection: Connection, source: str) -> str | None:
    """The digest of the file that was last imported as ``source``."""
    return connection.execute(
        select(directory_source.c.digest).where(directory_source.c.name == source)
    ).scalar_one_or_none()


def retire_source(connection: Connection, source: str, now: datetime) -> int:
    """Retire every place of ``source`` and forget its file; returns how many there were."""
    current = [own for own, digest in _known(connection, source).items() if digest is not None]
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


def _known(connection: Connection, source: str) -> dict[str, str | None]:
    """Digest by place id; ``None`` for a retired one."""
    columns = directory_service_at_location.c
    rows = connection.execute(select(columns.id, columns.digest, columns.retired_on).where(columns.source == source))
    return {own: None if retired_on else digest for own, digest, retired_on in rows}


def _own_bundles(connection: Connection, reading: Reading, source: str) -> tuple[dict[str, Bundle], list[Problem]]:
    """Bundles by place id, without those whose ids belong to another source."""
    gathered = {each.place.id: each for each in bundles(reading.records)}
    taken: set[str] = set()
    for kind in (Organization, Service, Location, ServiceAtLocation):
        table = TABLE_OF[kind]
        wanted = {own for each in gathered.values() if (own := _id_of(each, kind))}
        for some in chunks(sorted(wanted)):
            found = select(table.c.id).where(table.c.id.in_(some), table.c.source != source)
            taken.update(connection.execute(found).scalars())
    if not taken:
        return gathered, []
    foreign = {own: each for own, each in gathered.items() if taken.intersection((own, *each.owners))}
    problems = [
        Problem(f"service {each.service.name!r}", "its id already belongs to another source")
        for each in foreign.values()
    ]
    return {own: each for own, each in gathered.items() if own not in foreign}, problems


def _id_of(bundle: Bundle, kind: type) -> str | None:
    record: Any = {
        Organization: bundle.organization,
        Service: bundle.service,
        Location: bundle.location,
        ServiceAtLocation: bundle.place,
    }[kind]
    return record.id if record is not None else None


def _note_source(connection: Connection, source: str, format: str, digest: str, now: datetime) -> None:
    row = {"name": source, "format": format, "digest": digest, "imported_at": now.timestamp()}
    upsert(connection, directory_source, [row], key="name")
