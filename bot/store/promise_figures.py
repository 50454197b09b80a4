"""The cases of a stretch of time, as the pages about the promise need them: each one walk over one index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, select
from sqlalchemy import case as when

from bot.conversation import Urgency
from bot.desk.figures import Helped, Wait
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


def waits_of(
    connection: Connection, between: Between, now: float, promises: Mapping[Urgency, float]
) -> tuple[Wait, ...]:
    """One entry for each case that was opened in this time, in order."""
    row = handoff.c
    rows = connection.execute(
        select(row.opened_at, row.urgency, row.answered_at, row.closed_at)
        .where(*_opened(between))
        .order_by(row.opened_at)
    )
    found, urgencies = [], {str(each): each for each in Urgency}
    for opened, urgency, answered, closed in rows:
        known = urgencies[urgency]
        end = answered if answered is not None else closed if closed is not None else now
        # In whole seconds where a coach answered, as the waits by urgency count them.
        waited = float(int(end - opened)) if answered is not None else end - opened
        late = waited >= promises[known] if answered is not None else waited > promises[known]
        found.append(Wait(opened, known, waited if answered is not None else None, late))
    return tuple(found)


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
