"""The real Rasa with the trained model as a process whose every file lies in one folder."""

from __future__ import annotations

import resource
import shutil
import signal
import subprocess
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from bot.app import House
from bot.supervisor.plans import assistant_python, foreign_environment
from tests.integration.assistant_line import ROOT, free_port
from tests.postgres import end_with_parent

START_SECONDS = 300.0
ITS_FILES = ("config.yml", "domain.yml", "endpoints.yml", "credentials.yml")


@dataclass
class RealRasa:
    """Works in ``place``, which also is its home and holds its temporary files, its log and a copy of the model."""

    place: Path
    trained: Path
    house: House
    line_port: int
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def model(self) -> Path:
        return self.place / "var" / "models" / "assistant.tar.gz"

    @property
    def log(self) -> Path:
        return self.place / "rasa.log"

    def start(self) -> None:
        if not self.model.exists():
            for name in ("models", "encoder"):
                shutil.copytree(self.trained / name, self.place / "var" / name)
            for name in ITS_FILES:
                shutil.copy(ROOT / name, self.place)
            shutil.copytree(ROOT / "data", self.place / "data")
            (self.place / "tmp").mkdir()
        command = [str(assistant_python()), "-m", "assistant.serve", "--port", str(self.port)]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*command, "--data-dir", str(self.place / "var")],
                cwd=self.place,
                env=self._environment(),
                stdout=log,
                stderr=log,
                preexec_fn=end_with_parent,
            )
        self._wait()

    def crash(self) -> None:
        """SIGABRT, as by a fault in a library."""
        if self.process is not None:
            assert resource.prlimit(self.process.pid, resource.RLIMIT_CORE) == (0, 0)
            self.process.send_signal(signal.SIGABRT)
            self.process.wait(60)

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait(60)

    def _environment(self) -> dict[str, str]:
        return foreign_environment() | {
            "PYTHONPATH": str(ROOT),
            "HOME": str(self.place),
            "TMPDIR": str(self.place / "tmp"),
            "WARMLINE_ASSISTANT_SECRET": self.house.assistant_secret,
            "WARMLINE_ACTIONS_SECRET": self.house.actions_secret,
            "WARMLINE_ACTIONS_URL": f"http://127.0.0.1:{self.line_port}/actions/webhook",
        }

    def _wait(self) -> None:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end and self.process is not None and self.process.poll() is None:
            try:
                urllib.request.urlopen(f"{self.url}/", timeout=2).close()
                return
            except OSError:
                time.sleep(0.2)
        raise AssertionError("Rasa did not start:\n" + self.log.read_text("utf-8", "replace")[-3000:])
