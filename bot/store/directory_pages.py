"""The directory that may be told to everybody, service by service: for the export and the API.

Left out: retired places, those that staff found closed, and every service that is confidential.
Staff's own words stand where they changed something.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Select, func, select

from bot.directory.bundles import Bundle
from bot.store.directory_bulk import chunks, select_among
from bot.store.directory_bundles import shown_bundles
from bot.store.directory_tables import directory_service, directory_service_at_location, directory_standing

BATCH = 500
_place, _service = directory_service_at_location.c, directory_service.c
_SHOWN = {
    "services": _place.service_id,
    "organizations": _service.organization_id,
    "service_at_locations": _place.id,
}

_CLOSED = select(directory_standing.c.place_id).where(directory_standing.c.judged == "closed")


def _told(kind: str, source: str | None = None) -> Select[Any]:
    """Ids of ``kind`` that may be told."""
    column = _SHOWN[kind]
    found = (
        select(column.label("id"))
        .join(directory_service, _service.id == _place.service_id)
        .where(_place.retired_on.is_(None), _service.confidential.is_(False), _place.id.not_in(_CLOSED))
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
    found = sorted(shown_bundles(connection, ids), key=lambda each: (each.service.id, each.place.id))
    for _, places in groupby(found, key=lambda each: each.service.id):
        yield list(places)


def organizations_among(connection: Connection, ids: Sequence[str]) -> Iterator[Bundle]:
    """One place of each of these organizations that has any that may be told."""
    first = (
        select(_service.organization_id, func.min(_service.id).label("first"))
        .join(directory_service_at_location, _place.service_id == _service.id)
        .where(_place.retired_on.is_(None), _service.confidential.is_(False), _place.id.not_in(_CLOSED))
        .group_by(_service.organization_id)
    )
    services = [row.first for row in select_among(connection, first, _service.organization_id, ids)]
    seen: dict[str, Bundle] = {}
    for bundle in shown_bundles(connection, services):
        seen.setdefault(bundle.organization.id, bundle)
    yield from (seen[own] for own in ids if own in seen)


def places_among(connection: Connection, ids: Sequence[str]) -> Iterator[Bundle]:
    """These places, as far as they may be told."""
    services = sorted({row.service_id for row in select_among(connection, select(_place.service_id), _place.id, ids)})
    found = {bundle.place.id: bundle for bundle in shown_bundles(connection, services)}
    yield from (found[own] for own in ids if own in found)
