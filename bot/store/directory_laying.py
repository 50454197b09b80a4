"""Makes what is offered anew after staff's words changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, select

from bot.directory.edits import FIELDS, said_by
from bot.store.directory_bulk import chunks, select_among
from bot.store.directory_bundles import bundles_of, with_edits
from bot.store.directory_edits import edits_about, note_said, records_with_edits
from bot.store.directory_tables import directory_service, directory_service_at_location
from bot.store.directory_write import write_offers

SERVICES = 200
_place, _service = directory_service_at_location.c, directory_service.c
_PLACES = select(_place.id, _place.service_id).where(_place.retired_on.is_(None))


def remake(connection: Connection, records: Sequence[str]) -> None:
    """Offer the places that belong to these records (organizations, services, locations, places) as staff want
    them; what is retired is offered to nobody."""
    _write(connection, _belonging(connection, sorted(set(records))))


def lay_over(connection: Connection, written: Mapping[str, Sequence[str]], known: int) -> None:
    """The same for those places of ``written`` (ids by kind of record) that staff changed: after an import wrote
    what its source says. Words of staff above the id ``known`` came while the import was under way: they are
    newer than what it brings."""
    changed = records_with_edits(connection, [own for ids in written.values() for own in ids])
    if not changed:
        return
    own = set(written["service_at_location"])
    places = {place: service for place, service in _belonging(connection, changed).items() if place in own}
    for some in chunks(sorted(set(places.values())), SERVICES):
        found = bundles_of(connection, some)
        edits = edits_about(connection, found)
        for bundle in found:
            newer = [each for each in edits.of(bundle).values() if each.id > known and each.field in FIELDS]
            note_said(connection, newer, said_by(bundle) if newer else {})
    _write(connection, places)


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
