"""A handoff's way: requested → alerting → held → closing → closed. Every step is decided here.

All functions run in the mailbox of the person's conversation, so clicks, texts and timers of
one case come one after the other and cannot race.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.conversation import LATE_SECONDS, BoardCase, Case, CaseState, Coach, Event, Snapshot, Urgency
from bot.desk.duty import supervisors
from bot.desk.speech import relay_to_coach, tell_coach, tell_person
from bot.message import Say
from bot.outcome import CoachChange, Outcome, Speech, Timer

ALERT_TIMER = "alert"
WAITING = (CaseState.REQUESTED, CaseState.ALERTING)
RELAYED_ON_TAKE = 3  # the person's last texts since they asked, so that the coach can begin


@dataclass(frozen=True)
class DeskRules:
    """Seconds per rung for each urgency, the organisation's own phone by text and by voice, its clock.

    ``by_email``: coaches who have an e-mail address get alerts there too. ``zone`` names a time zone.
    """

    waits: Sequence[int]
    crisis_waits: Sequence[int]
    human_conversation: int | None = None
    voice_conversation: int | None = None
    by_email: bool = False
    zone: str = "UTC"

    def ladder(self, urgency: Urgency) -> Sequence[int]:
        return self.crisis_waits if urgency is Urgency.CRISIS else self.waits


def open_case(snapshot: Snapshot, outcome: Outcome, reason: str, urgency: Urgency) -> None:
    """Ask for a human. An open case is kept; danger makes it urgent and climbs the ladder anew."""
    case = outcome.case or snapshot.case
    if case is None or not case.open:
        new = Case(0, "", CaseState.REQUESTED, urgency, reason, snapshot.now)
        outcome.case = new
        outcome.timers.append(Timer(ALERT_TIMER, snapshot.now))
        outcome.note("case_opened", reason=reason, urgency=urgency)
    elif urgency is Urgency.CRISIS and case.urgency is not Urgency.CRISIS:
        outcome.case = replace(case, urgency=urgency, rung=0, told=0)
        outcome.note("case_urgent", reason=reason)
        if case.state in WAITING:
            outcome.timers.append(Timer(ALERT_TIMER, snapshot.now))


def without_lost_holder(snapshot: Snapshot, outcome: Outcome) -> Snapshot:
    """A holder who is no coach any more cannot answer: the case goes back to the ladder."""
    case, holder = snapshot.case, snapshot.holder
    if case is None or case.holder_id is None or (holder is not None and holder.active):
        return snapshot
    released = replace(case, state=CaseState.REQUESTED, holder_id=None, on_web=False, rung=0, alerted=(), taken_at=None)
    outcome.case = released
    outcome.timers.append(Timer(ALERT_TIMER, snapshot.now))
    outcome.note("holder_lost", coach=case.holder_id)
    return replace(snapshot, case=released, holder=None)


def take(snapshot: Snapshot, outcome: Outcome, coach: Coach, recent: Sequence[str], on_web: bool = False) -> None:
    """A coach says TAKE: the first one gets the case, everyone later is told who has it.

    ``on_web``: they work in the console, where one can hold several cases; by text it is one.
    """
    case = snapshot.case
    if case is None:
        tell_coach(outcome, coach, "utter_coach_nothing_waits")
        return
    if case.state not in WAITING:
        if case.holder_id == coach.id and case.on_web != on_web:
            _change_hands(snapshot, outcome, case, coach, on_web)
        elif case.holder_id == coach.id:
            tell_coach(outcome, coach, "utter_coach_holds_already", code=case.code)
        else:
            holder = snapshot.holder.name if snapshot.holder else ""
            tell_coach(outcome, coach, "utter_coach_taken_by", code=case.code, coach=holder)
        return
    other = None if on_web else held_by_text(snapshot.board, coach)
    if other is not None:  # two cases, and their words could go to the wrong person
        tell_coach(outcome, coach, "utter_coach_holds_already", code=other.code)
        return
    outcome.case = replace(case, state=CaseState.HELD, holder_id=coach.id, taken_at=snapshot.now, on_web=on_web)
    outcome.cancelled_timers.append(ALERT_TIMER)
    outcome.coach_changes.append(CoachChange(coach.id, last_case_at=snapshot.now))
    outcome.note("case_taken", coach=coach.id, waited=round(snapshot.now - case.opened_at))
    tell_coach(outcome, coach, "utter_coach_took", code=case.code)
    for body in recent[-RELAYED_ON_TAKE:]:
        relay_to_coach(outcome, coach, body)
    tell_person(snapshot, outcome, "utter_case_joined", coach=coach.name)
    _call_off(snapshot, outcome, case, coach)


def held_by_text(board: Sequence[BoardCase], coach: Coach) -> BoardCase | None:
    """The one case whose person gets what this coach texts; those held in the console are not meant."""
    return next((case for case in board if case.holder_id == coach.id and not case.on_web), None)


def _change_hands(snapshot: Snapshot, outcome: Outcome, case: Case, coach: Coach, on_web: bool) -> None:
    """The holder goes on with the same case from the console, or from their phone."""
    other = None if on_web else held_by_text(snapshot.board, coach)
    if other is not None:
        tell_coach(outcome, coach, "utter_coach_holds_already", code=other.code)
        return
    outcome.case = replace(case, on_web=on_web)
    outcome.note("case_moved", coach=coach.id, on_web=on_web)
    tell_coach(outcome, coach, "utter_coach_took", code=case.code)


def _call_off(snapshot: Snapshot, outcome: Outcome, case: Case, taker: Coach) -> None:
    """Coaches who were alerted and did not get it need not wonder."""
    for other in snapshot.coaches:
        if other.id in case.alerted and other.id != taker.id and other.id not in case.passed:
            tell_coach(outcome, other, "utter_coach_taken_by", code=case.code, coach=taker.name)


def pass_on(snapshot: Snapshot, outcome: Outcome, coach: Coach, only_if_held: bool = False) -> None:
    """A coach says PASS: waiting, the next is asked at once; held by them, the ladder starts again.

    ``only_if_held``: the coach is gone; a case they do not hold is none of their business.
    """
    case = snapshot.case
    if only_if_held and (case is None or case.holder_id != coach.id):
        return
    if case is None:
        tell_coach(outcome, coach, "utter_coach_nothing_waits")
        return
    if case.holder_id not in (None, coach.id):
        holder = snapshot.holder.name if snapshot.holder else ""
        tell_coach(outcome, coach, "utter_coach_taken_by", code=case.code, coach=holder)
        return
    tell_coach(outcome, coach, "utter_coach_passed", code=case.code)
    passed = tuple(dict.fromkeys((*case.passed, coach.id)))
    if case.holder_id == coach.id:
        outcome.case = replace(
            case,
            state=CaseState.REQUESTED,
            holder_id=None,
            on_web=False,
            rung=0,
            alerted=(),
            passed=passed,
            taken_at=None,
        )
        tell_person(snapshot, outcome, "utter_case_released")
    elif case.state in WAITING:
        outcome.case = replace(case, passed=passed)
    else:
        return
    outcome.note("case_passed", coach=coach.id)
    outcome.timers.append(Timer(ALERT_TIMER, snapshot.now))


def done(snapshot: Snapshot, outcome: Outcome, coach: Coach, confirmed: bool) -> None:
    """The holder says DONE: a crisis is asked about once, then the person goes back to the assistant."""
    case = snapshot.case
    if case is None or case.holder_id != coach.id:
        tell_coach(outcome, coach, "utter_coach_not_holding")
        return
    if case.urgency is Urgency.CRISIS and not confirmed:
        outcome.case = replace(case, state=CaseState.CLOSING)
        tell_coach(outcome, coach, "utter_coach_done_ask", code=case.code)
        return
    outcome.case = replace(case, state=CaseState.CLOSED, closed_at=snapshot.now, outcome="done")
    outcome.cancelled_timers.append(ALERT_TIMER)
    outcome.note("case_closed", coach=coach.id, minutes=round((snapshot.now - case.opened_at) / 60))
    tell_person(snapshot, outcome, "utter_case_closed")
    tell_coach(outcome, coach, "utter_coach_done", code=case.code)
    outcome.person = replace(outcome.person, after="handoff")


def keep_open(snapshot: Snapshot, outcome: Outcome, coach: Coach) -> None:
    """The holder says no to "really done?": the case stays theirs; the person hears nothing of it."""
    case = snapshot.case
    if case is None or case.holder_id != coach.id:
        tell_coach(outcome, coach, "utter_coach_not_holding")
        return
    outcome.case = replace(case, state=CaseState.HELD)
    tell_coach(outcome, coach, "utter_coach_took", code=case.code)


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
    outcome.case = replace(case, state=CaseState.ABANDONED, closed_at=snapshot.now, outcome=reason)
    outcome.cancelled_timers.append(ALERT_TIMER)
    outcome.note("case_abandoned", reason=reason)
    if snapshot.holder is not None:
        tell_coach(outcome, snapshot.holder, "utter_coach_person_stopped", code=case.code)


def coach_said(snapshot: Snapshot, outcome: Outcome, coach: Coach, event: Event) -> None:
    """The holder's words go to the person from the hotline's number; nobody else's do."""
    case = snapshot.case
    if case is None or case.holder_id != coach.id:
        tell_coach(outcome, coach, "utter_coach_not_holding")
        return
    if case.state is CaseState.CLOSING:
        outcome.case = replace(case, state=CaseState.HELD)
    refused = _why_not_sent(snapshot, event)
    if refused is not None:
        tell_coach(outcome, coach, refused, code=case.code)
        outcome.note("coach_text_not_sent", why=refused)
        return
    body = str(event.payload.get("body", ""))
    outcome.speeches.append(Speech(snapshot.conversation_id, "coach", body=body, coach_id=coach.id))


