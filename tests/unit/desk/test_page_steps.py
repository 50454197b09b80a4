"""Clicks in the console are decided like texts, and nothing of them goes to the coach's phone."""

from __future__ import annotations

from bot.conversation import CaseState
from bot.desk.page import ANSWER
from bot.outcome import Outcome
from tests.unit.small_world import AMY, BEN, DANA, MIGUEL, World


def click(world: World, person: int, kind: str, coach: int = AMY, **payload: object) -> Outcome:
    return world.happen(person, kind, coach_id=world.coaches[coach].id, via="web", **payload)


def answers(outcome: Outcome) -> list[str]:
    return [name for note in outcome.notes if note.kind == ANSWER for name, _ in note.detail["says"]]


def asked(*people: int) -> World:
    world = World("Amy", "Ben")
    for person in people:
        world.text(person, "coach")
    world.said.clear()
    return world


def test_amy_takes_a_case_on_the_page_and_her_phone_stays_quiet() -> None:
    world = asked(DANA)
    assert answers(click(world, DANA, "take")) == ["utter_coach_took"]
    assert world.cases[DANA].on_web
    world.text(DANA, "thank you for being here")
    assert world.heard(AMY) == []
    assert world.heard(DANA) == ["utter_case_joined"]
    click(world, DANA, "coach_said", body="Of course.")
    assert world.heard(DANA)[-1] == "Of course."


def test_ben_was_faster_and_the_page_says_so() -> None:
    world = asked(DANA)
    world.text(BEN, "TAKE")
    world.said.clear()
    assert answers(click(world, DANA, "take")) == ["utter_coach_taken_by"]
    assert world.cases[DANA].holder_id == world.coaches[BEN].id
    assert world.heard(AMY) == []


def test_several_cases_on_the_page_and_one_by_text() -> None:
    world = asked(DANA, MIGUEL)
    click(world, DANA, "take")
    click(world, MIGUEL, "take")
    assert {case.holder_id for case in world.cases.values()} == {world.coaches[AMY].id}
    world.text(AMY, "hello?")
    assert world.heard(AMY) == ["utter_coach_on_web"]  # on which of the two cases? to nobody, then
    assert world.heard(DANA) == world.heard(MIGUEL) == ["utter_case_joined"]


def test_amy_goes_on_by_text_and_back_on_the_page() -> None:
    world = asked(DANA)
    click(world, DANA, "take")
    world.text(AMY, f"TAKE {world.cases[DANA].code}")
    assert not world.cases[DANA].on_web
    world.text(DANA, "are you there?")
    assert world.heard(AMY)[-1] == "are you there?"
    click(world, DANA, "take")
    assert world.cases[DANA].on_web
    before = len(world.heard(AMY))
    world.text(DANA, "still there?")
    assert len(world.heard(AMY)) == before


def test_with_one_case_by_text_another_one_stays_on_the_page() -> None:
    world = asked(DANA, MIGUEL)
    world.text(AMY, f"TAKE {world.cases[DANA].code}")
    click(world, MIGUEL, "take")
    world.text(AMY, f"TAKE {world.cases[MIGUEL].code}")
    assert world.heard(AMY)[-1] == "utter_coach_holds_already"
    assert world.cases[MIGUEL].on_web


def test_a_case_that_goes_back_to_the_line_is_on_no_page() -> None:
    world = asked(DANA)
    click(world, DANA, "take")
    click(world, DANA, "pass")
    assert world.cases[DANA].state is CaseState.ALERTING
    assert not world.cases[DANA].on_web
