"""Care for coaches, and the second human: supervisors, a coach in danger themselves, the talk after a crisis."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation import Ask, Coach, CoachQuestion, Event, Snapshot
from bot.desk.alerts import alert_organisation
from bot.desk.case import DeskRules, held_by_text, release
from bot.desk.duty import supervisors
from bot.desk.speech import tell_coach
from bot.desk.timers import CARE_SECONDS, CARE_TIMER, DEBRIEF_SECONDS, DEBRIEF_TIMER
from bot.message import Say
from bot.outcome import CoachChange, Outcome, Post, Speech, Timer

DANGER_WORDS = "own_danger"  # the event that tells a coach's own mailbox of such words, or that they are explained


def backup(snapshot: Snapshot, but: int) -> tuple[Coach, ...]:
    """Whom the coach ``but`` can count on."""
    return tuple(other for other in supervisors(snapshot.coaches, snapshot.now) if other.id != but)


def call_supervisor(snapshot: Snapshot, outcome: Outcome, coach: Coach, rules: DeskRules) -> None:
    """SUPERVISOR: the holder wants a second human. They and the organisation's phone learn the code."""
    case = snapshot.case
    if case is None or case.holder_id != coach.id:
        tell_coach(outcome, coach, "utter_coach_not_holding")
        return
    for other in backup(snapshot, coach.id):
        name = "utter_coach_second_wanted_lead" if other.supervisor else "utter_coach_second_wanted"
        tell_coach(outcome, other, name, code=case.code)
    minutes = int((snapshot.now - case.opened_at) // 60)
    alert_organisation(outcome, rules, case.code, minutes, voice=False)
    tell_coach(outcome, coach, "utter_coach_supervisor", code=case.code)
    outcome.note("supervisor_called", coach=coach.id)


def danger_in_held_case(snapshot: Snapshot, outcome: Outcome) -> None:
    """The person is in danger and a coach is with them: supervisors stand by, without being asked."""
    case, holder = snapshot.case, snapshot.holder
    if case is None or holder is None:
        return
    called = backup(snapshot, holder.id)
    for other in called:
        tell_coach(outcome, other, "utter_coach_backup_danger", code=case.code, coach=holder.name)
    outcome.note("supervisors_told", coaches=[other.id for other in called])


def coach_in_danger(snapshot: Snapshot, outcome: Outcome, coach: Coach, rules: DeskRules, sure: bool) -> None:
    """A coach may be in danger: a supervisor reaches them, by phone if need be. ``sure``: they said so (ME)."""
    says = (Say("utter_coach_needs_care", {"coach": coach.name}),)
    for other in backup(snapshot, coach.id):
        tell_coach(outcome, other, "utter_coach_needs_care", coach=coach.name)
    if rules.human_conversation is not None:
        outcome.speeches.append(Speech(rules.human_conversation, "system", says))
    tell_coach(outcome, coach, "utter_coach_me" if sure else "utter_coach_cared_for")
    if sure:
        outcome.coach_changes.append(CoachChange(coach.id, away=True))
    outcome.note("coach_in_danger", coach=coach.id, sure=sure)


def about_me(snapshot: Snapshot, outcome: Outcome, coach: Coach, rules: DeskRules) -> None:
    """ME: the holder's words were about themselves. They get help, and the person another coach."""
    coach_in_danger(snapshot, outcome, coach, rules, sure=True)
    release(snapshot, outcome, "own_danger")


def ask_own_danger(snapshot: Snapshot, outcome: Outcome, coach: Coach) -> None:
    """Words of danger from a coach who holds no case: nobody got them, so somebody must ask."""
    _watch(snapshot, outcome)
    outcome.note("own_danger_asked", coach=coach.id)
    tell_coach(outcome, coach, "utter_coach_own_danger")


def post_danger_words(outcome: Outcome, coach: Coach, over: bool = False) -> None:
    """Have the coach's own mailbox watch over them, or no longer: the case may leave them before they have answered."""
    outcome.posts.append(Post(coach.conversation_id, DANGER_WORDS, {"over": over}))


def danger_words(snapshot: Snapshot, outcome: Outcome, event: Event) -> None:
    """In the coach's own mailbox: a case saw words of danger from them, or heard what they were about."""
    if event.payload.get("over"):
        watch_over(outcome)
    else:
        _watch(snapshot, outcome)


def _watch(snapshot: Snapshot, outcome: Outcome) -> None:
    """Unless the coach says otherwise, a human reaches them soon after the first such words."""
    since = snapshot.person.as_coach.danger_at
    since = snapshot.now if since is None else since
    outcome.person = replace(outcome.person, as_coach=replace(outcome.person.as_coach, danger_at=since))
    outcome.timers.append(Timer(CARE_TIMER, max(since + CARE_SECONDS, snapshot.now)))


def watch_over(outcome: Outcome) -> None:
    """The coach has said what their words were about, or a human is on the way to them."""
    outcome.person = replace(outcome.person, as_coach=replace(outcome.person.as_coach, danger_at=None))
    outcome.cancelled_timers.append(CARE_TIMER)


def care_unanswered(snapshot: Snapshot, outcome: Outcome, rules: DeskRules) -> None:
    """Words of danger, and no word since whether they were the coach's own: a human asks, whoever has the case now."""
    if snapshot.coach is not None and snapshot.person.as_coach.danger_at is not None:
        watch_over(outcome)
        coach_in_danger(snapshot, outcome, snapshot.coach, rules, sure=False)


def ask_debrief(snapshot: Snapshot, outcome: Outcome, coach: Coach, before: str = "") -> None:
    """After a crisis: are you OK? ``before`` is a response that goes first in the same text."""
    remember(outcome, CoachQuestion(Ask.DEBRIEF, snapshot.now))
    outcome.cancelled_timers.append(DEBRIEF_TIMER)
    outcome.timers[:] = [timer for timer in outcome.timers if timer.name != DEBRIEF_TIMER]
    tell_coach(outcome, coach, *((before,) if before else ()), "utter_coach_debrief_ask")


def debrief_due(snapshot: Snapshot, outcome: Outcome) -> None:
    """The coach closed a crisis and gave no number: they are asked how they are all the same."""
    coach = snapshot.coach
    if coach is None or not coach.active:
        return
    if held_by_text(snapshot.board, coach) is not None:  # not in the middle of somebody else's talk
        outcome.timers.append(Timer(DEBRIEF_TIMER, snapshot.now + DEBRIEF_SECONDS))
        return
    ask_debrief(snapshot, outcome, coach)


def debrief_answered(snapshot: Snapshot, outcome: Outcome, coach: Coach, wants_talk: bool) -> None:
    """1: they are fine. 2: a supervisor calls them today."""
    outcome.note("debrief_answered", coach=coach.id, wants_talk=wants_talk)
    if not wants_talk:
        tell_coach(outcome, coach, "utter_coach_debrief_ok")
        return
    for other in backup(snapshot, coach.id):
        tell_coach(outcome, other, "utter_coach_debrief_wanted", coach=coach.name)
    tell_coach(outcome, coach, "utter_coach_debrief_talk")


def remember(outcome: Outcome, question: CoachQuestion | None) -> None:
    """The question that the coach's phone answers next; ``None`` for none. In the coach's own conversation only."""
    memory = replace(outcome.person.as_coach, question=question)
    outcome.person = replace(outcome.person, as_coach=memory)
