"""Who is answered first: danger, then waiting time; and what "take the next" means for a coach."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.console.labels import why
from bot.conversation import BoardCase, CaseState, Urgency
from bot.desk.rank import DeskCase, in_line, next_for
from bot.message import Risk


def case(
    number: int,
    opened_at: float = 0.0,
    risk: Risk = Risk.NONE,
    urgency: Urgency = Urgency.NORMAL,
    language: str = "en",
    holder: int | None = None,
    kinds: tuple[str, ...] = (),
) -> DeskCase:
    state = CaseState.HELD if holder else CaseState.ALERTING
    board = BoardCase(number, f"K{number}", number, state, urgency, holder, opened_at)
    return DeskCase(board, language, risk, kinds, reason="asked")


cases = st.lists(
    st.builds(
        case,
        st.integers(1, 10_000),
        st.floats(0, 1e6),
        st.sampled_from(Risk),
        st.sampled_from(Urgency),
        st.sampled_from(["en", "es"]),
        st.sampled_from([None, None, 5]),
    ),
    unique_by=lambda one: one.case.id,
)


@given(cases)
def test_nobody_stands_behind_somebody_who_came_later_with_no_more_danger(open_cases: list[DeskCase]) -> None:
    line = in_line(open_cases)
    assert sorted(one.case.id for one in line) == sorted(one.case.id for one in open_cases)
    for before, after in pairwise(line):
        assert before.danger.rank >= after.danger.rank
        if before.danger is after.danger:
            assert before.case.opened_at <= after.case.opened_at


@given(cases, st.sets(st.sampled_from(["en", "es"])))
def test_the_next_is_free_and_an_urgent_case_waits_for_no_language(
    open_cases: list[DeskCase], languages: set[str]
) -> None:
    line = [one for one in in_line(open_cases) if one.waiting]
    chosen = next_for(open_cases, languages)
    if not line:
        assert chosen is None
        return
    assert chosen in line
    if line[0].danger is Risk.CRISIS:
        assert chosen == line[0]
    elif any(one.language in languages for one in line):
        assert chosen is not None
        assert chosen.language in languages


def test_the_order_of_one_night() -> None:
    old = case(1, opened_at=0)
    used = case(2, opened_at=50, risk=Risk.CONCERN)
    asked_about = case(3, opened_at=60, risk=Risk.CHECK)
    urgent = case(4, opened_at=70, urgency=Urgency.CRISIS)
    assert in_line([old, used, asked_about, urgent]) == [urgent, asked_about, used, old]


def test_the_danger_of_an_earlier_case_today_is_not_forgotten_but_is_not_an_emergency_again() -> None:
    assert case(1, risk=Risk.CRISIS).danger is Risk.CHECK


def test_the_reason_of_the_rank_is_a_sentence() -> None:
    assert why(case(1, urgency=Urgency.CRISIS, kinds=("overdose",))) == "In danger: overdose."
    assert why(case(1, urgency=Urgency.CRISIS)) == "Marked as urgent."
    assert why(case(1, risk=Risk.CHECK, kinds=("suicide",))) == "May be in danger: thoughts of suicide."
    assert why(case(1, risk=Risk.CONCERN)) == "A hard moment: use, cravings or no hope."
    assert why(case(1)) == "They asked for a person."
