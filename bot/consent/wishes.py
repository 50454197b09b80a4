"""Step 5: opt-outs in any words, the way back, and what a person wishes about their phone and texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, tzinfo

from bot.consent.keywords import Keyword, keyword
from bot.consent.optout import help_me, wants_no_texts, who_is_this
from bot.conversation import Urgency
from bot.desk.case import abandon, open_case, person_said, texts_stopped
from bot.desk.speech import tell_coach
from bot.message import Risk
from bot.safety.respond import CHECK_TIMER, crisis_text, is_crisis
from bot.turn import Turn

YES = re.compile(r"\s*(y|yes|yes please|yep|yeah|ok|okay|sure|si|sí|s[ií] por favor|claro)\W*", re.IGNORECASE)
NO = re.compile(r"\s*(n|no|nope|nah|no thanks|no gracias)\W*", re.IGNORECASE)
SURE_OPT_OUT = 0.9  # the model's word alone must be this sure; the rules of consent need no model
HELP_AGAIN_SECONDS = 3600.0
DELETE_ANSWER_SECONDS = 3600.0


@dataclass(frozen=True)
class Policy:
    """What the organisation decided: whether danger after a STOP gets the one 988/911 text; where it is."""

    crisis_reply_after_stop: bool = True
    zone: tzinfo = UTC


def lone_keyword(turn: Turn) -> Keyword | None:
    """The carrier's verdict on a keyword if there is one, else our own reading of the text."""
    by_carrier = {"STOP": Keyword.STOP, "START": Keyword.START, "HELP": Keyword.HELP}
    verdict = by_carrier.get((turn.opt_out_type or "").upper())
    if verdict is Keyword.START and not turn.person.opted_out:
        verdict = None  # carriers take YES for START; who never left answers a question with it
    word = verdict or keyword(turn.body)
    # A START that was found late must not undo a STOP that came after it.
    return None if word is Keyword.START and turn.missed else word


def answer_after_stop(turn: Turn, policy: Policy) -> bool:
    """A phone that opted out: its texts are kept for the desk; danger still brings a human."""
    if not turn.person.opted_out or lone_keyword(turn) is Keyword.START:
        return False
    turn.welcome = False
    case, holder = turn.snapshot.case, turn.snapshot.holder
    if case is not None and holder is not None:
        person_said(turn.snapshot, turn.outcome, turn.body, turn.photo)
    if turn.danger.risk in (Risk.CRISIS, Risk.CHECK):
        open_case(turn.snapshot, turn.outcome, "danger", Urgency.CRISIS)
        if case is not None and holder is not None:
            tell_coach(turn.outcome, holder, "utter_coach_danger_stopped", code=case.code, kind=str(turn.danger.kind))
        turn.outcome.note("danger_after_stop", kind=turn.danger.kind, rules=list(turn.danger.reasons))
        if policy.crisis_reply_after_stop and not turn.person.stop_crisis_sent:
            turn.say("utter_crisis_after_stop")
            turn.after_stop = True
            turn.change_person(stop_crisis_sent=True)
    else:
        turn.outcome.note("after_stop")
    return True


def obey_stop(turn: Turn) -> bool:
    """STOP in any words, unless it is danger in disguise; one confirmation at most."""
    if not _wants_stop(turn):
        return False
    asked = turn.person.check is not None  # about danger: STOP is no clear no
    turn.change_person(opted_out=True, check=None, stop_crisis_sent=False)
    turn.outcome.cancelled_timers.append(CHECK_TIMER)
    turn.outcome.note("opted_out", by_carrier=turn.opt_out_type is not None)
    turn.after_stop = True
    turn.welcome = False
    danger = turn.danger.risk in (Risk.CRISIS, Risk.CHECK)
    if danger:
        turn.say(crisis_text(turn.danger) if is_crisis(turn.danger) else "utter_crisis_after_stop")
        turn.say("utter_crisis_stop_noted")  # the one confirmation names the way back
        turn.change_person(stop_crisis_sent=True)
    elif turn.opt_out_type is None:
        turn.say("utter_opted_out")
    if danger or asked:
        open_case(turn.snapshot, turn.outcome, "danger", Urgency.CRISIS)
    if danger and turn.snapshot.holder is not None:
        person_said(turn.snapshot, turn.outcome, turn.body, turn.photo)
    texts_stopped(turn.snapshot, turn.outcome)
    return True


def _wants_stop(turn: Turn) -> bool:
    word = lone_keyword(turn)
    if word is not None:
        return word is Keyword.STOP  # "delete me" asks to be erased, whatever a model thinks of it
    if wants_no_texts(turn.body):
        return True
    meaning = turn.meaning
    sure = meaning is not None and meaning.act == "opt_out" and meaning.confidence >= SURE_OPT_OUT
    return sure and turn.danger.risk in (Risk.NONE, Risk.CONCERN)


