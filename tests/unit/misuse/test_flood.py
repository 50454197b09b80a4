"""How many texts of one number are answered."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.conversation import Flood
from bot.misuse.flood import FloodRules, count, is_over

RULES = FloodRules(burst=30, per_minute=4.0)


def over(moments: list[float]) -> list[bool]:
    """For each text that came in at these moments, whether it is one too many."""
    flood, found = Flood(), []
    for at in moments:
        flood = count(flood, at, RULES)
        found.append(is_over(flood, RULES))
    return found


def test_thirty_texts_at_once_are_answered_and_the_next_is_not() -> None:
    assert over([1000.0] * 31) == [False] * 30 + [True]


def test_four_a_minute_are_answered_for_ever() -> None:
    assert not any(over([15.0 * number for number in range(2000)]))


def test_a_text_that_came_late_after_a_flood_is_answered_again() -> None:
    flooded = [1000.0] * 500
    assert over([*flooded, 1000.0 + 8 * 60])[-1] is False  # however long the flood was


def test_who_was_told_is_told_again_only_in_another_flood() -> None:
    told = Flood(level=29.0, at=1000.0, told=True, holder_told=True)
    assert count(told, 1000.0, RULES).told
    assert not count(told, 1000.0 + 15 * 60, RULES).told


@given(st.lists(st.floats(0, 86_400), max_size=200).map(sorted))
def test_never_more_answers_than_the_burst_and_its_trickle(moments: list[float]) -> None:
    answered = over(moments).count(False)
    hours = (moments[-1] - moments[0]) / 60 if moments else 0.0
    assert answered <= RULES.burst + 1 + hours * RULES.per_minute


@given(st.lists(st.floats(0, 86_400), max_size=50))
def test_clocks_that_jump_back_break_nothing(moments: list[float]) -> None:
    over(moments)
