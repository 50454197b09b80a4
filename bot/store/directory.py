"""Reads of the directory: the right few places for a question, by index and bounding box."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import cos, radians
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from bot.directory.card import card_of
from bot.directory.edits import edited_service
from bot.directory.found import Found
from bot.directory.geography import Area, Box
from bot.directory.place import Place
from bot.directory.question import Question
from bot.directory.ranking import MEETINGS, may_be_offered
from bot.directory.records import Service
from bot.directory.search import find
from bot.directory.wants import Wants, wants_of
from bot.errors import WarmlineError
from bot.ports import Clock
from bot.store.database import Database
from bot.store.directory_edits import edits_of_records
from bot.store.directory_rows import place_of_row, record_of
from bot.store.directory_tables import (
    directory_place,
    directory_place_need,
    directory_service,
    directory_source,
    directory_standing,
)
from bot.store.zip_areas import SqlAreas, count_zip_areas

NEAREST = 60
"""How many of the nearest places are ranked; what is farther cannot win by being open."""

NEAREST_OF_MANY = 300
"""The same where most are passed over: meetings at another time, or whoever is choosy."""


PLACES = (
    select(
        directory_place,
        *(directory_standing.c[name] for name in ("reported", "reported_on", "judged", "judged_on")),
        directory_source.c.imported_at,
    )
    .outerjoin(directory_standing, directory_standing.c.place_id == directory_place.c.id)
    .outerjoin(directory_source, directory_source.c.name == directory_place.c.source)
)
"""Rows of places with what became known of them."""


class DirectoryNotReady(WarmlineError):
    """The table of ZIP codes is empty, so that no place can be found by distance."""


class SqlDirectory:
    """The directory over a database; safe to use from several threads."""

    def __init__(self, database: Database, clock: Clock, max_age_days: int | None = None) -> None:
        """``max_age_days``: places not verified within so many days are not offered."""
        self._database = database
        self._clock = clock
        self._max_age_days = max_age_days

    def find(
        self,
        needs: Sequence[str],
        zip: str | None,
        language: str,
        exclude: Sequence[str],
        limit: int,
        wants: Mapping[str, Any] | None = None,
    ) -> Found:
        """The best ``limit`` places for each need around ``zip`` (five digits, or ``None``).

        ``language`` is ``en`` or ``es``; ``exclude`` are ids of places not to name again;
        ``wants`` as :meth:`bot.directory.wants.Wants.as_values` writes them. A ZIP that does not
        exist is answered like none at all. Raises :class:`DirectoryNotReady` while the ZIP codes
        are not loaded.
        """
        wished = wants_of(wants)
        with self._database.read() as connection:
            area = _area(connection, zip)
            question = Question(
                tuple(needs),
                area,
                language,
                frozenset(exclude),
                limit,
                self._clock.now(),
                wished,
                self._max_age_days,
            )
            found = find(_SqlCandidates(connection, question), question)
            return replace(found, zip_known=zip is None or area is not None)

    def card(self, place_id: str, zip: str | None, language: str) -> Mapping[str, Any] | None:
        """Everything one place has to tell (see :mod:`bot.directory.card`), ``None`` when it may not be offered now."""
        with self._database.read() as connection:
            area = _area(connection, zip)
            question = Question((), area, language, frozenset(), 1, self._clock.now(), Wants(), self._max_age_days)
            return read_card(connection, place_id, question)

    def knows_zip(self, zip: str) -> bool:
        """Whether there is such a ZIP code with a place on the map."""
        with self._database.read() as connection:
            return _area(connection, zip) is not None


def read_card(connection: Connection, place_id: str, question: Question) -> Mapping[str, Any] | None:
    """The card of one place, or ``None`` when it is gone or may not be offered."""
    row: Any = connection.execute(PLACES.where(directory_place.c.id == place_id)).mappings().first()
    if row is None:
        return None
    place = place_of_row(row)
    service: Any = (
        connection.execute(select(directory_service).where(directory_service.c.id == place.service_id)).mappings().one()
    )
    edits = edits_of_records(connection, [place.service_id]).by_subject.get(("service", place.service_id), {})
    values = {name: each.value for name, each in edits.items()}
    shown = edited_service(record_of(Service, service), values)
    return card_of(place, shown, question) if may_be_offered(place, question) else None


def _area(connection: Connection, zip: str | None) -> Area | None:
    if zip is None:
        return None
    area = SqlAreas(connection).of_zip(zip[:5])
    if area is None and not count_zip_areas(connection):
        raise DirectoryNotReady("The ZIP codes are not loaded yet: start the line once with `make run`.")
    return area


class _SqlCandidates:
    """:class:`bot.directory.search.Candidates` over one open connection."""

    def __init__(self, connection: Connection, question: Question) -> None:
        self._connection = connection
        self._question = question

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
            .limit(self._most(need))
        )
        return self._places(directory_place.c.id.in_(nearest))

    def _most(self, need: str) -> int:
        wants = self._question.wants
        many = need == MEETINGS or wants.choosy or bool(wants.who)
        return (NEAREST_OF_MANY if many else NEAREST) + len(self._question.exclude)

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
        rows: Sequence[Any] = self._connection.execute(PLACES.where(wanted)).mappings().all()
        return [place_of_row(row) for row in rows]
