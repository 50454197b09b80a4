"""A hold, a text or a case that comes in the moment of an erasure: it is looked for again with the row locked."""

from __future__ import annotations

from typing import TypeVar

import pytest
from sqlalchemy import Connection

from bot.app import House
from bot.conversation import Case, CaseState, Event, Snapshot, Urgency
from bot.message import InboundText
from bot.outcome import Outcome
from bot.people.erasing import erase
from bot.people.laws import By, Refusal
from bot.privacy import Vault
from bot.store.cases import save_case
from bot.store.conversations import find_conversation, phone_of
from bot.store.database import Database
from bot.store.holds import set_hold
from bot.store.messages import accept_text
from tests.integration.engine import DANA, Engine, answer, wait_until
from tests.integration.side_by_side import beside
from tests.integration.test_retention import NOW, ROSA, bodies, purge, talk

T = TypeVar("T")


def test_a_hold_that_came_while_her_yes_was_understood_is_kept(database: Database, vault: Vault) -> None:
    def decide(snapshot: Snapshot, event: Event) -> Outcome:
        if snapshot.on_hold:
            return answer(snapshot, "a hold is on")
        own, now = snapshot.conversation_id, snapshot.now
        database.write(lambda connection: set_hold(connection, own, now, now))
        outcome = answer(snapshot, "all is deleted")
        outcome.erase = True
        return outcome

    with Engine(database, vault, decide) as engine:
        engine.text(DANA, "YES")
        wait_until(lambda: engine.bodies_to(DANA) != [])
    assert engine.bodies_to(DANA) == ["a hold is on"]


def test_who_wrote_while_silent_people_are_erased_is_not_erased(on_postgres: House) -> None:
    house = on_postgres
    rosa = talk(house, ROSA, 400, "SMold")

    def writes(connection: Connection) -> None:
        accept_text(connection, house.vault, InboundText("SMnew", ROSA, "", "i want to die"), NOW)
        save_case(connection, house.vault, rosa, Case(0, "", CaseState.ALERTING, Urgency.CRISIS, "danger", NOW))

    destroyed = beside(house, writes, lambda: purge(house))
    assert destroyed.result(60).people == 0
    assert bodies(house, rosa) == ["i want to die"]
    with house.database.read() as connection:
        assert phone_of(connection, house.vault, rosa) == ROSA
        assert find_conversation(connection, house.vault, ROSA) == rosa


def test_a_hold_that_is_being_set_stops_staff_who_erase(on_postgres: House) -> None:
    house = on_postgres
    rosa, by = talk(house, ROSA, 1, "SMone"), By("staff:1", NOW)
    erased = beside(
        house,
        lambda connection: set_hold(connection, rosa, NOW, NOW),
        lambda: house.database.write(lambda connection: erase(connection, house.vault, by, rosa)),
    )
    with pytest.raises(Refusal, match="legal hold"):
        erased.result(60)
    assert bodies(house, rosa) == ["text SMone"]
