"""The alert ladder: the best match, then more, in the end everybody, and again for as long as it takes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation import Case, CaseState, Coach, Urgency
from bot.desk.ladder import AGAIN_SECONDS, NIGHT, Rung, Team, closed_until, next_rung
from bot.desk.schedule import Schedule, Shift

WAITS = (120, 180, 300)
NOW = 1_760_072_400.0  # Friday 10 October 2025, 5 am in UTC, 1 am in New York
DAYTIME = Schedule("America/New_York", tuple(Shift(day, 8 * 60, 20 * 60) for day in range(7)))
CASE = Case(1, "K27", CaseState.ALERTING, Urgency.NORMAL, "asked", 0.0)
CRISIS = replace(CASE, urgency=Urgency.CRISIS)
AMY = Coach(1, 101, "Amy", ("en",), active=True, on_call=True, away=False)
BEN = Coach(2, 102, "Ben", ("en",), active=True, on_call=True, away=False)
EVA = Coach(3, 103, "Eva", ("es",), active=True, on_call=True, away=False)
SUE = Coach(4, 104, "Sue", ("en",), active=True, on_call=True, away=False, supervisor=True)


def rung(case: Case, *coaches: Coach, language: str = "en", now: float = NOW) -> Rung:
    return next_rung(case, Team(coaches, now, language), WAITS)


def climb(case: Case, *coaches: Coach, language: str = "en") -> tuple[list[str], bool, float, str | None]:
    found = rung(case, *coaches, language=language)
    return [coach.name for coach in found.coaches], found.human_phone, found.wait, found.tell


def asleep(coach: Coach) -> Coach:
    return replace(coach, schedule=DAYTIME)


def test_one_coach_is_asked_then_more_then_everybody_and_the_organisation() -> None:
    everybody = ["Amy", "Ben", "Eva", "Sue"]
    assert climb(CASE, AMY, BEN, EVA, SUE) == (["Amy"], False, 120, None)
    assert climb(replace(CASE, rung=1, alerted=(1,)), AMY, BEN, EVA, SUE) == (["Ben", "Eva"], False, 180, "next")
    assert climb(replace(CASE, rung=2, alerted=(1, 2, 3)), AMY, BEN, EVA, SUE) == (everybody, True, 300, "all")
    assert climb(replace(CASE, rung=3), AMY, BEN, EVA, SUE) == (everybody, True, AGAIN_SECONDS, "end")
    assert climb(replace(CASE, rung=4), AMY, BEN, EVA, SUE) == (everybody, True, AGAIN_SECONDS, None)


def test_the_organisations_phone_rings_once_when_nobody_took_a_normal_case() -> None:
    assert [rung(replace(CASE, rung=each), AMY).voice for each in range(5)] == [False, False, False, True, False]


def test_many_coaches_are_not_all_woken_by_the_second_rung() -> None:
    many = [replace(AMY, id=each, name=f"Coach {each}") for each in range(1, 21)]
    assert len(rung(replace(CASE, rung=1, alerted=(1,)), *many).coaches) == 3


def test_the_coach_who_speaks_the_language_comes_first() -> None:
    assert climb(CASE, AMY, BEN, EVA, language="es")[0] == ["Eva"]


def test_a_coach_who_holds_all_they_can_is_not_asked_before_everybody_is() -> None:
    full = replace(AMY, open_cases=1)
    assert climb(CASE, full, BEN)[0] == ["Ben"]
    assert climb(CASE, replace(AMY, open_cases=1, max_cases=3), replace(BEN, open_cases=1))[0] == ["Amy"]
    assert climb(replace(CASE, rung=2), full, BEN)[0] == ["Amy", "Ben"]


@pytest.mark.parametrize("off", [{"away": True}, {"on_call": False}, {"active": False}, {"schedule": DAYTIME}])
def test_who_is_not_on_duty_is_not_asked(off: dict[str, bool]) -> None:
    assert climb(CASE, replace(AMY, **off), BEN)[0] == ["Ben"]


def test_who_passed_is_not_asked_again_before_the_last_rung() -> None:
    assert climb(replace(CASE, rung=1, alerted=(1,), passed=(1,)), AMY, BEN)[0] == ["Ben"]


def test_with_nobody_left_to_ask_everybody_is_asked_at_once() -> None:
    assert climb(replace(CASE, rung=1, alerted=(1,), passed=(1,)), AMY) == (["Amy"], True, 180, "all")


def test_a_supervisor_is_asked_when_coaches_are_not_there_or_do_not_answer() -> None:
    assert climb(CASE, SUE, AMY)[0] == ["Amy"]
    assert climb(CASE, SUE) == (["Sue"], True, 120, None)


def test_with_nobody_on_duty_and_no_schedule_the_organisation_is_called_and_the_person_knows_it() -> None:
    first = rung(CASE)
    assert (first.coaches, first.human_phone, first.voice, first.tell) == ((), True, True, "end")
    again = rung(replace(CASE, rung=first.then))
    assert (again.human_phone, again.voice, again.tell, again.wait) == (True, False, None, AGAIN_SECONDS)


def test_at_night_the_person_is_told_once_and_nobody_is_woken_for_a_normal_case() -> None:
    night = rung(CASE, asleep(AMY), asleep(SUE))
    assert (night.coaches, night.human_phone, night.voice, night.tell) == ((), False, False, "night")
    assert night.opens_at == NOW + 7 * 3600  # 8 am
    assert night.wait == AGAIN_SECONDS
    again = rung(replace(CASE, rung=night.then), asleep(AMY))
    assert (again.tell, again.then) == (None, NIGHT)
    shortly_before = rung(replace(CASE, rung=NIGHT), asleep(AMY), now=NOW + 7 * 3600 - 60)
    assert shortly_before.wait == 60
    morning = rung(replace(CASE, rung=NIGHT), asleep(AMY), asleep(BEN), now=NOW + 7 * 3600)
    assert ([coach.name for coach in morning.coaches], morning.then) == (["Amy"], 1)


def test_a_shift_that_ends_while_somebody_waits_makes_it_night_for_them() -> None:
    assert rung(replace(CASE, rung=4, alerted=(1,)), asleep(AMY)).tell == "night"


def test_who_is_away_is_no_reason_to_name_a_time() -> None:
    assert closed_until(CASE, [replace(asleep(AMY), away=True)], NOW) is None
    assert closed_until(CASE, [asleep(AMY)], NOW) == NOW + 7 * 3600
    assert closed_until(CASE, [asleep(AMY), BEN], NOW) is None
    assert closed_until(CRISIS, [asleep(AMY)], NOW) is None


def test_a_crisis_goes_to_everybody_at_once_and_to_the_organisation_next() -> None:
    assert climb(CRISIS, AMY, BEN)[:2] == (["Amy", "Ben"], False)
    assert climb(replace(CRISIS, rung=1), AMY, BEN)[:2] == (["Amy", "Ben"], True)
    assert rung(replace(CRISIS, rung=1), AMY).voice


def test_a_crisis_wakes_supervisors_and_the_organisation_at_any_hour() -> None:
    night = rung(CRISIS, asleep(AMY), asleep(SUE))
    assert ([coach.name for coach in night.coaches], night.human_phone, night.voice) == (["Sue"], True, True)
    nobody = rung(CRISIS, asleep(AMY))
    assert (nobody.coaches, nobody.human_phone, nobody.voice, nobody.tell) == ((), True, True, "end")


def test_a_supervisor_who_stopped_the_texts_is_left_alone() -> None:
    assert rung(CRISIS, AMY, replace(SUE, on_call=False)).coaches == (AMY,)


@given(
    st.sampled_from(Urgency),
    st.lists(st.sampled_from([AMY, BEN, EVA, SUE, asleep(AMY), asleep(SUE)]), unique_by=lambda coach: coach.id),
    st.lists(st.integers(1, 600), min_size=1, max_size=5),
)
def test_it_never_ends_and_soon_reaches_the_organisation(
    urgency: Urgency, coaches: list[Coach], waits: list[int]
) -> None:
    case, now, phones, told = replace(CASE, urgency=urgency), NOW, 0, 0
    while now < NOW + 24 * 3600:
        found = next_rung(case, Team(coaches, now, "en"), waits)
        assert found.wait > 0
        assert found.coaches or found.human_phone or found.opens_at is not None
        phones += found.human_phone
        told += found.tell is not None
        asked = (*case.alerted, *(coach.id for coach in found.coaches))
        case, now = replace(case, rung=found.then, alerted=asked), now + found.wait
    assert phones >= 2
    assert told >= 1
