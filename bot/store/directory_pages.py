"""The directory that may be told to everybody, service by service: for the export and the API.

Left out: retired places, and every service that is confidential.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Select, Table, func, select

from bot.directory.bundles import Bundle, bundles
from bot.directory.records import (
    Address,
    Attribute,
    Language,
    Location,
    Organization,
    Phone,
    Records,
    Schedule,
    Service,
    ServiceAtLocation,
)
from bot.store.directory_bulk import chunks, select_among
from bot.store.directory_rows import TABLE_OF, record_of
from bot.store.directory_tables import OWNERS, directory_service, directory_service_at_location

BATCH = 500
_place, _service = directory_service_at_location.c, directory_service.c
_SHOWN = {
    "services": _place.service_id,
    "organizations": _service.organization_id,
    "service_at_locations": _place.id,
}


def _told(kind: str, source: str | None = None) -> Select[Any]:
    """Ids of ``kind`` that may be told."""
    column = _SHOWN[kind]
    found = (
        select(column.label("id"))
        .join(directory_service, _service.id == _place.service_id)
        .where(_place.retired_on.is_(None), _service.confidential.is_(False))
    )
    return (found if source is None else found.where(_place.source == source)).distinct()


def count_items(connection: Connection, kind: str) -> int:
    """How many ``services``, ``organizations`` or ``service_at_locations`` there are."""
    return connection.execute(select(func.count()).select_from(_told(kind).subquery())).scalar_one()


def page_of_ids(connection: Connection, kind: str, start: int, most: int, source: str | None = None) -> list[str]:
    """Ids in their order, ``most`` from ``start`` on."""
    wanted = _told(kind, source).order_by(_SHOWN[kind]).offset(start).limit(most)
    return list(connection.execute(wanted).scalars())


def told_services(connection: Connection, source: str | None = None) -> Iterator[list[Bundle]]:
    """The places of each service that may be told, of one source or of all, in the order of ids."""
    ids = list(connection.execute(_told("services", source).order_by(_SHOWN["services"])).scalars())
    for some in chunks(ids, BATCH):
        yield from services_among(connection, some)


def services_among(connection: Connection, ids: Sequence[str]) -> Iterator[list[Bundle]]:
    """The places of each of these services that may be told."""
    found = sorted(_bundles(connection, ids), key=lambda each: (each.service.id, each.place.id))
    for _, places in groupby(found, key=lambda each: each.service.id):
        yield list(places)


def organizations_among(connection: Connection, ids: Sequence[str]) -> Iterator[Bundle]:
    """One place of each of these organizations that has any that may be told."""
    first = (
        select(_service.organization_id, func.min(_service.id).label("first"))
        .join(directory_service_at_location, _place.service_id == _service.id)
        .where(_place.retired_on.is_(None), _service.confidential.is_(False))
        .group_by(_service.organization_id)
    )
    services = [row.first for row in select_among(connection, first, _service.organization_id, ids)]
    seen: dict[str, Bundle] = {}
    for bundle in _bundles(connection, services):
        seen.setdefault(bundle.organization.id, bundle)
    yield from (seen[own] for own in ids if own in seen)


def places_among(connection: Connection, ids: Sequence[str]) -> Iterator[Bundle]:
    """These places, as far as they may be told."""
    services = sorted({row.service_id for row in select_among(connection, select(_place.service_id), _place.id, ids)})
    found = {bundle.place.id: bundle for bundle in _bundles(connection, services)}
    yield from (found[own] for own in ids if own in found)


def _bundles(connection: Connection, services: Sequence[str]) -> Iterator[Bundle]:
    known: list[Service] = [
        each for each in _records(connection, Service, _service.id, services) if not each.confidential
    ]
    ids = [each.id for each in known]
    places: list[ServiceAtLocation] = list(
        _records(connection, ServiceAtLocation, _place.service_id, ids, _place.retired_on.is_(None))
    )
    owners = {
        "organization": sorted({each.organization_id for each in known}),
        "service": ids,
        "location": sorted({each.location_id for each in places if each.location_id}),
        "service_at_location": [each.id for each in places],
    }
    house, location = TABLE_OF[Organization].c.id, TABLE_OF[Location].c.id
    yield from bundles(
        Records(
            organizations=tuple(_records(connection, Organization, house, owners["organization"])),
            services=tuple(known),
            locations=tuple(_records(connection, Location, location, owners["location"])),
            service_at_locations=tuple(places),
            addresses=tuple(_records(connection, Address, TABLE_OF[Address].c.location_id, owners["location"])),
            phones=tuple(_owned(connection, Phone, owners)),
            schedules=tuple(_owned(connection, Schedule, owners)),
            languages=tuple(_owned(connection, Language, owners)),
            attributes=tuple(_records(connection, Attribute, TABLE_OF[Attribute].c.service_id, ids)),
        )
    )


def _owned(connection: Connection, kind: type[Any], owners: dict[str, list[str]]) -> Iterator[Any]:
    for owner in OWNERS:
        yield from _records(connection, kind, TABLE_OF[kind].c[f"{owner}_id"], owners[owner])


def _records(connection: Connection, kind: type[Any], column: Any, ids: Sequence[str], *also: Any) -> Iterator[Any]:
    table: Table = TABLE_OF[kind]
    for row in select_among(connection, select(table).where(*also).order_by(table.c.id), column, ids):
        yield record_of(kind, row._mapping)
