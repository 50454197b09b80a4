"""Counts of cases for the desk's figures. Each is one walk over one index, however many cases there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, cast, func, select, update
from sqlalchemy import case as when

from bot.conversation import Urgency
from bot.desk.figures import SLOT_SECONDS, Waits, waits
from bot.store.tables import handoff


def note_answer(connection: Connection, case_id: int, now: float) -> None:
    """A coach's own words go to the person; only the first count."""
    connection.execute(
        update(handoff).where(handoff.c.id == case_id, handoff.c.answered_at.is_(None)).values(answered_at=now)
    )


def waits_since(
    connection: Connection,
    since: float,
    now: float,
    promises: Mapping[Urgency, float],
    until: float | None = None,
) -> dict[Urgency, Waits]:
    """The waits of the cases opened from ``since`` up to ``until`` (now, unless given), by urgency.

    ``promises``: seconds until somebody answers.
    """
    row = handoff.c
    opened = [row.opened_at >= since, *([row.opened_at < until] if until is not None else ())]
    answered: dict[str, dict[int, int]] = {urgency: {} for urgency in promises}
    waited = _whole(connection, row.answered_at - row.opened_at)
    counted = select(row.urgency, waited.label("seconds"), func.count().label("cases")).where(
        *opened, row.answered_at.is_not(None)
    )
    for found in connection.execute(counted.group_by(row.urgency, waited)):
        answered[found.urgency][int(found.seconds)] = found.cases
    unanswered = _unanswered(connection, opened, now, promises)
    return {
        urgency: waits(answered[urgency], *unanswered.get(urgency, (0, 0, 0)), promises[urgency])
        for urgency in promises
    }


def asked_per_slot(connection: Connection, since: float) -> dict[int, int]:
    """How many cases were opened in each half hour, counted since the epoch."""
    slot = _whole(connection, handoff.c.opened_at / SLOT_SECONDS)
    rows = connection.execute(select(slot, func.count()).where(handoff.c.opened_at >= since).group_by(slot))
    return {int(row[0]): row[1] for row in rows}


def _unanswered(
    connection: Connection, opened: Sequence[ColumnElement[bool]], now: float, promises: Mapping[Urgency, float]
) -> dict[str, tuple[int, int, int]]:
    """By urgency: how many ended unanswered, how many wait, and how many of both are over the promise."""
    row = handoff.c
    promise = when(dict(promises), value=row.urgency, else_=0.0)
    late = func.coalesce(row.closed_at, now) - row.opened_at > promise
    rows = connection.execute(
        select(
            row.urgency,
            func.count(row.closed_at).label("ended"),
            func.count().label("cases"),
            func.sum(when((late, 1), else_=0)).label("late"),
        )
        .where(*opened, row.answered_at.is_(None))
        .group_by(row.urgency)
    )
    return {found.urgency: (found.ended, found.cases - found.ended, int(found.late)) for found in rows}


def _whole(connection: Connection, value: ColumnElement[Any]) -> ColumnElement[Any]:
    """A positive value rounded down; SQLite's CAST does that, PostgreSQL's rounds to the nearest."""
    return cast(value, Integer) if connection.dialect.name == "sqlite" else func.floor(value)
