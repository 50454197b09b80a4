"""The way back to the models before: the assistant's, in its own environment, and the one that sees danger."""

from __future__ import annotations

import subprocess

from bot.danger_model import files
from bot.settings import Settings
from bot.supervisor.plans import assistant_python, foreign_environment

SECONDS = 60.0


def go_back(settings: Settings) -> bool:
    """Swap the models in use with those before; false if there are none. Going back twice undoes it.

    Raises :class:`bot.supervisor.plans.NoAssistant`.
    """
    data_dir = settings.warmline_data_dir
    command = [str(assistant_python()), "-m", "assistant.back", "--data-dir", str(data_dir)]
    done = subprocess.run(  # noqa: S603  # our own command
        command, env=foreign_environment(), check=False, capture_output=True, timeout=SECONDS
    )
    danger = files.go_back(data_dir)
    return done.returncode == 0 or danger
