"""What was imported, source by source, for staff."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from bot.store.directory_tables import UNFINISHED, directory_service_at_location, directory_source


@dataclass(frozen=True)
class SourceLine:
    """``places`` that are offered or could be; ``imported_at`` in epoch seconds, ``None`` for staff's own.
    ``unfinished``: its last import is still under way, or stopped between two pieces."""

    name: str
    format: str
    places: int
    imported_at: float | None
    unfinished: bool = False


def read_sources(connection: Connection) -> list[SourceLine]:
    """All sources that have places, by name."""
    place, source = directory_service_at_location.c, directory_source.c
    rows = connection.execute(
        select(place.source, func.count(), source.format, source.imported_at, source.digest)
        .select_from(directory_service_at_location)
        .outerjoin(directory_source, source.name == place.source)
        .where(place.retired_on.is_(None))
        .group_by(place.source, source.format, source.imported_at, source.digest)
        .order_by(place.source)
    )
    return [SourceLine(row[0], row[2] or "", int(row[1]), row[3], row[4] == UNFINISHED) for row in rows]


def unfinished_sources(connection: Connection) -> list[str]:
    """Names of sources whose last import is still under way, or stopped between two pieces."""
    named = select(directory_source.c.name).where(directory_source.c.digest == UNFINISHED)
    return sorted(connection.execute(named).scalars())


def count_current(connection: Connection, source: str) -> int:
    """How many places of a source are not retired."""
    place = directory_service_at_location.c
    wanted = select(func.count()).where(place.source == source, place.retired_on.is_(None))
    return connection.execute(wanted).scalar_one()
