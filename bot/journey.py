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
from bot.desk.coach_text import coach_stops, handle_coach_text
from bot.desk.speech import tell_coach
from bot.errors import AssistantUnavailable
from bot.message import Meaning, Say
from bot.outcome import Outcome, Post, Speech, Timer
from bot.ports import Assistant, Languages
from bot.routing import at_the_desk, play, route
from bot.safety.respond import CHECK_TIMER, answer_danger, check_silence
from bot.safety.screen import screen, strongest
from bot.turn import Turn

COACH_WORDS = frozenset({"coach", "person", "persona", "human"})


class Journey:
    """Decides every event of a conversation. Holds no state; called from many threads."""

    def __init__(self, assistant: Assistant, languages: Languages, rules: desk.DeskRules, policy: Policy) -> None:
        self._assistant = assistant
        self._languages = languages
        self._rules = rules
        self._policy = policy

    def handle(self, snapshot: Snapshot, event: Event) -> Outcome:
        """The outcome of one event: a text, a timer, a coach's step, a failed delivery."""
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
        elif event.kind in ("undelivered", "alert_failed"):
            self._failed_delivery(snapshot, event, outcome)
        else:
            self._coach_step(snapshot, event, outcome)
        return outcome

    def _text(self, snapshot: Snapshot, event: Event) -> Outcome:
        body = event.text.body if event.text else ""
        turn = Turn(snapshot, event, body, screen(body), None, Outcome(person=snapshot.person))  # step 3
        self._understand(turn)  # step 4
        # Steps 3, 5 and 6: the first that deals with the text ends its way.
        if not (answer_after_stop(turn, self._policy) or obey_stop(turn) or answer_danger(turn) or obey_keyword(turn)):
            if turn.also:
                play(turn, self._assistant)
            else:
                route(turn, self._assistant)
        return turn.finish()

    def _understand(self, turn: Turn) -> None:
        """What the text means; absent while the assistant cannot tell. Danger seen by either counts."""
        turn.change_person(language=self._languages.of(turn.body, turn.person.language))
        if turn.body.strip() and lone_keyword(turn) is None:
            if turn.body.strip(" .!?").lower() in COACH_WORDS:
                turn.meaning = Meaning("coach", confidence=1.0)
            else:
                try:
                    turn.meaning = self._assistant.understand(turn.body)
                except AssistantUnavailable as error:
                    turn.outcome.note("not_understood", reason=error.reason)
        if turn.meaning is not None:
            turn.danger = strongest((turn.danger, turn.meaning.danger))  # neither can lower the other
        turn.outcome.meaning, turn.outcome.danger = turn.meaning, turn.danger
        turn.outcome.note("understood", **_for_staff(turn))

    def _coach_text(self, snapshot: Snapshot, event: Event, coach: Coach) -> Outcome:
        word = keyword(event.text.body) if event.text else None
        if word is Keyword.STOP:
            return coach_stops(snapshot, coach)
        if snapshot.person.opted_out and word is Keyword.START:
            snapshot = replace(snapshot, person=replace(snapshot.person, opted_out=False))
        return handle_coach_text(snapshot, event, coach)

    def _timer(self, snapshot: Snapshot, event: Event, outcome: Outcome) -> None:
        if event.name == desk.ALERT_TIMER:
            desk.climb(snapshot, outcome, self._rules)
        elif event.name == CHECK_TIMER:
            check_silence(snapshot, outcome)

    def _coach_step(self, snapshot: Snapshot, event: Event, outcome: Outcome) -> None:
        coach = next((c for c in snapshot.coaches if c.id == event.payload.get("coach_id")), None)
        if coach is None:
            outcome.note("unknown_coach", step=event.kind)
        elif event.kind == "take":
            desk.take(snapshot, outcome, coach, snapshot.recent)
        elif event.kind == "pass":
            desk.pass_on(snapshot, outcome, coach)
        elif event.kind == "done":
            desk.done(snapshot, outcome, coach, bool(event.payload.get("confirmed")))
        elif event.kind == "coach_said":
            desk.coach_said(snapshot, outcome, coach, event)
        elif event.kind == "coach_note":
            outcome.note("coach_note", coach=coach.id, text=event.payload.get("body", ""))
        elif event.kind == "supervisor":
            desk.call_everyone(snapshot, outcome, coach, self._rules)
        if outcome.case is not None and not outcome.case.open:
            outcome.person = replace(outcome.person, crisis_told=())

    def _failed_delivery(self, snapshot: Snapshot, event: Event, outcome: Outcome) -> None:
        """A text did not arrive: the journal keeps why; the right human learns of it."""
        outcome.note("undelivered", code=event.payload.get("code"), why=event.payload.get("desk"))
        if event.kind == "alert_failed":
            case = snapshot.case
            if case is not None and case.rung < len(self._rules.ladder(case.urgency)):
                desk.climb(snapshot, outcome, self._rules)
            return
        if event.payload.get("opts_out"):
            outcome.person = replace(outcome.person, opted_out=True)
        if snapshot.coach is not None:
            for held in snapshot.board:
                if held.holder_id == snapshot.coach.id:
                    outcome.posts.append(Post(held.conversation_id, "pass", {"coach_id": snapshot.coach.id}))
        elif snapshot.holder is not None and snapshot.case is not None:
            tell_coach(outcome, snapshot.holder, "utter_coach_not_sent", code=snapshot.case.code)

    def give_up(self, snapshot: Snapshot, event: Event) -> Outcome:
        """An event that failed again and again ends at a human, never in silence."""
        outcome = Outcome(person=snapshot.person)
        outcome.note("gave_up", kind=event.kind, attempts=event.attempts)
        if event.kind == "timer" and event.name == desk.ALERT_TIMER:
            outcome.timers.append(Timer(desk.ALERT_TIMER, snapshot.now + 60))
        if event.kind == "text" and snapshot.coach is None:
            if not snapshot.person.opted_out:
                says = (Say("utter_assistant_down"),)
                own = snapshot.conversation_id
                outcome.speeches.append(Speech(own, "assistant", says, language=snapshot.person.language))
            desk.open_case(snapshot, outcome, "fault", Urgency.NORMAL)
        elif event.kind == "text" and snapshot.coach is not None:
            tell_coach(outcome, snapshot.coach, "utter_coach_not_sent", code="")
        return outcome


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
