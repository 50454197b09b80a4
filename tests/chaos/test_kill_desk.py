"""Processes are killed while coaches hold cases: no words, alerts or timers are lost, none comes twice.

``WARMLINE_TEST_DESK_ROUNDS`` and ``WARMLINE_TEST_DESK_KILLS`` make it longer: one story and four kills by default.
"""

from __future__ import annotations

import os
import random
import re
import threading
import time
from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from bot.app import open_house
from bot.settings import read_settings
from bot.store.cases import board
from bot.store.coaches import add_coach
from tests.chaos.processes import Processes
from tests.chaos.test_kill import POSTGRES, SQLITE
from tests.contract.fake_twilio import FakeTwilio

ROUNDS = int(os.environ.get("WARMLINE_TEST_DESK_ROUNDS", "1"))
PAIRS = 5
PEOPLE = [f"+155501{number:02}" for number in range(10, 10 + PAIRS)]
COACHES = [f"+155501{number:02}" for number in range(40, 40 + PAIRS)]
SILENT = ("+15550130", "+15550131")  # a person whose coach says nothing more after TAKE
KILLS = int(os.environ.get("WARMLINE_TEST_DESK_KILLS", "4"))
PATIENT, QUICK = "900,900", "3,3"  # a line that is down for long must not make a coach look silent
_sids = count(1)


@pytest.fixture
def twilio() -> Iterator[FakeTwilio]:
    with FakeTwilio() as fake:
        yield fake


@pytest.fixture
def line(database_url: str, data_dir: Path, twilio: FakeTwilio) -> Iterator[Processes]:
    settings = {"WARMLINE_DATABASE_URL": database_url, "WARMLINE_DATA_DIR": str(data_dir)}
    house = open_house(read_settings(settings, None))
    for number, phone in enumerate((*COACHES, SILENT[1])):
        house.database.write(
            lambda connection, phone=phone, number=number: add_coach(
                connection, house.vault, f"Coach{chr(65 + number)}", phone, ("en",), True, time.time()
            )
        )
    house.close()
    commands = SQLITE if database_url.startswith("sqlite") else POSTGRES
    quiet = {"WARMLINE_HOLDER_QUIET": PATIENT, "WARMLINE_WORKERS": "6"}
    processes = Processes(twilio, data_dir, database_url, commands, settings=quiet)
    processes.start()
    yield processes
    processes.stop()


def test_open_cases_survive_kills(line: Processes, twilio: FakeTwilio, database_url: str, data_dir: Path) -> None:
    for round_ in range(ROUNDS):
        seed = random.randrange(10**6)
        print(f"round {round_}, seed {seed}")
        before = len(twilio.texts)
        faults: list[str] = []
        stories = [
            threading.Thread(target=Story(line, twilio, before, round_, faults).tell, args=pair)
            for pair in zip(PEOPLE, COACHES, strict=True)
        ]
        for thread in stories:
            thread.start()
        # Not in a thread: the kernel ends a process with the thread that started it.
        _kill(line, random.Random(seed))
        for thread in stories:
            thread.join()
        assert not faults
        time.sleep(1)  # what is sent twice would come now
        _nothing_twice(twilio, before, round_)
    _a_silent_holder_is_noticed(line, twilio)
    settings = {"WARMLINE_DATABASE_URL": database_url, "WARMLINE_DATA_DIR": str(data_dir)}
    house = open_house(read_settings(settings, None))
    with house.database.read() as connection:
        assert [case.holder_id for case in board(connection)] == [None]  # only the one nobody took again
    house.close()


