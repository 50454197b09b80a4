"""How records and places get into the tables: whole, by upsert, in pieces the database likes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, delete, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.directory.bundles import Bundle
from bot.directory.place import Place, place_of
from bot.directory.records import Address, Language, Location, Organization, Phone, Schedule, Service
from bot.store.directory_rows import TABLE_OF, row_of, row_of_place
from bot.store.directory_tables import (
    OWNERS,
    directory_address,
    directory_attribute,
    directory_place,
    directory_place_need,
    directory_service_at_location,
)

CHUNK = 400
T = TypeVar("T")


def write_bundles(connection: Connection, fresh: Sequence[Bundle]) -> None:
    """Write every record of ``fresh`` and what the search reads of it."""
    upsert(connection, TABLE_OF[Organization], (row_of(each.organization) for each in fresh))
    upsert(connection, TABLE_OF[Service], (row_of(each.service) for each in fresh))
    upsert(connection, TABLE_OF[Location], (row_of(each.location) for each in fresh if each.location))
    places = ({**row_of(each.place), "digest": each.digest(), "retired_on": None} for each in fresh)
    upsert(connection, directory_service_at_location, places)
    _write_children(connection, fresh)
    _write_places(connection, fresh)


def _write_children(connection: Connection, fresh: Sequence[Bundle]) -> None:
    owners = sorted({own for each in fresh for own in each.owners})
    for kind, children in (
        (Phone, (child for each in fresh for child in each.phones)),
        (Schedule, (child for each in fresh for child in each.schedules)),
        (Language, (child for each in fresh for child in each.languages)),
    ):
        table = TABLE_OF[kind]
        for some in chunks(owners):
            connection.execute(delete(table).where(or_(*(table.c[f"{owner}_id"].in_(some) for owner in OWNERS))))
        upsert(connection, table, (row_of(child) for child in children))
    for some in chunks(owners):
        connection.execute(delete(directory_address).where(directory_address.c.location_id.in_(some)))
        connection.execute(delete(directory_attribute).where(directory_attribute.c.service_id.in_(some)))
    upsert(connection, directory_address, (row_of(child) for each in fresh for child in each.addresses))
    upsert(connection, directory_attribute, (row_of(child) for each in fresh for child in each.attributes))


def _write_places(connection: Connection, fresh: Sequence[Bundle]) -> None:
    _remove_places(connection, [each.place.id for each in fresh])
    places = [place for each in fresh if (place := place_of(each))]
    _insert(connection, directory_place, [row_of_place(place) for place in places])
    _insert(connection, directory_place_need, [row for place in places for row in _need_rows(place)])


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
    for some in chunks(gone):
        connection.execute(
            update(directory_service_at_location).where(columns.id.in_(some)).values(retired_on=today, digest="")
        )


def _remove_places(connection: Connection, ids: Sequence[str]) -> None:
    for some in chunks(ids):
        connection.execute(delete(directory_place_need).where(directory_place_need.c.place_id.in_(some)))
        connection.execute(delete(directory_place).where(directory_place.c.id.in_(some)))


def sweep_locations(connection: Connection, source: str) -> None:
    """Forget locations of ``source`` that no place refers to any more, addresses and all.

    A place that has become confidential lets go of its true location, which must not stay.
    """
    locations, places = TABLE_OF[Location], directory_service_at_location
    used = select(places.c.id).where(places.c.location_id == locations.c.id).exists()
    idle = connection.execute(select(locations.c.id).where(locations.c.source == source, ~used)).scalars().all()
    for some in chunks(idle):
        for kind in (Address, Phone, Schedule, Language):
            connection.execute(delete(TABLE_OF[kind]).where(TABLE_OF[kind].c.location_id.in_(some)))
        connection.execute(delete(locations).where(locations.c.id.in_(some)))


def upsert(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]], key: str = "id") -> None:
    """Insert ``rows``, or overwrite those that are there; of two with one key the last counts."""
    unique = {row[key]: dict(row) for row in rows}
    if not unique:
        return
    dialect: Any = sqlite if connection.dialect.name == "sqlite" else postgresql
    statement = dialect.insert(table)
    changes = {name: statement.excluded[name] for name in table.c.keys() if name != key}  # noqa: SIM118 (not a dict)
    for some in chunks(list(unique.values())):
        connection.execute(statement.on_conflict_do_update(index_elements=[key], set_=changes), some)


def _insert(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    for some in chunks(rows):
        connection.execute(insert(table), [dict(row) for row in some])


def chunks(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """``items`` in pieces of at most ``CHUNK``."""
    for start in range(0, len(items), CHUNK):
        yield items[start : start + CHUNK]
