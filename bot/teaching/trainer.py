"""One training at a time, in a process of its own beside the running line, which ends with the line."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from bot.supervisor import tether

LOG = Path("logs") / "teaching.log"
TAKEN, REFUSED, UNCHANGED, FAILED = "taken", "refused", "unchanged", "failed"
NOT_LOADED = "not_loaded"  # taken, but Rasa goes on with the one before until it is started again
CARDS = ("assistant.json", "danger.json")
LAST_LINES = 30
_BAR, _COLOUR = re.compile(r"\d(?:it|s)/(?:s|it)|\?it/s"), re.compile(r"\x1b\[[0-9;]*m")


class Trainer:
    """Starts ``command`` and says what came of it, by the cards of the models in ``data_dir``/models."""

    def __init__(self, command: Sequence[str], data_dir: Path) -> None:
        self._command = command
        self._data_dir = data_dir
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self.running: int | None = None  # the id of the training that runs

    def start(self, training_id: int, ended: Callable[[str], None]) -> bool:
        """Begin; false if one is running. ``ended`` is called from another thread with the outcome."""
        with self._lock:
            if self.running is not None:
                return False
            self.running = training_id
        # The kernel ends the process with the thread that started it: so that thread waits for it.
        threading.Thread(target=self._run, args=(ended,), name="training", daemon=True).start()
        return True

    def stop(self) -> None:
        """End a training that runs; the models stay as they are."""
        process = self._process
        if process is not None and process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)

    def last_lines(self) -> list[str]:
        """What the last training said, its end, without Rasa's bars of progress and colours."""
        try:
            text = (self._data_dir / LOG).read_text("utf-8", "replace")
        except OSError:
            return []
        said = (_COLOUR.sub("", line).rstrip() for line in text.splitlines())
        return [line for line in said if line and not _BAR.search(line)][-LAST_LINES:]

    def _run(self, ended: Callable[[str], None]) -> None:
        before, log = self._made(), self._data_dir / LOG
        try:
            log.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with log.open("wb") as noise:
                self._process = subprocess.Popen(  # noqa: S603  # our own command
                    [sys.executable, tether.__file__, str(os.getpid()), *self._command],
                    stdin=subprocess.DEVNULL,
                    stdout=noise.fileno(),
                    stderr=subprocess.STDOUT,
                    start_new_session=True,
                )
            code = self._process.wait()
            after = self._made()
            changed = after != before
            ended(TAKEN if changed else UNCHANGED if code == 0 else REFUSED if self._refused() else FAILED)
        except OSError:
            ended(FAILED)
        finally:
            self.running = None

    def _made(self) -> list[str]:
        """What the models in use were made of."""
        return [self._made_of(name) for name in CARDS]

    def _refused(self) -> bool:
        """Whether the last training ended with a model that is not good enough."""
        return bool(self._made_of("refused.json"))

    def _made_of(self, card: str) -> str:
        try:
            return str(json.loads((self._data_dir / "models" / card).read_text("utf-8")).get("made_of", ""))
        except (OSError, ValueError):
            return ""
