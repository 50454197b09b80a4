"""Finds the coach that a command names: by phone, or by the number that ``coach list`` shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cli.house import fail
from bot.privacy import clean_phone

if TYPE_CHECKING:
    from bot.app import House
    from bot.conversation import Coach


def read_phone(phone: str) -> str:
    """``phone`` as E.164; ends the command when it is none."""
    try:
        return clean_phone(phone)
    except ValueError as error:
        fail(f"--phone: {error}.")


def coaches_of(house: House) -> tuple[Coach, ...]:
    from bot.store.coaches import all_coaches

    with house.database.read() as connection:
        return all_coaches(connection, house.vault)


def find_coach(house: House, who: str) -> Coach:
    """The active coach whom ``who`` names; ends the command if there is none."""
    from bot.store.conversations import find_conversation

    number = None if who.isdigit() and len(who) < 7 else read_phone(who)
    with house.database.read() as connection:
        conversation = find_conversation(connection, house.vault, number) if number else None
    found = [
        coach
        for coach in coaches_of(house)
        if (number and coach.conversation_id == conversation) or (not number and coach.id == int(who))
    ]
    if not found:
        fail("There is no such coach; `warmline coach list` shows all.")
    return found[0]
