"""Reads of the directory: the right few places for a question, by index and bounding box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import cos, radians
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from bot.directory.geography import Area, Box
from bot.directory.place import Place
from bot.directory.search import Found, Question, find
from bot.errors import WarmlineError
from bot.ports import Clock
from bot.store.database import Database
from bot.store.directory_rows import place_of_row
from bot.store.directory_tables import directory_place, directory_place_need
from bot.store.zip_areas import SqlAreas, count_zip_areas

NEAREST = 60
"""How many of the nearest places are ranked; what is farther cannot win by being open."""


class DirectoryNotReady(WarmlineError):
    """The table of ZIP codes is empty, so that no place can be found by distance."""


class SqlDirectory:
    """The directory over a database; safe to use from several threads."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def find(self, needs: Sequence[str], zip: str | None, language: str, exclude: Sequence[str], limit: int) -> Found:
        """The best ``limit`` places for each need around ``zip`` (five digits, or ``None``).

        ``language`` is ``en`` or ``es``; ``exclude`` are ids of places not to name again. A ZIP
        that does not exist is answered like none at all. Raises :class:`DirectoryNotReady` while
        the ZIP codes are not loaded.
        """
        with self._database.read() as connection:
            area = _area(connection, zip)
            question = Question(tuple(needs), area, language, frozenset(exclude), limit, self._clock.now())
            found = find(_SqlCandidates(connection, question.exclude), question)
            return replace(found, zip_known=zip is None or area is not None)

    def knows_zip(self, zip: str) -> bool:
        """Whether there is such a ZIP code with a place on the map."""
        with self._database.read() as connection:
            return _area(connection, zip) is not None


def _area(connection: Connection, zip: str | None) -> Area | None:
    if zip is None:
        return None
    area = SqlAreas(connection).of_zip(zip[:5])
    if area is None and not count_zip_areas(connection):
        raise DirectoryNotReady("The ZIP codes are not loaded yet: start the line once with `make run`.")
    return area


class _SqlCandidates:
    """:class:`bot.directory.search.Candidates` over one open connection."""

    def __init__(self, connection: Connection, exclude: frozenset[str]) -> None:
        self._connection = connection
        self._most = NEAREST + len(exclude)

    def within(self, need: str, box: Box, latitude: float, longitude: float) -> Sequence[Place]:
        columns = directory_place_need.c
        up, across = columns.latitude - latitude, (columns.longitude - longitude) * cos(radians(latitude))
        nearest = (
            select(columns.place_id)
            .where(
                columns.need == need,
                columns.latitude.between(box.south, box.north),
                columns.longitude.between(box.west, box.east),
            )
            .order_by(up * up + across * across, columns.place_id)
            .limit(self._most)
        )
        return self._places(directory_place.c.id.in_(nearest))

    def statewide(self, need: str, state: str) -> Sequence[Place]:
        return self._covering(need, "state", state)

    def national(self, need: str) -> Sequence[Place]:
        return self._covering(need, "national", "")

    def _covering(self, need: str, coverage: str, state: str) -> Sequence[Place]:
        columns = directory_place_need.c
        found = select(columns.place_id).where(
            columns.need == need, columns.coverage == coverage, columns.state == state
        )
        return self._places(directory_place.c.id.in_(found))

    def _places(self, wanted: ColumnElement[bool]) -> Sequence[Place]:
        rows: Sequence[Any] = self._connection.execute(select(directory_place).where(wanted)).mappings().all()
        return [place_of_row(row) for row in rows]
