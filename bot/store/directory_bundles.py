"""Places read back from the tables, each with everything around it, and staff's words over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Table, select

from bot.directory.bundles import Bundle, bundles
from bot.directory.edits import ADDRESS_FIELDS, Edits, edited
from bot.directory.finishing import finish
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
from bot.directory.repairs import Repairs
from bot.directory.report import Reading
from bot.store.directory_bulk import select_among
from bot.store.directory_edits import edits_about
from bot.store.directory_rows import TABLE_OF, record_of
from bot.store.directory_tables import (
    OWNERS,
    directory_phone,
    directory_service,
    directory_service_at_location,
    directory_standing,
)
from bot.store.zip_areas import SqlAreas

_place = directory_service_at_location.c
_CLOSED = select(directory_standing.c.place_id).where(directory_standing.c.judged == "closed")


def shown_bundles(connection: Connection, services: Sequence[str]) -> Iterator[Bundle]:
    """What may be told to everybody of these services, with staff's words: nothing that is confidential,
    retired, or closed by staff."""
    found = [each for each in bundles_of(connection, services) if not each.service.confidential]
    closed = set(connection.execute(_CLOSED).scalars()) if found else set()
    yield from with_edits(connection, [each for each in found if each.place.id not in closed])


def with_edits(connection: Connection, found: Sequence[Bundle]) -> list[Bundle]:
    """The same places as staff want them to be."""
    edits = edits_about(connection, found)
    areas = SqlAreas(connection)
    return [laid_over(each, edits, areas) for each in found]


def laid_over(bundle: Bundle, edits: Edits, areas: SqlAreas) -> Bundle:
    """Staff's words over one place. An address is never laid over a confidential place."""
    own = edits.of(bundle)
    if bundle.service.confidential:
        return edited(bundle, {name: each for name, each in own.items() if name not in ADDRESS_FIELDS})
    result = edited(bundle, own)
    return _placed(result, areas) if any(name in own for name in ADDRESS_FIELDS) else result


def records_of(found: Sequence[Bundle]) -> Records:
    """All records of some places, each once."""

    def once(name: str) -> tuple[Any, ...]:
        return tuple({each.id: each for bundle in found for each in getattr(bundle, name)}.values())

    return Records(
        organizations=tuple({each.organization.id: each.organization for each in found}.values()),
        services=tuple({each.service.id: each.service for each in found}.values()),
        locations=tuple({each.location.id: each.location for each in found if each.location}.values()),
        service_at_locations=tuple(each.place for each in found),
        addresses=once("addresses"),
        phones=once("phones"),
        schedules=once("schedules"),
        languages=once("languages"),
        attributes=once("attributes"),
    )


def _placed(bundle: Bundle, areas: SqlAreas) -> Bundle:
    public = frozenset({bundle.service.id})
    (done,) = bundles(finish(Reading(records_of([bundle]), 1), areas, public, Repairs()).records)
    return done


def bundles_of(connection: Connection, services: Sequence[str], retired: bool = False) -> list[Bundle]:
    """All places of these services as their sources say them; with ``retired`` those that are gone, too."""
    known: list[Service] = list(_records(connection, Service, directory_service.c.id, services))
    ids = [each.id for each in known]
    current = () if retired else (_place.retired_on.is_(None),)
    places: list[ServiceAtLocation] = list(_records(connection, ServiceAtLocation, _place.service_id, ids, *current))
    owners = {
        "organization": sorted({each.organization_id for each in known}),
        "service": ids,
        "location": sorted({each.location_id for each in places if each.location_id}),
        "service_at_location": [each.id for each in places],
    }
    house, location = TABLE_OF[Organization].c.id, TABLE_OF[Location].c.id
    records = Records(
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
    return list(bundles(records))


def _owned(connection: Connection, kind: type[Any], owners: dict[str, list[str]]) -> Iterator[Any]:
    for owner in OWNERS:
        yield from _records(connection, kind, TABLE_OF[kind].c[f"{owner}_id"], owners[owner])


def _records(connection: Connection, kind: type[Any], column: Any, ids: Sequence[str], *also: Any) -> Iterator[Any]:
    table: Table = TABLE_OF[kind]
    order = (directory_phone.c.position, table.c.id) if kind is Phone else (table.c.id,)
    for row in select_among(connection, select(table).where(*also).order_by(*order), column, ids):
        yield record_of(kind, row._mapping)
