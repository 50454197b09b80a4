"""Stories about alerts by e-mail and by voice: a real mail server, and a fake Twilio for the calls."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.app import open_house
from bot.gateway.receipts import NOBODY
from bot.message import Delivery, Receipt
from bot.settings import read_settings
from bot.store.coaches import Profile, save_coach
from tests.contract.fake_twilio import FakeTwilio
from tests.contract.mail_server import MailServer, mail_server
from tests.integration.engine import SettableClock
from tests.whole_line import COACH_AMY, COACH_BEN, DANA, HUMAN_PHONE, WholeLine

AMY_MAIL = "amy@example.org"


@dataclass
class Town:
    """A line whose coaches can have e-mail, and whose organisation can be called."""

    line: WholeLine
    mail: MailServer
    twilio: FakeTwilio

    def coach(self, phone: str, name: str, email: str = "") -> None:
        house, now = self.line.house, self.line.clock.now().timestamp()
        profile = Profile(on_call=True, email=email)
        house.database.write(lambda connection: save_coach(connection, house.vault, name, phone, profile, now))

    def fates(self, address: str) -> list[str]:
        """What became of everything that was to go to ``address``."""
        return [str(text["status"]) for text in self.line.texts(address) if text["direction"] == "out"]


@pytest.fixture
def town(database_url: str, data_dir: Path) -> Iterator[Town]:
    clock = SettableClock()
    with mail_server() as mail, FakeTwilio() as twilio:
        twilio.receipts = ()
        settings = {
            "WARMLINE_DATABASE_URL": database_url,
            "WARMLINE_DATA_DIR": str(data_dir),
            "WARMLINE_HUMAN_PHONE": HUMAN_PHONE,
            "WARMLINE_SMTP_URL": f"smtp://127.0.0.1:{mail.port}",
            "WARMLINE_SMTP_FROM": "line@example.org",
            "WARMLINE_VOICE_ALERTS": "on",
            "TWILIO_ACCOUNT_SID": twilio.account_sid,
            "TWILIO_AUTH_TOKEN": twilio.auth_token,
            "TWILIO_PHONE_NUMBER": twilio.number,
            "TWILIO_API_URL": twilio.url,
            "RASA_URL": "http://127.0.0.1:9",
        }
        house = open_house(read_settings(settings, None), clock)
        with WholeLine(house, clock) as line:
            yield Town(line, mail, twilio)
        house.close()


def test_a_coach_with_an_address_gets_the_alert_by_text_and_by_e_mail(town: Town) -> None:
    town.coach(COACH_AMY, "Amy", AMY_MAIL)
    town.line.text(DANA, "my name is Zelda, I need housing in 19104")
    town.line.text(DANA, "coach")
    (mail,) = town.mail.to(AMY_MAIL)
    code = town.line.case(DANA).code
    assert mail["Subject"] == f"Warmline: case {code} waits"
    assert code in mail.get_content()
    assert len(town.line.inbox(COACH_AMY)) == 1
    for secret in ("Zelda", "hous", "19104", DANA[-4:]):
        assert secret.lower() not in mail.as_string().lower()
    town.line.text(COACH_AMY, "TAKE")
    assert town.line.case(DANA).state == "held"


def test_an_address_that_is_refused_makes_the_ladder_climb_at_once(town: Town) -> None:
    town.mail.refuse[AMY_MAIL] = "550 no such user"
    town.coach(COACH_AMY, "Amy", AMY_MAIL)
    town.coach(COACH_BEN, "Ben")
    town.line.text(DANA, "coach")
    assert len(town.line.inbox(COACH_BEN)) == 1
    assert town.line.notes(DANA, "undelivered")


def test_an_e_mail_whose_fate_nobody_knows_is_not_sent_twice_and_the_ladder_climbs(town: Town) -> None:
    town.mail.vanish = True
    town.coach(COACH_AMY, "Amy", AMY_MAIL)
    town.coach(COACH_BEN, "Ben")
    town.line.text(DANA, "coach")
    town.line.wait(6)
    assert len(town.mail.to(AMY_MAIL)) == 1
    assert town.fates(f"mailto:{AMY_MAIL}") == [Delivery.FAILED]
    assert len(town.line.inbox(COACH_BEN)) == 1


def test_a_mail_server_that_is_down_holds_up_no_text(town: Town) -> None:
    town.mail.refuse[AMY_MAIL] = "451 later"
    town.coach(COACH_AMY, "Amy", AMY_MAIL)
    town.line.text(DANA, "coach")
    assert len(town.line.inbox(COACH_AMY)) == 1
    town.line.text(COACH_AMY, "TAKE")
    town.line.text(COACH_AMY, "hello, I am Amy")
    assert town.line.inbox(DANA)[-1] == "hello, I am Amy"
    town.mail.refuse.clear()
    town.line.wait(301)
    town.line.wait(61)
    assert len(town.mail.to(AMY_MAIL)) <= 1


def test_when_nobody_takes_a_case_the_organisation_is_called_once_without_a_word_about_the_person(town: Town) -> None:
    town.coach(COACH_AMY, "Amy")
    town.line.text(DANA, "coach")
    for seconds in (121, 181, 301, 901, 901):
        assert len(town.twilio.calls.made) <= 1
        town.line.wait(seconds)
    (call,) = town.twilio.calls.made
    assert call.to == HUMAN_PHONE
    assert " ".join(town.line.case(DANA).code) in call.twiml
    assert DANA[-4:] not in call.twiml


def test_a_crisis_with_nobody_on_duty_calls_the_organisation_at_once(town: Town) -> None:
    town.line.text(DANA, "i want to kill myself")
    assert [call.to for call in town.twilio.calls.made] == [HUMAN_PHONE]
    assert len(town.line.inbox(HUMAN_PHONE)) == 1


def test_who_stopped_the_texts_gets_no_e_mail_either(town: Town) -> None:
    town.coach(COACH_AMY, "Amy", AMY_MAIL)
    town.line.text(COACH_AMY, "STOP")
    town.line.text(DANA, "coach")
    assert town.mail.mails == []


def test_staff_read_that_nobody_answered_the_call_and_the_case_goes_on(town: Town) -> None:
    town.line.text(DANA, "i want to kill myself")
    (call,) = town.twilio.calls.made
    asyncio.run(town.line.line.intake.receive_receipt(Receipt(call.sid, Delivery.FAILED, NOBODY)))
    town.line.settle()
    assert [note["why"] for note in town.line.notes(DANA, "undelivered")] == ["Nobody answered the call."]
    town.coach(COACH_AMY, "Amy")
    town.line.wait(901)
    assert len(town.line.inbox(COACH_AMY)) == 1
