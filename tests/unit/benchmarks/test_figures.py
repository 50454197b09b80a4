"""Percentiles and what a missing answer counts."""

import pytest

from benchmarks.figures import Effort, median_stage, percentile, stage_of
from benchmarks.load import Sample
from benchmarks.texts import Kind

EFFORT = Effort(side_cpu=2.0, generator_cpu=0.5, wall=10.0, megabytes=300.0)


@pytest.mark.parametrize(("share", "value"), [(0.50, 50.0), (0.95, 95.0), (0.99, 99.0), (1.0, 100.0)])
def test_percentile_of_one_to_hundred(share: float, value: float) -> None:
    assert percentile([float(number) for number in range(100, 0, -1)], share) == value


def test_one_value_is_every_percentile() -> None:
    assert percentile([7.0], 0.01) == percentile([7.0], 0.99) == 7.0


def test_a_percentile_of_nothing_is_an_error() -> None:
    with pytest.raises(ValueError, match="needs a value"):
        percentile([], 0.5)


def test_no_answer_counts_as_fifteen_seconds_and_is_told() -> None:
    samples = [
        Sample(Kind.NEED, 1.0, 1.010, 1.100, "Food Place, 215-555-0123"),
        Sample(Kind.NEED, 2.0, 2.010, 2.100, "Sorry, I did not get that."),
        Sample(Kind.OTHER, 3.0, 3.010, None),
        Sample(Kind.OTHER, 4.0, None, None),
    ]
    stage = stage_of(samples, EFFORT, 10.0)
    assert (stage.unanswered, stage.refused) == (2, 1)
    assert (stage.needs, stage.needs_with_a_place) == (2, 1)
    assert stage.reply_p50 == pytest.approx(100)
    assert stage.reply_p95 == stage.accept_p99 == 15_000
    assert stage.replies_a_second == pytest.approx(0.2)
    assert stage.cpu_ms_a_text == pytest.approx(1000)


def test_rounds_give_medians_and_counts_are_added() -> None:
    def round_of(replied: float) -> list[Sample]:
        return [Sample(Kind.OTHER, 1.0, 1.0, 1.0 + replied)]

    stage = median_stage([stage_of(round_of(seconds), EFFORT, 10.0) for seconds in (0.1, 9.0, 0.3)])
    assert stage.reply_p50 == pytest.approx(300)
    assert stage.texts == 3
