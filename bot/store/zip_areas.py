"""ZIP codes and towns: a table filled once, because 40 MB in every process would be too much."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from math import cos, radians
from typing import Any

from sqlalchemy import Connection, func, insert, select

from bot.directory.geography import Area, box_around
from bot.store.directory_bulk import select_among
from bot.store.directory_tables import directory_zip_area

NEAREST_WITHIN_MILES = 60.0
CHUNK = 5_000


def count_zip_areas(connection: Connection) -> int:
    """How many ZIP codes are known; 0 before the first filling."""
    return connection.execute(select(func.count()).select_from(directory_zip_area)).scalar_one()


def fill_zip_areas(connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert all ``rows`` (columns of ``directory_zip_area``) into the empty table."""
    waiting = iter(rows)
    while some := list(islice(waiting, CHUNK)):
        connection.execute(insert(directory_zip_area), some)


class SqlAreas:
    """:class:`bot.directory.geography.Areas` over one open connection; remembers what it read."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[tuple[str, ...], Any] = {}

    def learn_zips(self, zips: Iterable[str]) -> None:
        """Read many ZIP codes at once, for an import that will ask for them one by one."""
        fresh = sorted(each for each in set(zips) if each and ("zip", each) not in self._known)
        self._known.update((("zip", each), None) for each in fresh)
        for row in select_among(self._connection, select(directory_zip_area), directory_zip_area.c.zip, fresh):
            self._known[("zip", row.zip)] = Area(**row._mapping)

    def of_zip(self, zip: str) -> Area | None:
        key = ("zip", zip)
        if key not in self._known:
            row = self._connection.execute(select(directory_zip_area).where(directory_zip_area.c.zip == zip)).first()
            self._known[key] = Area(**row._mapping) if row else None
        found: Area | None = self._known[key]
        return found

    def of_city(self, city: str, state: str) -> Area | None:
        key = ("city", city.lower(), state)
        if key not in self._known:
            columns = directory_zip_area.c
            rows = self._connection.execute(
                select(directory_zip_area).where(columns.state == state, func.lower(columns.city) == city.lower())
            ).all()
            self._known[key] = _middle([Area(**row._mapping) for row in rows]) if rows else None
        found: Area | None = self._known[key]
        return found

    def of_county(self, area: Area) -> tuple[float, float]:
        key = ("county", area.county, area.state)
        if key not in self._known:
            columns = directory_zip_area.c
            rows = self._connection.execute(
                select(directory_zip_area).where(columns.state == area.state, columns.county == area.county)
            ).all()
            middle = _middle([Area(**row._mapping) for row in rows]) if rows and area.county else area
            self._known[key] = (round(middle.latitude, 2), round(middle.longitude, 2))
        found: tuple[float, float] = self._known[key]
        return found

    def nearest(self, latitude: float, longitude: float) -> Area | None:
        columns = directory_zip_area.c
        box = box_around(latitude, longitude, NEAREST_WITHIN_MILES)
        up, across = columns.latitude - latitude, (columns.longitude - longitude) * cos(radians(latitude))
        row = self._connection.execute(
            select(directory_zip_area)
            .where(columns.latitude.between(box.south, box.north), columns.longitude.between(box.west, box.east))
            .order_by(up * up + across * across, columns.zip)
            .limit(1)
        ).first()
        return Area(**row._mapping) if row else None


def _middle(areas: list[Area]) -> Area:
    first = areas[0]
    return Area(
        zip="",
        city=first.city,
        state=first.state,
        county=first.county,
        latitude=sum(each.latitude for each in areas) / len(areas),
        longitude=sum(each.longitude for each in areas) / len(areas),
        timezone=first.timezone,
    )
