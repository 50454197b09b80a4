"""The line as real processes that can be killed, frozen and buried, beside a small Twilio."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.chaos.jumping_line import SETTING
from tests.contract.fake_twilio import FakeTwilio
from tests.integration.assistant_line import ROOT, free_port
from tests.postgres import end_with_parent

START_SECONDS = 240.0  # six processes at once on a busy machine
NOBODY = "http://127.0.0.1:9"


@dataclass
class Processes:
    """``commands`` are warmline's own (``serve --with-worker``, ``work``); each runs as one process.

    The first listens at ``port``, further ``serve`` processes at ports of their own.
    """

    twilio: FakeTwilio
    data_dir: Path
    database_url: str
    commands: tuple[tuple[str, ...], ...]
    rasa_url: str = NOBODY
    settings: Mapping[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    running: list[subprocess.Popen[bytes]] = field(default_factory=list)
    buried: set[int] = field(default_factory=set)
    kills: int = 0

    def __post_init__(self) -> None:
        first = next((index for index, command in enumerate(self.commands) if command[0] == "serve"), None)
        self._ports = [self.port if index == first else free_port() for index in range(len(self.commands))]

    @property
    def inbound(self) -> str:
        return f"http://127.0.0.1:{self.port}/sms/inbound"

    @property
    def doors(self) -> list[str]:
        """The address of every web process, as a proxy knows them."""
        pairs = zip(self.commands, self._ports, strict=True)
        return [f"http://127.0.0.1:{port}" for command, port in pairs if command[0] == "serve"]

    @property
    def clock(self) -> Path:
        """The file that says by how many seconds the clock of all processes is wrong."""
        return self.data_dir / "clock"

    def start(self) -> None:
        self.clock.write_text("0")
        self.running = [self._spawn(index) for index in range(len(self.commands))]
        self.wait_until_alive()

    def kill(self, index: int) -> None:
        """SIGKILL one process and start it anew, as a supervisor would."""
        self.bury(index)
        self.buried.discard(index)
        self.running[index] = self._spawn(index)

    def crash(self, index: int) -> None:
        """SIGABRT, as a fault in a library ends a process; it is not started anew, and leaves no core file."""
        victim = self.running[index]
        assert resource.prlimit(victim.pid, resource.RLIMIT_CORE) == (0, 0)
        victim.send_signal(signal.SIGABRT)
        assert victim.wait(60) == -signal.SIGABRT
        self.buried.add(index)

    def bury(self, index: int) -> None:
        """SIGKILL one process for good."""
        victim = self.running[index]
        victim.send_signal(signal.SIGKILL)
        victim.wait()
        self.kills += 1
        self.buried.add(index)

    def freeze(self, index: int) -> None:
        self.running[index].send_signal(signal.SIGSTOP)

    def thaw(self, index: int) -> None:
        self.running[index].send_signal(signal.SIGCONT)

    def living(self) -> list[int]:
        return [index for index in range(len(self.running)) if index not in self.buried]

    def workers(self) -> list[int]:
        """The living processes that handle texts."""
        return [index for index in self.living() if self.commands[index] != ("serve",)]

    def raise_the_dead(self) -> None:
        """Start what ended by itself anew, as a supervisor would."""
        for index in self.living():
            if self.running[index].poll() is not None:
                self.running[index] = self._spawn(index)

    def stop(self) -> None:
        for process in self.running:
            process.send_signal(signal.SIGCONT)
            process.terminate()
        for process in self.running:
            process.wait(timeout=60)

    def _spawn(self, index: int) -> subprocess.Popen[bytes]:
        with (self.data_dir / "processes.log").open("ab") as log:
            command = [sys.executable, "-m", "tests.chaos.jumping_line", *self.commands[index]]
            environment = self._environment(index)
            return subprocess.Popen(
                command, cwd=ROOT, env=environment, stdout=log, stderr=log, preexec_fn=end_with_parent
            )

    def _environment(self, index: int) -> Mapping[str, str]:
        return {
            **os.environ,
            SETTING: str(self.clock),
            "WARMLINE_DATA_DIR": str(self.data_dir),
            "WARMLINE_DATABASE_URL": self.database_url,
            "WARMLINE_PORT": str(self._ports[index]),
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

    def wait_until_alive(self) -> None:
        for door in self.doors:
            self._wait_for(door)

    def _wait_for(self, door: str) -> None:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            try:
                urllib.request.urlopen(f"{door}/health/live", timeout=1).close()
                return
            except OSError:
                time.sleep(0.1)
        raise AssertionError("the line did not start:\n" + (self.data_dir / "processes.log").read_text()[-3000:])


class Proxy(Mapping[str, str]):
    """Leads the public address to any of the doors, as a load balancer does; for ``FakeTwilio(reach=…)``."""

    def __init__(self, public: str, doors: list[str], seed: int) -> None:
        self._public, self._doors, self._chance = public, doors, random.Random(seed)

    def __getitem__(self, key: str) -> str:
        if key != self._public:
            raise KeyError(key)
        return self._chance.choice(self._doors)

    def __iter__(self) -> Iterator[str]:
        return iter((self._public,))

    def __len__(self) -> int:
        return 1
