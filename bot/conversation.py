"""The state of one conversation as the decisions see it: plain values, opened and typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.desk.schedule import Schedule, on_shift
from bot.message import About, InboundText, RiskKind

LATE_SECONDS = 900.0  # on a phone that others may read, nothing goes out longer after the person's own text


@dataclass(frozen=True)
class PendingCheck:
    """A direct question about danger that waits for its answer. ``asked_at`` is epoch seconds."""

    kind: RiskKind
    about: About
    asked_at: float


class Ask(StrEnum):
    """What the line asked a coach by text; the next number or word of theirs may answer it."""

    OUTCOME = "outcome"  # how the case they closed ended, 1 to 5
    DEBRIEF = "debrief"  # after a crisis: are you OK? 1 yes, 2 talk
    HAND_OVER = "hand_over"  # AWAY while holding: 1 hand it over, 2 finish it first


@dataclass(frozen=True)
class CoachQuestion:
    """A question to a coach that waits for its answer. ``conversation_id`` is the case's person's."""

    ask: Ask
    at: float
    conversation_id: int = 0
    case_id: int = 0
    code: str = ""
    crisis: bool = False


@dataclass(frozen=True)
class CoachMemory:
    """What is kept of a coach's phone between texts.

    ``taking``: the conversation whose case they said TAKE to at ``taking_at``; the case itself may not know yet.
    ``danger_at``: since when words of theirs may be about a danger of their own, and they have not said otherwise.
    """

    question: CoachQuestion | None = None
    taking: int | None = None
    taking_at: float = 0.0
    danger_at: float | None = None


@dataclass(frozen=True)
class Block:
    """A number that gets no answers. ``why`` is a ``misuse.block.BlockWhy``, ``by`` an actor, ``at`` epoch seconds."""

    why: str
    by: str
    at: float


@dataclass(frozen=True)
class Flood:
    """How many texts came lately: a bucket that runs out by itself, see ``misuse.flood``.

    ``told``: the person heard that it is too much; ``holder_told``: so did the coach who is there.
    """

    level: float = 0.0
    at: float | None = None
    told: bool = False
    holder_told: bool = False


@dataclass(frozen=True)
class Person:
    """What is kept of a recoveree between texts. Times are epoch seconds.

    ``unsafe``: somebody else may read this phone. ``short``: one-segment answers wished.
    ``no_call``: text-only ways wished. ``told_down_at``: since when they know that the
    assistant is out of order. ``told_waiting_at``: when a text of theirs was last answered with
    how their wait for a coach stands. ``stop_crisis_sent``: the one crisis text after an opt-out went out.
    ``survey_offered_at``, ``survey_asked_at``: "may I ask tomorrow?", "did it help?", about ``survey_case``.
    ``places_offered_at``, ``places_asked_at``: the same about the places of ``places_listed`` (ids).
    ``as_coach`` is set on coaches' phones alone.
    ``block``: staff or a coach blocked the number; ``block_told``: it has heard so.
    """

    language: str = "en"
    zip: str | None = None
    welcomed: bool = False
    opted_out: bool = False
    unsafe: bool = False
    short: bool = False
    no_call: bool = False
    check: PendingCheck | None = None
    stop_crisis_sent: bool = False
    delete_asked_at: float | None = None
    help_asked_at: float | None = None
    coach_offered: bool = False
    crisis_told: tuple[str, ...] = ()  # kinds whose crisis text went out in the open case
    told_down_at: float | None = None
    told_waiting_at: float | None = None
    last_text_at: float | None = None
    after: str | None = None  # "handoff": the next turn is the first after a coach said goodbye
    survey_offered_at: float | None = None
    survey_asked_at: float | None = None
    survey_case: int | None = None
    places_offered_at: float | None = None
    places_asked_at: float | None = None
    places_listed: tuple[str, ...] = ()
    as_coach: CoachMemory = CoachMemory()
    flood: Flood = Flood()
    block: Block | None = None
    block_told: bool = False


class CaseState(StrEnum):
    """Where a handoff stands. CLOSED and ABANDONED are final."""

    REQUESTED = "requested"  # opened, nobody alerted yet
    ALERTING = "alerting"  # the ladder is being climbed
    HELD = "held"  # a coach has it
    CLOSING = "closing"  # the holder said DONE to a crisis and is asked again
    TRANSFERRED = "transferred"  # offered to a coach by name; the holder keeps it until they take it
    CLOSED = "closed"  # back with the assistant
    ABANDONED = "abandoned"  # the person left (opted out, erased)


WAITING_STATES = (CaseState.REQUESTED, CaseState.ALERTING)
HELD_STATES = (CaseState.HELD, CaseState.CLOSING, CaseState.TRANSFERRED)


class Urgency(StrEnum):
    NORMAL = "normal"
    CRISIS = "crisis"


@dataclass(frozen=True)
class HeldBack:
    """A coach's text that was not sent: it waits for their word. ``why`` are names of screening rules."""

    body: str
    why: tuple[str, ...]
    at: float


