"""How opinions become needs: several at once, refused ones less, invented ones kept out."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.understanding.labels import NEEDS
from assistant.understanding.needs import A_GUESS, USUAL_BAR, Opinions, choose_bars, needs_of, weigh

BARS = np.full(len(NEEDS), USUAL_BAR)


def row(**needs: float) -> np.ndarray:
    return np.array([needs.get(need, 0.0) for need in NEEDS])


def test_two_needs_can_both_be_certain() -> None:
    asked = row(jobs=0.9, food=0.8, legal=0.2)
    assert needs_of("seek", asked, BARS) == (("jobs", 0.9), ("food", 0.8))


def test_a_request_keeps_its_likeliest_need_unless_it_is_a_mere_guess() -> None:
    assert needs_of("seek", row(jobs=A_GUESS + 0.01), BARS) == (("jobs", pytest.approx(A_GUESS + 0.01)),)
    assert needs_of("seek", row(jobs=A_GUESS - 0.01), BARS) == ()


@pytest.mark.parametrize(
    ("act", "needs"), [("coach", ("jobs",)), ("relapse", ("jobs",)), ("thanks", ()), ("other", ())]
)
def test_beside_other_acts_only_plain_needs_count_and_only_where_one_may_ask(act: str, needs: tuple[str, ...]) -> None:
    assert tuple(need for need, _ in needs_of(act, row(jobs=0.9, food=0.5), BARS)) == needs


def test_one_clause_that_names_a_need_raises_it() -> None:
    whole, shares = row(jobs=0.6, food=0.2), row(jobs=1.0)
    alone = weigh(Opinions(whole, np.array([]), [], shares))
    beside = weigh(Opinions(whole, np.array([row(jobs=0.6), row(food=0.95)]), [False, False], shares))
    assert beside[NEEDS.index("food")] > USUAL_BAR > alone[NEEDS.index("food")]


def test_a_clause_that_refuses_a_need_counts_little() -> None:
    whole, clauses = row(food=0.3), np.array([row(food=0.95), row(housing=0.9)])
    named = weigh(Opinions(whole, clauses, [False, False], row(housing=1.0)))[NEEDS.index("food")]
    refused = weigh(Opinions(whole, clauses, [True, False], row(housing=1.0)))[NEEDS.index("food")]
    assert refused < USUAL_BAR < named


def test_what_the_encoder_answers_can_raise_a_need_and_lower_one() -> None:
    whole, shares = row(jobs=0.5, food=0.3), row(jobs=1.0)
    alone = weigh(Opinions(whole, np.array([]), [], shares))
    answered = weigh(Opinions(whole, np.array([]), [], shares, row(food=0.9)))
    food, jobs = NEEDS.index("food"), NEEDS.index("jobs")
    assert answered[food] > alone[food]
    assert answered[jobs] < alone[jobs]


def test_a_need_that_is_often_invented_gets_a_higher_bar_and_a_missed_one_a_lower() -> None:
    asked, wanted = np.zeros((200, len(NEEDS))), np.zeros((200, len(NEEDS)), bool)
    jobs, food, legal = NEEDS.index("jobs"), NEEDS.index("food"), NEEDS.index("legal")
    asked[:100, jobs], wanted[:100, jobs] = 0.9, True
    asked[100:, jobs] = USUAL_BAR + 0.01
    asked[:, food], wanted[:, food] = USUAL_BAR - 0.01, True
    asked[:, legal], wanted[:, legal] = 0.9, True
    bars = choose_bars(asked, wanted)
    assert bars[legal] == pytest.approx(USUAL_BAR)
    assert bars[jobs] > bars[legal] > bars[food]
