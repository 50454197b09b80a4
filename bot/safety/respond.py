"""Step 3, what danger leads to: the crisis text of its kind at once, the direct question, a human."""

from __future__ import annotations

from dataclasses import replace

from bot.consent.keywords import Keyword, keyword
from bot.conversation import Event, PendingCheck, Person, Snapshot, Urgency
from bot.desk.case import open_case, person_said
from bot.desk.speech import tell_coach
from bot.message import About, Danger, Risk, RiskKind, Say
from bot.outcome import Outcome, Post, Speech, Timer
from bot.ports import DangerReader
from bot.safety.check import CheckAnswer, read_check_answer
from bot.safety.screen import screen
from bot.safety.witnesses import with_second_opinion
from bot.turn import Turn

CHECK_TIMER = "check"
CHECK_SILENCE_SECONDS = 300.0
NEVER_ASKED = (RiskKind.OVERDOSE, RiskKind.MEDICAL)  # seconds count: the 911 text goes without a question


def is_crisis(danger: Danger) -> bool:
    """Whether danger is answered at once: a crisis, or a possible overdose or medical emergency."""
    return danger.risk is Risk.CRISIS or (danger.risk is Risk.CHECK and danger.kind in NEVER_ASKED)


def question_to(person: Person, event: Event) -> PendingCheck | None:
    """The question about danger that this text may answer: not one that was asked after the text had come in.

    Texts wait while nobody can read them, or are found late at the carrier; a "no thanks" of before clears nothing.
    """
    return person.check if person.check is not None and event.created_at >= person.check.asked_at else None


def look_for_danger(reader: DangerReader, body: str, pending: PendingCheck | None) -> Danger:
    """The danger in a text, as rules and model see it together.

    A clear no to our own question is read by the rules alone: "No, I am not thinking of suicide" is
    about suicide all the same, and a model that knows nothing of the question may shy at it. So is a lone
    keyword: a model once asked whoever texted PRIVACY whether they were safe. That somebody else reads the
    phone is more than a keyword, and both look at it.
    """
    if keyword(body) not in (None, Keyword.NOT_SAFE):
        return screen(body)
    if pending is not None:
        seen = screen(body)
        if read_check_answer(body, pending, seen) is CheckAnswer.CLEAR_NO:
            return seen
    return reader.look(body)


def add_second_opinion(turn: Turn) -> None:
    """Add what the assistant made of the text. It has no say in a clear no, for the same reason."""
    if turn.meaning is None:
        return
    pending = question_to(turn.person, turn.event)
    if pending is None or read_check_answer(turn.body, pending, turn.danger) is not CheckAnswer.CLEAR_NO:
        turn.danger = with_second_opinion(turn.danger, turn.meaning.danger)


def answer_danger(turn: Turn) -> bool:
    """Answer danger, or the answer to our question about it. True when the text is dealt with."""
    pending = turn.person.check
    if turn.danger.risk is not Risk.CHECK and question_to(turn.person, turn.event) is None:
        pending = None  # it goes on waiting for its answer; more danger of before brings a human all the same
    if pending is not None or turn.danger.risk in (Risk.CRISIS, Risk.CHECK):
        # From here on a yes answers a question about danger, or the human who asks next.
        turn.change_person(delete_asked_at=None, coach_offered=False)
    if is_crisis(turn.danger):
        turn.change_person(check=None)
        turn.outcome.cancelled_timers.append(CHECK_TIMER)
        crisis(turn, turn.danger)
        return True
    if pending is not None:
        return _answered(turn, pending)
    if turn.danger.risk is Risk.CHECK:
        _ask(turn)
        return True
    return False


def crisis(turn: Turn, danger: Danger) -> None:
    """The crisis text of this kind (once in a case), an urgent case, the holder told."""
    kind = danger.kind or RiskKind.SUICIDE
    case = turn.snapshot.case
    held = case is not None and case.held
    turn.outcome.note("crisis", kind=kind, about=danger.about, rules=list(danger.reasons))
    turn.outcome.danger = danger
    turn.welcome = False  # nothing stands before, or behind, a crisis text
    told = case is not None and kind in turn.person.crisis_told
    if not told:
        turn.say(crisis_text(danger))
        turn.change_person(crisis_told=(*turn.person.crisis_told, str(kind)))
    elif not held:
        turn.say("utter_crisis_again")
    open_case(turn.snapshot, turn.outcome, "danger", Urgency.CRISIS)
    if held and turn.snapshot.holder is not None and case is not None:
        person_said(turn.snapshot, turn.outcome, turn.body, turn.photo)
        if told:
            tell_coach(turn.outcome, turn.snapshot.holder, "utter_coach_danger_ask", code=case.code, kind=str(kind))
            return
        names = ("utter_coach_danger", "utter_coach_dispatch")
        tell_coach(turn.outcome, turn.snapshot.holder, *names, code=case.code, kind=str(kind))
        turn.outcome.posts.append(Post(turn.snapshot.conversation_id, "danger_seen", {}))


