"""Loads a conversation as the decisions see it, and saves what they decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from bot.conversation import Case, Event, Snapshot
from bot.errors import DecidedTooLate
from bot.message import Risk
from bot.outcome import Outcome, Speech
from bot.privacy import Vault
from bot.store.blocks import save_block
from bot.store.case_history import note_step
from bot.store.cases import board, codes_closed_since, holds_another, open_case_of, save_case, save_result
from bot.store.coaches import all_coaches, change_coach, coach_by_conversation, coach_by_id
from bot.store.conversations import PERSON_COLUMNS, keep_number, open_person, save_person
from bot.store.desk_figures import note_answer
from bot.store.directory_use import record_offers
from bot.store.erasure import erase_conversation
from bot.store.events import add_event, cancel_timer, mark_handled, waits
from bot.store.journal import recent_needs, tag, write_notes
from bot.store.messages import add_outbound
from bot.store.place_standing import PERSON, report_place
from bot.store.tables import conversation, message

DESK_KINDS = frozenset(
    {
        "take",
        "pass",
        "done",
        "coach_said",
        "coach_note",
        "supervisor",
        "keep",
        "timer",
        "undelivered",
        "alert_failed",
        "release",
        "transfer",
        "step_in",
        "answer_held",
        "outcome",
        "debrief",
        "danger_seen",
        "coach_block",
    }
)


# Built once, as in events.py.
_CHANGE = update(conversation).where(conversation.c.id == bindparam("own"))
_ROW = conversation.c
_STATE = select(*PERSON_COLUMNS, _ROW.memory_sealed, _ROW.held_at).where(_ROW.id == bindparam("own"))
_RISE = _CHANGE.where(conversation.c.risk.in_(bindparam("lower", expanding=True)))

TAKES = ("take", "step_in")
CLOSED_LATELY_SECONDS = 24 * 3600.0
LATELY_SECONDS, LATELY_TEXTS = 2 * 3600.0, 4
_LATELY = (
    select(message.c.body_sealed)
    .where(
        message.c.conversation_id == bindparam("own"),
        message.c.direction == "in",
        message.c.id < bindparam("this"),
        message.c.created_at >= bindparam("since"),
    )
    .order_by(message.c.id.desc())
    .limit(LATELY_TEXTS)
)
RISK_FADES_SECONDS = 24 * 3600.0  # staff's lists show the gravest risk of a day's texts, not the last text's
TOPIC_SECONDS = 24 * 3600.0  # what they asked for within a day says which coach fits
ASKED_BEFORE_SECONDS = 60.0  # the text that led to the case was stored a moment before the case


@dataclass(frozen=True)
class Rendered:
    """A speech with its words and its length in segments."""

    speech: Speech
    body: str
    segments: int


def load_snapshot(connection: Connection, vault: Vault, conversation_id: int, event: Event, now: float) -> Snapshot:
    """The conversation now. Coaches and board are read only when the event is for the desk."""
    row = connection.execute(_STATE, {"own": conversation_id}).one()
    case = open_case_of(connection, vault, conversation_id)
    coach = coach_by_conversation(connection, vault, conversation_id)
    desk = coach is not None or event.kind in DESK_KINDS
    # A reply must not say that a coach is being called while none is on duty.
    asked = desk or case is None or case.holder_id is None
    lately = () if coach is not None else _lately(connection, vault, conversation_id, event)
    return Snapshot(
        conversation_id=conversation_id,
        person=open_person(vault, row),
        memory=vault.open_json(row.memory_sealed) if row.memory_sealed else None,
        case=case,
        holder=coach_by_id(connection, vault, case.holder_id) if case and case.holder_id else None,
        coach=coach,
        coaches=all_coaches(connection, vault) if asked else (),
        board=board(connection) if desk else (),
        recent=_recent(connection, vault, conversation_id, case) if event.kind in TAKES and case else (),
        now=now,
        topics=recent_needs(connection, vault, conversation_id, now - TOPIC_SECONDS) if event.kind == "timer" else (),
        closed_codes=codes_closed_since(connection, now - CLOSED_LATELY_SECONDS) if coach is not None else frozenset(),
        lately=lately,
        on_hold=row.held_at is not None,
    )


def _lately(connection: Connection, vault: Vault, conversation_id: int, event: Event) -> tuple[str, ...]:
    """What the person texted in the two hours before this text, for what it leaves unsaid ("closer", "Ohio")."""
    if event.kind != "text" or event.message_id is None:
        return ()
    wanted = {"own": conversation_id, "this": event.message_id, "since": event.created_at - LATELY_SECONDS}
    rows = connection.execute(_LATELY, wanted).scalars()
    return tuple(reversed([vault.open(sealed) for sealed in rows if sealed]))


def _recent(connection: Connection, vault: Vault, conversation_id: int, case: Case) -> tuple[str, ...]:
    """What the person wrote since they asked for a human, the text that asked included."""
    rows = connection.execute(
        select(message.c.body_sealed)
        .where(
            message.c.conversation_id == conversation_id,
            message.c.direction == "in",
            message.c.created_at >= case.opened_at - ASKED_BEFORE_SECONDS,
        )
        .order_by(message.c.id.desc())
        .limit(5)
    ).scalars()
    return tuple(reversed([vault.open(sealed) for sealed in rows if sealed]))


def save_outcome(
    connection: Connection,
    vault: Vault,
    snapshot: Snapshot,
    event: Event,
    outcome: Outcome,
    rendered: Sequence[Rendered],
    now: float,
) -> None:
    """Everything that one event led to, in the caller's transaction.

    Raises :class:`DecidedTooLate` when the coach who is to hold the case got another one meanwhile.
    """
    own = snapshot.conversation_id
    mark_handled(connection, event.id, now)
    _save_person(connection, vault, snapshot, event, outcome, now)
    case = _save_case(connection, vault, snapshot, outcome)
    for result in outcome.results:
        save_result(connection, own, result)
    if outcome.memory_changed:
        memory = vault.seal_json(dict(outcome.memory)) if outcome.memory is not None else None
        connection.execute(_CHANGE, {"own": own, "memory_sealed": memory})
    _save_understanding(connection, vault, snapshot, outcome, now)
    record_offers(connection, outcome.offers, now)
    for report in outcome.reports:
        report_place(connection, report.place_id, report.outcome, PERSON, now)
    for text in rendered:
        _queue(connection, vault, text, case, event, now)
    if case is not None and any(text.speech.author == "coach" and text.speech.to == own for text in rendered):
        note_answer(connection, case.id, now)
    _save_events(connection, vault, own, outcome, now)
    for change in outcome.coach_changes:
        change_coach(connection, change)
    write_notes(connection, vault, own, event.id, outcome.notes, now, message_id=event.message_id)
    if snapshot.coach is not None and event.message_id is not None:
        connection.execute(
            update(message).where(message.c.id == event.message_id).values(author="coach", coach_id=snapshot.coach.id)
        )


def _save_person(
    connection: Connection, vault: Vault, snapshot: Snapshot, event: Event, outcome: Outcome, now: float
) -> None:
    own = snapshot.conversation_id
    if outcome.erase:
        erase_conversation(connection, own, keep_event=event.id, now=now)
        return
    if event.kind == "text":
        keep_number(connection, own)
    if outcome.person != snapshot.person:
        save_person(connection, vault, own, outcome.person, now)
    if outcome.person.block != snapshot.person.block:
        save_block(connection, own, outcome.person.block)


def _save_case(connection: Connection, vault: Vault, snapshot: Snapshot, outcome: Outcome) -> Case | None:
    """The conversation's case after this event; every change of its state becomes a line of its history."""
    case = snapshot.case
    if outcome.case is None:
        return case
    holder = None if outcome.case.on_web else outcome.case.holder_id
    new_holder = holder is not None and (case is None or case.holder_id != holder or case.on_web)
    if holder is not None and new_holder and holds_another(connection, holder, snapshot.conversation_id):
        raise DecidedTooLate("The coach took another case a moment before.")
    saved = save_case(connection, vault, snapshot.conversation_id, outcome.case)
    note_step(outcome, case, saved)
    return saved


