"""Whatever people, coaches and the clock do: nobody asleep is woken, and nobody is told what is not true."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.conversation import WAITING_STATES, Event, Snapshot, Urgency
from bot.desk.alerts import CALLING, MOST_TOLD, TRUE_AT_NIGHT
from bot.desk.ladder import closed_until
from bot.desk.schedule import Schedule, Shift
from bot.desk.timers import ALERT_TIMER
from bot.outcome import Outcome
from tests.unit.small_world import AMY, BEN, DANA, HUMAN, MIGUEL, World

SURE = "i want to kill myself"
COACH_TEXTS = ["TAKE", "PASS", "DONE", "1", "AWAY", "BACK"]
STEPS = st.one_of(
    st.tuples(st.just("text"), st.sampled_from([DANA, MIGUEL]), st.sampled_from(["coach", "hello", "i slipped", SURE])),
    st.tuples(st.just("text"), st.sampled_from([AMY, BEN]), st.sampled_from(COACH_TEXTS)),
    st.tuples(st.just("wait"), st.just(0), st.sampled_from([30, 700, 3600, 5 * 3600])),
)
shifts = st.builds(
    lambda hour, long: tuple(Shift(day, hour * 60, (hour + long) * 60) for day in range(7)),
    st.integers(0, 23),
    st.integers(1, 12),
)


class Hours(World):
    """Amy is a coach and Ben a supervisor, both with shifts."""

    def __init__(self, amy: tuple[Shift, ...], ben: tuple[Shift, ...]) -> None:
        super().__init__("Amy", "Ben")
        self.coaches[AMY] = replace(self.coaches[AMY], schedule=Schedule("America/New_York", amy))
        self.coaches[BEN] = replace(self.coaches[BEN], schedule=Schedule("UTC", ben), supervisor=True)

    def check(self, snapshot: Snapshot, event: Event, outcome: Outcome) -> None:
        case = outcome.case or snapshot.case
        if case is None or snapshot.coach is not None or snapshot.conversation_id == HUMAN:
            return
        assert case.told <= MOST_TOLD
        for speech in outcome.speeches:
            called = self.coaches.get(speech.to)
            if speech.alert and called is not None:
                at_any_hour = case.urgency is Urgency.CRISIS and called.supervisor
                assert called.on_duty_at(snapshot.now) or at_any_hour, "somebody was woken"
            if speech.to == snapshot.conversation_id and case.state in WAITING_STATES and snapshot.coaches:
                said = {say.name for say in speech.says}
                closed = closed_until(case, snapshot.coaches, snapshot.now)
                assert closed is None or not said & {*CALLING, *TRUE_AT_NIGHT}, "a false hope"
                assert "utter_case_night" not in said or closed is not None, "it is no night"

    def laws(self) -> None:
        for conversation, case in self.cases.items():
            assert not case.open or case.held or (conversation, ALERT_TIMER) in self.timers, "nobody will be asked"


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(shifts, shifts, st.lists(STEPS, max_size=20))
def test_the_laws_of_the_night_hold_whatever_happens(
    amy: tuple[Shift, ...], ben: tuple[Shift, ...], steps: list[tuple[str, int, object]]
) -> None:
    world = Hours(amy, ben)
    for what, who, value in steps:
        if what == "text":
            world.text(who, str(value))
        else:
            world.wait(float(str(value)))
        world.laws()


def test_the_laws_can_be_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.journey.honest_at_night", lambda *_: None)
    world = Hours((Shift(0, 0, 60),), (Shift(0, 0, 60),))
    with pytest.raises(AssertionError, match="a false hope"):
        world.text(DANA, "coach")
