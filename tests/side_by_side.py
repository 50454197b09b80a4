"""Which tests run in the same process when a whole run is spread over several (pytest-xdist, `--dist loadgroup`).

What is dear to start is started once: all tests of the trained assistant share one process, so do those of
the browser, and those that kill processes. Every other file is a piece of its own. The long pieces come
first, so that no process is left with one of them at the end.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

LONG = ("browser", "assistant", "chaos")


def piece(item: pytest.Item) -> str:
    """The name of the piece that ``item`` belongs to."""
    folder = item.path.parent.name
    if folder in ("browser", "chaos"):
        return folder
    if folder == "understanding" or "trained_data_dir" in getattr(item, "fixturenames", ()):
        return "assistant"
    return str(item.path)


def arrange(items: list[pytest.Item]) -> None:
    """Mark each of ``items`` with its piece, and put the long pieces first; the order is kept otherwise."""
    pieces = {item: piece(item) for item in items}
    for item, name in pieces.items():
        item.add_marker(pytest.mark.xdist_group(name))
    items.sort(key=lambda item: LONG.index(pieces[item]) if pieces[item] in LONG else len(LONG))


@contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Hold ``path`` as a lock that other processes wait for."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
