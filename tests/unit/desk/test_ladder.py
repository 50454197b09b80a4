"""The alert ladder: one after the other, in the end everybody, and again for as long as it takes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation import Case, CaseState, Coach, Urgency
from bot.desk.ladder import AGAIN_SECONDS, next_rung

WAITS = (120, 180, 300)
CASE = Case(1, "K27", CaseState.ALERTING, Urgency.NORMAL, "asked", 0.0)
CRISIS = replace(CASE, urgency=Urgency.CRISIS)
AMY = Coach(1, 101, "Amy", ("en",), active=True, on_call=True, away=False)
BEN = Coach(2, 102, "Ben", ("en",), active=True, on_call=True, away=False)
EVA = Coach(3, 103, "Eva", ("es",), active=True, on_call=True, away=False)


def climb(case: Case, *coaches: Coach, language: str = "en") -> tuple[list[str], bool, float, str | None]:
    rung = next_rung(case, coaches, language, WAITS)
    return [coach.name for coach in rung.coaches], rung.human_phone, rung.wait, rung.tell


def test_one_coach_is_asked_then_the_next_then_everybody_and_the_organisation() -> None:
    assert climb(CASE, AMY, BEN, EVA) == (["Amy"], False, 120, None)
    assert climb(replace(CASE, rung=1, alerted=(1,)), AMY, BEN, EVA) == (["Ben"], False, 180, "next")
    assert climb(replace(CASE, rung=2, alerted=(1, 2)), AMY, BEN, EVA) == (["Amy", "Ben", "Eva"], True, 300, "all")
    assert climb(replace(CASE, rung=3, alerted=(1, 2, 3)), AMY, BEN) == (["Amy", "Ben"], True, AGAIN_SECONDS, "end")
    assert climb(replace(CASE, rung=4, alerted=(1, 2, 3)), AMY, BEN) == (["Amy", "Ben"], True, AGAIN_SECONDS, None)


def test_the_coach_who_speaks_the_language_comes_first() -> None:
    assert climb(CASE, AMY, BEN, EVA, language="es")[0] == ["Eva"]


def test_who_holds_fewer_cases_and_waited_longest_comes_first() -> None:
    assert climb(CASE, replace(AMY, open_cases=1), BEN)[0] == ["Ben"]
    assert climb(CASE, replace(AMY, last_case_at=50.0), replace(BEN, last_case_at=20.0))[0] == ["Ben"]


@pytest.mark.parametrize("off", [{"away": True}, {"on_call": False}, {"active": False}])
def test_who_is_not_on_duty_is_not_asked(off: dict[str, bool]) -> None:
    assert climb(CASE, replace(AMY, **off), BEN)[0] == ["Ben"]


def test_who_passed_is_not_asked_again_before_the_last_rung() -> None:
    assert climb(replace(CASE, rung=1, alerted=(1,), passed=(1,)), AMY, BEN)[0] == ["Ben"]


def test_with_nobody_left_to_ask_everybody_is_asked_at_once() -> None:
    assert climb(replace(CASE, rung=1, alerted=(1,), passed=(1,)), AMY) == (["Amy"], True, 180, "all")


def test_with_nobody_on_duty_the_organisation_is_called_and_the_person_knows_it() -> None:
    rung = next_rung(CASE, [], "en", WAITS)
    assert (rung.coaches, rung.human_phone, rung.tell) == ((), True, "end")
    assert next_rung(replace(CASE, rung=rung.then), [], "en", WAITS).tell is None


def test_a_crisis_goes_to_everybody_at_once_and_to_the_organisation_next() -> None:
    assert climb(CRISIS, AMY, BEN)[:2] == (["Amy", "Ben"], False)
    assert climb(replace(CRISIS, rung=1), AMY, BEN)[:2] == (["Amy", "Ben"], True)


@given(
    st.sampled_from(Urgency),
    st.lists(st.sampled_from([AMY, BEN, EVA]), unique=True),
    st.lists(st.integers(1, 600), min_size=1, max_size=5),
)
def test_it_never_ends_and_soon_reaches_the_organisation(
    urgency: Urgency, coaches: list[Coach], waits: list[int]
) -> None:
    case, phones, told = replace(CASE, urgency=urgency), 0, 0
    for _ in range(len(waits) + 3):
        rung = next_rung(case, coaches, "en", waits)
        assert rung.wait > 0
        assert rung.coaches or rung.human_phone
        phones += rung.human_phone
        told += rung.tell is not None
        asked = (*case.alerted, *(coach.id for coach in rung.coaches))
        case = replace(case, rung=rung.then, alerted=asked)
    assert phones >= 2
    assert 1 <= told <= len(waits) + 1
