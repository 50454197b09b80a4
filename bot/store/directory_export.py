"""Reads of the whole directory: for the export, and for the figures staff look at."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, func, or_, select

from bot.directory.bundles import Bundle, bundles
from bot.directory.needs import TOPICS
from bot.directory.ranking import STALE_DAYS
from bot.directory.records import (
    Address,
    Attribute,
    Language,
    Location,
    Organization,
    Phone,
    Records,
    Schedule,
    Service,
    ServiceAtLocation,
)
from bot.store.directory_rows import TABLE_OF, record_of
from bot.store.directory_tables import (
    directory_place,
    directory_place_need,
    directory_service_at_location,
    directory_source,
)


@dataclass(frozen=True)
class DirectoryCounts:
    """``places`` by source; ``needs`` counts places of sources other than the national lines.

    ``unverified`` were never verified, ``stale`` not for a year; ``unplaced`` are local places
    without a position, which nobody is ever sent to.
    """

    sources: dict[str, int]
    needs: dict[str, int]
    local: int
    unverified: int
    stale: int
    without_phone: int
    unplaced: int

    def as_values(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


def read_bundles(connection: Connection, source: str | None = None) -> list[Bundle]:
    """Everything that is offered now, of one source or of all; retired places are left out."""
    columns = directory_service_at_location.c
    current: list[ColumnElement[bool]] = [columns.retired_on.is_(None)]
    if source is not None:
        current.append(columns.source == source)
    places = _read(connection, ServiceAtLocation, and_(*current))
    records = Records(
        organizations=tuple(_read(connection, Organization)),
        services=tuple(_read(connection, Service)),
        locations=tuple(_read(connection, Location)),
        service_at_locations=tuple(places),
        addresses=tuple(_read(connection, Address)),
        phones=tuple(_read(connection, Phone)),
        schedules=tuple(_read(connection, Schedule)),
        languages=tuple(_read(connection, Language)),
        attributes=tuple(_read(connection, Attribute)),
    )
    return list(bundles(records))


def known_sources(connection: Connection) -> list[str]:
    """Names of all sources that were imported, in order."""
    return list(connection.execute(select(directory_source.c.name).order_by(directory_source.c.name)).scalars())


def count_directory(connection: Connection, today: date, national: str = "national") -> DirectoryCounts:
    """Figures about what is offered now. ``national`` is the source of the national lines."""
    columns = directory_place.c
    local = columns.source != national
    sources = connection.execute(select(columns.source, func.count()).group_by(columns.source)).all()
    by_need = connection.execute(
        select(directory_place_need.c.need, func.count())
        .join(directory_place, columns.id == directory_place_need.c.place_id)
        .where(local)
        .group_by(directory_place_need.c.need)
    ).all()
    needs = {str(row[0]): int(row[1]) for row in by_need}
    limit = today - timedelta(days=STALE_DAYS)
    return DirectoryCounts(
        sources={str(row[0]): int(row[1]) for row in sorted(sources, key=lambda row: str(row[0]))},
        needs={need: needs.get(need, 0) for need in TOPICS},
        local=_count(connection, local),
        unverified=_count(connection, columns.verified_on.is_(None)),
        stale=_count(connection, columns.verified_on < limit),
        without_phone=_count(connection, columns.phone == ""),
        unplaced=_count(connection, local, columns.coverage == "local", _has_no_position()),
    )


def _has_no_position() -> ColumnElement[bool]:
    return or_(directory_place.c.latitude.is_(None), directory_place.c.longitude.is_(None))


def _count(connection: Connection, *conditions: ColumnElement[bool]) -> int:
    return connection.execute(select(func.count()).select_from(directory_place).where(*conditions)).scalar_one()


def _read(connection: Connection, kind: type[Any], condition: ColumnElement[bool] | None = None) -> list[Any]:
    table: Table = TABLE_OF[kind]
    wanted = select(table).order_by(table.c.id)
    if condition is not None:
        wanted = wanted.where(condition)
    return [record_of(kind, row) for row in connection.execute(wanted).mappings()]
