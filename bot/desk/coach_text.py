"""A text from a coach's own phone: an answer to our question, a command, or words for the person they hold."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.conversation import Ask, BoardCase, CaseState, Coach, CoachQuestion, Event, Snapshot
from bot.desk.care import ask_debrief, ask_own_danger, coach_in_danger, debrief_answered, remember, watch_over
from bot.desk.case import DeskRules, held_by_text
from bot.desk.closing import question_of
from bot.desk.coach_command import obey, post
from bot.desk.commands import Command, NearMiss, looks_like_command, read_command
from bot.desk.holding import ME
from bot.desk.screening import speaks_of_own_danger
from bot.desk.speech import tell_coach
from bot.desk.timers import DEBRIEF_SECONDS, DEBRIEF_TIMER
from bot.message import Danger, Say
from bot.outcome import CoachChange, Outcome, Speech, Timer

NUMBER = re.compile(r"\W*([1-9])\W*")
NOT_ME = re.compile(r"\W*(no|nope)\W*", re.IGNORECASE)
JUST_TAKEN_SECONDS = 120.0  # so long a TAKE may be on its way; words behind it are for that person
QUESTION_LASTS_SECONDS = 4 * 3600.0


def handle_coach_text(snapshot: Snapshot, event: Event, coach: Coach, rules: DeskRules, danger: Danger) -> Outcome:
    """Decide in the coach's own conversation; the case itself changes in the person's mailbox.

    ``danger`` is what the danger screen saw in the text.
    """
    outcome = Outcome(person=snapshot.person)
    body = event.text.body if event.text else ""
    held = held_by_text(snapshot.board, coach) or _just_taken(snapshot)
    if _says_me(snapshot, outcome, coach, body, rules) or _says_not_me(snapshot, outcome, coach, body, held):
        return outcome
    if _answers(snapshot, outcome, coach, body):
        return outcome
    command = read_command(body)
    if isinstance(command, NearMiss):
        tell_coach(outcome, coach, "utter_coach_did_you_mean", word=command.meant)
    elif isinstance(command, Command):
        obey(snapshot, outcome, coach, command, held)
    elif held is not None:
        post(outcome, held.conversation_id, "coach_said", coach, body=body)
    else:
        _words_for_nobody(snapshot, outcome, coach, body, danger)
    return outcome


def _just_taken(snapshot: Snapshot) -> BoardCase | None:
    """The case of a TAKE that is still on its way: what follows at once is meant for that person."""
    memory = snapshot.person.as_coach
    if memory.taking is None or snapshot.now - memory.taking_at > JUST_TAKEN_SECONDS:
        return None
    found = next((case for case in snapshot.board if case.conversation_id == memory.taking), None)
    return found if found is not None and found.holder_id is None else None


def _words_for_nobody(snapshot: Snapshot, outcome: Outcome, coach: Coach, body: str, danger: Danger) -> None:
    on_web = next((case for case in snapshot.board if case.holder_id == coach.id), None)
    if speaks_of_own_danger(body, danger):
        ask_own_danger(snapshot, outcome, coach)
    elif on_web is not None:
        tell_coach(outcome, coach, "utter_coach_on_web", code=on_web.code)
    elif looks_like_command(body):
        tell_coach(outcome, coach, "utter_coach_code_form")
    else:
        tell_coach(outcome, coach, "utter_coach_not_holding")


def coach_not_obeyed(
    snapshot: Snapshot, event: Event, coach: Coach, rules: DeskRules, own_danger: bool, told: str
) -> Outcome:
    """A text that moves nothing and goes to nobody, but may be about the coach: it came late, or after their STOP.

    Whom they hold, and what waits, may not be what it was when they wrote it. ``own_danger``: it may speak of a
    danger of their own. ``told``: the response that says that nothing came of it.
    """
    outcome = Outcome(person=snapshot.person)
    body = event.text.body if event.text else ""
    if _says_me(snapshot, outcome, coach, body, rules):
        return outcome
    if own_danger and snapshot.person.opted_out:  # they would not read our question
        watch_over(outcome)
        coach_in_danger(snapshot, outcome, coach, rules, sure=False)
    elif own_danger:
        ask_own_danger(snapshot, outcome, coach)
    elif snapshot.person.opted_out:
        outcome.note("after_stop")
    else:
        outcome.note("coach_text_not_sent", why=told)
        tell_coach(outcome, coach, told, code="")
    return outcome


def _says_me(snapshot: Snapshot, outcome: Outcome, coach: Coach, body: str, rules: DeskRules) -> bool:
    """ME, after words of danger: they get help, and whoever they hold another coach."""
    if snapshot.person.as_coach.danger_at is None or ME.fullmatch(body) is None:
        return False
    watch_over(outcome)
    coach_in_danger(snapshot, outcome, coach, rules, sure=True)
    for case in snapshot.board:
        # Those that wait too: a TAKE of a moment before may still be on its way.
        if case.holder_id in (None, coach.id):
            post(outcome, case.conversation_id, "release", coach, why="own_danger")
    return True


def _says_not_me(snapshot: Snapshot, outcome: Outcome, coach: Coach, body: str, held: BoardCase | None) -> bool:
    """A plain no: their words of danger were not about them. A no to "really done?" says nothing of that."""
    if snapshot.person.as_coach.danger_at is None or NOT_ME.fullmatch(body) is None:
        return False
    if held is not None and held.state is CaseState.CLOSING:
        return False
    watch_over(outcome)
    outcome.note("own_danger_denied", coach=coach.id)
    tell_coach(outcome, coach, "utter_coach_not_me")
    return True


def _answers(snapshot: Snapshot, outcome: Outcome, coach: Coach, body: str) -> bool:
    """Whether the text answers a question of ours: then it goes to nobody else."""
    question = snapshot.person.as_coach.question
    if question is None or snapshot.now - question.at > QUESTION_LASTS_SECONDS:
        return False
    found = NUMBER.fullmatch(body)
    if found is None:
        if question.ask is Ask.HAND_OVER:  # they go on: from now on a number may be meant for the person
            remember(outcome, None)
        return False
    number = int(found[1])
    if question.ask is Ask.OUTCOME:
        _outcome_answered(snapshot, outcome, coach, question, number)
    elif number not in (1, 2):
        return False
    elif question.ask is Ask.DEBRIEF:
        remember(outcome, None)
        debrief_answered(snapshot, outcome, coach, wants_talk=number == 2)
    else:
        _hand_over_answered(snapshot, outcome, coach, question, number)
    return True


def _outcome_answered(snapshot: Snapshot, outcome: Outcome, coach: Coach, question: CoachQuestion, number: int) -> None:
    if number > 5:
        tell_coach(outcome, coach, "utter_coach_outcome_again")
        return
    remember(outcome, None)
    post(outcome, question.conversation_id, "outcome", coach, case_id=question.case_id, number=number)
    if question.crisis:
        ask_debrief(snapshot, outcome, coach, before="utter_coach_outcome_saved")
    else:
        tell_coach(outcome, coach, "utter_coach_outcome_saved")


def _hand_over_answered(
    snapshot: Snapshot, outcome: Outcome, coach: Coach, question: CoachQuestion, number: int
) -> None:
    remember(outcome, None)
    if number == 1:
        post(outcome, question.conversation_id, "release", coach, why="handover")
    else:
        tell_coach(outcome, coach, "utter_coach_away_keeps", code=question.code)


def ask_about_outcome(snapshot: Snapshot, outcome: Outcome, event: Event) -> None:
    """A case of this coach was closed: the next lone number is its outcome, not words for anybody."""
    question = question_of(event, snapshot.now)
    remember(outcome, question)
    if question.crisis:
        outcome.timers.append(Timer(DEBRIEF_TIMER, snapshot.now + DEBRIEF_SECONDS))


def coach_stops(snapshot: Snapshot, coach: Coach, by_carrier: bool = False) -> Outcome:
    """A coach's phone says STOP: no more texts, off duty at once; a held case goes back to the ladder.

    ``by_carrier``: the carrier has confirmed it already.
    """
    outcome = Outcome(person=replace(snapshot.person, opted_out=True))
    off_duty(snapshot, outcome, coach)
    if not by_carrier and not snapshot.person.opted_out:
        language = coach.languages[0] if coach.languages else "en"
        says = (Say("utter_coach_optout"),)
        outcome.speeches.append(Speech(snapshot.conversation_id, "system", says, language=language, after_stop=True))
    outcome.note("coach_stopped", coach=coach.id)
    return outcome


def off_duty(snapshot: Snapshot, outcome: Outcome, coach: Coach) -> None:
    """This phone gets no more texts: no alerts for it, and what the coach holds goes to others."""
    outcome.coach_changes.append(CoachChange(coach.id, on_call=False))
    for case in snapshot.board:
        # Those that wait too: a TAKE of a moment before may still be on its way.
        if case.holder_id in (None, coach.id) or case.offered_to == coach.id:
            post(outcome, case.conversation_id, "release", coach, why="stopped")


def coach_starts(snapshot: Snapshot, coach: Coach) -> Outcome:
    """START after STOP: texts again; BACK brings the alerts."""
    outcome = Outcome(person=replace(snapshot.person, opted_out=False))
    tell_coach(outcome, coach, "utter_coach_away")
    outcome.note("coach_started", coach=coach.id)
    return outcome
