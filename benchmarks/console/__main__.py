"""``make bench-console``: ``python -m benchmarks.console [TEXTS …]``, 10,000 and 100,000 unless told.

For each number of texts, on SQLite and on PostgreSQL: fills a fresh database in bulk and asks each page through the
whole application. With the most texts, a real browser opens the pages as well. At the end stands a Markdown
table, which is kept in ``benchmarks/results`` with the raw figures; a picture of the growth goes into
``docs/images`` when the run had at least 100,000 texts.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.console import ask, browser
from benchmarks.console.tables import Figures, as_markdown, write
from tests.postgres import cluster

NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


@contextmanager
def _url(kind: str, folder: Path) -> Iterator[str]:
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'warmline.db'}"
        return
    with cluster() as own:
        yield own.url


def _step(kind: str, texts: int, found: Figures, with_browser: bool) -> None:
    with (
        tempfile.TemporaryDirectory() as place,
        _url(kind, Path(place)) as url,
        ask.staffed(url, Path(place), texts) as line,
    ):
        began = time.monotonic()
        found.asked.setdefault(NAMES[kind], {})[texts] = ask.measure(line.client, texts)
        asked = time.monotonic()
        if with_browser:
            found.opened = browser.measure(line, ask.pages(texts))
        note = (
            f"{NAMES[kind]}, {texts:,} texts: filled in {line.filled:.0f} s, asked for {asked - began:.0f} s"
            + (f", opened for {time.monotonic() - asked:.0f} s" if with_browser else "")
            + f"; load {os.getloadavg()[0]:.1f} on {len(os.sched_getaffinity(0))} cores."
        )
    found.notes.append(note)
    print(note, flush=True)


def main(sizes: list[int]) -> None:
    found, most = Figures(), max(sizes)
    for texts in sizes:
        for kind in NAMES:
            _step(kind, texts, found, with_browser=texts == most and kind == "sqlite")
    paths = write(found)
    print(f"\n{as_markdown(found)}\n" + "\n".join(f"Written: {path}" for path in paths))


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10_000, 100_000])
