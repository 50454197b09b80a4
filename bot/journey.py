"""START HERE: the way of one text through the house, on one screen.

A text was stored by the gateway (step 1) and its conversation leased by a worker (step 2,
``mailbox/``). ``Journey.handle`` decides what comes of it; the mailbox saves the outcome with
its replies in one transaction and sends them (step 7). Every decision leaves a note in the
journal (step 8).
"""

from __future__ import annotations

from dataclasses import replace

from bot.consent.keywords import Keyword, keyword
from bot.consent.wishes import Policy, answer_after_stop, lone_keyword, obey_keyword, obey_stop
from bot.conversation import Coach, Event, Snapshot, Urgency
from bot.desk import case as desk
from bot.desk.alerts import honest_at_night
from bot.desk.care import DANGER_WORDS, danger_in_held_case, danger_words
from bot.desk.coach_text import ask_about_outcome, coach_not_obeyed, coach_starts, coach_stops, handle_coach_text
from bot.desk.given_up import as_it_was, give_up_coach_text, give_up_step, try_again
from bot.desk.holding import watch_holder
from bot.desk.outage import OUTAGE, share_alert, wake
from bot.desk.page import answer_on_page, from_page
from bot.desk.screening import speaks_of_own_danger
from bot.desk.speech import tell_coach
from bot.desk.steps import Steps
from bot.desk.unforeseen import desk_timer, failed_delivery
from bot.directory.reading import asks_place, beside
from bot.errors import AssistantUnavailable
from bot.followup.letting_go import let_go
from bot.followup.places import PLACES_TIMER, answer_places, ask_places, offer_question
from bot.followup.survey import SURVEY_TIMER, answer_survey, ask_survey
from bot.message import Danger, Meaning, Risk
from bot.misuse.block import staff_blocks, staff_unblocks
from bot.misuse.flood import FloodRules
from bot.misuse.hold_off import count_text, hold_off
from bot.outcome import Outcome
from bot.ports import Assistant, DangerReader, HintReader, Languages
from bot.routing import FAULT, at_the_desk, play, remembered, route
from bot.safety.respond import (
    CHECK_TIMER,
    add_second_opinion,
    answer_danger,
    check_silence,
    look_for_danger,
    question_to,
)
from bot.safety.screen import screen
from bot.turn import Turn

UNSURE = 0.5
COACH_WORDS = frozenset({"coach", "person", "persona", "human"})


