"""While a coach holds a case: their words to the person, words held back, and a holder who is silent."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.conversation import LATE_SECONDS, Case, CaseState, Coach, Event, HeldBack, Snapshot
from bot.desk.care import about_me, post_danger_words
from bot.desk.case import DeskRules, release
from bot.desk.closing import done, keep_open
from bot.desk.page import from_page
from bot.desk.screening import OWN_DANGER, speaks_of_own_danger, why_held_back
from bot.desk.speech import tell_coach
from bot.desk.timers import HOLDER_TIMER, IDLE_AGAIN_SECONDS, IDLE_SECONDS
from bot.message import Danger
from bot.outcome import Outcome, Speech, Timer

YES = re.compile(r"\s*(y|yes|yep|yeah|si|sí)\W*", re.IGNORECASE)
NO = re.compile(r"\s*(n|no|nope|not yet|todavía no|aún no)\W*", re.IGNORECASE)
SEND = re.compile(r"\W*(send|enviar|envía)\W*", re.IGNORECASE)
ME = re.compile(r"\W*(me|yo)\W*", re.IGNORECASE)


def coach_said(
    snapshot: Snapshot, outcome: Outcome, coach: Coach, event: Event, danger: Danger, rules: DeskRules
) -> None:
    """The holder's words go to the person from the hotline's number, once screened; nobody else's do.

    ``danger`` is what the danger screen saw in them.
    """
    case, body = snapshot.case, str(event.payload.get("body", ""))
    own_danger = speaks_of_own_danger(body, danger)
    if own_danger:
        post_danger_words(outcome, coach)
    if case is None or case.holder_id != coach.id:
        _not_theirs(snapshot, outcome, coach, own_danger)
    elif case.state is CaseState.CLOSING and YES.fullmatch(body):
        done(snapshot, outcome, coach, replace(event, payload={**event.payload, "confirmed": True}))
    elif case.state is CaseState.CLOSING and NO.fullmatch(body):
        keep_open(snapshot, outcome, coach)  # an answer to us: not for the person
    elif case.held_back is not None and not from_page(event) and SEND.fullmatch(body):
        answer_held(snapshot, outcome, coach, "send", rules)
    elif case.held_back is not None and not from_page(event) and ME.fullmatch(body):
        answer_held(snapshot, outcome, coach, "me", rules)
    elif why := why_held_back(body, danger):
        _hold_back(snapshot, outcome, case, coach, body, why)
    else:
        _relay(snapshot, outcome, case, coach, body)


def _not_theirs(snapshot: Snapshot, outcome: Outcome, coach: Coach, own_danger: bool = False) -> None:
    case = snapshot.case
    if own_danger:
        outcome.note("own_danger_asked", coach=coach.id)
        tell_coach(outcome, coach, "utter_coach_own_danger")
    elif case is not None and snapshot.holder is not None:
        tell_coach(outcome, coach, "utter_coach_not_yours", code=case.code, coach=snapshot.holder.name)
    else:
        tell_coach(outcome, coach, "utter_coach_not_holding")


def _hold_back(snapshot: Snapshot, outcome: Outcome, case: Case, coach: Coach, body: str, why: tuple[str, ...]) -> None:
    outcome.case = replace(case, held_back=HeldBack(body, why, snapshot.now))
    outcome.note("held_back", coach=coach.id, why=list(why))
    tell_coach(outcome, coach, f"utter_coach_held_{why[0]}", code=case.code)


def answer_held(snapshot: Snapshot, outcome: Outcome, coach: Coach, answer: str, rules: DeskRules) -> None:
    """``send``: as it is. ``me``: it was about the coach. ``change``: forget it, they write anew."""
    case = snapshot.case
    if case is None or case.holder_id != coach.id:
        _not_theirs(snapshot, outcome, coach)
        return
    if case.held_back is None:
        tell_coach(outcome, coach, "utter_coach_nothing_held")
        return
    if answer == "me" or OWN_DANGER in case.held_back.why:
        post_danger_words(outcome, coach, over=True)
    outcome.note("held_back_answered", coach=coach.id, answer=answer)
    if answer == "me":
        about_me(snapshot, outcome, coach, rules)
    elif answer == "send":
        _relay(snapshot, outcome, replace(case, held_back=None), coach, case.held_back.body)
    else:
        outcome.case = replace(case, held_back=None)


def _relay(snapshot: Snapshot, outcome: Outcome, case: Case, coach: Coach, body: str) -> None:
    state = CaseState.HELD if case.state is CaseState.CLOSING else case.state
    # Also when it could not go out: the holder is there, and nobody else could do better.
    outcome.case = replace(case, state=state, waits_since=None, reminded=False)
    refused = _why_not_sent(snapshot, body)
    if refused is not None:
        tell_coach(outcome, coach, refused, code=case.code)
        outcome.note("coach_text_not_sent", why=refused)
        return
    outcome.speeches.append(Speech(snapshot.conversation_id, "coach", body=body, coach_id=coach.id))


def _why_not_sent(snapshot: Snapshot, body: str) -> str | None:
    """What the coach is told when their words cannot go to the person; ``None`` when they can."""
    person = snapshot.person
    if person.opted_out:
        return "utter_coach_person_silent"
    if not body.strip():
        return "utter_coach_no_picture"
    silent = person.last_text_at is None or snapshot.now - person.last_text_at > LATE_SECONDS
    return "utter_coach_phone_not_safe" if person.unsafe and silent else None


def take_note(snapshot: Snapshot, outcome: Outcome, coach: Coach, event: Event) -> None:
    """NOTE: for the team alone. Who writes one is at work, even if the person waits."""
    outcome.note("coach_note", coach=coach.id, text=event.payload.get("body", ""))
    sign_of_life(snapshot, outcome, coach)


def sign_of_life(snapshot: Snapshot, outcome: Outcome, coach: Coach) -> None:
    """The holder is there, say on the phone with 988: the time they may be silent begins anew."""
    case = outcome.case or snapshot.case
    if case is not None and case.holder_id == coach.id and case.waits_since is not None:
        outcome.case = replace(case, waits_since=snapshot.now, reminded=False)


def watch_holder(snapshot: Snapshot, outcome: Outcome, rules: DeskRules) -> None:
    """After every event: a person who waits for a holder has a timer that ends the wait.

    It runs from when they began to wait, so that a crisis shortens it for what was written before, too.
    """
    case, before = outcome.case, snapshot.case
    if case is None or not case.held or outcome.erase:
        return
    watched = (case.holder_id, case.waits_since, case.urgency)
    if before is not None and watched == (before.holder_id, before.waits_since, before.urgency):
        return
    if case.waits_since is None:
        outcome.timers.append(Timer(HOLDER_TIMER, snapshot.now + IDLE_SECONDS))
    else:
        end = case.waits_since + rules.patience(case.urgency, reminded=False)
        outcome.timers.append(Timer(HOLDER_TIMER, max(end, snapshot.now)))


def holder_timer(snapshot: Snapshot, outcome: Outcome, rules: DeskRules) -> None:
    """The holder is reminded that the person waits, then others are asked; a quiet case is asked about."""
    case, holder = snapshot.case, snapshot.holder
    if case is None or not case.held:
        return
    if holder is None or not holder.active:
        release(snapshot, outcome, "gone")
    elif case.waits_since is None:
        tell_coach(outcome, holder, "utter_coach_idle", code=case.code)
        outcome.timers.append(Timer(HOLDER_TIMER, snapshot.now + IDLE_AGAIN_SECONDS))
    elif not case.reminded:
        minutes = int((snapshot.now - case.waits_since) // 60)
        tell_coach(outcome, holder, "utter_coach_person_waits", code=case.code, minutes=minutes)
        outcome.case = replace(case, reminded=True)
        outcome.timers.append(Timer(HOLDER_TIMER, snapshot.now + rules.patience(case.urgency, reminded=True)))
        outcome.note("holder_reminded", coach=holder.id)
    else:
        tell_coach(outcome, holder, "utter_coach_quiet_lost", code=case.code)
        release(snapshot, outcome, "quiet")
