"""A whole line in real processes, started as ``make run`` starts it, in a data directory of its own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.integration.assistant_line import ROOT, free_port

START_SECONDS = 240
PERSON = "+15550100"


def process_table() -> dict[int, int]:
    """Every living process and its parent.

    A zombie is dead, but for one whose other threads (``l``) still end: until the last of them
    is gone, the process has its files and sockets.
    """
    rows = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,stat="], capture_output=True, text=True, check=True).stdout
    split = [row.split() for row in rows.splitlines()]
    return {int(pid): int(parent) for pid, parent, state, *_ in split if not state.startswith("Z") or "l" in state}


@dataclass
class RunningLine:
    """``with RunningLine(data_dir) as line``: the line runs, but is perhaps not ready yet."""

    data_dir: Path
    settings: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    rasa_port: int = field(default_factory=free_port)
    output: str = ""

    def __enter__(self) -> RunningLine:
        environment = {**os.environ, **self.environment(), "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot.cli.main", "run"],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        return self

    def __exit__(self, *_: object) -> None:
        family = self.family()
        if self.process.poll() is None:
            self.process.terminate()
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(90)
        for pid in [self.process.pid, *family]:  # only what this test started
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.process.wait()

    def environment(self) -> dict[str, str]:
        return {
            "WARMLINE_DATA_DIR": str(self.data_dir),
            "WARMLINE_PORT": str(self.port),
            "RASA_URL": f"http://127.0.0.1:{self.rasa_port}",
            **self.settings,
        }

    def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run ``warmline …`` beside the line."""
        return subprocess.run(
            [sys.executable, "-m", "bot.cli.main", *arguments],
            cwd=ROOT,
            env={**os.environ, **self.environment()},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    def wait_for(self, words: str, seconds: float = START_SECONDS) -> None:
        """Return when ``words`` (a regular expression) were printed."""
        deadline = time.monotonic() + seconds
        while not re.search(words, self.output):
            if self.process.poll() is not None:
                self._reader.join(5)
                if re.search(words, self.output):
                    return
                raise AssertionError(f"the line ended:\n{self.output}")
            assert time.monotonic() < deadline, f"never said {words!r}:\n{self.output}"
            time.sleep(0.05)

    def get(self, path: str) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=60) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def text(self, body: str, sender: str = PERSON) -> None:
        """Send a text from a simulated phone."""
        form = urllib.parse.urlencode({"from": sender, "body": body}).encode()
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/phone/send", form, method="POST")
        with urllib.request.urlopen(request, timeout=120) as answer:
            assert answer.status == 200

    def family(self) -> list[int]:
        """The supervisor's children and theirs."""
        table, found = process_table(), [self.process.pid]
        for pid in found:
            found += [child for child, parent in table.items() if parent == pid]
        return found[1:]

    def child(self, words: str) -> int:
        """The id of the process of this line whose command line holds ``words``."""
        for pid in self.family():
            shown = subprocess.run(["ps", "-p", str(pid), "-o", "args="], capture_output=True, text=True, check=False)
            if words in shown.stdout:
                return pid
        raise AssertionError(f"no process of this line has {words!r} in its command line")

    def _read(self) -> None:
        if self.process.stdout is not None:
            for line in self.process.stdout:
                self.output += line


def all_gone(pids: list[int], seconds: float = 60) -> bool:
    """Whether none of ``pids`` lives any more, given some time."""
    deadline = time.monotonic() + seconds
    while set(pids) & set(process_table()):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True
