"""Figures about the whole directory, for staff."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select

from bot.directory.needs import TOPICS
from bot.directory.ranking import STALE_DAYS
from bot.store.directory_sources import unfinished_sources
from bot.store.directory_tables import (
    directory_place,
    directory_place_need,
)


@dataclass(frozen=True)
class DirectoryCounts:
    """``places`` by source; ``needs`` counts places of sources other than the national lines.

    ``unverified`` were never verified, ``stale`` not for a year; ``unplaced`` are local places
    without a position, which nobody is ever sent to. ``unfinished``: sources whose import stopped half-way
    or is still under way.
    """

    sources: dict[str, int]
    needs: dict[str, int]
    local: int
    unverified: int
    stale: int
    without_phone: int
    unplaced: int
    unfinished: list[str]

    def as_values(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


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
        unfinished=unfinished_sources(connection),
    )


def _has_no_position() -> ColumnElement[bool]:
    return or_(directory_place.c.latitude.is_(None), directory_place.c.longitude.is_(None))


def _count(connection: Connection, *conditions: ColumnElement[bool]) -> int:
    return connection.execute(select(func.count()).select_from(directory_place).where(*conditions)).scalar_one()
