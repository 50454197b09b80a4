"""The small Rasa as a process of its own: killed, frozen, talking nonsense, and well again."""

from __future__ import annotations

import http.client
import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.integration.assistant_line import ROOT, free_port
from tests.postgres import end_with_parent

START_SECONDS = 120.0


@dataclass
class RasaProcess:
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        command = [sys.executable, "-m", "tests.chaos.small_rasa", "--port", str(self.port)]
        self.process = subprocess.Popen(command, cwd=ROOT, preexec_fn=end_with_parent)
        end = time.monotonic() + START_SECONDS
        while not self._asked("well"):
            assert time.monotonic() < end, "the small Rasa did not start"
            time.sleep(0.05)

    def kill(self) -> None:
        self.send(signal.SIGKILL)
        if self.process is not None:
            self.process.wait()

    def freeze(self) -> None:
        self.send(signal.SIGSTOP)

    def thaw(self) -> None:
        self.send(signal.SIGCONT)

    def behave(self, mode: str) -> None:
        """``well``, ``garbage`` or ``broken``."""
        assert self._asked(mode), "the small Rasa does not listen"

    def send(self, number: signal.Signals) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(number)

    def counts(self) -> dict[str, int]:
        """Since it started: how often it was ``asked``, and the ``peak`` of questions at once."""
        return dict(json.loads(self._post("/counts", b"")))

    def _asked(self, mode: str) -> bool:
        try:
            self._post("/mode", mode.encode())
        except OSError:
            return False
        return True

    def _post(self, path: str, body: bytes) -> bytes:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("POST", path, body)
            return connection.getresponse().read()
        finally:
            connection.close()


@contextmanager
def small_rasa() -> Iterator[RasaProcess]:
    rasa = RasaProcess()
    rasa.start()
    try:
        yield rasa
    finally:
        rasa.thaw()
        rasa.kill()
