"""One line per data directory: a file lock that ends with the process, however that ends."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Mapping
from pathlib import Path

from bot.errors import WarmlineError

LOCK_FILE = "line.lock"
INHERITED = "WARMLINE_LOCK_FD"  # the supervisor hands its lock to the line, which keeps it if it outlives it


class LineRunning(WarmlineError):
    """Another process has this data directory in hand."""


def hold_line(data_dir: Path, environment: Mapping[str, str] = os.environ) -> int:
    """Lock ``data_dir`` for this process and those that inherit the returned file descriptor.

    A lock that our supervisor holds already is taken over. Raises :class:`LineRunning`.
    """
    path = data_dir / LOCK_FILE
    given = environment.get(INHERITED, "")
    if given.isdigit() and _is_open_on(int(given), path):
        return int(given)
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.pread(descriptor, 20, 0).decode("ascii", "replace").strip() or "unknown"
        os.close(descriptor)
        raise LineRunning(
            f"A line is already running on {data_dir} (process {holder}). Stop it first, "
            "or set WARMLINE_DATA_DIR and WARMLINE_PORT for a second one."
        ) from None
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
    return descriptor


def _is_open_on(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except OSError:
        return False
