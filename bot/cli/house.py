"""Opens the house for a command: settings, database, vault, clock. Errors are one sentence each."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import typer

from bot.errors import SettingsError, WarmlineError
from bot.settings import Settings, read_settings

if TYPE_CHECKING:  # SQLAlchemy and the parts behind bot.app take a second to load
    from bot.app import House
    from bot.people.laws import By
    from bot.store.database import Database

FAILED, WRONG_SETTING = 1, 2
BY_COMMAND = "command line"  # the actor in the audit


@contextmanager
def one_sentence() -> Iterator[None]:
    """End the command with one sentence on stderr instead of a traceback, for errors a person can mend."""
    from sqlalchemy.exc import DBAPIError

    try:
        yield
    except SettingsError as error:
        fail(str(error), WRONG_SETTING)
    except WarmlineError as error:
        fail(str(error))
    except DBAPIError as error:
        # Not its text: that quotes the statement with its values.
        fail(f"The database cannot be used ({type(error.orig).__name__}); `warmline doctor` tells more.")
    except BrokenPipeError:
        raise  # whoever read our output has gone; Typer ends the command quietly
    except OSError as error:
        fail(f"{error.filename or 'The machine'}: {error.strerror or type(error).__name__}.")


def fail(sentence: str, code: int = FAILED) -> NoReturn:
    """Say ``sentence`` on stderr and end the command."""
    print(sentence, file=sys.stderr)
    raise typer.Exit(code)


@contextmanager
def open_database(settings: Settings | None = None) -> Iterator[Database]:
    """The database of the settings, brought to the newest schema; works beside a running line."""
    with one_sentence():
        from bot.store.database import Database, make_engine
        from bot.store.schema import migrate

        settings = settings or read_settings()
        settings.warmline_data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        database = Database(make_engine(settings.database_url))
        try:
            migrate(database)
            yield database
        finally:
            database.close()


@contextmanager
def open_house_from_settings(settings: Settings | None = None) -> Iterator[House]:
    """The whole house: database, vault and clock of the settings; works beside a running line."""
    with one_sentence():
        from bot.app import open_house

        house = open_house(settings or read_settings())
        try:
            yield house
        finally:
            house.close()


def command_by(house: House) -> By:
    """Who does what a command does, as the audit names them."""
    from bot.people.laws import By

    return By(BY_COMMAND, house.clock.now().timestamp())
