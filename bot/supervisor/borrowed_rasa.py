"""A Rasa for one command: the one that runs already, or one of its own that ends with the command."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette

from actions.executor import make_executor
from bot.actions_route import actions_route
from bot.app import House, directory_of
from bot.assistant import RasaAssistant
from bot.directory_source.load import load_national, load_sample
from bot.errors import WarmlineError
from bot.supervisor.child import Child, stop_all
from bot.supervisor.door import open_door
from bot.supervisor.plans import assistant_plan

START_SECONDS = 180
STOP_SECONDS = 5.0


class NoRasa(WarmlineError):
    """Rasa could not be started."""


@contextmanager
def borrowed_rasa(house: House, say: Callable[[str], None]) -> Iterator[str]:
    """Yields the address of a Rasa that answers to this house's secret. Raises :class:`NoRasa`."""
    if RasaAssistant(house.settings.rasa_url, house.assistant_secret, 1).ready() is None:
        yield house.settings.rasa_url
        return
    say("No line is running here: starting the assistant (about 20 seconds) …")
    load_national(house.database)
    load_sample(house.database)
    with _action_server(house) as actions_port:
        port = _free_port()
        settings = house.settings.model_copy(update={"warmline_port": actions_port, "warmline_host": "127.0.0.1"})
        rasa = Child(assistant_plan(settings, port, house.assistant_secret, house.actions_secret), say)
        try:
            yield _wait_for(rasa, house, port)
        finally:
            stop_all([rasa], STOP_SECONDS, hurry=lambda: False)


def _wait_for(rasa: Child, house: House, port: int) -> str:
    address = f"http://127.0.0.1:{port}"
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        rasa.look()
        if rasa.ends:
            break
        # A new client each time: one that timed out would take a rest.
        if RasaAssistant(address, house.assistant_secret, 1).ready() is None:
            return address
        time.sleep(0.3)
    raise NoRasa(f"The assistant did not start; its log: {rasa.plan.log}.")


@contextmanager
def _action_server(house: House) -> Iterator[int]:
    """The action endpoint alone, on a free port of loopback."""
    route = actions_route(make_executor(directory_of(house)), house.actions_secret)
    door = open_door("127.0.0.1", 0, environment={})
    server = uvicorn.Server(uvicorn.Config(Starlette(routes=[route]), log_config=None, access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, name="actions", daemon=True)
    thread.start()
    try:
        yield door.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join()


def _free_port() -> int:
    door = open_door("127.0.0.1", 0, environment={})
    port: int = door.getsockname()[1]
    door.close()
    return port
