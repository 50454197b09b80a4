"""One run: people text, things go wrong, everything comes to rest, and every text is counted."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import create_engine, select, text

from bot.app import House, open_house
from bot.settings import read_settings
from bot.store.coaches import Profile, save_coach
from bot.store.tables import message
from tests.chaos.faults import Faults
from tests.chaos.people import Senders, write
from tests.chaos.processes import Processes, Proxy
from tests.chaos.rasa_process import small_rasa
from tests.chaos.tally import Tally, count, unfinished
from tests.contract.fake_twilio import FakeTwilio
from tests.integration.assistant_line import free_port
from tests.postgres import Cluster, cluster

SQLITE = (("serve", "--with-worker"),)
POSTGRES = (("serve",), ("serve",), ("serve",), ("work",), ("work",), ("work",))
COACHES = [f"+155501{number:02}" for number in range(20, 25)]
SETTLE_SECONDS = 420.0
PATIENT = {"WARMLINE_ESCALATION": "3600,3600,3600", "WARMLINE_CRISIS_ESCALATION": "3600,3600,3600"}


@dataclass(frozen=True)
class Plan:
    """What a run does. ``trouble`` are the seconds that each trouble lasts; ``commands`` the processes."""

    texts: int
    people: int
    rate: float
    kills: int
    seed: int
    database: str  # sqlite or postgresql
    trouble: float = 20.0
    freezes: int = 3
    commands: tuple[tuple[str, ...], ...] = ()
    jumps: tuple[float, ...] = (90.0, 600.0, -600.0)


@dataclass
class Result:
    plan: Plan
    tally: Tally
    accepted: int
    given_up: int
    found: int
    repeats: int
    seconds: float
    settled: float
    happened: list[str] = field(default_factory=list)


def run(plan: Plan, data_dir: Path) -> Result:
    """Play ``plan`` with everything it needs in ``data_dir`` (empty). Takes minutes."""
    chance = random.Random(plan.seed)
    commands = plan.commands or (SQLITE if plan.database == "sqlite" else POSTGRES)
    with ExitStack() as held:
        server, url = held.enter_context(_database(plan.database, data_dir))
        rasa = held.enter_context(small_rasa())
        public = free_port()
        doors: list[str] = []
        reach = Proxy(f"http://127.0.0.1:{public}", doors, plan.seed)
        twilio = held.enter_context(FakeTwilio(reach=reach))
        settings = read_settings({"WARMLINE_DATABASE_URL": url, "WARMLINE_DATA_DIR": str(data_dir)}, None)
        house = open_house(settings)
        held.callback(house.close)
        _coaches(house)
        line = Processes(twilio, data_dir, url, commands, rasa.url, PATIENT, public)
        doors += line.doors
        line.start()
        held.callback(line.stop)
        faults = Faults(line, twilio, rasa, chance, plan.kills, plan.trouble, server, plan.freezes, plan.jumps)
        senders = Senders(twilio, line.inbound, write(plan.texts, plan.people, chance), plan.rate)
        return _play(plan, house, twilio, line, faults, senders)


def _play(plan: Plan, house: House, twilio: FakeTwilio, line: Processes, faults: Faults, senders: Senders) -> Result:
    start = time.monotonic()
    sending = threading.Thread(target=senders.send_all)
    sending.start()
    faults.run(plan.texts / plan.rate * 0.9)
    while sending.is_alive():
        line.raise_the_dead()  # who started just as the database crashed has ended, and a supervisor sees that
        sending.join(0.5)
    sent = time.monotonic()
    line.raise_the_dead()
    _settle(house, line)
    settled = time.monotonic()
    with house.database.read() as connection:
        known = set(connection.execute(select(message.c.sid).where(message.c.direction == "in")).scalars())
        found = [each for each in senders.given_up if each.sid in known]  # in the carrier's list, by the line itself
        tally = count(connection, house.vault, twilio, [*senders.accepted, *found])
    return Result(
        plan,
        tally,
        len(senders.accepted),
        len(senders.given_up) - len(found),
        len(found),
        senders.repeats,
        sent - start,
        settled - sent,
        faults.happened,
    )


def _settle(house: House, line: Processes) -> None:
    """Wait until nobody has anything to do any more, or give up waiting: the count will tell."""
    end = time.monotonic() + SETTLE_SECONDS
    while time.monotonic() < end:
        line.raise_the_dead()
        with house.database.read() as connection:
            if unfinished(connection) == 0:
                time.sleep(2)  # what is sent twice would come now
                return
        time.sleep(0.5)


def _coaches(house: House) -> None:
    for phone in COACHES:
        profile = Profile(on_call=True)
        house.database.write(lambda c, p=phone, a=profile: save_coach(c, house.vault, "Dana", p, a, 0.0))


@contextmanager
def _database(kind: str, data_dir: Path) -> Iterator[tuple[Cluster | None, str]]:
    if kind == "sqlite":
        yield None, f"sqlite:///{data_dir / 'warmline.db'}"
        return
    with cluster(durable=True) as own:
        engine = create_engine(own.url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text("CREATE DATABASE chaos"))
        engine.dispose()
        yield own, own.url.replace("/postgres?", "/chaos?")
