"""People who text and opt out, for tests of backups and of the list of wishes."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select

from bot.app import House
from bot.message import InboundText
from bot.store.conversations import find_conversation, open_person, save_person
from bot.store.messages import accept_text
from bot.store.tables import conversation

ANA, MIGUEL, DANA, EVE = "+15550110", "+15550111", "+15550112", "+15550113"
NOW = 1_800_000_000.0


def say(house: House, phone: str, body: str, number: int = 0) -> int:
    """A text comes in; the id of its conversation."""
    inbound = InboundText(f"SM{phone}{number}", phone, "+15550199", body)
    house.database.write(lambda connection: accept_text(connection, house.vault, inbound, NOW + number))
    return find(house, phone)


def find(house: House, phone: str) -> int:
    with house.database.read() as connection:
        found = find_conversation(connection, house.vault, phone)
    assert found is not None
    return found


def opt_out(house: House, own: int, out: bool = True) -> None:
    with house.database.read() as connection:
        person = open_person(
            house.vault, connection.execute(select(conversation).where(conversation.c.id == own)).one()
        )
    changed = replace(person, opted_out=out)
    house.database.write(lambda connection: save_person(connection, house.vault, own, changed, NOW + 50))


def who_is_out(house: House) -> set[int]:
    """The ids of the conversations that opted out."""
    with house.database.read() as connection:
        return set(
            connection.execute(select(conversation.c.id).where(conversation.c.opted_out_at.is_not(None))).scalars()
        )
