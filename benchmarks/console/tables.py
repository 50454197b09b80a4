"""The figures as Markdown, as JSON and as a picture of their growth."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.console.ask import Took
from benchmarks.console.browser import Opened
from benchmarks.growth.picture import Panel, draw

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "benchmarks" / "results"
PICTURE = "growth-console.svg"
WHOLE_RUN = 100_000  # a run with so many texts is worth a place in docs/images
DRAWN = (
    "home, 24 hours", "home, 30 days", "list", "list: Spanish, not reviewed", "conversation", "figures, 90 days",
    "crises, something missing", "monthly report", "desk", "search: frequent word", "search: a word nobody wrote",
)  # fmt: skip


@dataclass
class Figures:
    """``asked``: by database, by number of texts, by page. ``opened``: by device, by page, at the most texts."""

    asked: dict[str, dict[int, dict[str, Took]]] = field(default_factory=dict)
    opened: dict[str, dict[str, Opened]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def as_markdown(found: Figures) -> str:
    """Ready for a document."""
    parts = ["Milliseconds of the service, p50 / p95.", _waited(found), "Milliseconds of processor time, p50."]
    parts += [_worked(found), *(f"{note}  " for note in found.notes)]
    for device, pages in found.opened.items():
        parts += [f"In the browser, {device}: the first visit, and the next one.", _browser(pages)]
    return "\n\n".join(parts) + "\n"


def write(found: Figures) -> list[Path]:
    """Write table, JSON and picture; the paths."""
    RESULTS.mkdir(exist_ok=True)
    most = max(size for sizes in found.asked.values() for size in sizes)
    picture = (ROOT / "docs" / "images" if most >= WHOLE_RUN else RESULTS) / PICTURE
    table, raw = RESULTS / "console.md", RESULTS / "console.json"
    table.write_text(as_markdown(found), "utf-8")
    kept = {"written_at": datetime.now(UTC).isoformat(timespec="seconds"), **asdict(found)}
    raw.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")
    picture.write_text(draw("The console's pages as texts grow: p50 of the service", _panels(found)), "utf-8")
    return [table, raw, picture]


def _panels(found: Figures) -> list[Panel]:
    return [
        Panel(
            database,
            "texts in the log",
            {name: [(size, took[name].p50) for size, took in sizes.items()] for name in DRAWN},
        )
        for database, sizes in found.asked.items()
    ]


def _columns(found: Figures) -> list[tuple[str, dict[str, Took]]]:
    return [(f"{database}, {size:,}", took) for database, sizes in found.asked.items() for size, took in sizes.items()]


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _waited(found: Figures) -> str:
    columns = _columns(found)
    rows = [[name, *(f"{took[name].p50:.0f} / {took[name].p95:.0f}" for _, took in columns)] for name in columns[0][1]]
    return _table(["page", *(title for title, _ in columns)], rows)


def _worked(found: Figures) -> str:
    columns = _columns(found)
    rows = [[name, *(f"{took[name].cpu:.0f}" for _, took in columns)] for name in columns[0][1]]
    return _table(["page", *(title for title, _ in columns)], rows)


def _browser(pages: dict[str, Opened]) -> str:
    head = ["page", "largest paint, ms", "again, ms", "sent, kB", "again, kB", "layout shift"]
    rows = [
        [
            name, f"{one.paint:.0f}", f"{one.paint_again:.0f}", f"{one.kilobytes:.0f}", f"{one.kilobytes_again:.0f}",
            f"{one.jumps:.3f}",
        ]
        for name, one in pages.items()
    ]  # fmt: skip
    return _table(head, rows)
