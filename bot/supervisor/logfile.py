"""Keeps a process's log small while the process writes to it."""

from __future__ import annotations

import shutil
from pathlib import Path

LARGEST = 5_000_000  # bytes; one older part of the same size is kept beside it


def keep_small(log: Path, largest: int = LARGEST) -> bool:
    """Move what is in ``log`` to ``log.1`` when it has grown too large; whether it had.

    The writer goes on in the same file, which it must have opened for appending. Lines written
    in the moment between copy and cut are lost; on a full disk all of them, for the room is worth more.
    Raises ``OSError`` when not even that can be done.
    """
    try:
        if log.stat().st_size <= largest:
            return False
    except FileNotFoundError:
        return False
    older = log.with_name(log.name + ".1")
    try:
        shutil.copyfile(log, older)
    except OSError:
        older.unlink(missing_ok=True)
    with log.open("r+b") as file:
        file.truncate(0)
    return True