class Story:
    """One person asks, one coach takes whichever case it is, they talk, and it ends."""

    def __init__(self, line: Processes, twilio: FakeTwilio, before: int, round_: int, faults: list[str]) -> None:
        self.line, self.twilio, self.before, self.round, self.faults = line, twilio, before, round_, faults

    def tell(self, person: str, coach: str) -> None:
        try:
            self._tell(person, coach)
        except AssertionError as error:
            self.faults.append(f"{person[-2:]}/{coach[-2:]}: {error}")

    def _tell(self, person: str, coach: str) -> None:
        bring(self.line, self.twilio, person, "coach")
        code = self.take_any(coach)
        for number in range(3):
            bring(self.line, self.twilio, coach, f"words {self.round}-{number} from {coach[-2:]}")
        self._heard(coach, "closed", lambda: bring(self.line, self.twilio, coach, "DONE"))
        bring(self.line, self.twilio, coach, "1")
        self._heard(coach, "Saved", None)
        # A process that was killed while it sent leaves the next texts to this person waiting for its lease.
        self._heard(person, "is over for now", None)
        assert code

    def take_any(self, coach: str) -> str:
        """TAKE until there is something to take; the code of the case."""
        end = time.monotonic() + 240
        while time.monotonic() < end:
            bring(self.line, self.twilio, coach, "TAKE")
            for _ in range(30):
                taken = [found for body in self._inbox(coach) if (found := re.search(r"Case (\w+) is yours", body))]
                if taken:
                    return taken[-1][1]
                time.sleep(0.1)
        raise AssertionError("no case was ever taken")

    def _heard(self, phone: str, words: str, first: object) -> None:
        if callable(first):
            first()
        end = time.monotonic() + 240
        while time.monotonic() < end:
            if any(words in body for body in self._inbox(phone)):
                return
            time.sleep(0.1)
        raise AssertionError(f"never heard {words!r}, but {self._inbox(phone)[-3:]}")

    def _inbox(self, phone: str) -> list[str]:
        return [text.body for text in self.twilio.texts[self.before :] if text.to == phone]


def bring(line: Processes, twilio: FakeTwilio, phone: str, words: str) -> None:
    """Like a carrier, bring a text again until somebody says 200."""
    sid, end = f"SMdesk{next(_sids)}", time.monotonic() + 240
    while time.monotonic() < end:
        try:
            if twilio.post_inbound(line.inbound, phone, words, sid=sid).status == 200:
                return
        except OSError:
            pass  # nobody listens: the process is dead just now
        time.sleep(0.2)
    raise AssertionError("a text was never accepted")


def _kill(line: Processes, chance: random.Random) -> None:
    for _ in range(KILLS):
        time.sleep(chance.uniform(0.2, 2.0))
        line.kill(chance.randrange(len(line.running)))


def _nothing_twice(twilio: FakeTwilio, before: int, round_: int) -> None:
    heard = twilio.texts[before:]
    for phone in PEOPLE:
        bodies = [text.body for text in heard if text.to == phone]
        assert sum("is here now" in body for body in bodies) == 1, bodies
        assert sum("is over for now" in body for body in bodies) == 1, bodies
        words = [body for body in bodies if body.startswith("words")]
        coach = words[0][-2:]
        assert words == [f"words {round_}-{number} from {coach}" for number in range(3)]
    alerts = Counter(
        (text.to, code[1]) for text in heard if (code := re.search(r"Case (\w+) waits", text.body)) is not None
    )
    assert max(alerts.values(), default=0) == 1, alerts
    for phone in COACHES:
        bodies = [text.body for text in heard if text.to == phone]
        assert sum("is yours" in body for body in bodies) == 1
        assert sum("is closed and the automated helper" in body for body in bodies) == 1


def _a_silent_holder_is_noticed(line: Processes, twilio: FakeTwilio) -> None:
    """The timers of a case ring also when everything was killed while they ran."""
    person, coach = SILENT
    line.settings = {**line.settings, "WARMLINE_HOLDER_QUIET": QUICK}
    for index in range(len(line.running)):
        line.kill(index)
    before = len(twilio.texts_to(person))
    bring(line, twilio, person, "coach")
    Story(line, twilio, len(twilio.texts), 0, []).take_any(coach)
    twilio.wait_for_text(person, "is here now", after=before, timeout=180)
    for index in range(len(line.running)):
        line.kill(index)
    twilio.wait_for_text(coach, "has waited", timeout=180)
    twilio.wait_for_text(person, "asking another coach", after=before, timeout=180)
