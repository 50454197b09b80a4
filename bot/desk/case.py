"""A handoff's way: requested → alerting → held → closing → closed. How a case opens, waits and ends by itself.

All functions run in the mailbox of the person's conversation, so clicks, texts and timers of
one case come one after the other and cannot race.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.conversation import WAITING_STATES, BoardCase, Case, CaseState, Coach, Snapshot, Urgency
from bot.desk.duty import on_duty
from bot.desk.speech import relay_to_coach, tell_coach, tell_person
from bot.desk.timers import ALERT_TIMER, WHILE_HELD
from bot.outcome import Outcome, Timer

ASSISTANT_DOWN = "assistant_down"
CAME_LATE = "came_late"  # a text that the carrier could not bring in time
SHARED = (ASSISTANT_DOWN, CAME_LATE)  # they come in crowds: one alert for all who wait, see desk/outage.py


@dataclass(frozen=True)
class DeskRules:
    """Seconds per rung for each urgency, the organisation's own phone by text and by voice, its clock.

    ``by_email``: coaches who have an e-mail address get alerts there too. ``zone`` names a time zone.
    ``quiet`` and ``crisis_quiet``: seconds that a holder may leave the person waiting before they are
    reminded, and then before the case goes to others. ``outage_conversation`` is the digest's mailbox.
    """

    waits: Sequence[int]
    crisis_waits: Sequence[int]
    human_conversation: int | None = None
    voice_conversation: int | None = None
    by_email: bool = False
    zone: str = "UTC"
    quiet: Sequence[int] = (300, 300)
    crisis_quiet: Sequence[int] = (120, 120)
    outage_conversation: int | None = None

    def shares_alert(self, case: Case | BoardCase) -> bool:
        """Whether the digest of an outage stands for the alerts of ``case`` (desk/outage.py)."""
        ours = case.reason in SHARED and case.urgency is Urgency.NORMAL
        return self.outage_conversation is not None and ours and case.state is CaseState.REQUESTED

    def ladder(self, urgency: Urgency) -> Sequence[int]:
        return self.crisis_waits if urgency is Urgency.CRISIS else self.waits

    def patience(self, urgency: Urgency, reminded: bool) -> float:
        """Seconds until the holder is reminded, or, ``reminded`` already, until others are asked."""
        quiet = self.crisis_quiet if urgency is Urgency.CRISIS else self.quiet
        return float(quiet[-1] if reminded else quiet[0])


def open_case(snapshot: Snapshot, outcome: Outcome, reason: str, urgency: Urgency) -> None:
    """Ask for a human. An open case is kept; danger makes it urgent and climbs the ladder anew."""
    case = outcome.case or snapshot.case
    if case is None or not case.open:
        new = Case(0, "", CaseState.REQUESTED, urgency, reason, snapshot.now)
        outcome.case = new
        outcome.timers.append(Timer(ALERT_TIMER, snapshot.now))
        outcome.note("case_opened", reason=reason, urgency=urgency)
    elif urgency is Urgency.CRISIS and case.urgency is not Urgency.CRISIS:
        # One text is left to say how it ends.
        outcome.case = replace(case, urgency=urgency, rung=0, told=min(case.told, 2))
        outcome.note("case_urgent", reason=reason)
        if case.state in WAITING_STATES:
            outcome.timers.append(Timer(ALERT_TIMER, snapshot.now))
    elif case.reason in SHARED and reason not in SHARED and case.state in WAITING_STATES:
        # They ask for a person now: that is worth an alert of its own.
        outcome.case = replace(case, reason=reason)
        outcome.note("case_opened", reason=reason, urgency=case.urgency)
        outcome.timers.append(Timer(ALERT_TIMER, snapshot.now))


def without_lost_holder(snapshot: Snapshot, outcome: Outcome) -> Snapshot:
    """A holder who is no coach any more cannot answer: the case goes back to the ladder."""
    case, holder = snapshot.case, snapshot.holder
    if case is None or case.holder_id is None or (holder is not None and holder.active):
        return snapshot
    outcome.note("holder_lost", coach=case.holder_id)
    outcome.case = _freed(case, ())
    _ask_others(snapshot, outcome)
    return replace(snapshot, case=outcome.case, holder=None)


def release(snapshot: Snapshot, outcome: Outcome, why: str) -> None:
    """The holder lets go, or cannot answer: others are asked at once and the person learns it."""
    case = outcome.case or snapshot.case
    if case is None or case.holder_id is None:
        return
    # With nobody on duty the ladder says at once how it stands; this text must not say otherwise.
    name = "utter_case_released" if on_duty(snapshot.coaches, snapshot.now) else "utter_case_released_night"
    told = tell_person(snapshot, outcome, name)
    outcome.case = replace(_freed(case, tuple(dict.fromkeys((*case.passed, case.holder_id)))), told=int(told))
    outcome.note("case_released", coach=case.holder_id, why=why)
    _ask_others(snapshot, outcome)


def _freed(case: Case, passed: tuple[int, ...]) -> Case:
    """The case without a holder, at the foot of the ladder."""
    return replace(
        case,
        state=CaseState.ALERTING,
        holder_id=None,
        on_web=False,
        offered_to=None,
        waits_since=None,
        reminded=False,
        held_back=None,
        rung=0,
        told=0,
        alerted=(),
        passed=passed,
        taken_at=None,
    )


def _ask_others(snapshot: Snapshot, outcome: Outcome) -> None:
    outcome.cancelled_timers.extend(WHILE_HELD)
    outcome.timers[:] = [timer for timer in outcome.timers if timer.name not in WHILE_HELD]
    outcome.timers.append(Timer(ALERT_TIMER, snapshot.now))


def call_off(snapshot: Snapshot, outcome: Outcome, case: Case, taker: Coach) -> None:
    """Coaches who were alerted and did not get it need not wonder."""
    for other in snapshot.coaches:
        if other.id in case.alerted and other.id != taker.id and other.id not in case.passed:
            tell_coach(outcome, other, "utter_coach_taken_by", code=case.code, coach=taker.name)


def held_by_text(board: Sequence[BoardCase], coach: Coach) -> BoardCase | None:
    """The one case whose person gets what this coach texts; those held in the console are not meant."""
    return next((case for case in board if case.holder_id == coach.id and not case.on_web), None)


def texts_stopped(snapshot: Snapshot, outcome: Outcome) -> None:
    """The person gets no more texts. An urgent case stays: danger does not end with the texts."""
    case = outcome.case or snapshot.case
    if case is None or not case.open:
        return
    if case.urgency is not Urgency.CRISIS:
        abandon(snapshot, outcome, "opted_out")
    elif snapshot.holder is not None:
        tell_coach(outcome, snapshot.holder, "utter_coach_person_silent", code=case.code)


def abandon(snapshot: Snapshot, outcome: Outcome, reason: str) -> None:
    """The person left (asked for no more texts): the case ends and its holder is told."""
    case = outcome.case or snapshot.case
    if case is None or not case.open:
        return
    outcome.case = replace(
        case, state=CaseState.ABANDONED, closed_at=snapshot.now, outcome=reason, offered_to=None, held_back=None
    )
    outcome.cancelled_timers.extend((ALERT_TIMER, *WHILE_HELD))
    outcome.timers[:] = [timer for timer in outcome.timers if timer.name not in (ALERT_TIMER, *WHILE_HELD)]
    outcome.note("case_abandoned", reason=reason)
    if snapshot.holder is not None:
        tell_coach(outcome, snapshot.holder, "utter_coach_person_stopped", code=case.code)


def person_said(snapshot: Snapshot, outcome: Outcome, body: str, photo: bool) -> None:
    """The person's words go to the holder, who has some minutes to answer; without one they wait."""
    case = outcome.case or snapshot.case
    if snapshot.holder is None or case is None:
        outcome.note("waits_for_coach")
        return
    if not case.on_web:  # in the console they stand on the page already
        relay_to_coach(outcome, snapshot.holder, body or ("(picture)" if photo else "(empty text)"))
    if case.waits_since is None and not outcome.person.opted_out:  # who opted out cannot be answered by text
        outcome.case = replace(case, waits_since=snapshot.now, reminded=False)
