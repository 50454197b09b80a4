"""Places that staff write themselves, and addresses that staff make secret or public."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from sqlalchemy import Connection, delete, select, update

from bot.directory.bundles import Bundle, bundles
from bot.directory.confidential import names_street
from bot.directory.edits import ADDED, ADDRESS_FIELDS, HAND, SECRET, Edit, edited, said_by, subject_of
from bot.directory.finishing import finish
from bot.directory.records import Organization, Service, ServiceAtLocation, record_id
from bot.directory.repairs import Repairs
from bot.directory.report import Reading
from bot.store.directory_bundles import bundles_of, records_of
from bot.store.directory_edit_tables import directory_edit
from bot.store.directory_edits import add_edits, edits_about, edits_of_records, end_field
from bot.store.directory_import import mark_address_public
from bot.store.directory_laying import remake
from bot.store.directory_tables import directory_service, directory_service_at_location
from bot.store.directory_write import chunk_of, sweep_locations, write_chunk
from bot.store.place_keeping import KeptPlace
from bot.store.zip_areas import SqlAreas

_place = directory_service_at_location.c


def add_place(connection: Connection, key: str, values: Mapping[str, str], secret: bool, by: str, now: float) -> str:
    """Write a new place of staff's own; ``key`` is any name no other place has. Returns its id.

    ``values`` are checked texts by field; a ``secret`` place has no street among them.
    """
    house = record_id(HAND, "organization", values["organization"].lower())
    if edits_of_records(connection, [house]).by_subject:
        house = record_id(HAND, "organization", key)  # that one is called otherwise by now
    service = Service(
        record_id(HAND, "service", key),
        HAND,
        house,
        values["service"] or values["organization"],
        confidential=secret,
        verified_on=_day(now),
    )
    place = ServiceAtLocation(record_id(HAND, "service_at_location", key), HAND, service.id)
    bare = Bundle(place, service, Organization(house, HAND, values["organization"]), None, (), (), (), (), ())
    given = {**values, "service": service.name}
    words = {name: Edit(0, subject_of(bare, name), name, "", value) for name, value in given.items() if value}
    wanted = edited(bare, words)
    _rewrite(connection, [wanted], secret=secret, public=not secret)
    marks = [(("place", place.id), ADDED, "", "", "yes")]
    if secret:
        marks.append((("service", service.id), SECRET, "", "", "yes"))
    add_edits(connection, marks, by, now)
    return place.id


def make_secret(connection: Connection, kept: KeptPlace, by: str, now: float) -> None:
    """From now on the service is given by phone only, at all its places; its addresses are forgotten.

    What staff wrote about them is forgotten with them. The mark stays over every import.
    """
    service = kept.said.service
    found = bundles_of(connection, [service.id])
    own = [each.location.id for each in found if each.location]
    mark_address_public(connection, service.id, False, datetime.fromtimestamp(now, UTC))
    connection.execute(
        update(directory_service_at_location)
        .where(_place.service_id == service.id, _place.retired_on.is_not(None))
        .values(location_id=None)
    )
    _rewrite(connection, found, secret=True, public=False)
    still_used = {row.location_id for row in _users(connection, own)}
    about = [*(each for each in own if each not in still_used), *(each.place.id for each in found)]
    connection.execute(
        delete(directory_edit).where(directory_edit.c.record_id.in_(about), directory_edit.c.field.in_(ADDRESS_FIELDS))
    )
    _forget_streets(connection, [service.id, *about], [each.address_1 for bundle in found for each in bundle.addresses])
    sweep_locations(connection, service.source)
    add_edits(connection, [(("service", service.id), SECRET, "", "", "yes")], by, now)
    remake(connection, [service.id])


def make_public(connection: Connection, kept: KeptPlace, address: Mapping[str, str], by: str, now: float) -> None:
    """Staff's word that the address may be told; ``address`` are checked texts of ADDRESS_FIELDS.

    It counts at once for this place; other places of the service show theirs after the next import.
    """
    service = kept.said.service.id
    mark_address_public(connection, service, True, datetime.fromtimestamp(now, UTC))
    edits = edits_about(connection, [kept.said]).of(kept.said)
    end_field(connection, [edits[SECRET]] if SECRET in edits else [], by, now)
    connection.execute(update(directory_service).where(directory_service.c.id == service).values(confidential=False))
    said = said_by(kept.said)
    add_edits(
        connection,
        [
            (subject_of(kept.said, name), name, said[name], "", value)
            for name, value in address.items()
            if value != said[name]
        ],
        by,
        now,
    )
    add_edits(connection, [(("service", service), SECRET, "", "yes", "no")], by, now)
    remake(connection, [service])


def _rewrite(connection: Connection, found: list[Bundle], secret: bool, public: bool) -> None:
    """Write places anew as if their source had said so."""
    service = frozenset({each.service.id for each in found})
    reading = Reading(records_of(found), len(found))
    nobody: frozenset[str] = frozenset()
    done = finish(
        reading, SqlAreas(connection), service if public else nobody, Repairs(), service if secret else nobody
    )
    places = list(bundles(done.records))
    write_chunk(connection, chunk_of([(each, each.digest()) for each in places]), is_new=False)


def _forget_streets(connection: Connection, records: Sequence[str], streets: Sequence[str]) -> None:
    """Staff's words about these records that lead to a door, in whatever field, go with their history."""
    edit = directory_edit.c
    rows = connection.execute(select(edit.id, edit.said, edit.before, edit.value).where(edit.record_id.in_(records)))
    telling = [row.id for row in rows if names_street("\n".join((row.said, row.before, row.value)), streets)]
    connection.execute(delete(directory_edit).where(edit.id.in_(telling)))


def _users(connection: Connection, locations: list[str]) -> list[ServiceAtLocation]:
    rows = connection.execute(
        directory_service_at_location.select().where(_place.location_id.in_(locations))
    ).mappings()
    return [ServiceAtLocation(row["id"], row["source"], row["service_id"], row["location_id"]) for row in rows]


def _day(now: float) -> date:
    return datetime.fromtimestamp(now, UTC).date()
