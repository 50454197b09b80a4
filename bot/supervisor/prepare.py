"""Makes a house ready for its line: ``python -m bot.supervisor.prepare``. Safe to run again.

A process of its own, so that the supervisor, which lives as long as the line, need not keep the
database's libraries in memory. Progress goes to stderr; stdout gets one :class:`Ready` as JSON.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass

import typer

from bot.app import House, agree_on_wishes, check_real_line
from bot.cli.house import fail, open_house_from_settings
from bot.console.pages.welcome import welcome_link
from bot.directory.report import BrokenFile
from bot.directory_source.load import load_national, load_sample, remove_sample
from bot.settings import Settings, read_settings
from bot.store.coaches import add_coach
from bot.store.directory_export import count_directory
from bot.store.figures import ever_had_a_coach, places_of_sources, somebody_can_sign_in
from bot.store.staff import invite
from bot.supervisor.addresses import own_address

FIRST_ADMIN = "admin@localhost"
SAMPLE_COACH, SAMPLE_COACH_PHONE, SAMPLE_COACH_LANGUAGES = "Dana", "+15550102", ("en", "es")


@dataclass(frozen=True)
class Ready:
    """What the supervisor tells whoever starts the line. ``invitation`` is a link with a one-time code."""

    invitation: str | None
    invited: str = FIRST_ADMIN


def prepare(house: House) -> Ready:
    """Load the directory, the simulator's coach, and an invitation while nobody can sign in.

    Raises :class:`bot.errors.SettingsError` when a real line must not start, and
    :class:`bot.wish_list.ListDamaged` when nobody can tell who opted out.
    """
    if learned := agree_on_wishes(house):
        _say(f"{learned} opt-outs, erasures and holds stood only in the list beside the database; they are done again.")
    _load_directory(house)
    check_real_line(house, lambda: _own_places(house))
    if house.settings.carrier == "simulator":
        _add_sample_coach(house)
    return Ready(_invitation(house))


def _load_directory(house: House) -> None:
    with house.database.read() as connection:
        if not places_of_sources(connection):
            _say("Loading the directory: ZIP codes, national lines (about five seconds, only once) …")
    load_national(house.database)
    if house.settings.sample_directory:
        load_sample(house.database)
    else:
        remove_sample(house.database)


def _own_places(house: House) -> int:
    with house.database.read() as connection:
        return count_directory(connection, house.clock.now().date()).local


def _add_sample_coach(house: House) -> None:
    now = house.clock.now().timestamp()
    with house.database.read() as connection:
        if ever_had_a_coach(connection):
            return
    house.database.write(
        lambda connection: add_coach(
            connection, house.vault, SAMPLE_COACH, SAMPLE_COACH_PHONE, SAMPLE_COACH_LANGUAGES, True, now
        )
    )


def _invitation(house: House) -> str | None:
    with house.database.read() as connection:
        if somebody_can_sign_in(connection):
            return None
    now = house.clock.now().timestamp()
    code = house.database.write(lambda connection: invite(connection, house.vault, FIRST_ADMIN, "admin", now))
    return welcome_link(own_address(house.settings), code)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def main(settings: Settings | None = None) -> int:
    """Prepare the house of the settings; 0, or a sentence on stderr and the code of its error."""
    try:
        with open_house_from_settings(settings or read_settings()) as house:
            print(json.dumps(asdict(prepare(house))))
    except BrokenFile as error:
        fail(str(error))
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except typer.Exit as ended:
        sys.exit(ended.exit_code)
