"""A text from a coach's own phone: a command, or words for the person whose case they hold."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.conversation import BoardCase, CaseState, Coach, Event, Snapshot
from bot.desk.commands import Command, NearMiss, read_command
from bot.desk.speech import tell_coach
from bot.outcome import CoachChange, Outcome, Post

YES = re.compile(r"\s*(y|yes|yep|yeah|si|sí)\W*", re.IGNORECASE)
WAITING = (CaseState.REQUESTED, CaseState.ALERTING)


def handle_coach_text(snapshot: Snapshot, event: Event, coach: Coach) -> Outcome:
    """Decide in the coach's own conversation; the case itself changes in the person's mailbox."""
    outcome = Outcome(person=snapshot.person)
    body = event.text.body if event.text else ""
    held = next((case for case in snapshot.board if case.holder_id == coach.id), None)
    if held is not None and held.state is CaseState.CLOSING and YES.fullmatch(body):
        _post(outcome, held, "done", coach, confirmed=True)
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


def coach_stops(snapshot: Snapshot, coach: Coach) -> Outcome:
    """A coach's phone says STOP: no more texts, off duty at once; a held case goes back to the ladder."""
    outcome = Outcome(person=replace(snapshot.person, opted_out=True))
    outcome.coach_changes.append(CoachChange(coach.id, on_call=False))
    for case in snapshot.board:
        if case.holder_id == coach.id:
            _post(outcome, case, "pass", coach)
    outcome.note("coach_stopped", coach=coach.id)
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
        outcome.coach_changes.append(CoachChange(coach.id, on_call=None if away else True, away=away))
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
