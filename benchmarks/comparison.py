"""Both sides compared: the rows of the table and the aims."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.figures import Round, Stage, median_of, median_stage
from benchmarks.machine import Machine
from benchmarks.plan import Plan
from benchmarks.sides import Training


@dataclass(frozen=True)
class Summary:
    """One side: medians over its rounds (``rounds`` of them), training apart."""

    name: str
    rounds: tuple[Round, ...]
    training: Training

    def stage(self, pick: Callable[[Round], Stage]) -> Stage:
        return median_stage([pick(each) for each in self.rounds])

    def of(self, figure: Callable[[Round], float]) -> float:
        return median_of(self.rounds, figure)


@dataclass(frozen=True)
class Row:
    """One line of the table. ``better``: how many times better ours is; ``None`` where that makes no sense."""

    label: str
    ours: str
    plain: str
    better: float | None = None


@dataclass(frozen=True)
class Aim:
    """``met`` says whether ``value`` reaches the aim."""

    text: str
    value: str
    met: bool


@dataclass(frozen=True)
class Comparison:
    machine: Machine
    plan: Plan
    ours: Summary
    plain: Summary

    @property
    def throughput_ratio(self) -> float:
        return self._full(self.ours).replies_a_second / max(0.001, self._full(self.plain).replies_a_second)

    @staticmethod
    def _full(side: Summary) -> Stage:
        return side.stage(lambda each: each.full)


def rows(found: Comparison) -> list[Row]:
    """The table, from the question a user asks first to the details."""
    plan = found.plan
    stages: tuple[tuple[str, Callable[[Round], Stage]], ...] = (
        (f"{plan.slow_rate:g}/s", lambda each: each.slow),
        (f"{plan.busy_rate:g}/s", lambda each: each.busy),
    )
    full = found.ours.stage(lambda each: each.full), found.plain.stage(lambda each: each.full)
    table = [_more("answered texts/s, saturated", full[0].replies_a_second, full[1].replies_a_second)]
    for label, pick in stages:
        ours, plain = found.ours.stage(pick), found.plain.stage(pick)
        table += [
            _less(f"text → reply p50 at {label}, ms", ours.reply_p50, plain.reply_p50),
            _less(f"text → reply p95 at {label}, ms", ours.reply_p95, plain.reply_p95),
            _less(f"accept p50 at {label}, ms", ours.accept_p50, plain.accept_p50),
            _less(f"accept p99 at {label}, ms", ours.accept_p99, plain.accept_p99),
        ]
    processes = _both(found, lambda each: each.processes)
    table += [
        _less("memory, all processes, MB (PSS, peak)", *_both(found, lambda each: each.peak_megabytes)),
        _less("start of a trained line, s", *_both(found, lambda each: each.start_seconds), digits=1),
        _less("training, s", found.ours.training.seconds, found.plain.training.seconds),
        _less("processor time per text, saturated, ms", full[0].cpu_ms_a_text, full[1].cpu_ms_a_text, digits=1),
        Row("processes", f"{processes[0]:.0f}", f"{processes[1]:.0f}"),
        Row("needs answered with a place", _places(found.ours), _places(found.plain)),
        Row("texts without an answer", _unanswered(found.ours), _unanswered(found.plain)),
    ]
    return table


def aims(found: Comparison) -> list[Aim]:
    """What was promised, and whether it holds in this run."""
    ratio, busy = found.throughput_ratio, found.ours.stage(lambda each: each.busy)
    memory = found.ours.of(lambda each: each.peak_megabytes)
    return [
        Aim("throughput with full turns at least 2 times the plain bot's", f"{ratio:.1f} times", ratio >= 2),
        Aim("stretch: 4 times", f"{ratio:.1f} times", ratio >= 4),
        Aim("accept p99 under 100 ms at 20 texts/s", f"{busy.accept_p99:.0f} ms", busy.accept_p99 < 100),
        Aim("reply median under 150 ms at 20 texts/s", f"{busy.reply_p50:.0f} ms", busy.reply_p50 < 150),
        Aim("all processes together under 1 GB", f"{memory:.0f} MB", memory < 1000),
    ]


def _both(found: Comparison, figure: Callable[[Round], float]) -> tuple[float, float]:
    return found.ours.of(figure), found.plain.of(figure)


def _all_stages(side: Summary) -> Sequence[Stage]:
    return [stage for each in side.rounds for stage in (each.slow, each.busy, each.full)]


def _places(side: Summary) -> str:
    needs = sum(stage.needs for stage in _all_stages(side))
    return f"{sum(stage.needs_with_a_place for stage in _all_stages(side)) / max(1, needs):.0%}"


def _unanswered(side: Summary) -> str:
    texts = sum(stage.texts for stage in _all_stages(side))
    return f"{sum(stage.unanswered for stage in _all_stages(side))} of {texts}"


def _less(label: str, ours: float, plain: float, digits: int = 0) -> Row:
    return Row(label, f"{ours:.{digits}f}", f"{plain:.{digits}f}", plain / ours if ours else None)


def _more(label: str, ours: float, plain: float) -> Row:
    return Row(label, f"{ours:.1f}", f"{plain:.1f}", ours / plain if plain else None)
