"""Carries a coach's command out: at once where it is about their duty, else as an event for the case."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation import WAITING_STATES, Ask, BoardCase, Coach, CoachQuestion, Snapshot
from bot.desk.care import backup, remember
from bot.desk.commands import FOR_CASE, Command
from bot.desk.duty import BACK_SECONDS
from bot.desk.speech import tell_coach
from bot.desk.taking import first_waiting
from bot.outcome import CoachChange, Outcome, Post

MOST_LISTED = 8
EVENTS = {"STEPIN": "step_in"}  # the others are called as the word


def obey(snapshot: Snapshot, outcome: Outcome, coach: Coach, command: Command, held: BoardCase | None) -> None:
    """``held`` is the case that the coach's texts go to, if there is one."""
    if command.word == "TRANSFER":
        _transfer(snapshot, outcome, coach, command, held)
    elif command.word in FOR_CASE:
        _case_command(snapshot, outcome, coach, command, held)
    elif command.word == "NOTE":
        if held is None or not command.note:
            tell_coach(outcome, coach, "utter_coach_note_where")
        else:
            post(outcome, held.conversation_id, "coach_note", coach, body=command.note)
            tell_coach(outcome, coach, "utter_coach_note_saved", code=held.code)
    elif command.word == "LIST":
        cases = _waiting(snapshot)
        tell_coach(outcome, coach, "utter_coach_list" if cases else "utter_coach_list_empty", cases=cases)
    elif command.word == "AWAY":
        _away(snapshot, outcome, coach, held)
    elif command.word == "BACK":
        outcome.coach_changes.append(
            CoachChange(coach.id, on_call=True, away=False, back_until=snapshot.now + BACK_SECONDS)
        )
        cases = _waiting(snapshot)
        tell_coach(outcome, coach, "utter_coach_back_waiting" if cases else "utter_coach_back", cases=cases)
    else:
        tell_coach(outcome, coach, "utter_coach_commands")


def post(outcome: Outcome, conversation_id: int, kind: str, coach: Coach, **payload: object) -> None:
    """A step of ``coach`` for the mailbox of the person's conversation."""
    outcome.posts.append(Post(conversation_id, kind, {"coach_id": coach.id, **payload}))


def _case_command(snapshot: Snapshot, outcome: Outcome, coach: Coach, command: Command, held: BoardCase | None) -> None:
    case = _meant(snapshot, command, coach, held)
    if command.word == "TAKE" and held is not None and held.holder_id == coach.id and case is not held:
        tell_coach(outcome, coach, "utter_coach_holds_already", code=held.code)
    elif case is None:
        _no_such_case(snapshot, outcome, coach, command)
    else:
        named = {"code": case.code} if command.code or command.word != "TAKE" else {"any": True}
        post(outcome, case.conversation_id, EVENTS.get(command.word, command.word.lower()), coach, **named)
        if command.word in ("TAKE", "STEPIN"):
            memory = replace(snapshot.person.as_coach, taking=case.conversation_id, taking_at=snapshot.now)
            # A number from now on may be meant for the person: old questions are over.
            outcome.person = replace(outcome.person, as_coach=replace(memory, question=None))


def _no_such_case(snapshot: Snapshot, outcome: Outcome, coach: Coach, command: Command) -> None:
    if command.code in snapshot.closed_codes:
        tell_coach(outcome, coach, "utter_coach_gone", code=command.code)
    elif command.code:
        tell_coach(outcome, coach, "utter_coach_unknown_code", code=command.code)
    elif command.word in ("DONE", "SUPERVISOR"):
        tell_coach(outcome, coach, "utter_coach_not_holding")
    else:
        tell_coach(outcome, coach, "utter_coach_nothing_waits")


def _meant(snapshot: Snapshot, command: Command, coach: Coach, held: BoardCase | None) -> BoardCase | None:
    """The case a command is about: the code's, else the one they hold or are offered, else the first that waits."""
    if command.code:
        return next((case for case in snapshot.board if case.code == command.code), None)
    if held is not None or command.word in ("DONE", "SUPERVISOR"):
        return held
    offered = next((case for case in snapshot.board if case.offered_to == coach.id), None)
    return offered or first_waiting(snapshot.board)


def _transfer(snapshot: Snapshot, outcome: Outcome, coach: Coach, command: Command, held: BoardCase | None) -> None:
    """TRANSFER [code] [name]: the name of a coach, or SUPERVISOR."""
    case = next((one for one in snapshot.board if one.code == command.code), None) if command.code else held
    if case is None or case.holder_id != coach.id:
        tell_coach(outcome, coach, "utter_coach_not_holding")
        return
    others = [one for one in snapshot.coaches if one.on_duty_at(snapshot.now) and one.id != coach.id]
    names = [one.name.partition(" ")[0] for one in others]
    wanted = (command.name or "").upper()
    if wanted == "SUPERVISOR":
        leads = [one for one in backup(snapshot, coach.id) if one.supervisor]
        found = leads[0] if leads else None
    else:
        found = next((one for one in others if wanted and one.name.upper().split()[0] == wanted), None)
    if found is not None:
        post(outcome, case.conversation_id, "transfer", coach, to=found.id)
    elif not wanted and names:
        tell_coach(outcome, coach, "utter_coach_transfer_whom", names=names[:MOST_LISTED])
    elif names:
        tell_coach(outcome, coach, "utter_coach_transfer_unknown", word=wanted.title(), names=names[:MOST_LISTED])
    else:
        tell_coach(outcome, coach, "utter_coach_transfer_nobody", code=case.code)


def _away(snapshot: Snapshot, outcome: Outcome, coach: Coach, held: BoardCase | None) -> None:
    """No alerts from now on; who still holds a case says what becomes of it."""
    outcome.coach_changes.append(CoachChange(coach.id, away=True))
    if held is None or held.holder_id != coach.id:
        tell_coach(outcome, coach, "utter_coach_away")
        return
    remember(outcome, CoachQuestion(Ask.HAND_OVER, snapshot.now, held.conversation_id, held.id, held.code))
    tell_coach(outcome, coach, "utter_coach_away_holding", code=held.code)


def _waiting(snapshot: Snapshot) -> str:
    """The cases that wait, gravest first, as one line; empty for none."""
    waiting = [case for case in snapshot.board if case.state in WAITING_STATES]
    lines = [
        f"{case.code} {case.urgency} {int((snapshot.now - case.opened_at) // 60)} min" for case in waiting[:MOST_LISTED]
    ]
    more = f" +{len(waiting) - MOST_LISTED}" if len(waiting) > MOST_LISTED else ""
    return ", ".join(lines) + more
