"""Where places are, for staff's map: only those whose address may be told to everybody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from bot.directory.geography import Box
from bot.directory.place_map import Point
from bot.store.directory_tables import directory_place, directory_place_need, directory_standing

MOST_POINTS = 100_000
_flat = directory_place.c


@dataclass(frozen=True)
class Listed:
    """A place beside the map."""

    id: str
    name: str
    what: str
    address: str


def read_points(connection: Connection, need: str) -> list[Point]:
    """Positions of all places that may be on a map, of one need or (empty) of all."""
    rows = connection.execute(
        select(_flat.latitude, _flat.longitude).where(*_may_be_shown(need)).order_by(_flat.id).limit(MOST_POINTS)
    )
    return [Point(row.latitude, row.longitude) for row in rows]


def list_within(connection: Connection, need: str, box: Box, most: int) -> list[Listed]:
    """The places inside ``box``, by name."""
    rows: Any = connection.execute(
        select(_flat.id, _flat.name, _flat.what, _flat.address)
        .where(
            *_may_be_shown(need),
            _flat.latitude.between(box.south, box.north),
            _flat.longitude.between(box.west, box.east),
        )
        .order_by(_flat.name, _flat.id)
        .limit(most)
    ).mappings()
    return [Listed(**row) for row in rows]


def count_phone_only(connection: Connection, need: str) -> int:
    """How many confidential places there are: they are on no map."""
    wanted = select(func.count()).select_from(directory_place).where(_flat.confidential.is_(True), *_of_need(need))
    return connection.execute(wanted).scalar_one()


def _may_be_shown(need: str) -> list[ColumnElement[bool]]:
    out = select(directory_standing.c.place_id).where(directory_standing.c.judged.in_(("dead", "closed", "moved")))
    return [
        _flat.confidential.is_(False),
        _flat.address != "",
        _flat.latitude.is_not(None),
        _flat.longitude.is_not(None),
        _flat.id.not_in(out),
        *_of_need(need),
    ]


def _of_need(need: str) -> list[ColumnElement[bool]]:
    column = directory_place_need.c
    return [_flat.id.in_(select(column.place_id).where(column.need == need))] if need else []
