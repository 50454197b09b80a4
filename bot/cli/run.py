"""``warmline run``: the whole line in the foreground; what ``make run`` runs."""

from __future__ import annotations

import typer

from bot.cli.house import one_sentence

app = typer.Typer(add_completion=False)


@app.command()
def run() -> None:
    """Set everything up and start the whole line: web service, worker, Rasa. Ctrl-C stops all of it."""
    with one_sentence():
        from bot.settings import read_settings
        from bot.supervisor.line import Supervisor

        raise typer.Exit(Supervisor(read_settings()).run())
