"""Which tests run in the same process when a whole run is spread over several (pytest-xdist).

What is dear to start is started once: the conversations with the trained assistant share one process, so
do the tests of the browser, and those that kill processes. Every other file is a piece of its own. The
long pieces come first, so that no process is left with one of them at the end.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

LONG = ("browser", "conversations", "chaos", "understanding")


def piece(nodeid: str) -> str:
    """The name of the piece that a test belongs to."""
    file = nodeid.partition("::")[0]
    folder = file.split("/")[1:2]
    return folder[0] if folder and folder[0] in LONG else file


def arrange(items: list[pytest.Item]) -> None:
    """Put the long pieces first; the order is kept otherwise."""
    items.sort(key=lambda item: LONG.index(name) if (name := piece(item.nodeid)) in LONG else len(LONG))


class InPieces(LoadScopeScheduling):  # type: ignore[misc]  # pytest-xdist has no types
    """Hands out whole pieces, in the order of :func:`arrange`."""

    def _split_scope(self, nodeid: str) -> str:
        return piece(nodeid)


def scheduler(config: pytest.Config, log: Any) -> InPieces:
    """What pytest-xdist asks for."""
    config.option.loadscopereorder = False  # it would sort the pieces by how many tests they have
    return InPieces(config, log)


@contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Hold ``path`` as a lock that other processes wait for."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