def _save_events(connection: Connection, vault: Vault, own: int, outcome: Outcome, now: float) -> None:
    """Timers of this conversation, and events for others."""
    for name in outcome.cancelled_timers:
        cancel_timer(connection, own, name)
    for timer in outcome.timers:
        cancel_timer(connection, own, timer.name)
        add_event(connection, vault, own, "timer", timer.payload, now, timer.name, timer.at, wake=False)
    for post in outcome.posts:
        if post.once and waits(connection, post.conversation_id, post.kind):
            continue
        add_event(connection, vault, post.conversation_id, post.kind, post.payload, now)


def _save_understanding(connection: Connection, vault: Vault, snapshot: Snapshot, outcome: Outcome, now: float) -> None:
    own = snapshot.conversation_id
    if outcome.danger is not None:
        last = snapshot.person.last_text_at
        quiet = last is None or now - last > RISK_FADES_SECONDS
        lower = [risk for risk in Risk if quiet or risk.rank <= outcome.danger.risk.rank]
        connection.execute(_RISE, {"own": own, "lower": lower, "risk": outcome.danger.risk})
    if outcome.meaning is not None:
        needs = [f"need:{need}" for need in outcome.meaning.needs]
        told = [f"act:{outcome.meaning.act}", f"language:{outcome.person.language}"]
        tag(connection, vault, own, [*needs, *told], now)


def _queue(
    connection: Connection, vault: Vault, rendered: Rendered, case: Case | None, event: Event, now: float
) -> None:
    speech = rendered.speech
    values: dict[str, Any] = {
        "conversation_id": speech.to,
        "author": speech.author,
        "coach_id": speech.coach_id,
        "case_id": case.id if case else None,
        "event_id": event.id,
        "segments": rendered.segments,
        "after_stop": speech.after_stop,
        "alert_case": case.id if speech.alert and case else None,
    }
    add_outbound(connection, vault, values, rendered.body, now)


def touched(outcome: Outcome) -> frozenset[int]:
    """The conversations that saving ``outcome`` writes to, for locking them in order."""
    return frozenset({speech.to for speech in outcome.speeches} | {post.conversation_id for post in outcome.posts})
