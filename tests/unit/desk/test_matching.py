"""Whom the ladder asks first."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.conversation import Coach
from bot.desk.matching import ranked

AMY = Coach(1, 101, "Amy", ("en",), active=True, on_call=True, away=False)
BEN = Coach(2, 102, "Ben", ("en",), active=True, on_call=True, away=False)
EVA = Coach(3, 103, "Eva", ("en", "es"), active=True, on_call=True, away=False)
COACHES = st.builds(
    Coach,
    st.integers(1, 9),
    st.just(0),
    st.just(""),
    st.sampled_from([("en",), ("es",), ("en", "es")]),
    st.just(True),
    st.just(True),
    st.just(False),
    st.integers(0, 3),
    st.none() | st.floats(0, 100),
    topics=st.sampled_from([(), ("jobs",), ("housing", "jobs")]),
    max_cases=st.integers(1, 3),
)


def first(*coaches: Coach, language: str = "en", topics: tuple[str, ...] = ()) -> str:
    return ranked(coaches, language, topics)[0].name


def test_language_before_topic_before_load_before_fairness() -> None:
    eva = replace(EVA, open_cases=1, max_cases=2, last_case_at=99.0)
    ben = replace(BEN, topics=("housing",))
    assert first(AMY, ben, eva, language="es", topics=("housing",)) == "Eva"
    assert first(AMY, replace(ben, open_cases=1, max_cases=2), topics=("housing", "jobs")) == "Ben"
    assert first(replace(AMY, open_cases=1), replace(BEN, last_case_at=99.0)) == "Ben"
    assert first(replace(AMY, last_case_at=99.0), replace(BEN, last_case_at=98.0)) == "Ben"
    assert first(replace(AMY, last_case_at=1.0), BEN) == "Ben"  # never had one


def test_load_is_what_they_hold_of_what_they_can_hold() -> None:
    assert first(replace(AMY, open_cases=1, max_cases=1), replace(BEN, open_cases=2, max_cases=3)) == "Ben"


def test_a_person_without_a_topic_goes_to_nobody_because_of_topics() -> None:
    assert first(AMY, replace(BEN, topics=("jobs",))) == "Amy"


@given(st.lists(COACHES, unique_by=lambda coach: coach.id), st.randoms())
def test_the_order_is_always_the_same_and_drops_nobody(coaches: list[Coach], random: object) -> None:
    shuffled = list(coaches)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert ranked(coaches, "es", ("jobs",)) == ranked(shuffled, "es", ("jobs",))
    assert len(ranked(coaches, "es", ("jobs",))) == len(coaches)
