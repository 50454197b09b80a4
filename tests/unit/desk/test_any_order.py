"""Texts, clicks, timers and failures in any order, handled by workers that crash and look at old news.

Here a mailbox is a queue of its own: what an event leads to elsewhere comes whenever that mailbox is
worked on. A worker may decide with a picture that is old by the time it saves; the store refuses what
would give a coach two people, and the event is decided again. The laws hold after every single save.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.conversation import Case, CaseState, Coach, Event, Snapshot
from bot.desk.timers import HOLDER_TIMER
from bot.message import InboundText
from bot.outcome import Outcome
from tests.unit.lawful_world import LawfulWorld
from tests.unit.small_world import AMY, BEN, DANA, DESK, HUMAN, MIGUEL

SUE = 13  # a supervisor
PEOPLE = (DANA, MIGUEL)
TEAM = (AMY, BEN, SUE)
PERSON_TEXTS = (
    "coach", "i need food 19104", "hello", "yes", "no", "i want to kill myself", "whats the point anymore", "STOP",
    "START", "DELETE", "NOT SAFE", "5",
)  # fmt: skip
COACH_TEXTS = (
    "TAKE", "PASS", "DONE", "yes", "no", "1", "2", "hi, I am here", "Take a breath.", "gonna drink myself dead", "SEND",
    "ME", "SUPERVISOR", "LIST", "AWAY", "BACK", "STOP", "START", "TRANSFER Ben", "TRANSFER SUPERVISOR", "TRANSFER Amy",
    "tkae", "call me at 555 555 0142", "NOTE her sister is near",
)  # fmt: skip
CLICKS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("take", {}), ("pass", {}), ("done", {"confirmed": True, "outcome": 2}), ("done", {}), ("keep", {}),
    ("coach_said", {"body": "hi from the page"}), ("coach_said", {"body": "i want to die"}),
    ("answer_held", {"answer": "send"}), ("answer_held", {"answer": "me"}), ("answer_held", {"answer": "change"}),
    ("transfer", {"to": 2}), ("step_in", {}), ("supervisor", {}), ("release", {"why": "off"}),
)  # fmt: skip


class RacingWorld(LawfulWorld):
    """Nothing is handled until :meth:`work` is called for its mailbox."""

    def __init__(self) -> None:
        super().__init__("Amy", "Ben")
        self.people[SUE] = self.people[AMY]
        self.coaches[SUE] = Coach(SUE - 10, SUE, "Sue", ("en",), True, True, False, supervisor=True)
        self.boxes: dict[int, deque[Event]] = {each: deque() for each in (*PEOPLE, *TEAM, HUMAN, DESK)}
        self.ids = count(1000)
        self.refused = 0

    def put(self, conversation: int, kind: str, name: str | None = None, **payload: Any) -> None:
        self.boxes[conversation].append(Event(next(self.ids), kind, name, self.now, 0, payload))

    def arrive(self, sender: int, body: str) -> None:
        number = next(self.ids)
        inbound = InboundText(f"SM{number}", "", "", body)
        self.boxes[sender].append(Event(number, "text", None, self.now, 0, {}, inbound, number))

    def work(
        self,
        conversation: int,
        meanwhile: Callable[[], None] | None = None,
        crash: bool = False,
        give_up: bool = False,
    ) -> None:
        """Handle one event; ``meanwhile`` happens between the decision and its save; a crash saves nothing.

        ``give_up``: it had failed too often before.
        """
        box = self.boxes[conversation]
        if not box:
            return
        event, snapshot = box[0], self.snapshot(conversation)
        outcome = (self.journey.give_up if give_up else self.journey.handle)(snapshot, event)
        if crash:
            return
        if meanwhile is not None:
            meanwhile()
        if self._too_late(snapshot, outcome):
            self.refused += 1
            return
        box.popleft()
        self.check(snapshot, event, outcome)
        self._save(conversation, outcome)
        while self._posts:
            to, kind, payload = self._posts.popleft()
            self.put(to, kind, **payload)

    def _too_late(self, snapshot: Snapshot, outcome: Outcome) -> bool:
        """As the store sees it when it saves: a new holder by text who holds somebody else by text."""
        case, before = outcome.case, snapshot.case
        if case is None or case.holder_id is None or case.on_web or not case.open:
            return False
        new = before is None or before.holder_id != case.holder_id or before.on_web
        others = [one for owner, one in self.cases.items() if owner != snapshot.conversation_id and not one.on_web]
        return new and any(one.holder_id == case.holder_id for one in others)

    def ring_due(self) -> None:
        for key in [key for key, at in self.timers.items() if at <= self.now]:
            del self.timers[key]
            self.put(key[0], "timer", key[1], **self.payloads.get(key, {}))

    def rings(self, conversation: int, name: str) -> bool:
        waits = any(event.kind == "timer" and event.name == name for event in self.boxes[conversation])
        return waits or super().rings(conversation, name)

    def waits(self, conversation: int, kind: str) -> bool:
        return any(event.kind == kind for event in self.boxes[conversation]) or super().waits(conversation, kind)

    def holder_lives(self, conversation: int, case: Case) -> None:
        """A gone holder is let go by an event on its way, or at the latest when the person has waited."""
        assert self.rings(conversation, HOLDER_TIMER)

    def drain(self) -> None:
        """Every mailbox worked until nothing is left that is due."""
        for _ in range(2000):
            self.ring_due()
            waiting = [conversation for conversation, box in self.boxes.items() if box]
            if not waiting:
                return
            for conversation in waiting:
                before = len(self.boxes[conversation])
                self.work(conversation)
                if len(self.boxes[conversation]) == before and self.boxes[conversation]:
                    self.boxes[conversation].rotate(-1)  # put off for a while
        pytest.fail("the mailboxes never come to rest")


class AnyOrder(RuleBasedStateMachine):
    @initialize()
    def open(self) -> None:
        self.world = RacingWorld()

    @rule(sender=st.sampled_from(PEOPLE), body=st.sampled_from(PERSON_TEXTS))
    def person_texts(self, sender: int, body: str) -> None:
        self.world.arrive(sender, body)

    @rule(sender=st.sampled_from(TEAM), body=st.sampled_from(COACH_TEXTS))
    def coach_texts(self, sender: int, body: str) -> None:
        self.world.arrive(sender, body)

    @rule(sender=st.sampled_from(TEAM), word=st.sampled_from(("TAKE", "STEP IN", "PASS")), who=st.sampled_from(PEOPLE))
    def coach_names_a_case(self, sender: int, word: str, who: int) -> None:
        case = self.world.cases.get(who)
        self.world.arrive(sender, f"{word} {case.code if case else 'K999'}")

    @rule(who=st.sampled_from(PEOPLE), coach=st.sampled_from(TEAM), click=st.sampled_from(CLICKS))
    def coach_clicks(self, who: int, coach: int, click: tuple[str, dict[str, Any]]) -> None:
        self.world.put(who, click[0], coach_id=self.world.coaches[coach].id, via="web", **click[1])

    @rule(seconds=st.sampled_from((5, 61, 130, 301, 1000, 50_000)))
    def time_passes(self, seconds: int) -> None:
        self.world.now += seconds
        self.world.ring_due()

    @rule(down=st.booleans())
    def the_assistant_fails_or_recovers(self, down: bool) -> None:
        self.world.assistant.down = down

    @rule(conversation=st.sampled_from((*PEOPLE, *TEAM, DESK)), crash=st.sampled_from((False, False, False, True)))
    def a_worker_works(self, conversation: int, crash: bool) -> None:
        self.world.work(conversation, crash=crash)

    @rule(conversation=st.sampled_from((*PEOPLE, *TEAM, DESK)))
    def an_event_is_given_up(self, conversation: int) -> None:
        self.world.work(conversation, give_up=True)

    @rule(one=st.sampled_from(PEOPLE), other=st.sampled_from((*PEOPLE, *TEAM, DESK)))
    def two_workers_at_once(self, one: int, other: int) -> None:
        if one != other:
            self.world.work(one, meanwhile=lambda: self.world.work(other))

    @rule(conversation=st.sampled_from((*PEOPLE, *TEAM)), blocked=st.booleans())
    def a_text_does_not_arrive(self, conversation: int, blocked: bool) -> None:
        self.world.put(conversation, "undelivered", code=21610 if blocked else 30003, opts_out=blocked, desk="")

    @rule(who=st.sampled_from(PEOPLE), coach=st.sampled_from(TEAM))
    def an_alert_does_not_arrive(self, who: int, coach: int) -> None:
        self.world.put(who, "alert_failed", code=30003, to=coach)

    @rule()
    def everything_is_handled(self) -> None:
        self.world.drain()

    @invariant()
    def the_laws_hold(self) -> None:
        if hasattr(self, "world"):
            self.world.laws()

    def teardown(self) -> None:
        if hasattr(self, "world"):
            self.world.drain()
            self.world.laws()


AnyOrder.TestCase.settings = settings(
    max_examples=60, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
)
TestAnyOrder = AnyOrder.TestCase


def test_a_coach_who_takes_two_at_once_gets_one() -> None:
    world = RacingWorld()
    for person in PEOPLE:
        world.arrive(person, "coach")
    world.drain()
    for person in PEOPLE:
        world.put(person, "take", coach_id=1)
    world.work(DANA, meanwhile=lambda: world.work(MIGUEL))
    assert world.refused == 1
    world.drain()
    world.laws()
    assert sorted(case.state for case in world.cases.values()) == [CaseState.ALERTING, CaseState.HELD]
