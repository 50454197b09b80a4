"""What is old is destroyed, what is needed stays; and one person can be erased at once."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, func, select

from bot.app import House
from bot.conversation import Case, CaseState, Person, Urgency
from bot.errors import LeaseLost
from bot.message import InboundText
from bot.outcome import Note
from bot.store import tables
from bot.store.cases import save_case
from bot.store.coaches import add_coach
from bot.store.conversations import find_conversation, is_opted_out, phone_of, save_person
from bot.store.events import mark_handled
from bot.store.journal import tag, write_notes
from bot.store.leases import claim_due, prove
from bot.store.messages import accept_text, texts_of
from bot.store.metadata import metadata
from bot.store.retention import Destroyed, destroy_some, erase_person, oldest_text_at

DAY = 86_400.0
NOW = 1_800_000_000.0
MIGUEL, ROSA, AMY = "+15550100", "+15550101", "+15550102"


def talk(house: House, phone: str, days_ago: float, sid: str) -> int:
    """A handled text, with the note and the tag that it left."""
    at = NOW - days_ago * DAY

    def save(connection: Connection) -> int:
        conversation = accept_text(connection, house.vault, InboundText(sid, phone, "", f"text {sid}"), at)
        assert conversation is not None
        save_person(connection, house.vault, conversation, Person(zip="19104", welcomed=True), at)
        write_notes(connection, house.vault, conversation, None, [Note("understood", {"act": "seek"})], at)
        tag(connection, house.vault, conversation, ["need:jobs"], at)
        for row in connection.execute(select(tables.event.c.id)).all():
            mark_handled(connection, row.id, at)
        return conversation

    made: int = house.database.write(save)
    return made


def purge(house: House) -> Destroyed:
    return house.database.write(lambda connection: destroy_some(connection, NOW - 365 * DAY, NOW))


def bodies(house: House, conversation: int) -> list[str]:
    with house.database.read() as connection:
        return [text["body"] for text in texts_of(connection, house.vault, conversation)]


def count(house: House, table: str) -> int:
    with house.database.read() as connection:
        found: int = connection.execute(select(func.count()).select_from(metadata.tables[table])).scalar_one()
        return found


def test_old_texts_go_and_newer_ones_of_the_same_person_stay(house: House) -> None:
    miguel = talk(house, MIGUEL, 400, "old")
    talk(house, MIGUEL, 10, "new")
    assert purge(house) == Destroyed(texts=1, notes=1)
    assert bodies(house, miguel) == ["text new"]
    assert not purge(house)


def test_who_was_silent_for_so_long_is_forgotten_but_their_opt_out_is_not(house: House) -> None:
    rosa = talk(house, ROSA, 400, "old")
    house.database.write(lambda c: save_person(c, house.vault, rosa, Person(opted_out=True), NOW - 400 * DAY))
    assert purge(house).people == 1
    with house.database.read() as connection:
        assert phone_of(connection, house.vault, rosa) is None
        assert find_conversation(connection, house.vault, ROSA) == rosa
        assert is_opted_out(connection, rosa)
        assert oldest_text_at(connection) is None
    assert count(house, "conversation_tag") == 0


def test_an_open_case_keeps_its_conversation_and_a_coach_keeps_the_number(house: House) -> None:
    miguel = talk(house, MIGUEL, 400, "old")
    case = Case(0, "", CaseState.ALERTING, Urgency.NORMAL, "asked", NOW - 400 * DAY)
    house.database.write(lambda c: save_case(c, house.vault, miguel, case))
    amy = talk(house, AMY, 400, "from a coach")
    house.database.write(lambda c: add_coach(c, house.vault, "Amy", AMY, ("en",), True, NOW))
    assert purge(house).people == 0
    assert bodies(house, miguel) == ["text old"]
    with house.database.read() as connection:
        assert phone_of(connection, house.vault, amy) == AMY


def test_erasing_one_person_takes_the_work_out_of_a_worker_s_hand(house: House) -> None:
    miguel = talk(house, MIGUEL, 1, "one")
    rosa = talk(house, ROSA, 1, "two")
    lease = house.database.write(lambda c: claim_due(c, "east", 5, NOW))[0]
    erased = lease.conversation_id
    house.database.write(lambda c: erase_person(c, erased, NOW))
    with pytest.raises(LeaseLost):
        house.database.write(lambda c: prove(c, lease, NOW))
    other = rosa if erased == miguel else miguel
    assert bodies(house, erased) == []
    assert len(bodies(house, other)) == 1
    with house.database.read() as connection:
        assert phone_of(connection, house.vault, erased) is None
