"""Texts of many people pile up while the assistant is down, and then somebody works on them.

Each person is told once, danger goes first, the others are served in the order in which they came, and the assistant
that comes back is asked for new texts only. ``WARMLINE_TEST_BACKLOG=5000`` makes the pile higher.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.app import open_house
from bot.desk.outage import GATHER_SECONDS
from bot.settings import read_settings
from tests.chaos.rasa_process import RasaProcess, small_rasa
from tests.integration.engine import SettableClock
from tests.whole_line import COACH_AMY, WholeLine

TEXTS = int(os.environ.get("WARMLINE_TEST_BACKLOG", "120"))
PEOPLE = [f"+155502{number:05}" for number in range(TEXTS)]
IN_DANGER = set(PEOPLE[24::25])
THREADS = 4
JITTER = 4 * THREADS  # so far a text may be from its place because several are in hand at once
BACK_AGAIN = PEOPLE[:40]
PATIENCE = 120.0 + TEXTS / 5


@pytest.fixture
def rasa() -> Iterator[RasaProcess]:
    with small_rasa() as running:
        yield running


@pytest.fixture
def line(database_url: str, data_dir: Path, rasa: RasaProcess) -> Iterator[WholeLine]:
    """A line that takes texts in; whoever is to handle them has yet to start."""
    clock = SettableClock()
    settings = {
        "WARMLINE_DATABASE_URL": database_url,
        "WARMLINE_DATA_DIR": str(data_dir),
        "WARMLINE_CARRIER": "simulator",
        "WARMLINE_WORKERS": str(THREADS),
        "RASA_URL": rasa.url,
    }
    house = open_house(read_settings(settings, None), clock)
    whole = WholeLine(house, clock)
    yield whole
    whole.line.stop()
    house.close()


def test_a_pile_of_texts_is_worked_off_once_danger_first_and_in_order(line: WholeLine, rasa: RasaProcess) -> None:
    line.coach(COACH_AMY, "Amy")
    rasa.kill()
    for phone in PEOPLE:
        line.bring(phone, "i want to kill myself tonight" if phone in IN_DANGER else "please tell me about jobs")
    start = time.monotonic()
    line.line.start()
    line.settle(PATIENCE)
    print(f"{TEXTS} texts in {time.monotonic() - start:.1f} s")
    _each_was_told_once(line)
    _danger_came_first_and_the_others_in_order(line)
    _coaches_got_one_alert_for_all(line)

    rasa.start()
    line.settle()
    assert rasa.counts()["asked"] == 0, "texts that were answered already are played again"
    for phone in BACK_AGAIN:
        line.bring(phone, "please tell me about food")
    line.settle(PATIENCE)
    assert rasa.counts()["peak"] <= THREADS
    for phone in set(BACK_AGAIN) - IN_DANGER:
        assert sum("About food" in body for body in line.inbox(phone)) == 1


def _each_was_told_once(line: WholeLine) -> None:
    bodies: dict[str, list[str]] = {phone: [] for phone in PEOPLE}
    for text in list(line.sent):
        if text.to in bodies:
            bodies[text.to].append(text.body)
    for phone, (told, *later) in bodies.items():
        assert "988" in told
        assert ("can't answer right now" in told) == (phone not in IN_DANGER)
        assert told not in later
        assert not later or phone in IN_DANGER, "who is in danger hears how it stands while nobody took it"


def _danger_came_first_and_the_others_in_order(line: WholeLine) -> None:
    """A thread that the machine leaves alone for a while may bring one text late each: so many may be off."""
    people = set(PEOPLE)
    # The first text to each: a pile that takes minutes leaves time to tell who waits in danger how it stands.
    order = list(dict.fromkeys(text.to for text in line.sent if text.to in people))
    late = [phone for phone in order[len(IN_DANGER) + JITTER :] if phone in IN_DANGER]
    assert len(late) <= THREADS, f"{len(late)} people in danger waited behind others"
    served = [phone for phone in order if phone not in IN_DANGER]
    place = {phone: number for number, phone in enumerate(phone for phone in PEOPLE if phone not in IN_DANGER)}
    astray = [phone for number, phone in enumerate(served) if abs(place[phone] - number) > JITTER]
    assert len(astray) <= THREADS, f"{len(astray)} people were served far from their place"


def _coaches_got_one_alert_for_all(line: WholeLine) -> None:
    line.wait(GATHER_SECONDS + 1)
    alerts = Counter("URGENT" in text for text in line.inbox(COACH_AMY))
    assert alerts[True] >= len(IN_DANGER)
    waiting = len(PEOPLE) - len(IN_DANGER)
    (digest,) = [text for text in line.inbox(COACH_AMY) if "URGENT" not in text]
    assert f"Waiting for a person: {waiting}," in digest
