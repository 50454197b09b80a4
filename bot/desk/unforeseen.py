"""What happens to a case by itself: its timers ring, and texts of the line do not arrive."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.conversation import CaseState, Event, Snapshot
from bot.desk import timers
from bot.desk.alerts import climb
from bot.desk.care import care_unanswered, debrief_due
from bot.desk.case import DeskRules, texts_stopped
from bot.desk.closing import closing_unanswered
from bot.desk.coach_text import off_duty
from bot.desk.holding import holder_timer
from bot.desk.outage import OUTAGE, digest
from bot.desk.speech import tell_coach
from bot.desk.taking import decline, offer_unanswered
from bot.outcome import Outcome, Post

Ring = Callable[[Snapshot, Outcome, DeskRules], None]

RINGS: Mapping[str, Ring] = {
    timers.ALERT_TIMER: climb,
    timers.HOLDER_TIMER: holder_timer,
    timers.CLOSING_TIMER: lambda snapshot, outcome, _: closing_unanswered(snapshot, outcome),
    timers.OFFER_TIMER: lambda snapshot, outcome, _: offer_unanswered(snapshot, outcome),
    timers.CARE_TIMER: care_unanswered,
    timers.DEBRIEF_TIMER: lambda snapshot, outcome, _: debrief_due(snapshot, outcome),
    OUTAGE: digest,
}


def desk_timer(snapshot: Snapshot, name: str, outcome: Outcome, rules: DeskRules) -> None:
    """A timer of the desk rang; a name that nobody knows any more rings for nothing."""
    ring = RINGS.get(name)
    if ring is not None:
        ring(snapshot, outcome, rules)


def failed_delivery(snapshot: Snapshot, event: Event, outcome: Outcome, rules: DeskRules) -> None:
    """A text did not arrive: the journal keeps why; the right human learns of it."""
    outcome.note("undelivered", code=event.payload.get("code"), why=event.payload.get("desk"))
    if event.kind == "alert_failed":
        _alert_failed(snapshot, event, outcome, rules)
    elif event.payload.get("opts_out"):
        outcome.person = replace(outcome.person, opted_out=True)
        texts_stopped(snapshot, outcome)
        if snapshot.coach is not None:
            off_duty(snapshot, outcome, snapshot.coach)
    elif snapshot.coach is not None:
        _coach_unreachable(snapshot, outcome, snapshot.coach.id)
    elif snapshot.holder is not None and snapshot.case is not None:
        tell_coach(outcome, snapshot.holder, "utter_coach_not_delivered", code=snapshot.case.code)


def _alert_failed(snapshot: Snapshot, event: Event, outcome: Outcome, rules: DeskRules) -> None:
    """Nobody will answer an alert that did not arrive: the next rung at once, or back to the holder."""
    case = snapshot.case
    if case is None:
        return
    offered = next((coach for coach in snapshot.coaches if coach.id == case.offered_to), None)
    if case.state is CaseState.TRANSFERRED and offered and offered.conversation_id == event.payload.get("to"):
        decline(snapshot, outcome, case, "utter_coach_transfer_unanswered")
    elif case.rung < len(rules.ladder(case.urgency)):
        climb(snapshot, outcome, rules)


def _coach_unreachable(snapshot: Snapshot, outcome: Outcome, coach_id: int) -> None:
    """A text to a coach's phone did not arrive: whom they hold by text would wait for nothing."""
    for case in snapshot.board:
        if case.holder_id == coach_id and not case.on_web:
            payload = {"coach_id": coach_id, "why": "unreachable"}
            outcome.posts.append(Post(case.conversation_id, "release", payload))
