"""Staff's queue of places that somebody should look at, the most used first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Subquery, and_, func, or_, select

from bot.directory.ranking import STALE_DAYS
from bot.store.directory_tables import directory_outcome, directory_place, directory_standing, directory_use

SHOWN = 50
USE_WEEKS = 13
REPORTED, STALE, OUT = "reported", "stale", "out"
VIEWS = (REPORTED, STALE, OUT)
"""Somebody found something wrong; not verified for a year; taken out of all answers by staff."""


@dataclass(frozen=True)
class QueuedPlace:
    """``used``: how often it was named in the last ``USE_WEEKS`` weeks. ``reports``: what people who
    were sent there said in all. Days are dates, ``None`` where there is none."""

    id: str
    name: str
    what: str
    phone: str
    address: str
    source: str
    verified_on: date | None
    reported: str
    reported_on: date | None
    judged: str
    judged_on: date | None
    used: int
    reports: int


@dataclass(frozen=True)
class Queue:
    """One page of a view; ``total`` is how many places the view has in all."""

    places: tuple[QueuedPlace, ...]
    total: int


def queue_counts(connection: Connection, now: float) -> dict[str, int]:
    """How many places each of :data:`VIEWS` has."""
    return {view: connection.execute(_counted(view, now)).scalar_one() for view in VIEWS}


def read_queue(connection: Connection, view: str, now: float, page: int = 0) -> Queue:
    """Page ``page`` (from 0) of a view: the most used first, then the longest unverified, then by name."""
    used = _used(now)
    place, standing = directory_place.c, directory_standing.c
    reports = (
        select(func.count())
        .where(directory_outcome.c.place_id == place.id, directory_outcome.c.said_by == "person")
        .scalar_subquery()
    )
    rows: Any = connection.execute(
        select(
            *(place[name] for name in ("id", "name", "what", "phone", "address", "source", "verified_on")),
            *(standing[name] for name in ("reported", "reported_on", "judged", "judged_on")),
            func.coalesce(used.c.times, 0).label("used"),
            reports.label("reports"),
        )
        .select_from(directory_place)
        .outerjoin(directory_standing, standing.place_id == place.id)
        .outerjoin(used, used.c.place_id == place.id)
        .where(_in_view(view, now))
        .order_by(
            func.coalesce(used.c.times, 0).desc(), func.coalesce(place.verified_on, date(1, 1, 1)), place.name, place.id
        )
        .limit(SHOWN)
        .offset(page * SHOWN)
    ).mappings()
    places = tuple(
        QueuedPlace(**{**row, "reported": row["reported"] or "", "judged": row["judged"] or ""}) for row in rows
    )
    return Queue(places, connection.execute(_counted(view, now)).scalar_one())


def _used(now: float) -> Subquery:
    since = datetime.fromtimestamp(now, UTC).date() - timedelta(weeks=USE_WEEKS)
    return (
        select(directory_use.c.place_id, func.count().label("times"))
        .where(directory_use.c.week >= since)
        .group_by(directory_use.c.place_id)
        .subquery()
    )


def _counted(view: str, now: float) -> Any:
    return (
        select(func.count())
        .select_from(directory_place)
        .outerjoin(directory_standing, directory_standing.c.place_id == directory_place.c.id)
        .where(_in_view(view, now))
    )


def _in_view(view: str, now: float) -> ColumnElement[bool]:
    place, standing = directory_place.c, directory_standing.c
    reported = func.coalesce(standing.reported, "") != ""
    out = func.coalesce(standing.judged, "").in_(("dead", "closed", "moved"))
    if view == REPORTED:
        return reported
    if view == OUT:
        return out
    limit = datetime.fromtimestamp(now, UTC).date() - timedelta(days=STALE_DAYS)
    old = and_(
        or_(place.verified_on.is_(None), place.verified_on < limit),
        or_(standing.judged_on.is_(None), standing.judged_on < limit),
    )
    return and_(old, ~reported, ~out)
