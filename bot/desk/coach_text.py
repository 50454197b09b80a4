"""A text from a coach's own phone: a command, or words for the person whose case they hold."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.conversation import BoardCase, CaseState, Coach, Event, Snapshot
from bot.desk.case import held_by_text
from bot.desk.commands import Command, NearMiss, read_command
from bot.desk.duty import BACK_SECONDS
from bot.desk.speech import tell_coach
from bot.message import Say
from bot.outcome import CoachChange, Outcome, Post, Speech

YES = re.compile(r"\s*(y|yes|yep|yeah|si|sí)\W*", re.IGNORECASE)
NO = re.compile(r"\s*(n|no|nope|not yet|todavía no|aún no)\W*", re.IGNORECASE)
WAITING = (CaseState.REQUESTED, CaseState.ALERTING)


def handle_coach_text(snapshot: Snapshot, event: Event, coach: Coach) -> Outcome:
    """Decide in the coach's own conversation; the case itself changes in the person's mailbox."""
    outcome = Outcome(person=snapshot.person)
    body = event.text.body if event.text else ""
    held = held_by_text(snapshot.board, coach)
    if held is not None and held.state is CaseState.CLOSING and YES.fullmatch(body):
        _post(outcome, held, "done", coach, confirmed=True)
        return outcome
    if held is not None and held.state is CaseState.CLOSING and NO.fullmatch(body):
        _post(outcome, held, "keep", coach)  # an answer to us: not for the person
        return outcome
    command = read_command(body)
    if isinstance(command, NearMiss):
        tell_coach(outcome, coach, "utter_coach_did_you_mean", word=command.meant)
    elif command is not None:
        _obey(snapshot, outcome, coach, command, held)
    elif held is None:
        tell_coach(outcome, coach, "utter_coach_not_holding")
    else:
        _post(outcome, held, "coach_said", coach, body=body)
    return outcome


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
        if case.holder_id in (None, coach.id):
            _post(outcome, case, "pass", coach, only_if_held=True)


def coach_starts(snapshot: Snapshot, coach: Coach) -> Outcome:
    """START after STOP: texts again; BACK brings the alerts."""
    outcome = Outcome(person=replace(snapshot.person, opted_out=False))
    tell_coach(outcome, coach, "utter_coach_away")
    outcome.note("coach_started", coach=coach.id)
    return outcome


def _obey(snapshot: Snapshot, outcome: Outcome, coach: Coach, command: Command, held: BoardCase | None) -> None:
    if command.word in ("TAKE", "PASS", "DONE", "SUPERVISOR"):
        _case_command(snapshot, outcome, coach, command, held)
    elif command.word == "NOTE":
        if held is None or not command.note:
            tell_coach(outcome, coach, "utter_coach_note_where")
        else:
            _post(outcome, held, "coach_note", coach, body=command.note)
            tell_coach(outcome, coach, "utter_coach_note_saved", code=held.code)
    elif command.word == "LIST":
        _list(snapshot, outcome, coach)
    elif command.word in ("AWAY", "BACK"):
        away = command.word == "AWAY"
        back_until = None if away else snapshot.now + BACK_SECONDS
        outcome.coach_changes.append(
            CoachChange(coach.id, on_call=None if away else True, away=away, back_until=back_until)
        )
        tell_coach(outcome, coach, "utter_coach_away" if away else "utter_coach_back")
    else:
        tell_coach(outcome, coach, "utter_coach_commands")


def _case_command(snapshot: Snapshot, outcome: Outcome, coach: Coach, command: Command, held: BoardCase | None) -> None:
    if command.word == "TAKE" and held is not None:
        tell_coach(outcome, coach, "utter_coach_holds_already", code=held.code)
        return
    case = _meant(snapshot, command, held)
    if case is None:
        if command.code:
            tell_coach(outcome, coach, "utter_coach_unknown_code", code=command.code)
        elif command.word in ("DONE", "SUPERVISOR"):
            tell_coach(outcome, coach, "utter_coach_not_holding")
        else:
            tell_coach(outcome, coach, "utter_coach_nothing_waits")
        return
    _post(outcome, case, command.word.lower(), coach, code=case.code)


def _meant(snapshot: Snapshot, command: Command, held: BoardCase | None) -> BoardCase | None:
    """The case a command is about: the code's, else the one they hold, else the first that waits."""
    if command.code:
        return next((case for case in snapshot.board if case.code == command.code), None)
    if held is not None or command.word in ("DONE", "SUPERVISOR"):
        return held
    return next((case for case in snapshot.board if case.state in WAITING), None)


def _list(snapshot: Snapshot, outcome: Outcome, coach: Coach) -> None:
    waiting = [case for case in snapshot.board if case.state in WAITING]
    if not waiting:
        tell_coach(outcome, coach, "utter_coach_list_empty")
        return
    lines = [f"{case.code} {case.urgency} {int((snapshot.now - case.opened_at) // 60)} min" for case in waiting[:8]]
    more = f" +{len(waiting) - 8}" if len(waiting) > 8 else ""
    tell_coach(outcome, coach, "utter_coach_list", cases=", ".join(lines) + more)


def _post(outcome: Outcome, case: BoardCase, kind: str, coach: Coach, **payload: object) -> None:
    outcome.posts.append(Post(case.conversation_id, kind, {"coach_id": coach.id, **payload}))
