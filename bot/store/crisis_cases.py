"""Urgent cases with what was noted of them, for the checklist. No note is opened: kinds and times say enough.

A conversation has one open case at a time, so what was noted between its beginning and its end is about it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, select

from bot.conversation import CaseState
from bot.desk.checklist import DEBRIEF_WITHIN_SECONDS, TEXT_WITHIN_SECONDS, CrisisFacts
from bot.desk.closing import OUTCOMES
from bot.store.line_figures import Between
from bot.store.tables import coach, conversation, handoff, journal, message

BEFORE_SECONDS = 60.0  # the text that led to the case was read a moment before
AFTER_SECONDS = 7 * 86400.0  # an outcome that is told later still counts
KINDS = ("case_urgent", "case_taken", "stepped_in", "case_closed", "case_outcome", "debrief_answered")
BATCH = 200


@dataclass(frozen=True)
class _Told:
    """What was noted of many conversations, oldest first. ``notes``: (kind, at); ``texts``: rows of ``message``."""

    notes: dict[int, list[tuple[str, float]]]
    texts: dict[int, list[Any]]
    alerts: dict[int, float]
    phones: dict[int, int]


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
        select(handoff, conversation.c.opted_out_at)
        .join(conversation, conversation.c.id == row.conversation_id)
        .where(row.urgency == "crisis", row.opened_at >= between[0], row.opened_at < between[1])
        .order_by(row.opened_at.desc(), row.id.desc())
        .limit(limit)
    )
    if after is not None:
        at, last = after
        wanted = wanted.where((row.opened_at < at) | ((row.opened_at == at) & (row.id < last)))
    rows, found = connection.execute(wanted).all(), list[CrisisFacts]()
    for start in range(0, len(rows), BATCH):
        some = rows[start : start + BATCH]
        told = _read(connection, some, now)
        found += [_facts(one, told, now) for one in some]
    return found


def _read(connection: Connection, rows: Sequence[Row[Any]], now: float) -> _Told:
    people = {row.conversation_id for row in rows}
    holders = {row.holder_id for row in rows if row.holder_id is not None}
    phones = {
        one.id: one.conversation_id
        for one in connection.execute(select(coach.c.id, coach.c.conversation_id).where(coach.c.id.in_(holders)))
    }
    since = min(row.opened_at for row in rows) - BEFORE_SECONDS
    until = max((row.closed_at or now) for row in rows) + AFTER_SECONDS
    note, text = journal.c, message.c
    noted = connection.execute(
        select(note.conversation_id, note.kind, note.at)
        .where(
            note.conversation_id.in_({*people, *phones.values()}),
            note.at >= since,
            note.at < until,
            note.kind.in_(KINDS),
        )
        .order_by(note.id)
    )
    notes: dict[int, list[tuple[str, float]]] = {}
    for own, kind, at in noted:
        notes.setdefault(own, []).append((kind, at))
    texts: dict[int, list[Any]] = {}
    sent = select(text.conversation_id, text.author, text.created_at, text.sent_at, text.status)
    inside = (text.conversation_id.in_(people), text.direction == "out", text.created_at.between(since, until))
    for one in connection.execute(sent.where(*inside).order_by(text.id)):
        texts.setdefault(one.conversation_id, []).append(one)
    alerts = connection.execute(
        select(text.alert_case, func.min(text.sent_at).label("first"))
        .where(text.alert_case.in_([row.id for row in rows]), text.sent_at.is_not(None))
        .group_by(text.alert_case)
    )
    return _Told(notes, texts, {row.alert_case: row.first for row in alerts}, phones)


def _facts(row: Row[Any], told: _Told, now: float) -> CrisisFacts:
    end = row.closed_at if row.closed_at is not None else now
    own = [(kind, at) for kind, at in told.notes.get(row.conversation_id, ()) if at >= row.opened_at - BEFORE_SECONDS]
    during = [(kind, at) for kind, at in own if at <= end]
    urgent = next((at for kind, at in during if kind == "case_urgent"), row.opened_at)
    takes = [at for kind, at in during if kind in ("case_taken", "stepped_in")]
    held = next((at for at in takes if at < urgent), None)
    texts = [one for one in told.texts.get(row.conversation_id, ()) if urgent - 1 <= one.created_at <= end + 1]
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
        debrief_at=_debrief_at(row, own, told.notes.get(told.phones.get(row.holder_id, 0), ())),
        opted_out=row.opted_out_at is not None and row.opted_out_at <= end,
        left=row.state == CaseState.ABANDONED,
    )


def _outcome_at(row: Row[Any], own: Iterable[tuple[str, float]]) -> float | None:
    """When the coach said how it ended: with the closing, or by a number later."""
    if row.outcome not in OUTCOMES.values() or row.closed_at is None:
        return None
    later = (at for kind, at in own if kind == "case_outcome" and at >= row.closed_at)
    return next(later, row.closed_at)


def _debrief_at(row: Row[Any], own: Iterable[tuple[str, float]], coachs: Iterable[tuple[str, float]]) -> float | None:
    """The answer comes from the page into this conversation, or from the coach's phone; it may be for two crises."""
    if row.closed_at is None:
        return None
    answers = (at for kind, at in (*own, *coachs) if kind == "debrief_answered")
    return min((at for at in answers if row.closed_at <= at <= row.closed_at + DEBRIEF_WITHIN_SECONDS), default=None)
