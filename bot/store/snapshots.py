"""Loads a conversation as the decisions see it, and saves what they decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy import case as when

from bot.conversation import Case, Event, Snapshot
from bot.errors import DecidedTooLate
from bot.message import Risk
from bot.outcome import Outcome, Speech
from bot.privacy import Vault
from bot.store.blocks import save_block
from bot.store.case_history import note_step
from bot.store.cases import board, codes_closed_since, holds_another, open_case_of, save_case, save_result
from bot.store.coaches import all_coaches, change_coach, coach_by_conversation, coach_by_id
from bot.store.conversations import PERSON_COLUMNS, open_person, save_opt_out, seal_person
from bot.store.desk_figures import note_answer
from bot.store.directory_use import record_offers
from bot.store.doubles import erase_twins, twins
from bot.store.erasure import erase_conversation
from bot.store.events import add_event, cancel_timer, mark_handled, waits
from bot.store.holds import is_held
from bot.store.journal import recent_needs, tag, write_notes
from bot.store.messages import add_outbound
from bot.store.place_standing import PERSON, report_place
from bot.store.tables import coach, conversation, handoff, message

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
_OPEN_CASE = select(handoff.c.id).where(handoff.c.conversation_id == _ROW.id, handoff.c.closed_at.is_(None))
_COACH = select(coach.c.id).where(coach.c.conversation_id == _ROW.id, coach.c.active)
_STATE = select(
    *PERSON_COLUMNS,
    _ROW.memory_sealed,
    _ROW.held_at,
    # Most people have no open case and are no coach: then neither is asked for.
    _OPEN_CASE.exists().label("has_case"),
    _COACH.exists().label("is_coach"),
).where(_ROW.id == bindparam("own"))
_CHANGE_AND_RISE = _CHANGE.values(
    risk=when((_ROW.risk.in_(bindparam("lower", expanding=True)), bindparam("seen")), else_=_ROW.risk)
)

TAKES = ("take", "step_in")
NO_TEXT_YET = 2**62  # above every id
CLOSED_LATELY_SECONDS = 24 * 3600.0
LATELY_SECONDS, LATELY_TEXTS = 2 * 3600.0, 4
LOOKS_BACK = 40  # texts of both sides: whoever has been silent for a year must not have all of theirs read
_LAST = (
    select(message.c.id, message.c.direction, message.c.created_at, message.c.body_sealed)
    .where(message.c.conversation_id == bindparam("own"), message.c.id < bindparam("this"))
    .order_by(message.c.id.desc())
    .limit(LOOKS_BACK)
    .subquery()
)
_LATELY = (
    select(_LAST.c.body_sealed)
    .where(_LAST.c.direction == "in", _LAST.c.created_at >= bindparam("since"))
    .order_by(_LAST.c.id.desc())
    .limit(bindparam("most"))
)
RISK_FADES_SECONDS = 24 * 3600.0  # staff's lists show the gravest risk of a day's texts, not the last text's
TOPIC_SECONDS = 24 * 3600.0  # what they asked for within a day says which coach fits
ASKED_BEFORE_SECONDS = 60.0  # the text that led to the case was stored a moment before the case
RECENT_TEXTS = 5


@dataclass(frozen=True)
class Rendered:
    """A speech with its words and its length in segments."""

    speech: Speech
    body: str
    segments: int


def load_snapshot(connection: Connection, vault: Vault, conversation_id: int, event: Event, now: float) -> Snapshot:
    """The conversation now. Coaches and board are read only when the event is for the desk."""
    row = connection.execute(_STATE, {"own": conversation_id}).one()
    case = open_case_of(connection, vault, conversation_id) if row.has_case else None
    coach = coach_by_conversation(connection, vault, conversation_id) if row.is_coach else None
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
    since = event.created_at - LATELY_SECONDS
    return _texts(connection, vault, conversation_id, event.message_id, since, LATELY_TEXTS)


def _recent(connection: Connection, vault: Vault, conversation_id: int, case: Case) -> tuple[str, ...]:
    """What the person wrote since they asked for a human, the text that asked included."""
    since = case.opened_at - ASKED_BEFORE_SECONDS
    return _texts(connection, vault, conversation_id, NO_TEXT_YET, since, RECENT_TEXTS)


def _texts(
    connection: Connection, vault: Vault, conversation_id: int, before: int, since: float, most: int
) -> tuple[str, ...]:
    """The person's last texts before text ``before``, none older than ``since``, oldest first."""
    wanted = {"own": conversation_id, "this": before, "since": since, "most": most}
    rows = connection.execute(_LATELY, wanted).scalars()
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

    Raises :class:`DecidedTooLate` when the coach who is to hold the case got another one meanwhile, or when a
    legal hold came on a person who is to be erased.
    """
    own = snapshot.conversation_id
    mark_handled(connection, event.id, now)
    if outcome.erase:
        if is_held(connection, own):
            raise DecidedTooLate("A legal hold was set a moment before.")
        erase_twins(connection, vault, own, now)
        erase_conversation(connection, own, keep_event=event.id, now=now)
    answered = any(text.speech.to == own for text in rendered)
    _save_conversation(connection, vault, snapshot, event, outcome, answered, now)
    case = _save_case(connection, vault, snapshot, outcome)
    for result in outcome.results:
        save_result(connection, own, result)
    _save_tags(connection, vault, own, outcome, now)
    record_offers(connection, outcome.offers, now)
    for report in outcome.reports:
        report_place(connection, report.place_id, report.outcome, PERSON, now)
    for text in rendered:
        _queue(connection, vault, own, text, case, event, now)
    if case is not None and any(text.speech.author == "coach" and text.speech.to == own for text in rendered):
        note_answer(connection, case.id, now)
    _save_events(connection, vault, own, outcome, now)
    for change in outcome.coach_changes:
        change_coach(connection, change)
    write_notes(connection, vault, own, event.id, outcome.notes, now, message_id=event.message_id)
    if snapshot.coach is not None and event.message_id is not None:
        theirs = {"author": "coach", "coach_id": snapshot.coach.id, "about_id": _for_whom(outcome)}
        connection.execute(update(message).where(message.c.id == event.message_id).values(theirs))


def _for_whom(outcome: Outcome) -> int | None:
    """The person whom a coach's text has words for, or about: then it goes when that person is erased."""
    return next((post.conversation_id for post in outcome.posts if "body" in post.payload), None)


