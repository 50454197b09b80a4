"""Texts that the carrier could not bring are found in its list, enter once and in order, and old ones go to a human."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.app import House
from bot.errors import CarrierUnreachable
from bot.gateway.carriers.twilio.carrier import TwilioCarrier
from bot.missed import YOUNG_SECONDS, find_missed
from bot.store.conversations import find_conversation
from bot.store.leases import claim_due
from bot.store.messages import texts_of
from bot.store.retention import erase_person
from bot.store.tables import event
from tests.contract.fake_twilio import FakeTwilio, Fault
from tests.integration.engine import SettableClock
from tests.whole_line import COACH_AMY, DANA, MIGUEL, WholeLine

MINUTE = 60.0
CALLBACK = "http://127.0.0.1:9/sms/status"


@pytest.fixture
def twilio() -> Iterator[FakeTwilio]:
    with FakeTwilio() as fake:
        yield fake


@pytest.fixture
def carrier(twilio: FakeTwilio) -> Iterator[TwilioCarrier]:
    made = TwilioCarrier(twilio.account_sid, twilio.auth_token, twilio.number, CALLBACK, twilio.url, timeout=20.0)
    yield made
    made.close()


@pytest.fixture
def clock(house: House) -> SettableClock:
    clock = SettableClock()
    object.__setattr__(house, "clock", clock)
    return clock


def look(house: House, carrier: TwilioCarrier) -> int:
    return find_missed(house.database, house.vault, house.clock, carrier, house.settings, lambda body: "die" in body)


def bodies(house: House, phone: str) -> list[str]:
    with house.database.read() as connection:
        found = find_conversation(connection, house.vault, phone)
        return [each["body"] for each in texts_of(connection, house.vault, found)] if found else []


def miss(twilio: FakeTwilio, phone: str, body: str, minutes_ago: float, sid: str | None = None) -> str:
    """A text that reached the carrier and nobody else."""
    return twilio.receive(phone, body, timedelta(minutes=minutes_ago), sid)


def test_what_was_missed_enters_once_and_in_order(
    house: House, twilio: FakeTwilio, carrier: TwilioCarrier, clock: SettableClock
) -> None:
    assert look(house, carrier) == 0  # the first look only notes when this line began
    miss(twilio, DANA, "second", 4)
    miss(twilio, DANA, "first", 5)
    miss(twilio, MIGUEL, "alone", 4.5)
    miss(twilio, DANA, "third", 3)
    assert look(house, carrier) == 4
    assert look(house, carrier) == 0
    assert bodies(house, DANA) == ["first", "second", "third"]
    assert bodies(house, MIGUEL) == ["alone"]


def test_what_the_carrier_brought_itself_is_not_missed_and_what_is_on_its_way_is_left_to_it(
    house: House, twilio: FakeTwilio, carrier: TwilioCarrier, clock: SettableClock
) -> None:
    look(house, carrier)
    sid = miss(twilio, DANA, "brought", 5)
    with WholeLine(house, clock) as line:
        line.text(DANA, "brought", sid=sid)
    miss(twilio, DANA, "on its way", YOUNG_SECONDS / MINUTE / 2)
    assert look(house, carrier) == 0
    clock.forward(YOUNG_SECONDS)
    assert look(house, carrier) == 1


def test_a_long_absence_is_looked_through_page_by_page_and_no_farther_than_the_last_look(
    house: House, twilio: FakeTwilio, carrier: TwilioCarrier, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.gateway.carriers.twilio.carrier.LONG_PAGE", 50)
    clock.forward(-2 * 24 * 60 * MINUTE)
    look(house, carrier)
    clock.forward(2 * 24 * 60 * MINUTE)
    miss(twilio, DANA, "before this line began", 60 * 24 * 2.5)
    for number in range(120):
        miss(twilio, DANA, f"text {number}", 60 * 24 - number)
    twilio.next_lists(Fault.SERVER_ERROR)
    with pytest.raises(CarrierUnreachable):
        look(house, carrier)
    assert look(house, carrier) == 120
    assert bodies(house, DANA) == [f"text {number}" for number in range(120)]


def test_an_old_text_goes_to_a_human_first_and_a_young_one_is_answered(
    house: House, twilio: FakeTwilio, carrier: TwilioCarrier, clock: SettableClock
) -> None:
    look(house, carrier)
    miss(twilio, DANA, "need a ride to the clinic", 40)
    miss(twilio, DANA, "are you there", 39)
    miss(twilio, MIGUEL, "PRIVACY", 2)
    with WholeLine(house, clock) as line:
        line.coach(COACH_AMY, "Amy")
        clock.forward(-45 * MINUTE)
        look(house, carrier)
        clock.forward(45 * MINUTE)
        assert look(house, carrier) == 3
        line.wait(1)
        assert ["your text reached us late" in body for body in line.inbox(DANA)][:2] == [True, False]
        assert line.notes(DANA, "assistant_failed") == [], "the assistant was not asked"
        assert line.case(DANA).reason == "came_late"
        line.wait(31)
        assert any("Texts reached us late. Waiting for a person: 1," in body for body in line.inbox(COACH_AMY))
        assert any("staff may read" in body for body in line.inbox(MIGUEL))


def test_danger_and_stop_are_heard_however_old_and_an_old_start_undoes_no_stop(
    house: House, twilio: FakeTwilio, carrier: TwilioCarrier, clock: SettableClock
) -> None:
    look(house, carrier)
    clock.forward(-24 * 60 * MINUTE)
    look(house, carrier)
    clock.forward(24 * 60 * MINUTE)
    miss(twilio, DANA, "i want to kill myself", 300)
    miss(twilio, DANA, "stop", 100)
    miss(twilio, MIGUEL, "START", 200)
    with WholeLine(house, clock) as line:
        line.text(MIGUEL, "STOP")
        assert look(house, carrier) == 3
        line.wait(1)
        assert "988" in line.inbox(DANA)[0]
        assert line.case(DANA).urgency == "crisis"
        assert all(line.person(phone).opted_out for phone in (DANA, MIGUEL))


def test_what_was_erased_does_not_come_back_out_of_the_carriers_memory(
    house: House, twilio: FakeTwilio, carrier: TwilioCarrier, clock: SettableClock
) -> None:
    look(house, carrier)
    sid = miss(twilio, DANA, "my secret", 9)
    assert look(house, carrier) == 1
    with house.database.read() as connection:
        dana = find_conversation(connection, house.vault, DANA)
    assert dana is not None
    now = clock.now().timestamp()
    house.database.write(lambda connection: connection.execute(event.update().values(handled_at=now)))
    house.database.write(lambda connection: erase_person(connection, dana, now))
    assert look(house, carrier) == 0
    twilio.ledger.update(sid, lambda text: replace(text, body=""))  # and the carrier forgot it
    miss(twilio, MIGUEL, "", 8)  # neither words nor a picture: redacted
    assert look(house, carrier) == 0
    assert bodies(house, DANA) == []


def test_one_text_that_cannot_be_stored_holds_up_no_other_and_is_not_given_up(
    house: House, twilio: FakeTwilio, carrier: TwilioCarrier, clock: SettableClock
) -> None:
    look(house, carrier)
    bad = miss(twilio, DANA, "the database will not have it", 6)
    miss(twilio, MIGUEL, "let me die", 5)
    refuse(house, bad)
    assert look(house, carrier) == 1
    assert bodies(house, MIGUEL) == ["let me die"]
    clock.forward(60 * MINUTE)
    assert look(house, carrier) == 0
    refuse(house, None)
    assert look(house, carrier) == 1
    assert bodies(house, DANA) == ["the database will not have it"]


def refuse(house: House, sid: str | None) -> None:
    """The database refuses the text ``sid``; ``None``: no text any more."""
    lite = house.database.is_sqlite
    if sid is None:
        told = ["DROP TRIGGER refuse" + ("" if lite else " ON message")]
    elif lite:
        raises = "BEGIN SELECT RAISE(ABORT, 'no'); END"
        told = [f"CREATE TRIGGER refuse BEFORE INSERT ON message WHEN NEW.sid = '{sid}' {raises}"]
    else:
        body = "AS $$ BEGIN RAISE EXCEPTION 'no'; END $$ LANGUAGE plpgsql"
        on = f"FOR EACH ROW WHEN (NEW.sid = '{sid}') EXECUTE FUNCTION refuse()"
        told = [
            f"CREATE FUNCTION refuse() RETURNS trigger {body}",
            f"CREATE TRIGGER refuse BEFORE INSERT ON message {on}",
        ]
    for statement in told:
        house.database.write(lambda connection, said=statement: connection.exec_driver_sql(said))


def test_danger_overtakes(house: House, twilio: FakeTwilio, carrier: TwilioCarrier, clock: SettableClock) -> None:
    look(house, carrier)
    miss(twilio, DANA, "hello", 5)
    miss(twilio, MIGUEL, "let me die", 4)
    look(house, carrier)
    now = clock.now().timestamp()
    (first,) = house.database.write(lambda connection: claim_due(connection, "one", 1, now))
    with house.database.read() as connection:
        assert first.conversation_id == find_conversation(connection, house.vault, MIGUEL)
