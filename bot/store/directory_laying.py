"""Makes what is offered anew after staff's words changed."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from bot.store.directory_bulk import chunks, select_among
from bot.store.directory_bundles import bundles_of, with_edits
from bot.store.directory_edits import records_with_edits
from bot.store.directory_tables import directory_service, directory_service_at_location
from bot.store.directory_write import write_offers

SERVICES = 200
_place, _service = directory_service_at_location.c, directory_service.c
_PLACES = select(_place.id, _place.service_id).where(_place.retired_on.is_(None))


def remake(connection: Connection, records: Sequence[str]) -> None:
    """Offer the places that belong to these records (organizations, services, locations, places) as staff want
    them; what is retired is offered to nobody."""
    _write(connection, _belonging(connection, sorted(set(records))))


def lay_over(connection: Connection, records: Sequence[str]) -> None:
    """The same, only for those records that staff changed: after an import wrote what its source says."""
    _write(connection, _belonging(connection, records_with_edits(connection, records)))


def _belonging(connection: Connection, records: Sequence[str]) -> dict[str, str]:
    """Places that belong to any of ``records``, each with its service."""
    found: dict[str, str] = {}
    for column in (_place.id, _place.service_id, _place.location_id):
        found.update({row.id: row.service_id for row in select_among(connection, _PLACES, column, records)})
    houses = _PLACES.join(directory_service, _service.id == _place.service_id)
    found.update(
        {row.id: row.service_id for row in select_among(connection, houses, _service.organization_id, records)}
    )
    return found


def _write(connection: Connection, places: dict[str, str]) -> None:
    for some in chunks(sorted(set(places.values())), SERVICES):
        found = [each for each in bundles_of(connection, some) if each.place.id in places]
        write_offers(connection, with_edits(connection, found))
