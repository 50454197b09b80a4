"""An outage brings many cases at once: the coaches get one alert that says how many wait, danger gets its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.conversation import Event
from bot.desk.ladder import AGAIN_SECONDS
from bot.desk.outage import GATHER_SECONDS, OUTAGE
from bot.desk.schedule import Schedule, Shift
from bot.desk.timers import ALERT_TIMER
from tests.unit.small_world import AMY, BEN, DANA, DESK, HUMAN, MIGUEL, World

DANGER = "i want to kill myself"
DIGEST = "utter_coach_outage"
END = "utter_case_waiting_end"
WAITS = (120, 180, 300)  # the ladder of the small world


@pytest.fixture
def world() -> World:
    made = World("Amy", "Ben")
    made.assistant.down = True
    return made


def test_two_people_are_told_once_and_the_coaches_hear_of_both_in_one_alert(world: World) -> None:
    for person in (DANA, MIGUEL, DANA, MIGUEL):
        world.text(person, "i need food 19104")
    assert world.heard(AMY) == []
    world.wait(GATHER_SECONDS)
    for coach in (AMY, BEN):
        (speech,) = [speech for to, speech in world.said if to == coach]
        assert speech.says[0].name == DIGEST
        assert speech.says[0].values == {"count": "2", "minutes": 0}
    assert world.heard(HUMAN) == ["utter_human_phone_outage"]
    for person in (DANA, MIGUEL):
        assert world.heard(person) == ["utter_welcome", "utter_assistant_down"]
        assert world.cases[person].reason == "assistant_down"


def test_danger_in_an_outage_is_alerted_at_once_and_alone(world: World) -> None:
    world.text(DANA, "i need food 19104")
    world.text(MIGUEL, DANGER)
    assert world.heard(AMY) == ["utter_coach_alert_crisis"]
    world.text(DANA, DANGER)
    assert world.heard(AMY) == ["utter_coach_alert_crisis"] * 2
    world.wait(GATHER_SECONDS)
    assert DIGEST not in world.heard(AMY)  # nobody is left that it would count


def test_who_asks_for_a_person_meanwhile_gets_an_alert_of_their_own(world: World) -> None:
    world.text(DANA, "hello")
    world.text(DANA, "coach")
    assert world.heard(DANA)[-1] == "utter_case_opened"
    assert "utter_coach_alert" in [*world.heard(AMY), *world.heard(BEN)]
    world.text(MIGUEL, "coach")
    assert world.cases[MIGUEL].reason == "asked"
    assert (MIGUEL, ALERT_TIMER) in world.timers


def test_who_asks_once_the_assistant_is_back_gets_one_too(world: World) -> None:
    world.text(DANA, "hello")
    world.assistant.down = False
    world.text(DANA, "coach")
    assert "utter_coach_alert" in [*world.heard(AMY), *world.heard(BEN)]


def test_it_comes_again_only_while_somebody_waits(world: World) -> None:
    world.text(DANA, "hello")
    world.wait(GATHER_SECONDS + 300)
    assert world.heard(AMY) == [DIGEST] * 2
    world.wait(AGAIN_SECONDS)
    assert world.heard(AMY) == [DIGEST] * 3
    world.text(AMY, "TAKE")
    assert "utter_coach_taken_by" not in world.heard(BEN)  # nobody was alerted for this case
    world.wait(10 * AGAIN_SECONDS)  # Amy falls silent: the case goes up the ladder, by itself
    assert world.heard(BEN).count(DIGEST) == 3
    assert "utter_coach_alert" in world.heard(BEN)
    assert world.heard(DANA)[:4] == ["utter_welcome", "utter_assistant_down", END, "utter_case_joined"]


def test_somebody_new_wakes_it_again_but_not_at_once(world: World) -> None:
    world.text(DANA, "hello")
    world.wait(GATHER_SECONDS)
    world.text(AMY, "TAKE")
    world.wait(301)
    before = world.heard(BEN).count(DIGEST)
    world.text(MIGUEL, "hello")
    world.wait(GATHER_SECONDS)
    assert world.heard(BEN).count(DIGEST) == before + 1
    world.text(BEN, "TAKE")
    world.text(BEN, "DONE")
    world.text(MIGUEL, "hello")
    world.wait(GATHER_SECONDS)
    assert world.heard(BEN).count(DIGEST) == before + 1  # the last one is not yet two minutes old


def test_a_coach_who_lets_go_leaves_the_case_to_the_ladder(world: World) -> None:
    world.text(DANA, "hello")
    world.text(AMY, "TAKE")
    world.text(AMY, "PASS")
    assert world.heard(BEN) == ["utter_coach_alert"]


def test_with_nobody_on_duty_no_coach_is_called_and_people_hear_when_one_can_answer(world: World) -> None:
    shift = Schedule("UTC", (Shift(0, 14 * 60 + 47, 18 * 60),))  # it is Monday, 13:46
    world.coaches = {own: replace(coach, schedule=shift) for own, coach in world.coaches.items()}
    world.text(DANA, "hello")
    assert world.heard(DANA)[-2:] == ["utter_trouble_night", "utter_case_night"]
    world.wait(3500)
    assert world.heard(AMY) + world.heard(HUMAN) == []
    world.wait(200)
    assert world.heard(AMY) == [DIGEST]
    assert len(world.heard(DANA)) == 3


def test_who_waits_as_long_as_the_ladder_is_told_how_it_stands_and_only_once(world: World) -> None:
    world.text(DANA, "hello")
    world.text(MIGUEL, "hello")
    world.wait(sum(WAITS) - 1)
    world.text(AMY, "TAKE")
    (taken,) = [person for person in (DANA, MIGUEL) if world.cases[person].held]
    (waits,) = {DANA, MIGUEL} - {taken}
    assert END not in [*world.heard(DANA), *world.heard(MIGUEL)]
    world.wait(2)
    assert world.heard(waits)[-1] == END
    world.wait(10 * AGAIN_SECONDS)
    assert world.heard(waits).count(END) == 1
    assert world.heard(BEN).count(DIGEST) > 5, "the coaches go on hearing of it"


def test_after_the_night_the_ladders_time_begins_anew(world: World) -> None:
    shift = Schedule("UTC", (Shift(0, 14 * 60 + 47, 18 * 60),))  # it is Monday, 13:46
    world.coaches = {own: replace(coach, schedule=shift) for own, coach in world.coaches.items()}
    world.text(DANA, "hello")
    world.wait(3700)
    assert END not in world.heard(DANA)
    world.wait(sum(WAITS))
    assert world.heard(DANA).count(END) == 1


def test_a_digest_that_cannot_be_handled_is_tried_again(world: World) -> None:
    world.text(DANA, "hello")
    for kind, name in (("timer", OUTAGE), (OUTAGE, None)):
        event = Event(900, kind, name, world.now, 3, {})
        (timer,) = world.journey.give_up(world.snapshot(DESK), event).timers
        assert timer.name == OUTAGE
