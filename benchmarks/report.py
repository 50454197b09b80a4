"""The comparison for the terminal, as JSON and as a part of ``docs/benchmarks.md``."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.comparison import Comparison, Row, aims, rows
from benchmarks.sides import ROOT

LATEST = ROOT / "benchmarks" / "results" / "latest.json"
DOCUMENT = ROOT / "docs" / "benchmarks.md"
BEGIN, END = "<!-- figures: written by `make bench` -->", "<!-- end of figures -->"


def as_text(found: Comparison) -> str:
    """For the terminal."""
    cells = [("", found.ours.name, found.plain.name, "better"), *(_cells(row) for row in rows(found))]
    width = [max(len(line[column]) for line in cells) for column in range(4)]
    lines = [
        "  ".join(
            text.ljust(width[0]) if column == 0 else text.rjust(width[column]) for column, text in enumerate(line)
        )
        for line in cells
    ]
    goals = [f"{'met   ' if aim.met else 'MISSED'}  {aim.text}: {aim.value}" for aim in aims(found)]
    return "\n".join([*_notes(found), "", *lines, "", *goals])


def as_markdown(found: Comparison) -> str:
    """For the document."""
    table = ["| | Warmline | plain bot | better |", "|---|---:|---:|---:|"]
    table += ["| " + " | ".join(_cells(row)) + " |" for row in rows(found)]
    goals = ["| aim | in this run | |", "|---|---|---|"]
    goals += [f"| {aim.text} | {aim.value} | {'met' if aim.met else '**missed**'} |" for aim in aims(found)]
    return "\n".join([*(f"{note}  " for note in _notes(found)), "", *table, "", *goals])


def write(found: Comparison) -> None:
    """Write ``results/latest.json``; a whole run also brings its figures into the document."""
    LATEST.parent.mkdir(exist_ok=True)
    LATEST.write_text(json.dumps(_as_json(found), indent=1, ensure_ascii=False) + "\n", "utf-8")
    if not found.plan.quick:
        _put_into(DOCUMENT, as_markdown(found))


def _put_into(document: Path, figures: str) -> None:
    before, begin, rest = document.read_text("utf-8").partition(BEGIN)
    _old, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{document.name} has no place marked for the figures.")
    document.write_text(f"{before}{BEGIN}\n{figures}\n{END}{after}", "utf-8")


def _as_json(found: Comparison) -> dict[str, object]:
    return {
        "written_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": asdict(found.machine),
        "plan": asdict(found.plan),
        "sides": [asdict(side) for side in (found.ours, found.plain)],
        "medians": [asdict(row) for row in rows(found)],
        "aims": [asdict(aim) for aim in aims(found)],
    }


def _notes(found: Comparison) -> list[str]:
    machine, rounds = found.machine, len(found.ours.rounds)
    day = datetime.now(UTC).date().isoformat()
    notes = [
        f"{day}; {machine.processor}, {machine.cores} cores, {machine.memory_gb} GB, {machine.system}",
        f"Python {machine.python}; Rasa {machine.rasa} on Python {machine.rasa_python}; "
        f"load average before: {machine.load_before}",
        f"{rounds} round(s) of each side in turn, {found.plan.people} people at saturation; "
        f"the load generator took {_generator(found):.0%} of a core there",
    ]
    if machine.was_busy:
        notes.append("The machine was busy with something else: these figures are noise.")
    if found.plan.quick:
        notes.append("A quick run: a smoke test, no figures to quote.")
    return notes


def _generator(found: Comparison) -> float:
    return max(side.stage(lambda each: each.full).generator_cores for side in (found.ours, found.plain))


def _cells(row: Row) -> tuple[str, str, str, str]:
    return row.label, row.ours, row.plain, f"{row.better:.1f}×" if row.better is not None else ""
