"""What a side is: trained, started, reached."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from benchmarks.processes import Group

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / "var" / "bench"
RASA_PYTHON = ROOT / "assistant" / ".venv" / "bin" / "python"
TRAIN_LIMIT_SECONDS = 900
QUIET = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONUNBUFFERED": "1"}


class CannotStart(Exception):
    """A side could not be trained or started; the sentence says why and where to look."""


@dataclass(frozen=True)
class Training:
    """``seconds`` of the training, process start to end; ``today``: it was done for this run."""

    seconds: float
    today: bool


@dataclass(frozen=True)
class Running:
    """A started side. ``ready_path`` answers 200 when the side can be texted."""

    group: Group
    port: int
    inbound_path: str
    ready_path: str
    log: Path

    @property
    def inbound_url(self) -> str:
        return f"http://127.0.0.1:{self.port}{self.inbound_path}"


class Side(Protocol):
    """One of the two that are measured. ``silent_after_accept``: nothing is sent after its webhook answered."""

    name: str
    silent_after_accept: bool

    def train(self, quick: bool) -> Training:
        """Train, or find what was trained from the same files. Raises :class:`CannotStart`."""

    def start(self, carrier: Mapping[str, str]) -> Running:
        """Start with an empty database; ``carrier`` holds the settings that lead to it."""


def run_to_end(command: list[str], environment: Mapping[str, str], log: Path) -> float:
    """Run ``command`` to its end; the seconds it took."""
    start = time.monotonic()
    with log.open("wb") as output:
        result = subprocess.run(
            command,
            cwd=ROOT,
            env={**os.environ, **QUIET, **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
            timeout=TRAIN_LIMIT_SECONDS,
            check=False,
        )
    if result.returncode != 0:
        raise CannotStart(f"A preparation failed; its last words are in {log}.")
    return round(time.monotonic() - start, 1)


def free_port() -> int:
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        port: int = place.getsockname()[1]
        return port
