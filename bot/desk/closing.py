"""The end of a case: DONE, the question before an urgent one closes, how it ended, and the way back."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation import Ask, Case, CaseState, Coach, CoachQuestion, Event, Snapshot, Urgency
from bot.desk.page import from_page
from bot.desk.speech import tell_coach, tell_person
from bot.desk.timers import ALERT_TIMER, CLOSING_SECONDS, CLOSING_TIMER, WHILE_HELD
from bot.followup.survey import may_offer
from bot.outcome import CaseResult, Outcome, Post, Timer

# What a coach answers with one number; staff see it, and the next coach of this person.
OUTCOMES = {1: "resources", 2: "talked", 3: "follow_up", 4: "crisis_handled", 5: "no_answer"}


def done(snapshot: Snapshot, outcome: Outcome, coach: Coach, event: Event) -> None:
    """The holder says DONE: a crisis is asked about once, then the person goes back to the assistant.

    The payload may say ``confirmed`` (it was asked already) and ``outcome`` (a number of :data:`OUTCOMES`).
    """
    case = outcome.case or snapshot.case
    if case is None or case.holder_id != coach.id:
        tell_coach(outcome, coach, "utter_coach_not_holding")
    elif case.urgency is Urgency.CRISIS and not event.payload.get("confirmed"):
        outcome.case = replace(case, state=CaseState.CLOSING, offered_to=None)
        outcome.timers.append(Timer(CLOSING_TIMER, snapshot.now + CLOSING_SECONDS))
        tell_coach(outcome, coach, "utter_coach_done_ask", code=case.code)
    else:
        _close(snapshot, outcome, case, coach, event)


def _close(snapshot: Snapshot, outcome: Outcome, case: Case, coach: Coach, event: Event) -> None:
    ended = OUTCOMES.get(_number(event.payload.get("outcome")))
    outcome.case = replace(
        case,
        state=CaseState.CLOSED,
        closed_at=snapshot.now,
        outcome=ended or "done",
        offered_to=None,
        held_back=None,
        waits_since=None,
    )
    outcome.cancelled_timers.extend((ALERT_TIMER, *WHILE_HELD))
    outcome.note("case_closed", coach=coach.id, minutes=round((snapshot.now - case.opened_at) / 60), outcome=ended)
    outcome.person = replace(outcome.person, after="handoff")
    if case.urgency is not Urgency.CRISIS and may_offer(outcome.person):
        tell_person(snapshot, outcome, "utter_case_closed", "utter_survey_offer")
        outcome.person = replace(outcome.person, survey_offered_at=snapshot.now, survey_case=case.id)
    else:
        tell_person(snapshot, outcome, "utter_case_closed")
    if ended is None and not from_page(event):
        tell_coach(outcome, coach, "utter_coach_done", "utter_coach_outcome_ask", code=case.code)
        _ask(snapshot, outcome, case, coach)
    else:
        tell_coach(outcome, coach, "utter_coach_done", code=case.code)


def _ask(snapshot: Snapshot, outcome: Outcome, case: Case, coach: Coach) -> None:
    """The coach's own phone remembers the question, so that their number goes to nobody."""
    crisis = case.urgency is Urgency.CRISIS
    payload = {"conversation_id": snapshot.conversation_id, "case_id": case.id, "code": case.code, "crisis": crisis}
    outcome.posts.append(Post(coach.conversation_id, "ask", payload))


def question_of(event: Event, now: float) -> CoachQuestion:
    """The question that an ``ask`` event puts to a coach."""
    told = event.payload
    ids = int(told["conversation_id"]), int(told["case_id"])
    return CoachQuestion(Ask.OUTCOME, now, *ids, str(told["code"]), bool(told["crisis"]))


def keep_open(snapshot: Snapshot, outcome: Outcome, coach: Coach) -> None:
    """The holder says no to "really done?": the case stays theirs; the person hears nothing of it."""
    case = snapshot.case
    if case is None or case.holder_id != coach.id:
        tell_coach(outcome, coach, "utter_coach_not_holding")
        return
    outcome.case = replace(case, state=CaseState.HELD, offered_to=None)
    outcome.cancelled_timers.append(CLOSING_TIMER)
    tell_coach(outcome, coach, "utter_coach_kept", code=case.code)


def closing_unanswered(snapshot: Snapshot, outcome: Outcome) -> None:
    """Nobody said whether the person is safe: an urgent case never closes by silence."""
    case = snapshot.case
    if case is None or case.state is not CaseState.CLOSING:
        return
    outcome.case = replace(case, state=CaseState.HELD)
    outcome.note("closing_unanswered", coach=case.holder_id)
    if snapshot.holder is not None:
        tell_coach(outcome, snapshot.holder, "utter_coach_closing_over", code=case.code)


def save_outcome_number(outcome: Outcome, coach: Coach, event: Event) -> None:
    """The coach's number for a case they closed."""
    ended = OUTCOMES.get(_number(event.payload.get("number")))
    if ended is None:
        return
    outcome.results.append(CaseResult(int(event.payload["case_id"]), outcome=ended, by_coach=coach.id))
    outcome.note("case_outcome", coach=coach.id, outcome=ended)


def _number(value: object) -> int:
    return int(value) if isinstance(value, int | str) and str(value).isdigit() else 0
