"""``warmline demo``: invented people to look at the console with, and their end."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import typer

from bot.cli.house import BY_COMMAND, fail, open_house_from_settings

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bot.app import House

app = typer.Typer(help="Invented people to look at the console with.", no_args_is_help=True)
PHONES = range(120, 180)  # of 555-0100 to 555-0199, which nobody has
DAYS = 14
HOUR, DAY = 3600.0, 86_400.0


@app.callback()
def demo() -> None:
    """Invented people to look at the console with."""


@app.command()
def fill() -> None:
    """Add some fifty invented people with two weeks of texts. Only with the phone simulator."""
    with open_house_from_settings() as house:
        if house.settings.carrier != "simulator":
            fail("Invented people are for the phone simulator only; this line has a real carrier.")
        count = house.database.write(lambda connection: _fill(connection, house))
    typer.echo(f"{count} invented people are in the console. `warmline demo wipe` takes them away.")


@app.command()
def wipe() -> None:
    """Take all invented people away, with everything they wrote. Real people stay."""
    with open_house_from_settings() as house:
        count = house.database.write(lambda connection: _wipe(connection, house))
    typer.echo(f"Gone: {count} invented conversations." if count else "There are no invented people.")


def _fill(connection: Connection, house: House) -> int:
    from bot.demo.stories import STORIES
    from bot.store.audit import write_audit
    from bot.store.demo import add_demo_coach, add_demo_person

    now, chance = house.clock.now().timestamp(), random.Random(4)  # the same people every time
    holder, count = add_demo_coach(connection, house.vault, now), 0
    for number, last in enumerate(PHONES):
        story = STORIES[number % len(STORIES)]
        ago = 20 * 60 + chance.random() * HOUR if story.waits else 2 * HOUR + chance.random() ** 2 * DAYS * DAY
        if story.waits and number >= len(STORIES):
            continue  # one who waits is enough
        count += add_demo_person(connection, house.vault, f"+15550{last}", story, now - ago, holder)
    write_audit(connection, BY_COMMAND, "demo_fill", None, now)
    return count


def _wipe(connection: Connection, house: House) -> int:
    from bot.store.audit import write_audit
    from bot.store.demo import wipe_demo

    now = house.clock.now().timestamp()
    count = wipe_demo(connection, house.vault, now)
    write_audit(connection, BY_COMMAND, "demo_wipe", None, now)
    return count
