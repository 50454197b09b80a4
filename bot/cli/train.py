"""``warmline train``: trains the assistant in its own Python environment."""

from __future__ import annotations

import subprocess
from typing import Annotated

import typer

from bot.cli.house import one_sentence

app = typer.Typer(add_completion=False)


@app.command()
def train(force: Annotated[bool, typer.Option("--force", help="Train even if nothing changed.")] = False) -> None:
    """Train the assistant unless it is up to date. A running line uses the new model after its next start."""
    with one_sentence():
        from bot.settings import read_settings
        from bot.supervisor.plans import foreign_environment, training_command

        command = training_command(read_settings(), force)
        raise typer.Exit(subprocess.run(command, env=foreign_environment(), check=False).returncode)  # noqa: S603  # our own