class Journey:
    """Decides every event of a conversation. Holds no state; called from many threads."""

    def __init__(
        self,
        assistant: Assistant,
        languages: Languages,
        rules: desk.DeskRules,
        policy: Policy,
        danger: DangerReader,
        hints: HintReader | None = None,
        flood: FloodRules | None = None,
    ) -> None:
        self._assistant = assistant
        self._danger = danger
        self._hints = hints
        self._languages = languages
        self._rules = rules
        self._policy = policy
        self._flood = flood or FloodRules()
        self._steps = Steps(rules)

    def handle(self, snapshot: Snapshot, event: Event) -> Outcome:
        """The outcome of one event: a text, a timer, a coach's step, a failed delivery."""
        event = as_it_was(event)
        if event.kind == "text":
            if snapshot.coach is not None:
                return self._coach_text(snapshot, event, snapshot.coach)
            return self._text(snapshot, event)
        outcome = Outcome(person=snapshot.person)
        if event.kind == "timer":
            self._timer(snapshot, event, outcome)
        elif event.kind == "mark_phone":
            outcome.person = replace(outcome.person, unsafe=bool(event.payload.get("unsafe")))
            outcome.note("marked_not_safe" if outcome.person.unsafe else "marked_safe", by=event.payload.get("by"))
        elif event.kind == "block":
            staff_blocks(snapshot, outcome, event)
        elif event.kind == "unblock":
            staff_unblocks(snapshot, outcome, event)
        elif event.kind in ("undelivered", "alert_failed"):
            failed_delivery(snapshot, event, outcome, self._rules)
        elif event.kind == "ask":
            ask_about_outcome(snapshot, outcome, event)
        elif event.kind == "danger_seen":
            danger_in_held_case(snapshot, outcome)
        elif event.kind == DANGER_WORDS:
            danger_words(snapshot, outcome, event)
        elif event.kind == OUTAGE:
            wake(snapshot, outcome, self._rules)
        else:
            self._coach_step(snapshot, event, outcome)
        honest_at_night(snapshot, outcome, self._rules)
        watch_holder(snapshot, outcome, self._rules)
        return outcome

    def _text(self, snapshot: Snapshot, event: Event) -> Outcome:
        body = event.text.body if event.text else ""
        outcome = Outcome(person=snapshot.person)
        snapshot = desk.without_lost_holder(snapshot, outcome)
        danger = look_for_danger(self._danger, body, question_to(outcome.person, event))  # step 3
        turn = Turn(snapshot, event, body, danger, None, outcome)
        self._understand(turn)  # step 4
        count_text(turn, self._flood)
        # Steps 3, 5 and 6: the first that deals with the text ends its way. Nothing is held off before danger was seen.
        done = answer_after_stop(turn, self._policy) or obey_stop(turn) or answer_danger(turn)
        done = done or hold_off(turn, self._flood)
        if not (done or self._answer_question(turn) or obey_keyword(turn)):
            if turn.also:
                play(turn, self._assistant)
            else:
                route(turn, self._assistant)
                offer_question(turn)
        let_go(turn)
        turn.finish()
        honest_at_night(snapshot, outcome, self._rules)
        share_alert(snapshot, outcome, self._rules)
        watch_holder(snapshot, outcome, self._rules)
        return outcome

    def _answer_question(self, turn: Turn) -> bool:
        """An answer to what we asked the day after a case, or after a list of places."""
        return answer_survey(turn, self._policy.zone) or answer_places(turn, self._policy.zone)

    def _understand(self, turn: Turn) -> None:
        """What the text means; absent while the assistant cannot tell. Danger seen by either counts."""
        by_word = turn.body.strip(" .!?").lower() in COACH_WORDS
        said = self._languages.of(turn.body, turn.person.language)
        # We ask for COACH, STOP or MORE in both languages: who sends one has not changed to English.
        if said != "en" or not (by_word or lone_keyword(turn) is not None):
            turn.change_person(language=said)
        if turn.body.strip() and lone_keyword(turn) is None:
            if by_word:
                turn.meaning = Meaning("coach", confidence=1.0)
            else:
                try:
                    turn.meaning = self._assistant.understand(turn.body)
                except AssistantUnavailable as error:
                    turn.outcome.note("not_understood", reason=error.reason)
        self._read_hints(turn)
        add_second_opinion(turn)
        turn.outcome.meaning, turn.outcome.danger = turn.meaning, turn.danger
        turn.outcome.note("understood", **_for_staff(turn))
        if turn.meaning is not None and turn.meaning.confidence < UNSURE and not at_the_desk(turn):
            turn.outcome.note("unsure")  # staff look at it: of such texts two in five were misread

    def _read_hints(self, turn: Turn) -> None:
        """Who it is for, what kind of place, and the town; a coach's reader may do without them."""
        if self._hints is None or turn.meaning is None:
            return
        memory = remembered(turn)
        turn.hints = self._hints.read(turn.body, turn.snapshot.lately, turn.person.zip, asks_place(memory))
        turn.meaning = beside(turn.meaning, turn.hints, memory)

    def _coach_text(self, snapshot: Snapshot, event: Event, coach: Coach) -> Outcome:
        body, by_carrier = (event.text.body, event.text.opt_out_type) if event.text else ("", None)
        late, opted_out = bool(event.payload.get("missed")), snapshot.person.opted_out
        stopped = _coachs_stop(snapshot, event, coach)
        if stopped is not None:
            return stopped
        # A START that was found late must not undo a STOP that came after it.
        if opted_out and not late and (keyword(body) is Keyword.START or by_carrier == "START"):
            return coach_starts(snapshot, coach)
        seen = screen(body)  # the rules alone, as for words in a case
        if opted_out or late:
            # They would not read what the person answers, or hold somebody else by now: it takes no case.
            in_danger = speaks_of_own_danger(body, seen)
            return coach_not_obeyed(snapshot, event, coach, self._rules, in_danger, "utter_coach_came_late")
        return handle_coach_text(snapshot, event, coach, self._rules, seen)

    def _timer(self, snapshot: Snapshot, event: Event, outcome: Outcome) -> None:
        if event.name == CHECK_TIMER:
            check_silence(snapshot, outcome)
        elif event.name == SURVEY_TIMER:
            ask_survey(snapshot, outcome)
        elif event.name == PLACES_TIMER:
            ask_places(snapshot, outcome)
        else:
            desk_timer(snapshot, event.name or "", outcome, self._rules)

    def _coach_step(self, snapshot: Snapshot, event: Event, outcome: Outcome) -> None:
        coach = self._steps.decide(snapshot, event, outcome)
        if coach is not None and from_page(event):
            answer_on_page(outcome, coach)
        if outcome.case is not None and not outcome.case.open:
            outcome.person = replace(outcome.person, crisis_told=(), check=None)
            outcome.cancelled_timers.append(CHECK_TIMER)

    def give_up(self, snapshot: Snapshot, event: Event) -> Outcome:
        """An event that failed again and again ends at a human, never in silence."""
        outcome, coach = Outcome(person=snapshot.person), snapshot.coach
        steps = (one for one in snapshot.coaches if one.id == event.payload.get("coach_id"))
        by = coach or next(steps, None)
        if event.kind == "timer" and event.name == CHECK_TIMER:
            _give_up_check(snapshot, outcome)
        elif event.kind == "text" and coach is not None:
            outcome = _coachs_stop(snapshot, event, coach) or give_up_coach_text(snapshot, event, coach, self._rules)
        elif event.kind == "text":
            self._give_up_text(snapshot, event, outcome)
        elif not try_again(snapshot, event, outcome) and by is not None and event.kind not in ("timer", "alert_failed"):
            give_up_step(event, by, outcome)
        outcome.note("gave_up", kind=event.kind, attempts=event.attempts)
        watch_holder(snapshot, outcome, self._rules)
        return outcome

    def _give_up_text(self, snapshot: Snapshot, event: Event, outcome: Outcome) -> None:
        """Danger and STOP once more, without the rest; if even that fails, a human looks at once."""
        body = event.text.body if event.text else ""
        turn = Turn(snapshot, event, body, Danger(Risk.CHECK), None, outcome)
        try:
            turn.snapshot = desk.without_lost_holder(snapshot, outcome)
            turn.danger = outcome.danger = screen(body)
            done = answer_after_stop(turn, self._policy) or obey_stop(turn) or answer_danger(turn)
        # Which step fails is not known here; this is the last one to answer.
        except Exception as error:  # noqa: BLE001
            outcome.note("not_screened", error=type(error).__name__)
            desk.open_case(snapshot, outcome, FAULT, Urgency.CRISIS)
            done = snapshot.person.opted_out
        if not done and not _relayed(turn):
            turn.say("utter_assistant_down")
            desk.open_case(turn.snapshot, outcome, FAULT, Urgency.NORMAL)
        turn.finish()


