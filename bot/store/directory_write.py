"""How records and places get into the tables: whole, by upsert, in pieces the database likes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, bindparam, select, update

from bot.directory.bundles import Bundle
from bot.directory.edits import Edit
from bot.directory.place import Place, place_of
from bot.directory.records import (
    Address,
    Attribute,
    Language,
    Location,
    Organization,
    Phone,
    Schedule,
    Service,
    ServiceAtLocation,
)
from bot.store.directory_bulk import Values, chunks, delete_rows, put_rows
from bot.store.directory_rows import TABLE_OF, plain_values, row_of_place, values_of
from bot.store.directory_tables import directory_place, directory_place_need, directory_service_at_location

Chunk = dict[str, Any]
"""Plain values of some hundred places: rows by table name, ``ids`` by kind of owner, and the words of
staff that their source has overtaken."""

_OWNED = (Phone, Schedule, Language)
_PARENTS: tuple[type[Any], ...] = (Organization, Service, Location, ServiceAtLocation)
_CHILDREN: tuple[type[Any], ...] = (Address, Phone, Schedule, Language, Attribute)
_NAME = {kind: str(TABLE_OF[kind].name) for kind in (*_PARENTS, *_CHILDREN)}


def chunk_of(fresh: Sequence[tuple[Bundle, str]], ended: Sequence[Edit] = ()) -> Chunk:
    """All rows of places and their digests, ready to be written later or at once. ``ended``: words of staff
    that count no more once these rows are written."""
    rows: dict[str, dict[str, Values]] = {name: {} for name in _NAME.values()}
    places: list[Values] = []
    needs: list[Values] = []
    for bundle, digest in fresh:
        rows["directory_service_at_location"][bundle.place.id] = (*values_of(bundle.place), digest, None)
        for record in (bundle.service, bundle.organization, bundle.location, *_children(bundle)):
            if record is not None:
                rows[_NAME[type(record)]][record.id] = values_of(record)
        for position, phone in enumerate(bundle.phones):
            rows[_NAME[Phone]][phone.id] = (*values_of(phone), position)
        _add_offer(bundle, places, needs)
    ids = {kind: sorted(rows[f"directory_{kind}"]) for kind in ("organization", "service", "location")}
    ids["service_at_location"] = [bundle.place.id for bundle, _ in fresh]
    tables = {name: list(found.values()) for name, found in rows.items()}
    return {
        "ids": ids,
        "rows": tables | {"directory_place": places, "directory_place_need": needs},
        "ended": [(each.id, each.subject, each.field, each.said, each.value) for each in ended],
    }


def overtaken_in(chunk: Chunk) -> list[Edit]:
    """The words of staff that count no more once ``chunk`` is written."""
    return [Edit(*each) for each in chunk["ended"]]


def _add_offer(bundle: Bundle, places: list[Values], needs: list[Values]) -> None:
    """The flat rows by which a place is found, none for one that is not offered."""
    place = place_of(bundle)
    if place is not None:
        places.append(plain_values(row_of_place(place), directory_place))
        needs += [plain_values(row, directory_place_need) for row in _need_rows(place)]


def write_offers(connection: Connection, shown: Sequence[Bundle], gone: Sequence[str] = ()) -> None:
    """Make only the flat rows of places anew, and take those of ``gone`` away."""
    places: list[Values] = []
    needs: list[Values] = []
    for bundle in shown:
        _add_offer(bundle, places, needs)
    _remove_places(connection, [*gone, *(each.place.id for each in shown)])
    put_rows(connection, directory_place, places, overwrite=False)
    put_rows(connection, directory_place_need, needs, overwrite=False)


def _children(bundle: Bundle) -> tuple[Any, ...]:
    return (*bundle.addresses, *bundle.schedules, *bundle.languages, *bundle.attributes)


def write_chunk(connection: Connection, chunk: Chunk, is_new: bool) -> None:
    """Write what :func:`chunk_of` made. ``is_new``: its source has nothing in the tables yet."""
    ids, rows = chunk["ids"], chunk["rows"]
    if not is_new:
        _remove_children(connection, ids)
        _remove_places(connection, ids["service_at_location"])
    for kind in (*_PARENTS, *_CHILDREN):
        put_rows(connection, TABLE_OF[kind], rows[_NAME[kind]])
    put_rows(connection, directory_place, rows["directory_place"], overwrite=False)
    put_rows(connection, directory_place_need, rows["directory_place_need"], overwrite=False)


def _remove_children(connection: Connection, ids: dict[str, list[str]]) -> None:
    for kind in _OWNED:
        for owner, some in ids.items():
            delete_rows(connection, TABLE_OF[kind].c[f"{owner}_id"], some)
    delete_rows(connection, TABLE_OF[Address].c.location_id, ids["location"])
    delete_rows(connection, TABLE_OF[Attribute].c.service_id, ids["service"])


def _need_rows(place: Place) -> list[dict[str, Any]]:
    anywhere = place.coverage == "national"
    return [
        {
            "need": need,
            "place_id": place.id,
            "coverage": place.coverage,
            "state": place.state,
            "latitude": None if anywhere else place.latitude,
            "longitude": None if anywhere else place.longitude,
        }
        for need in place.needs
    ]


def retire_places(connection: Connection, gone: Sequence[str], today: date) -> None:
    """Keep the records of these places, but let nobody be sent there any more."""
    _remove_places(connection, gone)
    columns = directory_service_at_location.c
    retire = (
        update(directory_service_at_location)
        .where(columns.id.in_(bindparam("gone", expanding=True)))
        .values(retired_on=today, digest="")
    )
    for some in chunks(gone):
        connection.execute(retire, {"gone": some})


def _remove_places(connection: Connection, ids: Sequence[str]) -> None:
    delete_rows(connection, directory_place_need.c.place_id, ids)
    delete_rows(connection, directory_place.c.id, ids)


def sweep_locations(connection: Connection, source: str) -> None:
    """Forget locations of ``source`` that no place refers to any more, addresses and all.

    A place that has become confidential lets go of its true location, which must not stay.
    """
    locations: Table = TABLE_OF[Location]
    places = directory_service_at_location
    used = select(places.c.id).where(places.c.location_id == locations.c.id).exists()
    idle = connection.execute(select(locations.c.id).where(locations.c.source == source, ~used)).scalars().all()
    for kind in (Address, *_OWNED):
        delete_rows(connection, TABLE_OF[kind].c.location_id, idle)
    delete_rows(connection, locations.c.id, idle)