def _why_not_sent(snapshot: Snapshot, event: Event) -> str | None:
    """What the coach is told when their words cannot go to the person; ``None`` when they can."""
    person = snapshot.person
    if person.opted_out:
        return "utter_coach_person_silent"
    if not str(event.payload.get("body", "")).strip():
        return "utter_coach_not_sent"  # a picture alone: it cannot be passed on
    silent = person.last_text_at is None or snapshot.now - person.last_text_at > LATE_SECONDS
    return "utter_coach_phone_not_safe" if person.unsafe and silent else None


def person_said(snapshot: Snapshot, outcome: Outcome, body: str, photo: bool) -> None:
    """The person's words go to the holder; while nobody holds the case they wait for the one who takes it."""
    if snapshot.holder is None:
        outcome.note("waits_for_coach")
        return
    if snapshot.case is None or not snapshot.case.on_web:  # in the console they stand on the page already
        relay_to_coach(outcome, snapshot.holder, body or ("(picture)" if photo else "(empty text)"))


def call_everyone(snapshot: Snapshot, outcome: Outcome, coach: Coach, rules: DeskRules) -> None:
    """SUPERVISOR: the holder wants a second human. Supervisors and the organisation's phone learn the code."""
    case = snapshot.case
    if case is None or case.holder_id != coach.id:
        tell_coach(outcome, coach, "utter_coach_not_holding")
        return
    minutes = int((snapshot.now - case.opened_at) // 60)
    for other in supervisors(snapshot.coaches, snapshot.now):
        if other.id != coach.id:
            tell_coach(outcome, other, "utter_coach_second_wanted", code=case.code)
    if rules.human_conversation is not None:
        says = (Say("utter_human_phone_alert", {"code": case.code, "minutes": minutes}),)
        outcome.speeches.append(Speech(rules.human_conversation, "system", says, alert=True))
    tell_coach(outcome, coach, "utter_coach_supervisor", code=case.code)
    outcome.note("supervisor_called", coach=coach.id)
