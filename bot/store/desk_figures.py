"""Counts of cases for the desk's figures. Each is one walk over one index, however many cases there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import BigInteger, ColumnElement, Connection, cast, func, literal_column, select, update
from sqlalchemy import case as when

from bot.conversation import Urgency
from bot.desk.figures import HOURS, SLOT_SECONDS, Counted, HourWaits, Waits, clock_changes, waits
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
    opened = [handoff.c.opened_at >= since, *([handoff.c.opened_at < until] if until is not None else ())]
    counted = _count(connection, opened, now, promises, literal_column("0"))[0]
    return {urgency: waits(counted[urgency], promise) for urgency, promise in promises.items()}


def waits_by_hour(
    connection: Connection, between: tuple[float, float], now: float, promises: Mapping[Urgency, float], zone: ZoneInfo
) -> tuple[dict[Urgency, Waits], tuple[HourWaits, ...]]:
    """The waits of the cases opened in this time: all, and by the hour of the day in which they were opened.

    Midnight is first, on the clock of ``zone``. The hour that comes twice in autumn is one hour of the day; the one
    that is skipped in spring stays empty.
    """
    opened_at, all_day = handoff.c.opened_at, {urgency: Counted() for urgency in promises}
    clock = clock_changes(*between, zone)
    ahead = (
        when(*((opened_at < end, by) for (_, by), (end, _) in pairwise(clock)), else_=clock[-1][1])
        if clock[1:]
        else clock[0][1]
    )
    hour = _whole(connection, (opened_at + ahead) / 3600) % HOURS
    by_hour = _count(connection, [opened_at >= between[0], opened_at < between[1]], now, promises, hour)
    for counted in by_hour:
        for urgency, one in counted.items():
            all_day[urgency].add(one)
    return (
        {urgency: waits(all_day[urgency], promise) for urgency, promise in promises.items()},
        tuple(HourWaits({own: waits(counted[own], promises[own]) for own in promises}) for counted in by_hour),
    )


def asked_per_slot(connection: Connection, since: float) -> dict[int, int]:
    """How many cases were opened in each half hour, counted since the epoch."""
    slot = _whole(connection, handoff.c.opened_at / SLOT_SECONDS)
    rows = connection.execute(select(slot, func.count()).where(handoff.c.opened_at >= since).group_by(slot))
    return {int(row[0]): row[1] for row in rows}


def _count(
    connection: Connection,
    opened: Sequence[ColumnElement[bool]],
    now: float,
    promises: Mapping[Urgency, float],
    hour: ColumnElement[int],
) -> list[dict[Urgency, Counted]]:
    """For each ``hour`` of the day, by urgency."""
    row, urgencies = handoff.c, list(promises)
    found = [{urgency: Counted() for urgency in urgencies} for _ in range(HOURS)]
    # One number stands for hour, urgency and seconds: databases sort numbers twice as fast as three columns.
    number = when({str(each): at for at, each in enumerate(urgencies)}, value=row.urgency)
    kind = hour * len(urgencies) + number
    kinds = HOURS * len(urgencies)
    key = (_whole(connection, row.answered_at - row.opened_at) * kinds + kind).label("key")
    answered = select(key, func.count().label("cases")).where(*opened, row.answered_at.is_not(None)).group_by(key)
    for packed, cases in connection.execute(answered):
        seconds, which = divmod(packed, kinds)
        found[which // len(urgencies)][urgencies[which % len(urgencies)]].answered[seconds] = cases
    late = func.coalesce(row.closed_at, now) - row.opened_at > when(
        {str(urgency): seconds for urgency, seconds in promises.items()}, value=row.urgency
    )
    without = select(
        kind.label("kind"), func.count(row.closed_at), func.count(), func.sum(when((late, 1), else_=0))
    ).where(*opened, row.answered_at.is_(None))
    for which, ended, cases, over in connection.execute(without.group_by("kind")):
        one = found[which // len(urgencies)][urgencies[which % len(urgencies)]]
        one.unanswered, one.waiting, one.late = ended, cases - ended, int(over)
    return found


def _whole(connection: Connection, value: ColumnElement[Any]) -> ColumnElement[Any]:
    """A positive value rounded down to a whole number; SQLite's CAST does that, PostgreSQL's rounds to the nearest."""
    return cast(value if connection.dialect.name == "sqlite" else func.floor(value), BigInteger)