def _save_conversation(
    connection: Connection,
    vault: Vault,
    snapshot: Snapshot,
    event: Event,
    outcome: Outcome,
    answered: bool,
    now: float,
) -> None:
    """All that changed in the conversation's own row, written at once."""
    own, person = snapshot.conversation_id, outcome.person
    values: dict[str, Any] = {"they_wrote_last": False} if answered else {}
    if not outcome.erase:
        if event.kind == "text":
            values["erased_at"] = None  # somebody who was erased has written again: their number is needed from now on
        if person != snapshot.person:
            values["person_sealed"] = seal_person(vault, person)
        if person.opted_out != snapshot.person.opted_out:
            for each in (own, *twins(connection, vault, own)):
                save_opt_out(connection, each, person.opted_out, now)
        if person.block != snapshot.person.block:
            save_block(connection, own, person.block)
    if outcome.memory_changed:
        values["memory_sealed"] = vault.seal_json(dict(outcome.memory)) if outcome.memory is not None else None
    if outcome.danger is not None:
        values |= {"lower": _no_graver(snapshot, outcome.danger.risk, now), "seen": outcome.danger.risk}
    if values:
        connection.execute(_CHANGE if outcome.danger is None else _CHANGE_AND_RISE, {"own": own, **values})


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


def _no_graver(snapshot: Snapshot, seen: Risk, now: float) -> list[Risk]:
    """The risks in staff's lists that ``seen`` takes the place of."""
    last = snapshot.person.last_text_at
    quiet = last is None or now - last > RISK_FADES_SECONDS
    return [risk for risk in Risk if quiet or risk.rank <= seen.rank]


def _save_tags(connection: Connection, vault: Vault, own: int, outcome: Outcome, now: float) -> None:
    if outcome.meaning is not None:
        needs = [f"need:{need}" for need in outcome.meaning.needs]
        told = [f"act:{outcome.meaning.act}", f"language:{outcome.person.language}"]
        tag(connection, vault, own, [*needs, *told], now)


def _queue(
    connection: Connection, vault: Vault, own: int, rendered: Rendered, case: Case | None, event: Event, now: float
) -> None:
    speech = rendered.speech
    values: dict[str, Any] = {
        "conversation_id": speech.to,
        "author": speech.author,
        "coach_id": speech.coach_id,
        "case_id": case.id if case else None,
        "about_id": own if speech.author == "recoveree" and speech.to != own else None,
        "event_id": event.id,
        "segments": rendered.segments,
        "after_stop": speech.after_stop,
        "alert_case": case.id if speech.alert and case else None,
    }
    add_outbound(connection, vault, values, rendered.body, now, wake=speech.to != own)


def touched(outcome: Outcome) -> frozenset[int]:
    """The conversations that saving ``outcome`` writes to, for locking them in order."""
    return frozenset({speech.to for speech in outcome.speeches} | {post.conversation_id for post in outcome.posts})
