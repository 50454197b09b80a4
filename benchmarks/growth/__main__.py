"""``make bench-growth``: what a text, a page and a chore cost as the line grows, on SQLite and PostgreSQL.

Three things grow, each from a fresh database: the people, the texts of one conversation, the rows of the log
(texts, events, notes). Prints tables, and keeps a picture and the figures in ``--keep``.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from benchmarks.growth.fill import ROWS_OF_A_TEXT, Size
from benchmarks.growth.measure import ROOT, Cost, grown_line, measure, megabytes
from benchmarks.growth.picture import Panel, draw
from benchmarks.sides import RASA_PYTHON
from tests.postgres import cluster

Figures = dict[str, Cost]
PEOPLE = (21, 1_000, 10_000, 100_000)
CONVERSATION = (10, 100, 1_000, 10_000)
ROWS = (1_000, 10_000, 100_000, 1_000_000)
TEXTS_OF_A_PERSON = 20
NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
DRAWN = (
    "a text of anybody",
    "a text of the longest conversation",
    "home, 24 hours",
    "list",
    "the longest conversation",
    "desk",
    "home, 30 days",
    "monthly report",
    "list: Spanish, not reviewed",
    "search: a word nobody wrote",
    "purge, nothing old",
)


def sizes(arguments: argparse.Namespace) -> dict[str, list[tuple[int, Size]]]:
    """What grows: its name, and for each step the number on the axis and the size of the database."""
    return {
        "people": [(count, Size(count, 2 * count)) for count in arguments.people],
        "texts of one conversation": [(count, Size(50, 1_000, count // 2)) for count in arguments.conversation],
        "rows of log": [(count, _log(count)) for count in arguments.rows],
    }


def _log(rows: int) -> Size:
    texts = rows // ROWS_OF_A_TEXT
    return Size(max(21, texts // TEXTS_OF_A_PERSON), texts)


def run(kind: str, steps: Sequence[tuple[int, Size]], texts: int) -> dict[int, Figures]:
    """The figures of each step; what is printed is for whoever waits."""
    found = {}
    for count, size in steps:
        began = time.monotonic()
        with (
            tempfile.TemporaryDirectory() as place,
            _url(kind, Path(place)) as url,
            grown_line(url, Path(place), size) as line,
        ):
            filled = time.monotonic()
            found[count] = measure(line, texts)
        print(
            f"  {kind} {count:>9,}: filled {size.rows:,} rows in {filled - began:.0f} s, measured in "
            f"{time.monotonic() - filled:.0f} s; a text {found[count]['a text of anybody'].cpu:.1f} ms; "
            f"{megabytes():.0f} MB; load {os.getloadavg()[0]:.1f}",
            flush=True,
        )
    return found


@contextmanager
def _url(kind: str, place: Path) -> Iterator[str]:
    if kind == "sqlite":
        yield f"sqlite:///{place / 'warmline.db'}"
        return
    with cluster() as own:
        yield own.url


def table(figures: dict[int, Figures]) -> str:
    """Milliseconds of processor time; with PostgreSQL's own behind a plus."""
    head = "| | " + " | ".join(f"{count:,}" for count in figures) + " |\n|---|" + "---|" * len(figures)
    rows = []
    for name in next(iter(figures.values())):
        costs = (each[name] for each in figures.values())
        rows.append(f"| {name} | " + " | ".join(_said(cost) for cost in costs) + " |")
    return "\n".join([head, *rows])


def _said(cost: Cost) -> str:
    server = f" + {cost.server:.1f}" if cost.server else ""
    return f"{cost.cpu:.1f}{server} ({cost.wall:.0f})"


def panels(kind: str, found: dict[str, dict[int, Figures]]) -> list[Panel]:
    return [
        Panel(
            what,
            "",
            {
                name: [(max(1, count), each[name].cpu + each[name].server) for count, each in figures.items()]
                for name in DRAWN
            },
        )
        for what, figures in found.items()
    ]


def trackers() -> str:
    """What is remembered in Rasa's place, and what Rasa's own store would cost."""
    command = [str(RASA_PYTHON), "-m", "benchmarks.growth.tracker"]
    quiet = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3", "RASA_TELEMETRY_ENABLED": "false"}
    asked = subprocess.run(command, cwd=ROOT, env=quiet, capture_output=True, text=True, check=True)
    found = json.loads(asked.stdout.splitlines()[-1])
    lines = [
        "| turns so far | our memory: bytes, load, save | Rasa's SQL tracker store: bytes, load, save |\n|---|---|---|"
    ]
    for turns, each in found.items():
        both = (f"{one['bytes']:,.0f}, {one['load_ms']:.2f} ms, {one['save_ms']:.2f} ms" for one in each.values())
        lines.append(f"| {int(turns):,} | " + " | ".join(both) + " |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, nargs="*", default=PEOPLE)
    parser.add_argument("--conversation", type=int, nargs="*", default=CONVERSATION)
    parser.add_argument("--rows", type=int, nargs="*", default=ROWS)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), nargs="*", default=("sqlite", "postgresql"))
    parser.add_argument("--texts", type=int, default=60, help="texts measured in each step")
    parser.add_argument("--keep", type=Path, default=ROOT / "var" / "bench", help="folder of picture and figures")
    arguments = parser.parse_args()
    arguments.keep.mkdir(parents=True, exist_ok=True)
    for kind in arguments.database:
        found: dict[str, dict[int, Figures]] = {}
        for what, steps in sizes(arguments).items():
            if steps:
                print(f"{kind}, {what}", flush=True)
                found[what] = run(kind, steps, arguments.texts)
                print(table(found[what]), flush=True)
        picture = draw(f"Processor milliseconds on {NAMES[kind]}", panels(kind, found))
        (arguments.keep / f"growth-{kind}.svg").write_text(picture, "utf-8")
        kept = {what: {count: {name: asdict(cost) for name, cost in each.items()} for count, each in figures.items()}
                for what, figures in found.items()}  # fmt: skip
        (arguments.keep / f"growth-{kind}.json").write_text(json.dumps(kept, indent=1), "utf-8")
    print(trackers())


if __name__ == "__main__":
    sys.exit(main())
