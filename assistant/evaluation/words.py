"""The report in words, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assistant.evaluation.bars import Verdict, figure_at


def verdict_lines(verdicts: Sequence[Verdict], before: Mapping[str, Any] | None) -> Iterator[str]:
    """Yield a line for each bar; ``before`` is the report of the model in use."""
    yield f"{'':5} {'figure':62} {'bar':>14} {'now':>8} {'in use':>8}"
    for verdict in verdicts:
        old = figure_at(before, verdict.bar.figure) if before else None
        mark = "-" if verdict.value is None else "MISS" if verdict.failed else "ok"
        what = verdict.bar.what + (" (safety)" if verdict.bar.safety else "")
        yield f"{mark:5} {what:62} {verdict.bar.wanted:>14} {_number(verdict.value):>8} {_number(old):>8}"


def detail_lines(report: Mapping[str, Any]) -> Iterator[str]:
    """Yield what lies behind the bars: every need, act and kind of danger."""
    for name, title in (("held_out", "Training texts, each held out once"), ("blind", "Blind texts")):
        part = report.get(name)
        if not part:
            yield f"{title}: none."
            continue
        yield f"{title}: {part['texts']} texts."
        yield from _table("need", part["needs"]["each"])
        yield from _table("act", part["acts"]["each"])
        yield "  most confused acts: " + _pairs(part["acts"]["confusion"])
        yield "  most confused needs: " + _pairs(part["needs"]["confusion"])
        yield f"  sure and right differ by {part['calibration']['error']:.3f} on average"
        yield from _danger_lines(part["danger"])


def _danger_lines(danger: Mapping[str, Any]) -> Iterator[str]:
    yield f"  {'danger':16} {'texts':>6} {'seen':>7} {'crisis':>7}"
    for kind, row in danger["each"].items():
        yield f"  {kind:16} {row['texts']:6} {_number(row['seen']):>7} {_number(row['crisis_as_crisis']):>7}"
    near = danger["near_misses"]
    yield (
        f"  near misses ({near['texts']}): called crisis {_number(near['crisis'])}, "
        f"crisis or check {_number(near['crisis_or_check'])}"
    )
    for each in danger.get("missed", ()):
        yield f"  missed {each['risk']}: {each['text']}"


def _table(title: str, rows: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    yield f"  {title:16} {'texts':>6} {'recall':>7} {'precis.':>7} {'false':>6}"
    for name, row in rows.items():
        yield (
            f"  {name:16} {row['texts']:6} {_number(row['recall']):>7} {_number(row['precision']):>7} "
            f"{row['false_alarms']:6}"
        )


def _pairs(pairs: Sequence[Sequence[Any]], most: int = 8) -> str:
    told = [f"{true or 'nothing'} as {found or 'nothing'} ({times})" for true, found, times in pairs[:most]]
    return ", ".join(told) or "none"


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
