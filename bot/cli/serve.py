"""``warmline serve``: the web service; with ``--with-worker``, the whole line but Rasa in one process."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.house import one_sentence, open_house_from_settings
from bot.errors import SettingsError

if TYPE_CHECKING:
    from bot.app import House

STOP_SECONDS = 3  # how long open pages may hold up the end
app = typer.Typer(add_completion=False)


@app.command()
def serve(
    with_worker: Annotated[bool, typer.Option("--with-worker", help="Also handle the texts in this process.")] = False,
) -> None:
    """Take texts in and serve the console. On PostgreSQL `warmline run` and `warmline work` handle them."""
    with one_sentence():
        from bot import logs
        from bot.settings import read_settings
        from bot.supervisor.lock import hold_line

        settings = read_settings()
        logs.configure(settings.warmline_log_format == "json")
        if settings.on_sqlite and not with_worker:
            raise SettingsError(
                "WARMLINE_DATABASE_URL: on SQLite one process does everything: use `warmline run`, "
                "or `warmline serve --with-worker` beside a Rasa of your own."
            )
        if settings.on_sqlite:
            hold_line(settings.warmline_data_dir)
        with open_house_from_settings(settings) as house, ExitStack() as held:
            _serve(house, with_worker, held)


def _serve(house: House, with_worker: bool, held: ExitStack) -> None:
    import uvicorn

    from bot.app import agree_on_wishes, build_line
    from bot.mailbox.worker_name import worker_name
    from bot.supervisor.door import open_door
    from bot.web import build_web

    settings = house.settings
    _check(house)
    if with_worker:  # here, where an error is still a sentence
        agree_on_wishes(house)
    name = held.enter_context(worker_name(settings, house.database)) if with_worker else "web"
    line = build_line(house, name)
    door = open_door(settings.warmline_host, settings.warmline_port)
    server = uvicorn.Server(uvicorn.Config(build_web(line, with_worker), **server_settings()))
    with suppress(KeyboardInterrupt):  # uvicorn has stopped in order, and says again what made it stop
        server.run(sockets=[door])
    if not server.started:
        raise typer.Exit(1)


def server_settings() -> dict[str, Any]:
    """How uvicorn serves our pages."""
    from bot.bounded_head import BoundedHead

    return {
        "http": BoundedHead,
        "log_config": None,
        "access_log": False,  # addresses may hold what must not be logged
        "server_header": False,
        "timeout_graceful_shutdown": STOP_SECONDS,
    }


def _check(house: House) -> None:
    from bot.app import check_real_line
    from bot.store.directory_export import count_directory

    def places() -> int:
        with house.database.read() as connection:
            return count_directory(connection, house.clock.now().date()).local

    check_real_line(house, places)
