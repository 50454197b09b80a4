"""The commands and environments of the processes of a line. Secrets travel in environments only."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from bot.errors import WarmlineError
from bot.settings import Settings
from bot.supervisor import door, lock
from bot.supervisor.addresses import ACTIONS_PATH, inner_address
from bot.supervisor.child import Plan

ASSISTANT_ENVIRONMENT = Path("assistant") / ".venv"


class NoAssistant(WarmlineError):
    """The assistant's Python environment is missing."""


def assistant_python() -> Path:
    """The interpreter of the assistant's environment. Raises :class:`NoAssistant`."""
    python = Path.cwd() / ASSISTANT_ENVIRONMENT / "bin" / "python"
    if not python.exists():
        raise NoAssistant("The assistant's Python environment is missing; `make run` (or `make setup`) builds it.")
    return python


def assistant_plan(settings: Settings, port: int, secret: str, actions_secret: str) -> Plan:
    """Rasa, on loopback. It gets what it needs of our settings, and no other of them."""
    command = [str(assistant_python()), "-m", "assistant.serve", "--port", str(port)]
    environment = foreign_environment() | {
        "WARMLINE_ASSISTANT_SECRET": secret,
        "WARMLINE_ACTIONS_URL": inner_address(settings) + ACTIONS_PATH,
        "WARMLINE_ACTIONS_SECRET": actions_secret,
        "WARMLINE_TENSORFLOW": settings.warmline_tensorflow,
        # One text is a small multiplication: threads of the algebra libraries only get in each other's way.
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
    }
    return Plan(
        "The assistant",
        [*command, "--data-dir", str(settings.warmline_data_dir)],
        environment,
        settings.warmline_data_dir / "logs" / "assistant.log",
    )


def line_plan(listens: int, holds: int) -> Plan:
    """Web service and worker in one process, with the socket and the lock of the supervisor."""
    command = [sys.executable, "-m", "bot.cli.main", "serve", "--with-worker"]
    environment = {**os.environ, door.INHERITED: str(listens), lock.INHERITED: str(holds)}
    return Plan("The line", command, environment, inherits=(listens, holds))


def training_command(settings: Settings, force: bool = False) -> list[str]:
    """Trains the assistant if it is out of date, or always with ``force``."""
    command = [str(assistant_python()), "-m", "assistant.train", "--data-dir", str(settings.warmline_data_dir)]
    return [*command, "--force"] if force else command


def training_environment(settings: Settings) -> dict[str, str]:
    """For :func:`training_command`, which may have to look for the encoder's files."""
    folder = {"WARMLINE_ENCODER_DIR": settings.warmline_encoder_dir} if settings.warmline_encoder_dir else {}
    return foreign_environment() | {"WARMLINE_TENSORFLOW": settings.warmline_tensorflow} | folder


def danger_training_command(settings: Settings, force: bool = False) -> list[str]:
    """Trains the service's own danger model; needs the encoder that the assistant's training builds."""
    command = [sys.executable, "-m", "bot.danger_model", "--data-dir", str(settings.warmline_data_dir)]
    return [*command, "--force"] if force else command


def foreign_environment(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Our environment without our own settings, secrets among them, for a process that is not the line."""
    ours = ("WARMLINE_", "TWILIO_", "VIRTUAL_ENV")
    kept = {name: value for name, value in environment.items() if not name.startswith(ours)}
    return {**kept, "RASA_TELEMETRY_ENABLED": "false"}
