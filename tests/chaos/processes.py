"""The line as real processes that can be killed, beside a small Twilio."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.contract.fake_twilio import FakeTwilio
from tests.integration.assistant_line import ROOT, free_port

START_SECONDS = 60.0
NOBODY = "http://127.0.0.1:9"


@dataclass
class Processes:
    """``commands`` are warmline's own (``serve --with-worker``, ``work``); each runs as one process."""

    twilio: FakeTwilio
    data_dir: Path
    database_url: str
    commands: tuple[tuple[str, ...], ...]
    rasa_url: str = NOBODY
    settings: Mapping[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    running: list[subprocess.Popen[bytes]] = field(default_factory=list)
    kills: int = 0

    @property
    def inbound(self) -> str:
        return f"http://127.0.0.1:{self.port}/sms/inbound"

    def start(self) -> None:
        self.running = [self._spawn(command) for command in self.commands]
        self._wait_until_alive()

    def kill(self, index: int) -> None:
        """SIGKILL one process and start it anew, as a supervisor would."""
        victim = self.running[index]
        victim.send_signal(signal.SIGKILL)
        victim.wait()
        self.kills += 1
        self.running[index] = self._spawn(self.commands[index])

    def stop(self) -> None:
        for process in self.running:
            process.terminate()
        for process in self.running:
            process.wait(timeout=30)

    def _spawn(self, command: tuple[str, ...]) -> subprocess.Popen[bytes]:
        with (self.data_dir / "processes.log").open("ab") as log:
            run = "from bot.cli.main import main; main()"
            return subprocess.Popen(
                [sys.executable, "-c", run, *command], cwd=ROOT, env=self._environment(), stdout=log, stderr=log
            )

    def _environment(self) -> Mapping[str, str]:
        return {
            **os.environ,
            "WARMLINE_DATA_DIR": str(self.data_dir),
            "WARMLINE_DATABASE_URL": self.database_url,
            "WARMLINE_PORT": str(self.port),
            "WARMLINE_PUBLIC_URL": f"http://127.0.0.1:{self.port}",
            "WARMLINE_CARRIER": "twilio",
            "WARMLINE_SAMPLE_DIRECTORY": "on",
            "WARMLINE_HUMAN_PHONE": "+15550199",
            "TWILIO_ACCOUNT_SID": self.twilio.account_sid,
            "TWILIO_AUTH_TOKEN": self.twilio.auth_token,
            "TWILIO_PHONE_NUMBER": self.twilio.number,
            "TWILIO_API_URL": self.twilio.url,
            "RASA_URL": self.rasa_url,
            **self.settings,
        }

    def _wait_until_alive(self) -> None:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/health/live", timeout=1).close()
                return
            except OSError:
                time.sleep(0.1)
        raise AssertionError("the line did not start:\n" + (self.data_dir / "processes.log").read_text()[-3000:])
