"""What happens before the line starts: room on the disk, a trained assistant, a prepared house."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.errors import WarmlineError
from bot.settings import Settings
from bot.supervisor import tether
from bot.supervisor.addresses import own_rasa_port
from bot.supervisor.plans import danger_training_command, training_command, training_environment

FIRST_START_BYTES, LATER_BYTES = 1_000_000_000, 200_000_000
PAUSE = 0.05
# The training's word for "there is an assistant, but not a safe one of these files"; it has said why.
NOT_SAFE = 3


class StepFailed(WarmlineError):
    """A step ended badly. It has said why itself, so the message may be empty."""

    def __init__(self, sentence: str, code: int = 1) -> None:
        super().__init__(sentence)
        self.code = code


class Stopped(Exception):
    """Whoever started us wants us to stop."""


@dataclass(frozen=True)
class Prepared:
    """What ``bot.supervisor.prepare`` reports: the link of the first invitation, and for whom it is."""

    invitation: str | None
    invited: str


def check_disk(settings: Settings) -> None:
    """Raise :class:`StepFailed` when the disk is too full to work."""
    place = settings.warmline_data_dir.absolute()
    needed = LATER_BYTES if (place / "models" / "assistant.tar.gz").exists() else FIRST_START_BYTES
    while not place.exists():
        place = place.parent
    free = shutil.disk_usage(place).free
    if free < needed:
        raise StepFailed(
            f"There are only {free // 1_000_000} MB free on the disk of {place}; Warmline needs "
            f"{needed // 1_000_000} MB. Make room, or set WARMLINE_DATA_DIR to another disk."
        )


def train_and_prepare(settings: Settings, wait: Callable[[float], None]) -> Prepared:
    """Both at once: each has little to do at a second start, and training has two cores for itself at the first.

    ``wait`` sleeps, and raises :class:`Stopped` when it is time to stop.
    Raises :class:`StepFailed`.
    """
    preparing = _start([sys.executable, "-m", "bot.supervisor.prepare"], dict(os.environ), stdout=subprocess.PIPE)
    running = [preparing]
    log = settings.warmline_data_dir / "logs" / "training.log"
    log.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        if own_rasa_port(settings) is not None:
            with log.open("wb") as noise:  # Rasa's bars and warnings; what people should see is on stdout
                environment = training_environment(settings)
                running.append(_start(training_command(settings), environment, stderr=noise.fileno()))
        while any(each.poll() is None for each in running):
            wait(PAUSE)
            _raise_for(running, log)
        _raise_for(running, log)
        if own_rasa_port(settings) is not None:
            _train_danger(settings, wait, running)
    finally:
        _end(running)
    output = preparing.stdout.read() if preparing.stdout else b""
    return Prepared(**json.loads(output))


def _train_danger(settings: Settings, wait: Callable[[float], None], running: list[subprocess.Popen[bytes]]) -> None:
    """The service's own eyes for danger. Without them the line runs on its rules, and says so."""
    log = settings.warmline_data_dir / "logs" / "danger.log"
    with log.open("wb") as noise:
        training = _start(
            danger_training_command(settings), dict(os.environ), stdout=noise.fileno(), stderr=noise.fileno()
        )
    running.append(training)
    while training.poll() is None:
        wait(PAUSE)
    running.remove(training)
    if training.returncode:
        print(f"WARNING: danger is looked for by rules alone; the model could not be trained. More in {log}.")


def _start(
    command: Sequence[str], environment: dict[str, str], stdout: int | None = None, stderr: int | None = None
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603  # our own commands
        [sys.executable, tether.__file__, str(os.getpid()), *command],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=stderr,
        start_new_session=True,
    )


def _raise_for(running: Sequence[subprocess.Popen[bytes]], log: Path) -> None:
    """The first is the preparation, which says itself why it failed; the second the training.

    A training that ends below a safety bar leaves an assistant to work with, and has warned.
    """
    for each in running:
        if each is not running[0] and each.poll() == NOT_SAFE:
            continue
        if each.poll():
            last = log.read_text("utf-8", "replace").strip().splitlines()[-1:] if each is not running[0] else []
            sentence = f"The assistant could not be trained: {last[0]} More in {log}." if last else ""
            raise StepFailed(sentence, abs(each.returncode))


def _end(running: Sequence[subprocess.Popen[bytes]]) -> None:
    for each in running:
        if each.poll() is None:
            os.killpg(each.pid, signal.SIGKILL)
            each.wait()
