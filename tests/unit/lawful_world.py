"""A small world in which every single decision is held against the laws of the desk."""

from __future__ import annotations

from bot.conversation import Case, CaseState, Event, Snapshot, Urgency
from bot.desk.case import SHARED
from bot.desk.outage import OUTAGE
from bot.desk.timers import ALERT_TIMER, CARE_TIMER, CLOSING_TIMER, HOLDER_TIMER, OFFER_TIMER
from bot.outcome import Outcome
from bot.safety.respond import CHECK_TIMER
from tests.unit.small_world import DANA, DESK, HUMAN, MIGUEL, World

# What the automated side may say while a human holds the conversation: danger, and the answer to a lone keyword.
ALLOWED_WHILE_HELD = (
    "utter_crisis_", "utter_welcome", "utter_help", "utter_privacy", "utter_delete", "utter_unsafe", "utter_opted",
    "utter_who_is_this", "utter_greet",
)  # fmt: skip
STOPPED = ("utter_opted_out", "utter_crisis_", "utter_delete")


class LawfulWorld(World):
    """Every decision is held against the laws."""

    def check(self, snapshot: Snapshot, event: Event, outcome: Outcome) -> None:
        own = snapshot.conversation_id
        if snapshot.coach is not None or own in (HUMAN, DESK):
            return
        to_person = [speech for speech in outcome.speeches if speech.to == own]
        automatic = [say.name for speech in to_person for say in speech.says if speech.author == "assistant"]
        person = snapshot.person
        if person.opted_out and outcome.person.opted_out:
            names = [say.name for speech in to_person if speech.after_stop for say in speech.says]
            assert names in ([], ["utter_crisis_after_stop"])
        if person.unsafe and event.kind == "timer":
            assert not to_person
        if event.kind == "text":
            assert len([speech for speech in to_person if speech.author == "assistant"]) <= 1
            if self.is_held(snapshot.case) and self.is_held(outcome.case or snapshot.case):
                assert all(name.startswith(ALLOWED_WHILE_HELD) for name in automatic), automatic
                assert "utter_help_human" not in automatic, "offers the human who is there"
                relayed = any(speech.author == "recoveree" for speech in outcome.speeches)
                on_page = snapshot.case is not None and snapshot.case.on_web
                assert relayed or on_page or automatic or outcome.erase, "the person's words reached nobody"
            elif snapshot.case is None and not person.opted_out:
                late = any(note.kind == "late_reply_held" for note in outcome.notes)
                assert to_person or late or event.text is None or event.text.opt_out_type, "silence"
        elif self.is_held(snapshot.case):
            assert not automatic, "the assistant spoke unasked while a coach was there"

    def laws(self) -> None:
        by_text = [case.holder_id for case in self.cases.values() if case.holder_id is not None and not case.on_web]
        assert len(by_text) == len(set(by_text)), "a coach holds two people by text"
        for conversation, case in self.cases.items():
            assert self.is_held(case) == (case.holder_id is not None)
            assert case.told <= 3, "the person hears the same again and again"
            if not self.is_held(case):
                shared = case.reason in SHARED and (self.rings(DESK, OUTAGE) or self.waits(DESK, OUTAGE))
                assert shared or self.rings(conversation, ALERT_TIMER), "a case waits and nobody will be asked"
                continue
            assert self.rings(conversation, HOLDER_TIMER), "a holder who falls silent is never noticed"
            asked = {CaseState.CLOSING: CLOSING_TIMER, CaseState.TRANSFERRED: OFFER_TIMER}.get(case.state)
            assert asked is None or self.rings(conversation, asked), "a question to a coach waits for ever"
            self.holder_lives(conversation, case)
        for conversation in (DANA, MIGUEL):
            if self.people[conversation].check is not None:
                assert self.rings(conversation, CHECK_TIMER), "a question about danger waits for ever"
        for conversation in self.coaches:
            if self.people[conversation].as_coach.danger_at is not None:
                assert self.rings(conversation, CARE_TIMER), "a coach spoke of their own danger and is forgotten"
        for case in self.closed:
            assert case.urgency is not Urgency.CRISIS or case.state is CaseState.CLOSED, "danger was dropped"

    def rings(self, conversation: int, name: str) -> bool:
        """Whether this timer is set, or has rung and waits to be handled."""
        return (conversation, name) in self.timers

    def holder_lives(self, conversation: int, case: Case) -> None:
        holder = next(coach for coach in self.coaches.values() if coach.id == case.holder_id)
        assert not self.people[holder.conversation_id].opted_out, "held by a coach who gets no texts"
