"""A line in memory for the decisions alone: two people, two coaches, no database, clock or Rasa."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import replace
from itertools import count
from typing import Any

from bot.consent.wishes import Policy
from bot.conversation import BoardCase, Case, Coach, Event, Person, Snapshot
from bot.danger_model.reader import RulesAndModel
from bot.desk.case import DeskRules
from bot.errors import AssistantUnavailable
from bot.journey import Journey
from bot.message import Answer, InboundText, Meaning, Say
from bot.outcome import Outcome, Speech
from bot.ports import DangerReader

DANA, MIGUEL = 1, 2
AMY, BEN = 11, 12
HUMAN = 99
DESK = 98  # the mailbox of the alert that is shared in an outage
MEANINGS = {
    "i need food 19104": Meaning("seek", ("food",), zip="19104", confidence=0.95),
    "coach": Meaning("coach", confidence=1.0),
    "i slipped": Meaning("relapse", confidence=0.9),
    "im at my cousins now": Meaning("location", confidence=0.9),
    "im in 08103 now": Meaning("location", zip="08103", confidence=0.9),
    "maybe no more of this": Meaning("opt_out", confidence=0.5),
}


class FakeAssistant:
    """Understands the few texts of :data:`MEANINGS`; ``down`` makes it unavailable."""

    def __init__(self) -> None:
        self.down = False
        self.played: list[Mapping[str, Any]] = []

    def understand(self, text: str) -> Meaning:
        if self.down:
            raise AssistantUnavailable("timeout")
        return MEANINGS.get(text, Meaning("other", confidence=0.4))

    def play(self, conversation: str, sid: str, meaning: Mapping[str, Any], memory: Mapping[str, Any] | None) -> Answer:
        if self.down:
            raise AssistantUnavailable("timeout")
        self.played.append(meaning)
        if meaning["act"] == "coach":
            return Answer((Say("utter_coach_called"),), (("open_case", {"reason": "asked"}),), None)
        return Answer((Say(f"utter_played_{meaning['act']}"),), (), {"turn": sid})


class SameLanguage:
    def of(self, text: str, before: str) -> str:
        return before


class World:
    """Carries outcomes out as the store does, in order. ``said`` are all texts that really went out."""

    def __init__(self, *coaches: str, model: DangerReader | None = None) -> None:
        self.now = 1_000_000.0
        self.assistant = FakeAssistant()
        rules = DeskRules((120, 180, 300), (60, 60, 60), HUMAN, outage_conversation=DESK)
        self.journey = Journey(self.assistant, SameLanguage(), rules, Policy(), RulesAndModel(model))
        self.people = {conversation: Person() for conversation in (DANA, MIGUEL, AMY, BEN, HUMAN, DESK)}
        self.coaches = {
            conversation: Coach(conversation - 10, conversation, name, ("en",), True, True, False)
            for conversation, name in zip((AMY, BEN), coaches, strict=False)
        }
        self.cases: dict[int, Case] = {}
        self.closed: list[Case] = []
        self.desk_memory: Mapping[str, Any] | None = None
        self.timers: dict[tuple[int, str], float] = {}
        self.payloads: dict[tuple[int, str], Mapping[str, Any]] = {}  # of timers
        self.said: list[tuple[int, Speech]] = []
        self._posts: deque[tuple[int, str, Mapping[str, Any]]] = deque()
        self._numbers = count(1)

    def text(self, sender: int, body: str, opt_out: str | None = None) -> Outcome:
        """A text comes in and all it leads to is done; returns the outcome of the text itself."""
        number = next(self._numbers)
        inbound = InboundText(f"SM{number}", "", "", body, 0, opt_out)
        outcome = self._handle(sender, Event(number, "text", None, self.now, 0, {}, inbound, number))
        self._settle()
        return outcome

    def happen(self, conversation: int, kind: str, **payload: Any) -> Outcome:
        outcome = self._handle(conversation, Event(next(self._numbers), kind, None, self.now, 0, payload))
        self._settle()
        return outcome

    def wait(self, seconds: float) -> None:
        """Time passes; timers ring in their order."""
        end = self.now + seconds
        while due := [(at, key) for key, at in self.timers.items() if at <= end]:
            at, (conversation, name) = min(due)
            self.now = max(self.now, at)
            self._ring(conversation, name)
        self.now = end

    def heard(self, conversation: int) -> list[str]:
        """What a phone got, as names of responses or a human's own words."""
        return [
            part
            for to, speech in self.said
            if to == conversation
            for part in ([say.name for say in speech.says] or [speech.body or ""])
        ]

    def snapshot(self, conversation: int) -> Snapshot:
        case = self.cases.get(conversation)
        by_id = {coach.id: coach for coach in self.coaches.values()}
        return Snapshot(
            conversation_id=conversation,
            person=self.people[conversation],
            memory=self.desk_memory if conversation == DESK else None,
            case=case,
            holder=by_id.get(case.holder_id) if case and case.holder_id else None,
            coach=self.coaches.get(conversation),
            coaches=tuple(self.coaches.values()),
            board=self.board(),
            recent=(),
            now=self.now,
            closed_codes=frozenset(case.code for case in self.closed),
        )

    def board(self) -> tuple[BoardCase, ...]:
        """Danger first, then who waits longest, as the store gives it."""
        found = sorted(self.cases.items(), key=lambda item: (item[1].urgency, item[1].opened_at, item[1].id))
        shown = ("state", "urgency", "holder_id", "opened_at", "on_web", "offered_to", "reason")
        return tuple(
            BoardCase(one.id, one.code, owner, **{name: getattr(one, name) for name in shown}) for owner, one in found
        )

    def waits(self, conversation: int, kind: str) -> bool:
        """Whether an event of that kind is in the mailbox and was not handled."""
        return any(to == conversation and waiting == kind for to, waiting, _ in self._posts)

    def _ring(self, conversation: int, name: str) -> None:
        del self.timers[conversation, name]
        payload = self.payloads.get((conversation, name), {})
        self._handle(conversation, Event(next(self._numbers), "timer", name, self.now, 0, payload))
        self._settle()

    def _settle(self) -> None:
        """Posts first, then timers that are due at once, as a worker would."""
        while True:
            if self._posts:
                conversation, kind, payload = self._posts.popleft()
                self._handle(conversation, Event(next(self._numbers), kind, None, self.now, 0, payload))
            elif due := [key for key, at in self.timers.items() if at <= self.now]:
                self._ring(*due[0])
            else:
                return

    def _handle(self, conversation: int, event: Event) -> Outcome:
        snapshot = self.snapshot(conversation)
        outcome = self.journey.handle(snapshot, event)
        self.check(snapshot, event, outcome)
        self._save(conversation, outcome)
        return outcome

    def check(self, snapshot: Snapshot, event: Event, outcome: Outcome) -> None:
        """For tests that hold every single decision against a law."""

    def _save(self, own: int, outcome: Outcome) -> None:
        self.people[own] = Person(opted_out=outcome.person.opted_out) if outcome.erase else outcome.person
        if outcome.erase:
            self.cases.pop(own, None)
            for key in [key for key in self.timers if key[0] == own]:
                del self.timers[key]
        elif outcome.case is not None:
            self._save_case(own, outcome.case)
        for name in outcome.cancelled_timers:
            self.timers.pop((own, name), None)
        for timer in outcome.timers:
            self.timers[own, timer.name] = timer.at
            self.payloads[own, timer.name] = timer.payload
        if own == DESK and outcome.memory_changed:
            self.desk_memory = outcome.memory
        for post in outcome.posts:
            if post.once and self.waits(post.conversation_id, post.kind):
                continue
            self._posts.append((post.conversation_id, post.kind, post.payload))
        for change in outcome.coach_changes:
            coach = next(one for one in self.coaches.values() if one.id == change.coach_id)
            on_call = coach.on_call if change.on_call is None else change.on_call
            away = coach.away if change.away is None else change.away
            back = coach.back_until if change.back_until is None else change.back_until
            self.coaches[coach.conversation_id] = replace(coach, on_call=on_call, away=away, back_until=back)
        for speech in outcome.speeches:
            if speech.after_stop or not self.people[speech.to].opted_out:
                self.said.append((speech.to, speech))

    def _save_case(self, own: int, case: Case) -> None:
        if not case.id:
            number = next(self._numbers)
            case = replace(case, id=number, code=f"K{number % 1000:03}")
        if case.open:
            self.cases[own] = case
        else:
            self.cases.pop(own, None)
            self.closed.append(case)

    @staticmethod
    def is_held(case: Case | None) -> bool:
        return case is not None and case.held
