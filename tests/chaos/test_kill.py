"""Processes are killed with SIGKILL while people text: nothing lost, nothing twice, all in order."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.wording.segments import fold
from bot.wording.shipped import load_shipped
from tests.chaos.processes import Processes
from tests.contract.fake_twilio import FakeTwilio

PEOPLE = [f"+155501{number:02}" for number in range(10, 18)]
# Keywords are answered without Rasa, each in its own words: so every reply tells its question.
ASKED = ("PRIVACY", "SHORT", "NO CALL") * 3
ANSWERS = {"PRIVACY": "utter_privacy", "SHORT": "utter_short_on", "NO CALL": "utter_no_call_on"}
KILLS = 4
SQLITE = (("serve", "--with-worker"),)
POSTGRES = (("serve",), ("work",), ("work",))


@pytest.fixture
def twilio() -> Iterator[FakeTwilio]:
    with FakeTwilio() as fake:
        yield fake


@pytest.fixture
def line(database_url: str, data_dir: Path, twilio: FakeTwilio) -> Iterator[Processes]:
    commands = SQLITE if database_url.startswith("sqlite") else POSTGRES
    processes = Processes(twilio, data_dir, database_url, commands)
    processes.start()
    yield processes
    processes.stop()


def test_no_text_is_lost_or_answered_twice_while_processes_are_killed(line: Processes, twilio: FakeTwilio) -> None:
    seed = random.randrange(10**6)
    print(f"seed {seed}")
    chance = random.Random(seed)
    senders = [threading.Thread(target=_text, args=(twilio, line, phone)) for phone in PEOPLE]
    for sender in senders:
        sender.start()
    for _ in range(KILLS):
        time.sleep(chance.uniform(0.3, 2.5))
        line.kill(chance.randrange(len(line.running)))
    for sender in senders:
        sender.join()
    _wait_for(lambda: all(len(twilio.texts_to(phone)) >= len(ASKED) for phone in PEOPLE), 300)
    time.sleep(1)  # a second answer would come now
    assert line.kills == KILLS
    for phone in PEOPLE:
        assert [_question_of(text.body) for text in twilio.texts_to(phone)] == list(ASKED)


def _text(twilio: FakeTwilio, line: Processes, phone: str) -> None:
    """Text in order; like a carrier, bring a text again until somebody says 200."""
    for number, words in enumerate(ASKED):
        end = time.monotonic() + 300  # a killed process needs a minute to come back on a busy machine
        while time.monotonic() < end:
            try:
                if twilio.post_inbound(line.inbound, phone, words, sid=f"SM{phone[-4:]}{number}").status == 200:
                    break
            except OSError:
                pass  # nobody listens: the process is dead just now
            time.sleep(0.2)
        else:
            raise AssertionError("a text was never accepted")


def _question_of(body: str) -> str:
    catalog = load_shipped()
    for question, name in ANSWERS.items():
        if fold(catalog.text(name, "en"))[:30] in body:
            return question
    return f"? {body[:40]}"


def _wait_for(what: Callable[[], bool], seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if what():
            return
        time.sleep(0.2)
