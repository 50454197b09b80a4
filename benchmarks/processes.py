"""Starts the processes of one side, weighs them, and leaves none behind (Linux: reads ``/proc``)."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
LIBC = ctypes.CDLL(None)
TICKS = os.sysconf("SC_CLK_TCK")
STOP_SECONDS = 20.0
ORPHAN_SECONDS = 2.0


@dataclass(frozen=True)
class Known:
    """One process, told apart from a later one with the same number by the tick it began."""

    pid: int
    began: int


@dataclass(frozen=True)
class Weight:
    """Memory (PSS, megabytes of 10^6 bytes: shared pages are split among those who share them) and CPU seconds."""

    megabytes: float
    cpu_seconds: float
    processes: int


class Group:
    """The processes that one side started, with all their descendants."""

    def __init__(self) -> None:
        self._roots: list[subprocess.Popen[bytes]] = []
        self._seen: set[Known] = set()

    def start(self, command: Sequence[str], cwd: Path, environment: Mapping[str, str], log: Path) -> None:
        """Start ``command``; what it prints goes to ``log``."""
        with log.open("ab") as output:
            self._roots.append(
                subprocess.Popen(
                    command,
                    cwd=cwd,
                    env={**os.environ, **environment},
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=subprocess.STDOUT,
                    start_new_session=True,
                    preexec_fn=_end_with_parent,
                )
            )

    def ended(self) -> bool:
        """Whether one of the started processes is gone."""
        return any(root.poll() is not None for root in self._roots)

    def alive(self) -> list[Known]:
        """All living processes of the side; those whose parent died are kept in mind."""
        table = dict(_table())
        family = {root.pid for root in self._roots} & table.keys()
        grown = True
        while grown:
            children = {pid for pid, (parent, _) in table.items() if parent in family} - family
            family |= children
            grown = bool(children)
        self._seen |= {Known(pid, table[pid][1]) for pid in family}
        return [known for known in self._seen if known.pid in table and table[known.pid][1] == known.began]

    def weigh(self) -> Weight:
        """All processes together, now."""
        living = self.alive()
        return Weight(
            sum(_pss_bytes(known.pid) for known in living) / 1e6,
            sum(cpu_seconds(known.pid) for known in living),
            len(living),
        )

    def stop(self) -> None:
        """Ask every started process to end (SIGINT, as Ctrl-C does), then end what is left."""
        self.alive()
        for root in self._roots:
            if root.poll() is None:
                root.send_signal(signal.SIGINT)
        end = time.monotonic() + STOP_SECONDS
        while self.alive() and time.monotonic() < end:
            if all(root.poll() is not None for root in self._roots):
                end = min(end, time.monotonic() + ORPHAN_SECONDS)
            time.sleep(0.1)
        for known in self.alive():
            try:
                os.kill(known.pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        for root in self._roots:
            root.wait()
        while self.alive():  # an orphan is not ours to wait for; the kernel takes a moment to end it
            time.sleep(0.01)


def _end_with_parent() -> None:
    """Have the kernel end this process when the benchmark is killed (prctl: PR_SET_PDEATHSIG)."""
    LIBC.prctl(1, signal.SIGTERM)


def _table() -> Iterator[tuple[int, tuple[int, int]]]:
    """Every process that is not a zombie: its parent and the tick it began."""
    for entry in PROC.iterdir():
        if entry.name.isdigit():
            fields = _stat(int(entry.name))
            if fields and fields[0] != "Z":
                yield int(entry.name), (int(fields[1]), int(fields[19]))


def _stat(pid: int) -> list[str]:
    """The fields of ``/proc/PID/stat`` from the state on; empty if the process is gone."""
    try:
        return (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def cpu_seconds(pid: int) -> float:
    """What the process has used so far; 0 if it is gone."""
    fields = _stat(pid)
    return (int(fields[11]) + int(fields[12])) / TICKS if fields else 0.0


def _pss_bytes(pid: int) -> int:
    try:
        lines = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:  # gone in between, or a kernel thread
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
