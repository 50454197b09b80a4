"""Urgent cases with what was noted of them, for the checklist. No note is opened: kinds and times say enough.

A conversation has one open case at a time, so what was noted between its beginning and its end is about it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select

from bot.conversation import CaseState
from bot.desk.checklist import DEBRIEF_WITHIN_SECONDS, TEXT_WITHIN_SECONDS, CrisisFacts
from bot.desk.closing import OUTCOMES
from bot.store.line_figures import Between
from bot.store.tables import CRISIS, coach, conversation, handoff, journal, message

BEFORE_SECONDS = 60.0  # the text that led to the case was read a moment before
AFTER_SECONDS = 7 * 86400.0  # an outcome that is told later still counts
KINDS = ("case_urgent", "case_taken", "stepped_in", "case_closed", "case_outcome", "debrief_answered")


@dataclass(frozen=True)
class _Told:
    """What was noted of many cases, by the case, oldest first. ``notes``: (kind, at); ``texts``: rows of ``message``.

    ``debriefs``: when the coach answered from their own phone.
    """

    notes: dict[int, list[tuple[str, float]]]
    texts: dict[int, list[Any]]
    alerts: dict[int, float]
    debriefs: dict[int, float]


def crises(
    connection: Connection,
    between: Between,
    now: float,
    limit: int | None = None,
    after: tuple[float, int] | None = None,
) -> list[CrisisFacts]:
    """The urgent cases that were opened in this time, newest first. ``after``: time and id of the last one known."""
    row = handoff.c
    wanted = (
        select(
            row.id,
            row.code,
            row.conversation_id,
            row.state,
            row.opened_at,
            row.closed_at,
            row.outcome,
            conversation.c.opted_out_at,
        )
        .join(conversation, conversation.c.id == row.conversation_id)
        .where(CRISIS, row.opened_at >= between[0], row.opened_at < between[1])
        .order_by(row.opened_at.desc(), row.id.desc())
        .limit(limit)
    )
    if after is not None:
        at, last = after
        wanted = wanted.where((row.opened_at < at) | ((row.opened_at == at) & (row.id < last)))
    rows = connection.execute(wanted).all()
    if not rows:
        return []
    told = _read(connection, (rows[-1].opened_at, rows[0].opened_at), now)
    return [_facts(one, told, now) for one in rows]


def _read(connection: Connection, opened: Between, now: float) -> _Told:
    """Of the urgent cases of this time, the last moment too: what was noted while each went on, and a little around it.

    Not more, because a person may have texted for years.
    """
    row, text = handoff.c, message.c
    alerts = connection.execute(
        select(text.alert_case, func.min(text.sent_at).label("first"))
        .join(handoff, row.id == text.alert_case)
        .where(*_urgent(opened), text.sent_at.is_not(None))
        .group_by(text.alert_case)
    )
    debriefs = connection.execute(
        select(row.id, func.min(journal.c.at).label("first"))
        .join(coach, coach.c.id == row.holder_id)
        .join(journal, journal.c.conversation_id == coach.c.conversation_id)
        .where(*_urgent(opened), journal.c.kind == "debrief_answered")
        .where(journal.c.at.between(row.closed_at, row.closed_at + DEBRIEF_WITHIN_SECONDS))
        .group_by(row.id)
    )
    return _Told(
        _notes(connection, opened, now),
        _texts(connection, opened, now),
        {one.alert_case: one.first for one in alerts},
        {one.id: one.first for one in debriefs},
    )


def _notes(connection: Connection, opened: Between, now: float) -> dict[int, list[tuple[str, float]]]:
    row, note = handoff.c, journal.c
    rows = connection.execute(
        select(row.id, note.kind, note.at)
        .join(journal, note.conversation_id == row.conversation_id)
        .where(*_urgent(opened), note.kind.in_(KINDS))
        .where(note.at.between(row.opened_at - BEFORE_SECONDS, func.coalesce(row.closed_at, now) + AFTER_SECONDS))
        .order_by(note.id)
    )
    found: dict[int, list[tuple[str, float]]] = {}
    for case, kind, at in rows:
        found.setdefault(case, []).append((kind, at))
    return found


def _texts(connection: Connection, opened: Between, now: float) -> dict[int, list[Any]]:
    row, text = handoff.c, message.c
    rows = connection.execute(
        select(row.id, text.author, text.created_at, text.sent_at, text.status)
        .join(message, text.conversation_id == row.conversation_id)
        .where(*_urgent(opened), text.direction == "out")
        .where(text.created_at.between(row.opened_at - BEFORE_SECONDS - 1, func.coalesce(row.closed_at, now) + 1))
        .order_by(text.id)
    )
    found: dict[int, list[Any]] = {}
    for one in rows:
        found.setdefault(one.id, []).append(one)
    return found


def _urgent(opened: Between) -> tuple[ColumnElement[bool], ...]:
    return CRISIS, handoff.c.opened_at >= opened[0], handoff.c.opened_at <= opened[1]


def _facts(row: Row[*tuple[Any, ...]], told: _Told, now: float) -> CrisisFacts:
    end = row.closed_at if row.closed_at is not None else now
    own = told.notes.get(row.id, [])
    during = [(kind, at) for kind, at in own if at <= end]
    urgent = next((at for kind, at in during if kind == "case_urgent"), row.opened_at)
    takes = [at for kind, at in during if kind in ("case_taken", "stepped_in")]
    held = next((at for at in takes if at < urgent), None)
    texts = [one for one in told.texts.get(row.id, ()) if urgent - 1 <= one.created_at <= end + 1]
    line = [one for one in texts if one.author != "coach" and one.created_at <= urgent + TEXT_WITHIN_SECONDS]
    words = next((one.created_at for one in texts if one.author == "coach"), None)
    alert = told.alerts.get(row.id)
    return CrisisFacts(
        case_id=row.id,
        code=row.code,
        conversation_id=row.conversation_id,
        opened_at=row.opened_at,
        urgent_at=urgent,
        held_at=held,
        text_at=next((one.sent_at for one in line if one.sent_at is not None), None),
        text_failed=bool(line) and all(one.status == "failed" for one in line),
        alert_at=alert if alert is not None and alert >= urgent - 1 else None,
        taken_at=next((at for at in takes if at >= urgent), None),
        words_at=words,
        outcome_at=_outcome_at(row, own),
        closed_at=row.closed_at,
        debrief_at=_debrief_at(row, own, told.debriefs.get(row.id)),
        opted_out=row.opted_out_at is not None and row.opted_out_at <= end,
        left=row.state == CaseState.ABANDONED,
    )


def _outcome_at(row: Row[*tuple[Any, ...]], own: Iterable[tuple[str, float]]) -> float | None:
    """When the coach said how it ended: with the closing, or by a number later."""
    if row.outcome not in OUTCOMES.values() or row.closed_at is None:
        return None
    later = (at for kind, at in own if kind == "case_outcome" and at >= row.closed_at)
    return next(later, row.closed_at)


def _debrief_at(row: Row[*tuple[Any, ...]], own: Iterable[tuple[str, float]], phoned: float | None) -> float | None:
    """The answer comes from the page into this conversation, or from the coach's phone; it may be for two crises."""
    if row.closed_at is None:
        return None
    answers = [at for kind, at in own if kind == "debrief_answered"] + ([] if phoned is None else [phoned])
    return min((at for at in answers if row.closed_at <= at <= row.closed_at + DEBRIEF_WITHIN_SECONDS), default=None)
