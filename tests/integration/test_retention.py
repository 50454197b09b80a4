"""What is old is destroyed, what is needed stays; and one person can be erased at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, func, select

from bot.app import House
from bot.audit_seal import AuditBroken, verify
from bot.conversation import Case, CaseState, Person, Urgency
from bot.errors import CarrierUnreachable, LeaseLost
from bot.message import InboundText
from bot.outcome import Note
from bot.people.erasing import Proof, erase, prove_erased
from bot.people.laws import By
from bot.privacy import Vault
from bot.purging import purge as destroy_old
from bot.redacting import redact_round
from bot.store import tables
from bot.store.audit import rows_about, write_audit
from bot.store.cases import save_case
from bot.store.coaches import add_coach
from bot.store.conversations import find_conversation, phone_of, save_person
from bot.store.events import mark_handled
from bot.store.holds import set_hold
from bot.store.journal import tag, write_notes
from bot.store.leases import claim_due, prove
from bot.store.messages import accept_text, texts_of
from bot.store.metadata import metadata
from bot.store.retention import Destroyed, destroy_some, erase_person, oldest_text_at
from bot.store.staff_tables import audit
from bot.store.tables import conversation
from tests.conftest import KEY

DAY = 86_400.0
NOW = 1_800_000_000.0
KEY_ID = Vault([KEY]).key_id.hex()
MIGUEL, ROSA, AMY = "+15550100", "+15550101", "+15550102"


@dataclass
class FixedClock:
    at: float = NOW

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.at, UTC)


@dataclass
class Forgetter:
    """A carrier that notes what it is asked to forget."""

    able: bool = True
    asked: list[str] = field(default_factory=list)

    def redact(self, sid: str) -> bool:
        self.asked.append(sid)
        if not self.able:
            raise CarrierUnreachable("away")
        return True


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
        out = select(conversation.c.opted_out_at).where(conversation.c.id == rosa)
        assert connection.execute(out).scalar_one() is not None
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


def test_what_was_destroyed_is_recorded_by_class_and_number(house: House) -> None:
    talk(house, MIGUEL, 400, "old")
    talk(house, ROSA, 10, "new")
    clock = FixedClock()
    assert destroy_old(house.database, house.vault, clock, 365, "the line") == Destroyed(texts=1, notes=1, people=1)
    assert destroy_old(house.database, house.vault, clock, 365, "the line") == Destroyed()
    with house.database.read() as connection:
        rows = connection.execute(select(audit.c.actor, audit.c.action, audit.c.why)).all()
    ((actor, action, why),) = [tuple(row) for row in rows]
    assert (actor, action) == ("the line", "purge")
    assert why.startswith("texts=1 notes=1 cases=0 people=1 key=")
    assert verify(house.database, house.vault, house.settings.warmline_data_dir).count == 1


@pytest.mark.parametrize(
    "change", [("texts=1", "texts=9"), (" key=", " keys="), (KEY_ID, "00000000"), ("signed=", "signed=0"), ("", "")]
)
def test_a_purge_that_this_line_did_not_sign_is_found(house: House, change: tuple[str, str]) -> None:
    """Somebody with all rights on the database claims, in a whole chain, that more was destroyed than was."""
    talk(house, MIGUEL, 400, "old")
    destroy_old(house.database, house.vault, FixedClock(), 365, "the line")
    with house.database.read() as connection:
        said = str(connection.execute(select(audit.c.why)).scalar_one())
    place = house.settings.warmline_data_dir
    for keys in (["a-new-key-for-tests-0123456789", KEY], ["a-new-key-for-tests-0123456789"]):
        assert verify(house.database, Vault(keys), place).count == 1, "the key was changed, and the old one thrown away"
    claimed, at = said.replace(*change), NOW + 1  # unchanged, it is the record of another moment
    house.database.write(lambda c: write_audit(c, "the line", "purge", "days:365", at, claimed))
    with pytest.raises(AuditBroken, match="Row 2 of the audit tells of a purge, and is not signed"):
        verify(house.database, house.vault, place)


def test_a_legal_hold_stops_the_purge_until_it_ends(house: House) -> None:
    miguel = talk(house, MIGUEL, 400, "old")
    assert house.database.write(lambda c: set_hold(c, miguel, NOW, NOW))
    assert not house.database.write(lambda c: set_hold(c, miguel, NOW, NOW))
    assert purge(house) == Destroyed()
    assert bodies(house, miguel) == ["text old"]
    assert count(house, "conversation_tag") == 1
    assert house.database.write(lambda c: set_hold(c, miguel, None, NOW))
    assert purge(house).texts == 1


def test_an_erasure_is_proved_table_by_table(house: House) -> None:
    miguel, by = talk(house, MIGUEL, 1, "SMmiguel"), By("command line", NOW)
    talk(house, ROSA, 1, "SMrosa")

    def proof() -> Proof:
        return house.database.write(lambda c: prove_erased(c, house.vault, by, MIGUEL))

    assert set(proof().left) == {"conversation", "conversation_tag", "event", "journal", "message", "need_asked"} | {
        "text_count"
    }
    house.database.write(lambda c: erase(c, house.vault, by, miguel))
    assert (proof().left, proof().at_carrier) == ({}, 1)
    assert "Nothing is kept of this person" in proof().sentence
    assert "1 texts wait at the carrier" in proof().sentence
    redact_round(house.database, FixedClock(), Forgetter(), 7)
    assert proof().at_carrier == 0
    house.database.write(lambda c: write_notes(c, house.vault, miguel, None, [Note("understood", {})], NOW))
    assert "Still kept of this person: 1 notes" in proof().sentence
    with house.database.read() as connection:
        seen = [row.why for row in rows_about(connection, "erase_proved", f"conversation:{miguel}")]
    assert (seen[1], seen[-1]) == ("nothing left", "journal=1")


def test_an_unread_text_of_an_erased_person_is_not_erased(house: House) -> None:
    miguel = talk(house, MIGUEL, 1, "SMread")
    house.database.write(lambda c: accept_text(c, house.vault, InboundText("SMunread", MIGUEL, "", "help me"), NOW))
    house.database.write(lambda c: erase_person(c, miguel, NOW))
    assert bodies(house, miguel) == ["help me"]
    with house.database.read() as connection:
        assert phone_of(connection, house.vault, miguel) == MIGUEL  # to answer them
    lease = house.database.write(lambda c: claim_due(c, "east", 5, NOW))[0]
    assert lease.conversation_id == miguel


def test_the_carrier_is_asked_to_forget_whoever_is_erased_and_what_is_old(house: House) -> None:
    talk(house, ROSA, 8, "SMrosa")
    miguel = talk(house, MIGUEL, 1, "SMmiguel")
    talk(house, AMY, 1, "SMamy")
    carrier = Forgetter()
    assert redact_round(house.database, FixedClock(), carrier, 7) == 1
    assert carrier.asked == ["SMrosa"]
    house.database.write(lambda c: erase_person(c, miguel, NOW))
    assert redact_round(house.database, FixedClock(), carrier, 7) == 1
    assert carrier.asked == ["SMrosa", "SMmiguel"]
    assert redact_round(house.database, FixedClock(), carrier, 7) == 0


def test_what_the_carrier_cannot_forget_yet_is_asked_again_later(house: House) -> None:
    talk(house, ROSA, 8, "SMrosa")
    carrier, clock = Forgetter(able=False), FixedClock()
    assert redact_round(house.database, clock, carrier, 7) == 0
    carrier.able = True
    assert redact_round(house.database, clock, carrier, 7) == 0  # not at once
    clock.at = NOW + 61
    assert redact_round(house.database, clock, carrier, 7) == 1
    assert carrier.asked == ["SMrosa", "SMrosa"]


def test_a_carrier_that_cannot_be_reached_is_asked_once_a_round(house: House) -> None:
    """Each question may last until its time-out, and fifty of them eight minutes."""
    talk(house, ROSA, 9, "SMrosa")
    talk(house, MIGUEL, 8, "SMmiguel")
    carrier = Forgetter(able=False)
    assert redact_round(house.database, FixedClock(), carrier, 7) == 0
    assert len(carrier.asked) == 1
    carrier.able = True
    assert redact_round(house.database, FixedClock(), carrier, 7) == 1
    assert sorted(carrier.asked) == ["SMmiguel", "SMrosa"], "the one that failed waits, the other does not"