@dataclass(frozen=True)
class Case:
    """One handoff. ``id`` is 0 until it is saved. ``rung`` counts the alerts sent so far.

    ``on_web``: the holder works in the console; the person's words do not go to their phone.
    ``waits_since``: since when the person waits for an answer of the holder; ``reminded``: the holder was
    reminded of it. ``offered_to``: the coach who is asked to take it over. ``told``: texts about the wait
    that the person got since they began to wait.
    """

    id: int
    code: str
    state: CaseState
    urgency: Urgency
    reason: str
    opened_at: float
    holder_id: int | None = None
    rung: int = 0
    alerted: tuple[int, ...] = ()
    passed: tuple[int, ...] = ()
    told: int = 0
    taken_at: float | None = None
    closed_at: float | None = None
    outcome: str | None = None
    on_web: bool = False
    offered_to: int | None = None
    waits_since: float | None = None
    reminded: bool = False
    held_back: HeldBack | None = None

    @property
    def open(self) -> bool:
        return self.closed_at is None

    @property
    def held(self) -> bool:
        """A human has it, whatever else is being asked about it."""
        return self.state in HELD_STATES


@dataclass(frozen=True)
class Coach:
    """A peer coach. ``conversation_id`` is the actor of the coach's own phone, ``email_conversation_id`` of the e-mail.

    ``on_call``: gets alerts at all; in the shifts of ``schedule``, at any hour without one.
    ``back_until``: texted BACK outside the shifts. ``topics`` are needs they know about.
    A ``supervisor`` is called for danger and for coaches, and may step into a case that another holds.
    """

    id: int
    conversation_id: int
    name: str
    languages: tuple[str, ...]
    active: bool
    on_call: bool
    away: bool
    open_cases: int = 0
    last_case_at: float | None = None
    supervisor: bool = False
    topics: tuple[str, ...] = ()
    max_cases: int = 1
    schedule: Schedule | None = None
    back_until: float | None = None
    email_conversation_id: int | None = None

    @property
    def can_be_asked(self) -> bool:
        """Not away, not stopped, still a coach: the schedule alone decides."""
        return self.active and self.on_call and not self.away

    def on_duty_at(self, at: float) -> bool:
        """Whether they get alerts at ``at`` (epoch seconds)."""
        if not self.can_be_asked:
            return False
        back = self.back_until is not None and at < self.back_until
        return back or self.schedule is None or on_shift(self.schedule, at)


@dataclass(frozen=True)
class Event:
    """One entry of a mailbox. ``text`` is set for kind ``text``; ``payload`` for all others."""

    id: int
    kind: str
    name: str | None
    created_at: float
    attempts: int
    payload: Mapping[str, Any]
    text: InboundText | None = None
    message_id: int | None = None


@dataclass(frozen=True)
class Snapshot:
    """A conversation at the moment an event of it is handled.

    ``coach`` is set when the phone is a coach's. ``coaches`` and ``board`` (open cases of
    all conversations) are loaded only for events that need them; ``recent`` are the person's
    texts since the open case began, loaded for a TAKE. ``topics`` are the person's needs of the
    last day, loaded to find a coach who knows them; ``closed_codes`` are the codes of cases closed
    within a day, loaded for a coach's text; ``lately`` are the person's texts of the two hours
    before this one, oldest first, at most four. ``on_hold``: a legal hold, nothing may be erased.
    ``now`` is epoch seconds.
    """

    conversation_id: int
    person: Person
    memory: Mapping[str, Any] | None
    case: Case | None
    holder: Coach | None
    coach: Coach | None
    coaches: tuple[Coach, ...]
    board: tuple[BoardCase, ...]
    recent: tuple[str, ...]
    now: float
    topics: tuple[str, ...] = ()
    closed_codes: frozenset[str] = frozenset()
    lately: tuple[str, ...] = ()
    on_hold: bool = False


@dataclass(frozen=True)
class BoardCase:
    """An open case as the desk's board shows it to coaches: no person in it."""

    id: int
    code: str
    conversation_id: int
    state: CaseState
    urgency: Urgency
    holder_id: int | None
    opened_at: float
    on_web: bool = False
    offered_to: int | None = None
    reason: str = ""