def obey_keyword(turn: Turn) -> bool:
    """START, HELP, PRIVACY, DELETE, SHORT, NO CALL, a phone that is not safe; and answers to our offers."""
    if _answer_pending(turn):
        return True
    word = lone_keyword(turn)
    if turn.snapshot.holder is not None and not _for_us(turn, word):
        return False
    if word is Keyword.START:
        _start(turn)
    elif word is Keyword.HELP or help_me(turn.body):
        _help(turn, word)
    elif word is Keyword.PRIVACY:
        turn.say("utter_privacy")
    elif word is Keyword.DELETE:
        _ask_delete(turn)
    elif word is Keyword.SHORT:
        turn.change_person(short=True)
        turn.say("utter_short_on")
    elif word is Keyword.NO_CALL:
        turn.change_person(no_call=True)
        turn.say("utter_no_call_on")
    elif word is Keyword.NOT_SAFE:
        turn.change_person(unsafe=True)
        turn.outcome.note("marked_not_safe")
        turn.say("utter_unsafe_on")
        _tell_holder_of_shared_phone(turn)
    elif turn.person.unsafe and who_is_this(turn.body):
        turn.say("utter_who_is_this")
    else:
        return False
    return True


def _tell_holder_of_shared_phone(turn: Turn) -> None:
    """The coach who is there must know it, and reads the words that said it."""
    case, holder = turn.snapshot.case, turn.snapshot.holder
    if case is not None and holder is not None:
        person_said(turn.snapshot, turn.outcome, turn.body, turn.photo)
        tell_coach(turn.outcome, holder, "utter_coach_phone_shared", code=case.code)


def _for_us(turn: Turn, word: Keyword | None) -> bool:
    """While a human holds the conversation: a lone keyword, but no second HELP and no cry for help."""
    if turn.person.unsafe and who_is_this(turn.body):
        # Somebody else may hold the phone: the coach must see it, and nobody may tell who we are.
        person_said(turn.snapshot, turn.outcome, turn.body, turn.photo)
        return True
    return word is not None and not (word is Keyword.HELP and _asked_for_help_before(turn))


def _asked_for_help_before(turn: Turn) -> bool:
    asked = turn.person.help_asked_at
    return asked is not None and turn.now - asked < HELP_AGAIN_SECONDS


def _start(turn: Turn) -> None:
    was_out = turn.person.opted_out
    turn.change_person(opted_out=False, stop_crisis_sent=False)
    turn.outcome.note("opted_in", by_carrier=turn.opt_out_type is not None)
    if was_out and turn.opt_out_type is None:
        turn.say("utter_opted_in")
    elif not was_out:
        turn.say("utter_greet")


def _help(turn: Turn, word: Keyword | None) -> None:
    again = _asked_for_help_before(turn)
    turn.change_person(help_asked_at=turn.now)
    if word is Keyword.HELP and not again:
        if turn.opt_out_type is None:  # the carrier answered it already
            turn.say("utter_help")
        return
    turn.say("utter_help_human")
    turn.change_person(coach_offered=True)


def _ask_delete(turn: Turn) -> None:
    if turn.snapshot.on_hold:
        _refuse_to_erase(turn)
        return
    case = turn.outcome.case or turn.snapshot.case
    if case is not None and case.urgency is Urgency.CRISIS:
        turn.say("utter_delete_waits")
        return
    turn.change_person(delete_asked_at=turn.now)
    turn.say("utter_delete_ask")


def _answer_pending(turn: Turn) -> bool:
    """The text after "delete everything?" or after the offer of a human."""
    person = turn.person
    asked, offered = person.delete_asked_at, person.coach_offered
    if asked is not None and not turn.came_after(asked):
        return False  # what they wrote before they were asked erases nothing
    if asked is not None or offered:
        turn.change_person(delete_asked_at=None, coach_offered=False)
    if asked is not None and turn.now - asked < DELETE_ANSWER_SECONDS:
        if YES.fullmatch(turn.body):
            _erase(turn)
            return True
        if NO.fullmatch(turn.body):
            turn.say("utter_delete_kept")
            return True
    if turn.snapshot.holder is not None:
        return False  # yes and no are for the human who is there
    if offered and YES.fullmatch(turn.body):
        open_case(turn.snapshot, turn.outcome, "asked", Urgency.NORMAL)
        turn.say("utter_coach_called")
        return True
    if offered and NO.fullmatch(turn.body):
        turn.say("utter_coach_declined")
        return True
    return False


def _refuse_to_erase(turn: Turn) -> None:
    """A court or the law asks for what is kept: the person hears it, staff see that they asked."""
    turn.outcome.note("erase_refused_by_hold")
    turn.say("utter_delete_on_hold")


def _erase(turn: Turn) -> None:
    if turn.snapshot.on_hold:
        _refuse_to_erase(turn)
        return
    case = turn.snapshot.case
    if case is not None and case.urgency is Urgency.CRISIS:
        turn.say("utter_delete_waits")
        return
    if case is not None and case.held:
        abandon(turn.snapshot, turn.outcome, "erased")
    turn.outcome.case = None
    turn.outcome.erase = True
    turn.outcome.meaning = turn.outcome.danger = None
    turn.outcome.notes.clear()
    turn.outcome.note("erased")
    turn.say("utter_delete_done")
    turn.welcome = False