def crisis_text(danger: Danger) -> str:
    """The name of the crisis text for a danger; somebody else's danger gets helper's words."""
    side = "other" if danger.about is About.OTHER else "self"
    return f"utter_crisis_{danger.kind or RiskKind.SUICIDE}_{side}"


def _ask(turn: Turn) -> None:
    kind = turn.danger.kind or RiskKind.SUICIDE
    side = "other" if turn.danger.about is About.OTHER else "self"
    case = turn.snapshot.case
    turn.outcome.note("check", kind=kind, about=turn.danger.about, rules=list(turn.danger.reasons))
    if case is not None and turn.snapshot.holder is not None:
        # A human is there: the human asks. The assistant stays silent and tells the holder.
        person_said(turn.snapshot, turn.outcome, turn.body, turn.photo)
        tell_coach(turn.outcome, turn.snapshot.holder, "utter_coach_danger_ask", code=case.code, kind=str(kind))
        return
    turn.welcome = False
    turn.say(f"utter_check_{kind}_{side}")
    turn.change_person(check=PendingCheck(kind, turn.danger.about, turn.now))
    turn.outcome.timers.append(Timer(CHECK_TIMER, turn.now + CHECK_SILENCE_SECONDS))


def _answered(turn: Turn, pending: PendingCheck) -> bool:
    """Only a clear no lowers the danger; everything else brings a human."""
    answer = read_check_answer(turn.body, pending, turn.danger)
    turn.change_person(check=None)
    turn.outcome.cancelled_timers.append(CHECK_TIMER)
    turn.outcome.note("check_answered", answer=answer)
    case, holder = turn.snapshot.case, turn.snapshot.holder
    if case is not None and holder is not None and answer is not CheckAnswer.YES:
        # A human came meanwhile: they read the answer, and hear how it looks if it was no clear no.
        if answer is CheckAnswer.CLEAR_NO:
            return False
        open_case(turn.snapshot, turn.outcome, "danger", Urgency.CRISIS)
        person_said(turn.snapshot, turn.outcome, turn.body, turn.photo)
        tell_coach(turn.outcome, holder, "utter_coach_danger_ask", code=case.code, kind=str(pending.kind))
        return True
    if answer is CheckAnswer.CLEAR_NO:
        turn.say("utter_check_cleared")
        return not _asks_for_something(turn)
    danger = Danger(Risk.CRISIS, pending.kind, pending.about, ("check_answer",))
    if answer is CheckAnswer.YES:
        crisis(turn, danger)
        return True
    turn.outcome.danger = danger
    open_case(turn.snapshot, turn.outcome, "danger", Urgency.CRISIS)
    turn.say("utter_check_silence")
    turn.also = _asks_for_something(turn)
    return not turn.also


def _asks_for_something(turn: Turn) -> bool:
    meaning = turn.meaning
    if meaning is None:
        return keyword(turn.body) is not None
    return bool(meaning.needs or meaning.act in ("location", "more", "bot_question"))


def check_silence(snapshot: Snapshot, outcome: Outcome) -> None:
    """Five minutes without an answer to the question: a human looks in."""
    pending = outcome.person.check
    if pending is None:
        return
    outcome.person = replace(outcome.person, check=None)
    outcome.note("check_silence", kind=pending.kind)
    open_case(snapshot, outcome, "danger", Urgency.CRISIS)
    if snapshot.holder is not None and snapshot.case is not None:
        kind = str(pending.kind)
        tell_coach(outcome, snapshot.holder, "utter_coach_danger_ask", code=snapshot.case.code, kind=kind)
        return
    if not outcome.person.unsafe and not outcome.person.opted_out:
        says = (Say("utter_check_silence"),)
        outcome.speeches.append(Speech(snapshot.conversation_id, "assistant", says, language=outcome.person.language))