def _coachs_stop(snapshot: Snapshot, event: Event, coach: Coach) -> Outcome | None:
    """What comes of a coach's STOP, however the carrier or they said it; ``None`` if the text is something else."""
    by_carrier = event.text.opt_out_type if event.text else None
    word = keyword(event.text.body) if event.text else None
    if word is Keyword.STOP or by_carrier == "STOP":
        return coach_stops(snapshot, coach, by_carrier is not None)
    return None


def _give_up_check(snapshot: Snapshot, outcome: Outcome) -> None:
    """Nobody answered a question about danger: a human looks, and a coach who is there hears that it is urgent."""
    pending, case = snapshot.person.check, snapshot.case
    outcome.person = replace(snapshot.person, check=None)
    desk.open_case(snapshot, outcome, "danger", Urgency.CRISIS)
    if pending is not None and case is not None and snapshot.holder is not None:
        tell_coach(outcome, snapshot.holder, "utter_coach_danger_ask", code=case.code, kind=str(pending.kind))


def _relayed(turn: Turn) -> bool:
    """Whether a coach is there who reads the text: then nobody else need answer it."""
    if turn.snapshot.holder is None:
        return False
    try:
        desk.person_said(turn.snapshot, turn.outcome, turn.body, turn.photo)
    # Whatever fails in it: the person hears that we could not, and what else they can do.
    except Exception as error:  # noqa: BLE001
        turn.outcome.note("not_relayed", error=type(error).__name__)
        return False
    return True


def _for_staff(turn: Turn) -> dict[str, object]:
    """What the console shows under a text: meaning, danger and why. No words of the person."""
    meaning = turn.meaning
    return {
        "act": meaning.act if meaning else None,
        "needs": list(meaning.needs) if meaning else [],
        "detail": meaning.detail if meaning else None,
        "zip": meaning.zip if meaning else None,
        "confidence": round(meaning.confidence, 3) if meaning else None,
        "language": turn.person.language,
        "risk": turn.danger.risk,
        "risk_kind": turn.danger.kind,
        "about": turn.danger.about,
        "rules": list(turn.danger.reasons),
        "desk": at_the_desk(turn),
    }
