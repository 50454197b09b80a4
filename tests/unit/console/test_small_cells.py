"""What a board reads must not point at anybody, not even by subtraction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.console.figures.small_cells import Split, alone, split, subset


def test_small_numbers_are_hidden_and_nought_is_told() -> None:
    assert [alone(number) for number in (0, 1, 10, 11, 500)] == [0, None, None, 11, 500]


def test_one_small_part_takes_the_next_smallest_with_it() -> None:
    assert split((40, 3, 12, 0)) == Split((40, None, None, 0), 55)


def test_small_parts_that_add_up_to_few_take_another_with_them() -> None:
    assert split((40, 1, 1, 25)) == Split((40, None, None, None), 67)
    assert split((40, 6, 5, 25)) == Split((40, None, None, 25), 76)


def test_few_in_all_are_not_told_at_all() -> None:
    assert split((3, 0, 4)) == Split((None, None, None), None)


def test_the_parts_of_something_hidden_are_hidden() -> None:
    assert split((400, 300), total_known=False) == Split((None, None), None)


def test_none_at_all_is_told() -> None:
    assert split((0, 0)) == Split((0, 0), 0)
    assert split(()) == Split((), 0)


def test_nearly_all_points_at_the_few_others() -> None:
    assert subset(95, 100) is None
    assert subset(89, 100) == 89
    assert subset(100, 100) == 100
    assert subset(5, 100) is None
    assert subset(50, None) is None


def ways(places: int, total: int) -> Iterator[tuple[int, ...]]:
    """All numbers from 1 up that add up to ``total`` in so many places."""
    if places == 1:
        yield (total,)
        return
    for first in range(1, total - places + 2):
        for rest in ways(places - 1, total - first):
            yield (first, *rest)


def consistent(shown: Split, parts: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Everything that may lie behind ``shown`` for somebody who knows the rules and can subtract."""
    hidden = [at for at, part in enumerate(shown.parts) if part is None]
    for guess in ways(len(hidden), sum(parts[at] for at in hidden)):
        whole = list(parts)
        for at, value in zip(hidden, guess, strict=True):
            whole[at] = value
        if split(whole) == shown:
            yield tuple(whole)


@settings(max_examples=60, deadline=None)
@example([11, 10, 10])
@example([12, 12, 10])
@example([10, 10, 12, 12])
@example([1] * 11)
@given(st.lists(st.one_of(st.just(0), st.integers(1, 14), st.integers(11, 40)), min_size=1, max_size=5))
def test_no_hidden_number_can_be_worked_out(parts: list[int]) -> None:
    shown = split(parts)
    for at, part in enumerate(shown.parts):
        assert part is None or part == parts[at]
        assert not (part is not None and 0 < part < 11)
    if shown.total is None:
        assert 0 < sum(parts) < 11 or set(parts) <= {0, 1}
        return
    assert shown.total == sum(parts)
    hidden = [at for at, part in enumerate(shown.parts) if part is None]
    if hidden and sum(parts[at] for at in hidden) <= 40:  # more can lie behind more: the few are what is hard
        values: dict[int, set[int]] = {at: set() for at in hidden}
        for whole in consistent(shown, parts):
            for at in hidden:
                values[at].add(whole[at])
            if all(len(found) > 1 for found in values.values()):
                return
        raise AssertionError(f"{parts} shows {values}")


@given(st.lists(st.integers(0, 40), max_size=8))
def test_hidden_numbers_add_up_to_enough_in_two_places(parts: list[int]) -> None:
    shown = split(parts)
    hidden = [parts[at] for at, part in enumerate(shown.parts) if part is None]
    assert shown.total is None or not hidden or (len(hidden) >= 2 and sum(hidden) >= 11)


@given(st.integers(0, 60), st.integers(0, 60))
def test_neither_a_group_nor_the_others_can_be_small(number: int, others: int) -> None:
    shown = subset(number, number + others)
    assert shown is None or (shown == number and not 0 < number < 11 and not 0 < others < 11)
