"""Processes are killed with SIGKILL while alerts go out: none twice, and no case without a timer."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.app import open_house
from bot.conversation import WAITING_STATES
from bot.settings import read_settings
from bot.store.coaches import Profile, save_coach
from bot.store.tables import event, handoff, message
from tests.chaos.processes import Processes
from tests.chaos.test_kill import POSTGRES, SQLITE
from tests.contract.fake_twilio import FakeTwilio
from tests.contract.mail_server import MailServer, mail_server

PEOPLE = [f"+155501{number:02}" for number in range(10, 16)]
COACHES = {f"+155501{number:02}": f"coach{number}@example.org" for number in range(20, 26)}
KILLS = 3


@pytest.fixture
def mail() -> Iterator[MailServer]:
    with mail_server() as running:
        running.slow_seconds = 0.4
        yield running


@pytest.fixture
def twilio() -> Iterator[FakeTwilio]:
    with FakeTwilio() as fake:
        yield fake


@pytest.fixture
def line(database_url: str, data_dir: Path, twilio: FakeTwilio, mail: MailServer) -> Iterator[Processes]:
    commands = SQLITE if database_url.startswith("sqlite") else POSTGRES
    settings = {
        "WARMLINE_SMTP_URL": f"smtp://127.0.0.1:{mail.port}",
        "WARMLINE_SMTP_FROM": "line@example.org",
        "WARMLINE_ESCALATION": "900,900,900",
    }
    processes = Processes(twilio, data_dir, database_url, commands, settings=settings)
    house = open_house(
        read_settings({"WARMLINE_DATA_DIR": str(data_dir), "WARMLINE_DATABASE_URL": database_url}, env_file=None)
    )
    for phone, address in COACHES.items():
        profile = Profile(on_call=True, email=address)
        house.database.write(lambda c, p=phone, a=profile: save_coach(c, house.vault, "Dana", p, a, 0.0))
    processes.start()
    yield processes
    processes.stop()
    with house.database.read() as connection:
        assert connection.execute(select(func.count()).where(message.c.next_try_at.is_not(None))).scalar_one() == 0
        waiting = connection.execute(
            select(handoff.c.conversation_id).where(handoff.c.state.in_(WAITING_STATES))
        ).scalars()
        timers = connection.execute(
            select(event.c.conversation_id).where(event.c.name == "alert", event.c.handled_at.is_(None))
        ).scalars()
        assert sorted(waiting) == sorted(timers)
    house.close()


def test_no_alert_goes_out_twice_and_every_case_stays_alive(
    line: Processes, twilio: FakeTwilio, mail: MailServer
) -> None:
    seed = random.randrange(10**6)
    print(f"seed {seed}")
    chance = random.Random(seed)
    for number, phone in enumerate(PEOPLE):
        _bring(twilio, line, phone)
        if number % 2:
            time.sleep(chance.uniform(0.05, 0.8))
            line.kill(chance.randrange(len(line.running)))
    assert line.kills == KILLS
    _settle(twilio, mail)
    ids = [got["Message-ID"] for got in mail.mails]
    assert len(ids) == len(set(ids)), "an alert went out twice"
    asked = {phone for phone in COACHES if twilio.texts_to(phone)}
    assert asked, "nobody was alerted"


def _bring(twilio: FakeTwilio, line: Processes, phone: str) -> None:
    """Like a carrier, bring a text again until somebody says 200."""
    end = time.monotonic() + 180
    while time.monotonic() < end:
        try:
            if twilio.post_inbound(line.inbound, phone, "coach", sid=f"SM{phone[-4:]}").status == 200:
                return
        except OSError:
            pass  # nobody listens: the process is dead just now
        time.sleep(0.2)
    raise AssertionError("a text was never accepted")


def _settle(twilio: FakeTwilio, mail: MailServer) -> None:
    """Wait until nothing has gone out for some seconds: look-ups after a kill come late.

    Not before everybody has an answer: a killed process of a busy machine is silent for longer than that.
    """
    end = time.monotonic() + 300
    while time.monotonic() < end and not all(twilio.texts_to(phone) for phone in PEOPLE):
        time.sleep(0.2)
    before, since, end = -1, time.monotonic(), time.monotonic() + 150
    while time.monotonic() < end:
        now = len(twilio.texts) + len(mail.mails)
        if now != before:
            before, since = now, time.monotonic()
        if time.monotonic() - since > 22:
            return
        time.sleep(0.2)
