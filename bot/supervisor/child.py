"""One supervised process: started, watched, started anew with growing pauses, stopped for good."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from bot.supervisor import tether

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
STEADY_SECONDS = 60.0  # a process that lived so long starts with a short pause again


@dataclass(frozen=True)
class Plan:
    """How to start a process. ``log``: where its output goes; ``None``: to our own terminal."""

    name: str
    command: Sequence[str]
    environment: dict[str, str]
    log: Path | None = None
    inherits: tuple[int, ...] = ()


@dataclass
class Child:
    """A process made after ``plan``. Call :meth:`look` often; it starts and restarts."""

    plan: Plan
    say: Callable[[str], None]
    ends: int = 0  # how often it ended by itself since it last was steady
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False)
    _started_at: float = field(default=0.0, init=False)
    _again_at: float = field(default=0.0, init=False)

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    @property
    def steady(self) -> bool:
        return self._process is not None and time.monotonic() - self._started_at > STEADY_SECONDS

    def look(self) -> None:
        """Start the process if it is time to; notice its end."""
        if self._process is None:
            if time.monotonic() >= self._again_at:
                try:
                    self._start()
                except OSError as error:  # no room for its log, no memory, too many processes: that passes
                    self._wait_after(f"could not start ({error.strerror or type(error).__name__})")
        elif (code := self._process.poll()) is not None:
            self._ended(code)
        elif self.steady:
            self.ends = 0

    def ask_to_stop(self) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)

    def gone(self) -> bool:
        return self._process is None or self._process.poll() is not None

    def kill(self) -> None:
        """End it and whatever it started, now."""
        if self._process is None:
            return
        with suppress(ProcessLookupError):  # nobody left to end
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def _start(self) -> None:
        command = [sys.executable, tether.__file__, str(os.getpid()), *self.plan.command]
        output = self._open_log()
        try:
            # A session of its own: Ctrl-C at the terminal reaches us alone, and we stop it in order.
            self._process = subprocess.Popen(  # noqa: S603  # our own commands
                command,
                env=self.plan.environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT if output else None,
                pass_fds=self.plan.inherits,
                start_new_session=True,
            )
        finally:
            if output:
                output.close()
        self._started_at = time.monotonic()

    def _open_log(self) -> IO[bytes] | None:
        if self.plan.log is None:
            return None
        self.plan.log.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        return self.plan.log.open("ab")

    def _ended(self, code: int) -> None:
        if self.steady:
            self.ends = 0
        self.kill()  # what it may have left of its own children
        self._process = None
        self._wait_after(f"ended ({_how(code)})")

    def _wait_after(self, why: str) -> None:
        pause = min(FIRST_PAUSE * 2**self.ends, LONGEST_PAUSE)
        self.ends += 1
        self._again_at = time.monotonic() + pause
        where = f" Its log: {self.plan.log}." if self.plan.log else ""
        self.say(f"{self.plan.name} {why}; it starts again in {pause:.0f} s.{where}")


def _how(code: int) -> str:
    return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"


def stop_all(children: Sequence[Child], seconds: float, hurry: Callable[[], bool]) -> None:
    """Ask all to stop, last started first; end those that still live after ``seconds``, or once ``hurry()``."""
    for child in reversed(children):
        child.ask_to_stop()
    deadline = time.monotonic() + seconds
    while not all(child.gone() for child in children) and time.monotonic() < deadline and not hurry():
        time.sleep(0.05)
    for child in children:
        child.kill()
