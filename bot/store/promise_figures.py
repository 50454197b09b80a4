"""The cases of a stretch of time, as the pages about the promise need them: each one walk over one index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, select
from sqlalchemy import case as when

from bot.conversation import Urgency
from bot.desk.figures import Helped
from bot.store.line_figures import Between
from bot.store.tables import handoff

LATE_SHOWN = 20


@dataclass(frozen=True)
class LateCase:
    """A case that waited longer than was promised. ``waited``: seconds; ``answered``: a coach wrote in the end."""

    id: int
    code: str
    urgency: Urgency
    opened_at: float
    waited: float
    answered: bool


@dataclass(frozen=True)
class Endings:
    """How the closed cases of a stretch ended (``outcome``: how many), and what people said the day after."""

    outcomes: tuple[tuple[str, int], ...]
    helped: Helped


def late_cases(
    connection: Connection, between: Between, now: float, promises: Mapping[Urgency, float]
) -> tuple[LateCase, ...]:
    """The newest cases over the promise, crisis or not."""
    row = handoff.c
    waited = func.coalesce(row.answered_at, row.closed_at, now) - row.opened_at
    promise = when(dict(promises), value=row.urgency, else_=0.0)
    rows = connection.execute(
        select(row.id, row.code, row.urgency, row.opened_at, waited.label("waited"), row.answered_at)
        .where(*_opened(between), waited >= promise)
        .order_by(row.opened_at.desc())
        .limit(LATE_SHOWN)
    )
    return tuple(
        LateCase(one.id, one.code, Urgency(one.urgency), one.opened_at, one.waited, one.answered_at is not None)
        for one in rows
    )


def endings(connection: Connection, between: Between) -> Endings:
    """Of the cases that were opened in this time and are closed."""
    row = handoff.c
    counted = select(row.outcome, row.helped, func.count()).where(*_opened(between), row.closed_at.is_not(None))
    outcomes: dict[str, int] = {}
    scores = [0, 0, 0, 0, 0]
    for outcome, helped, cases in connection.execute(counted.group_by(row.outcome, row.helped)):
        outcomes[outcome or "done"] = outcomes.get(outcome or "done", 0) + cases
        if helped is not None:
            scores[helped - 1] += cases
    ordered = sorted(outcomes.items(), key=lambda item: (-item[1], item[0]))
    return Endings(tuple(ordered), Helped((scores[0], scores[1], scores[2], scores[3], scores[4])))


def _opened(between: Between) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return handoff.c.opened_at >= between[0], handoff.c.opened_at < between[1]
