"""``warmline chat``: text with the assistant in the terminal; nothing of it is kept."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.cli.house import one_sentence

if TYPE_CHECKING:
    from bot.app import House, Line
    from bot.message import OutboundText
    from bot.settings import Settings

PERSON, COACH = "+15550100", "+15550102"
LONGEST_TURN = 20.0  # seconds until we ask for the next text, come what may
app = typer.Typer(add_completion=False)


@app.command()
def chat() -> None:
    """Text with the assistant as a person would: the real way of a text, on a database that is thrown away."""
    with one_sentence():
        from bot import logs
        from bot.settings import read_settings

        logs.configure()
        with tempfile.TemporaryDirectory(prefix="warmline-chat-") as place:
            _chat(_throw_away(read_settings(), Path(place)))


def _throw_away(settings: Settings, place: Path) -> House:
    """A house on an empty database, with the real key: a running Rasa opens to its secret only."""
    from bot.app import House
    from bot.clock import SystemClock
    from bot.privacy import open_vault
    from bot.store.database import Database, make_engine
    from bot.store.schema import migrate

    vault = open_vault(settings.warmline_secret_key, settings.warmline_data_dir)
    changes = {"warmline_database_url": f"sqlite:///{place / 'chat.db'}", "warmline_carrier": "simulator"}
    settings = settings.model_copy(update=changes)
    database = Database(make_engine(settings.database_url))
    migrate(database)
    return House(settings, database, vault, SystemClock())


def _chat(house: House) -> None:
    from bot.app import build_line
    from bot.gateway.carriers.simulator.carrier import SimulatorCarrier
    from bot.store.coaches import add_coach
    from bot.supervisor.borrowed_rasa import borrowed_rasa

    now = house.clock.now().timestamp()
    house.database.write(lambda connection: add_coach(connection, house.vault, "Dana", COACH, ("en", "es"), True, now))
    carrier = SimulatorCarrier()
    carrier.subscribe(lambda text, _sid: _show(text))
    try:
        with borrowed_rasa(house, typer.echo) as rasa_url:
            settings = house.settings.model_copy(update={"rasa_url": rasa_url})
            line = build_line(type(house)(settings, house.database, house.vault, house.clock), "chat", carrier)
            line.start()
            try:
                _converse(lambda: input("you> "), line)
            finally:
                line.stop()
    finally:
        house.close()


def _converse(ask: Callable[[], str], line: Line) -> None:
    from bot.message import InboundText

    typer.echo("Write a text and press Enter. Ctrl-D ends.")
    for number in count(1):
        try:
            body = ask()
        except (EOFError, KeyboardInterrupt):
            typer.echo("")
            return
        if body.strip():
            asyncio.run(line.intake.accept(InboundText(f"SMchat{number}", PERSON, "", body)))
            _settle(line)


def _settle(line: Line) -> None:
    """Return when the texts that this one led to are out."""
    from bot.store.conversations import find_conversation
    from bot.store.figures import at_rest

    house, deadline = line.house, time.monotonic() + LONGEST_TURN
    while time.monotonic() < deadline:
        with house.database.read() as connection:
            own = [find_conversation(connection, house.vault, phone) for phone in (PERSON, COACH)]
            now = house.clock.now().timestamp()
            if all(each is None or at_rest(connection, each, now) for each in own):
                return
        time.sleep(0.05)


def _show(text: OutboundText) -> None:
    if text.to == PERSON:
        typer.echo(f"\n{text.body}\n")
    else:
        typer.echo(f"\n[a coach's phone] {text.body}\n")
