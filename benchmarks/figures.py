"""From samples to figures: percentiles of a stage, medians over the rounds."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields

from benchmarks.load import GIVE_UP_SECONDS, Sample
from benchmarks.texts import Kind


@dataclass(frozen=True)
class Stage:
    """One stage of one round. Times in ms; a text without an answer counts with fifteen seconds."""

    texts: int
    accept_p50: float
    accept_p99: float
    reply_p50: float
    reply_p95: float
    replies_a_second: float
    unanswered: int
    refused: int
    needs: int
    needs_with_a_place: int
    cpu_ms_a_text: float
    generator_cores: float
    megabytes: float


@dataclass(frozen=True)
class Round:
    """One round of one side. ``start_seconds``: process start to the first need answered with a place."""

    start_seconds: float
    idle_megabytes: float
    processes: int
    slow: Stage
    busy: Stage
    full: Stage
    extra_replies: int
    receipts_missed: int

    @property
    def peak_megabytes(self) -> float:
        return max(self.idle_megabytes, self.slow.megabytes, self.busy.megabytes, self.full.megabytes)


@dataclass(frozen=True)
class Effort:
    """What a stage cost: CPU seconds of the side and of the load generator, wall seconds, memory after it."""

    side_cpu: float
    generator_cpu: float
    wall: float
    megabytes: float


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that ``share`` of all values do not exceed. Raises ``ValueError`` if there are none."""
    if not values:
        raise ValueError("A percentile needs a value.")
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * round(share * 100) // 100) - 1)]


def stage_of(samples: Sequence[Sample], effort: Effort, seconds: float) -> Stage:
    """The figures of ``samples``, taken in ``seconds``."""
    accept = [_ms(sample.sent, sample.accepted) for sample in samples]
    reply = [_ms(sample.sent, sample.replied) for sample in samples]
    needs = [sample for sample in samples if sample.kind is Kind.NEED]
    answered = sum(sample.replied is not None for sample in samples)
    return Stage(
        texts=len(samples),
        accept_p50=percentile(accept, 0.50),
        accept_p99=percentile(accept, 0.99),
        reply_p50=percentile(reply, 0.50),
        reply_p95=percentile(reply, 0.95),
        replies_a_second=answered / seconds,
        unanswered=len(samples) - answered,
        refused=sum(sample.accepted is None for sample in samples),
        needs=len(needs),
        needs_with_a_place=sum(sample.names_a_place for sample in needs),
        cpu_ms_a_text=1000 * effort.side_cpu / max(1, answered) * seconds / effort.wall,
        generator_cores=effort.generator_cpu / effort.wall,
        megabytes=effort.megabytes,
    )


def median_stage(stages: Sequence[Stage]) -> Stage:
    """Each figure's median over the rounds; counts are added up."""
    counts = ("texts", "unanswered", "refused", "needs", "needs_with_a_place")
    values = {
        field.name: (sum if field.name in counts else statistics.median)(
            [getattr(stage, field.name) for stage in stages]
        )
        for field in fields(Stage)
    }
    return Stage(**values)


def median_of(rounds: Sequence[Round], figure: Callable[[Round], float]) -> float:
    """The median of one figure over the rounds."""
    return statistics.median(figure(each) for each in rounds)


def _ms(sent: float, done: float | None) -> float:
    return 1000 * (GIVE_UP_SECONDS if done is None else done - sent)
