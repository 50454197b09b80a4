"""Who holds a case: TAKE, PASS, a transfer to a coach by name, a supervisor who steps in."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation import WAITING_STATES, BoardCase, Case, CaseState, Coach, Event, Snapshot, Urgency
from bot.desk.case import call_off, held_by_text, release
from bot.desk.page import from_page
from bot.desk.speech import relay_to_coach, tell_coach, tell_person
from bot.desk.timers import ALERT_TIMER, CRISIS_OFFER_SECONDS, OFFER_SECONDS, OFFER_TIMER, WHILE_HELD
from bot.outcome import CoachChange, Outcome, Post, Timer

RELAYED_ON_TAKE = 3  # the person's last texts since they asked, so that the coach can begin
MOST_TRIES = 20  # a TAKE without a code looks for a free case so often; each try was lost to a faster coach


def take(snapshot: Snapshot, outcome: Outcome, coach: Coach, event: Event) -> None:
    """A coach says TAKE: the first one gets the case, everyone later is told who has it.

    In the console (``via: web``) one can hold several cases; by text it is one. A TAKE that names no
    case (``any``) goes on to the next that waits.
    """
    case, code, on_web = snapshot.case, event.payload.get("code"), from_page(event)
    if case is None or (code is not None and case.code != code):
        if not _try_next(snapshot, outcome, coach, event):
            tell_coach(outcome, coach, *(("utter_coach_gone",) if code else ("utter_coach_nothing_waits",)), code=code)
    elif case.state in WAITING_STATES or case.offered_to == coach.id:
        _take_if_free(snapshot, outcome, case, coach, on_web)
    elif case.holder_id == coach.id and case.on_web != on_web:
        _change_hands(snapshot, outcome, case, coach, on_web)
    elif case.holder_id == coach.id:
        tell_coach(outcome, coach, "utter_coach_holds_already", code=case.code)
    elif not _try_next(snapshot, outcome, coach, event):
        holder = snapshot.holder.name if snapshot.holder else ""
        name = "utter_coach_step_in_hint" if coach.supervisor else "utter_coach_taken_by"
        tell_coach(outcome, coach, name, code=case.code, coach=holder)


def _take_if_free(snapshot: Snapshot, outcome: Outcome, case: Case, coach: Coach, on_web: bool) -> None:
    other = _other_by_text(snapshot, coach, on_web)
    if other is not None:  # two cases, and their words could go to the wrong person
        tell_coach(outcome, coach, "utter_coach_holds_already", code=other.code)
        return
    before = snapshot.holder
    _hold(snapshot, outcome, case, coach, on_web)
    if before is not None and before.id != coach.id:
        tell_coach(outcome, before, "utter_coach_taken_by", code=case.code, coach=coach.name)


def _try_next(snapshot: Snapshot, outcome: Outcome, coach: Coach, event: Event) -> bool:
    """A TAKE without a code came second here: the next case that waits will do as well."""
    tries = int(event.payload.get("tries", 0))
    if not event.payload.get("any") or tries >= MOST_TRIES:
        return False
    free = first_waiting(tuple(one for one in snapshot.board if one.conversation_id != snapshot.conversation_id))
    if free is None:
        return False
    payload = {"coach_id": coach.id, "any": True, "tries": tries + 1}
    outcome.posts.append(Post(free.conversation_id, "take", payload))
    return True


def first_waiting(board: tuple[BoardCase, ...]) -> BoardCase | None:
    """The case that a TAKE without a code means: danger first, then who waits longest (the board's order)."""
    return next((case for case in board if case.state in WAITING_STATES), None)


def _hold(snapshot: Snapshot, outcome: Outcome, case: Case, coach: Coach, on_web: bool) -> None:
    """From here on ``coach`` has the case. The person waits for their first words."""
    waits_since = None if outcome.person.opted_out else snapshot.now
    outcome.case = replace(
        case,
        state=CaseState.HELD,
        holder_id=coach.id,
        on_web=on_web,
        offered_to=None,
        taken_at=snapshot.now,
        waits_since=waits_since,
        reminded=False,
        held_back=None,
        told=0,
    )
    outcome.cancelled_timers.extend((ALERT_TIMER, *WHILE_HELD))
    outcome.coach_changes.append(CoachChange(coach.id, last_case_at=snapshot.now))
    outcome.note("case_taken", coach=coach.id, waited=round(snapshot.now - case.opened_at))
    tell_coach(outcome, coach, "utter_coach_took", code=case.code)
    if not on_web:  # in the console the last texts stand on the page already
        for body in snapshot.recent[-RELAYED_ON_TAKE:]:
            relay_to_coach(outcome, coach, body)
    tell_person(snapshot, outcome, "utter_case_joined", coach=coach.name)
    if case.state in WAITING_STATES:
        call_off(snapshot, outcome, case, coach)


def _other_by_text(snapshot: Snapshot, coach: Coach, on_web: bool) -> BoardCase | None:
    return None if on_web else held_by_text(snapshot.board, coach)


def _change_hands(snapshot: Snapshot, outcome: Outcome, case: Case, coach: Coach, on_web: bool) -> None:
    """The holder goes on with the same case from the console, or from their phone."""
    other = _other_by_text(snapshot, coach, on_web)
    if other is not None:
        tell_coach(outcome, coach, "utter_coach_holds_already", code=other.code)
        return
    outcome.case = replace(case, on_web=on_web)
    outcome.note("case_moved", coach=coach.id, on_web=on_web)
    tell_coach(outcome, coach, "utter_coach_took", code=case.code)


def step_in(snapshot: Snapshot, outcome: Outcome, coach: Coach, event: Event) -> None:
    """A supervisor takes a case over from the coach who holds it; both sides are told."""
    case = snapshot.case
    if not coach.supervisor:
        tell_coach(outcome, coach, "utter_coach_only_supervisors")
    elif case is None or not case.held or case.holder_id == coach.id:
        take(snapshot, outcome, coach, event)
    else:
        other, before = _other_by_text(snapshot, coach, from_page(event)), snapshot.holder
        if other is not None:
            tell_coach(outcome, coach, "utter_coach_holds_already", code=other.code)
            return
        outcome.note("stepped_in", coach=coach.id, before=case.holder_id)
        _hold(snapshot, outcome, case, coach, from_page(event))
        if before is not None:
            tell_coach(outcome, before, "utter_coach_stepped_in", code=case.code, coach=coach.name)


def pass_on(snapshot: Snapshot, outcome: Outcome, coach: Coach) -> None:
    """A coach says PASS: waiting, the next is asked at once; held by them, the ladder starts again."""
    case = snapshot.case
    if case is None:
        tell_coach(outcome, coach, "utter_coach_nothing_waits")
    elif case.offered_to == coach.id:
        decline(snapshot, outcome, case, "utter_coach_transfer_declined")
        tell_coach(outcome, coach, "utter_coach_passed_back", code=case.code)
    elif case.holder_id not in (None, coach.id):
        holder = snapshot.holder.name if snapshot.holder else ""
        tell_coach(outcome, coach, "utter_coach_taken_by", code=case.code, coach=holder)
    else:
        tell_coach(outcome, coach, "utter_coach_passed", code=case.code)
        if case.holder_id == coach.id:
            release(snapshot, outcome, "passed")
        else:
            outcome.case = replace(case, passed=tuple(dict.fromkeys((*case.passed, coach.id))))
            outcome.timers.append(Timer(ALERT_TIMER, snapshot.now))
        outcome.note("case_passed", coach=coach.id)


def let_go(snapshot: Snapshot, outcome: Outcome, coach_id: int, why: str) -> None:
    """The coach is gone, or hands over at the end of the shift. A case they do not hold stays as it is."""
    case = snapshot.case
    if case is None:
        return
    if case.holder_id == coach_id:
        if why == "handover" and snapshot.holder is not None:
            tell_coach(outcome, snapshot.holder, "utter_coach_handed_over", code=case.code)
        release(snapshot, outcome, why)
    elif case.offered_to == coach_id:
        decline(snapshot, outcome, case, "utter_coach_transfer_unanswered")


def offer(snapshot: Snapshot, outcome: Outcome, coach: Coach, to_id: int) -> None:
    """The holder asks another coach by name to take over; until they do, nothing changes for the person."""
    case = snapshot.case
    other = next((one for one in snapshot.coaches if one.id == to_id and one.active and one.id != coach.id), None)
    if case is None or case.holder_id != coach.id:
        tell_coach(outcome, coach, "utter_coach_not_holding")
    elif other is None:
        tell_coach(outcome, coach, "utter_coach_transfer_nobody", code=case.code)
    else:
        outcome.case = replace(case, state=CaseState.TRANSFERRED, offered_to=other.id)
        crisis = case.urgency is Urgency.CRISIS
        seconds = CRISIS_OFFER_SECONDS if crisis else OFFER_SECONDS
        outcome.timers.append(Timer(OFFER_TIMER, snapshot.now + seconds))
        outcome.note("case_offered", coach=coach.id, to=other.id)
        tell_coach(outcome, other, "utter_coach_offered", alert=True, code=case.code, coach=coach.name)
        tell_coach(outcome, coach, "utter_coach_transfer_sent", code=case.code, coach=other.name)


def decline(snapshot: Snapshot, outcome: Outcome, case: Case, name: str) -> None:
    """The other coach will not, or does not answer: the case stays with its holder, who is told ``name``."""
    other = next((one for one in snapshot.coaches if one.id == case.offered_to), None)
    outcome.case = replace(case, state=CaseState.HELD, offered_to=None)
    outcome.cancelled_timers.append(OFFER_TIMER)
    outcome.note("offer_ended", to=case.offered_to)
    if snapshot.holder is not None:
        tell_coach(outcome, snapshot.holder, name, code=case.code, coach=other.name if other else "")


def offer_unanswered(snapshot: Snapshot, outcome: Outcome) -> None:
    """The offer's timer rang."""
    if snapshot.case is not None and snapshot.case.state is CaseState.TRANSFERRED:
        decline(snapshot, outcome, snapshot.case, "utter_coach_transfer_unanswered")
