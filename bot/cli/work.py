"""``warmline work``: a worker alone, on PostgreSQL."""

from __future__ import annotations

import signal
import threading

import typer

from bot.cli.house import one_sentence, open_house_from_settings
from bot.errors import SettingsError

app = typer.Typer(add_completion=False)


@app.command()
def work() -> None:
    """One more worker over PostgreSQL, beside `warmline run` on its machine, whose Rasa and models it uses."""
    with one_sentence():
        from bot import logs
        from bot.settings import read_settings

        settings = read_settings()
        logs.configure(settings.warmline_log_format == "json")
        if settings.on_sqlite:
            raise SettingsError(
                "WARMLINE_DATABASE_URL: a worker of its own needs PostgreSQL (postgresql+psycopg://…); "
                "on SQLite `warmline run` has the worker in it."
            )
        stop = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())
        with open_house_from_settings(settings) as house:
            from bot.app import build_line
            from bot.mailbox.worker_name import worker_name

            with worker_name(settings, house.database) as name:
                line = build_line(house, name)
                line.start()
                typer.echo(f"Working as {name}. Ctrl-C stops.")
                stop.wait()
                line.stop()
