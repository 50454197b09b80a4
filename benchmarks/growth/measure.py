"""Measures one size: a text's way, each page, each chore, and memory; in processor time, with wall time beside it."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select, text, update
from starlette.testclient import TestClient

from benchmarks.console.ask import KEY, PASSWORD, SEARCHES, pages, token_of
from benchmarks.growth.fill import Size, fill
from benchmarks.processes import cpu_seconds
from bot.app import House, Line, build_line, open_house
from bot.gateway.carriers.simulator.carrier import SimulatorCarrier
from bot.message import Answer, InboundText, Meaning, Say
from bot.purging import purge
from bot.settings import read_settings
from bot.store.keeping_tables import redaction_mark
from bot.store.leases import claim_due
from bot.store.messages import accept_text
from bot.store.redactions import redact_old
from bot.store.staff import invite
from bot.store.tables import conversation, message
from bot.web import build_web

DAY = 86_400.0
WRITERS = 20  # who text; the first one is who has the long conversation
PER_PAGE, PER_CHORE, WARM_UP = 5, 3, 3
OF_ONE = ("conversation", "why did it say that")  # pages of a person whom only the other benchmark's filling makes
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Cost:
    """Milliseconds: of this process's processor, of PostgreSQL's (whole ticks, 0 on SQLite), and of the clock."""

    cpu: float
    server: float
    wall: float


class Understands:
    """In Rasa's place: every text asks for a job, and every turn names a place."""

    def understand(self, text: str) -> Meaning:
        return Meaning("seek", needs=("jobs",), zip="19104", confidence=0.9)

    def play(self, conversation: str, sid: str, meaning: Mapping[str, Any], memory: Mapping[str, Any] | None) -> Answer:
        return Answer((Say("utter_place_card", {"card": "A place."}),), (), {"v": 1, "slots": {}, "form": None}, False)

    def ready(self) -> None:
        return None


class Meter:
    """Takes the cost of calls, with that of the database's server processes."""

    def __init__(self, house: House) -> None:
        self._house = house

    def _server(self) -> float:
        if self._house.database.is_sqlite:
            return 0.0
        with self._house.database.read() as connection:
            pids = connection.execute(text("SELECT pid FROM pg_stat_activity WHERE datname = current_database()"))
            return sum(cpu_seconds(pid) for pid in pids.scalars())

    def each(self, calls: Sequence[Callable[[], object]]) -> Cost:
        """The median of the calls' processor and wall time; the server's is their mean, it comes in ticks of 10 ms."""
        before, took = self._server(), []
        for call in calls:
            wall, processor = time.perf_counter(), time.process_time()
            call()
            took.append((1000 * (time.process_time() - processor), 1000 * (time.perf_counter() - wall)))
        server = 1000 * (self._server() - before) / len(calls)
        return Cost(statistics.median(cpu for cpu, _ in took), server, statistics.median(wall for _, wall in took))


@contextmanager
def grown_line(url: str, folder: Path, size: Size) -> Iterator[Line]:
    """A line over a database of ``size``; nobody has started its worker."""
    for name in ("models", "encoder"):
        if (ROOT / "var" / name).exists() and not (folder / name).exists():
            (folder / name).symlink_to(ROOT / "var" / name)
    settings = read_settings(
        {"WARMLINE_DATA_DIR": str(folder), "WARMLINE_DATABASE_URL": url, "WARMLINE_SECRET_KEY": KEY}, env_file=None
    )
    house = open_house(settings)
    now = house.clock.now().timestamp()
    fill(house.database, house.vault, size, now)
    if not house.database.is_sqlite:  # whose own vacuum does that; SQLite runs without, as a line does
        with house.database.engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("VACUUM ANALYZE"))
    line = build_line(house, "bench:1", SimulatorCarrier(), Understands())  # type: ignore[arg-type]  # a stand-in
    yield line
    house.close()


def measure(line: Line, texts: int) -> dict[str, Cost]:
    """The cost of a text, of each page and of each chore."""
    meter = Meter(line.house)
    found = {"a text of anybody": _texts(line, meter, texts, range(2, WRITERS + 1))}
    found["a text of the longest conversation"] = _texts(line, meter, texts, range(1, 2))
    found |= _pages(line, meter)
    return found | _chores(line, meter)


def megabytes() -> float:
    """What this process holds in memory (RSS, 10^6 bytes)."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) * 1024 / 1e6


def _texts(line: Line, meter: Meter, count: int, writers: range) -> Cost:
    phones = [f"+1555010{number:04}" for number in writers]
    house = line.house

    def known(connection: Connection) -> None:
        for number, phone in zip(writers, phones, strict=True):
            row = update(conversation).where(conversation.c.id == number)
            connection.execute(row.values(phone_index=house.vault.index(phone)))

    house.database.write(known)

    def one(number: int) -> Callable[[], None]:
        return lambda: _text(line, f"SM{writers.start}-{number}", phones[number % len(phones)])

    for number in range(WARM_UP):
        one(-1 - number)()
    return meter.each([one(number) for number in range(count)])


def _text(line: Line, sid: str, phone: str) -> None:
    """Accepted, claimed, decided, saved, sent."""
    database, vault, now = line.house.database, line.house.vault, line.house.clock.now().timestamp()
    stored = InboundText(sid, phone, "", "i need a job near 19104 please")
    database.write(lambda connection: accept_text(connection, vault, stored, now))
    for lease in database.write(lambda connection: claim_due(connection, "bench:1", 4, now)):
        line.worker.handle(lease)


def _pages(line: Line, meter: Meter) -> dict[str, Cost]:
    house = line.house
    now = house.clock.now().timestamp()
    code = house.database.write(lambda c: invite(c, house.vault, "ana@example.org", "admin", now))
    client = TestClient(build_web(line, with_worker=False), follow_redirects=False)  # not entered: no worker
    token = token_of(client.get("/console/welcome").text)
    fields = {"form_token": token, "code": code, "password": PASSWORD, "repeat": PASSWORD}
    client.post("/console/welcome", data=fields).read()
    token = token_of(client.get("/console/conversations").text)
    of_all = {name: path for name, path in pages(0).items() if name not in OF_ONE}
    asks: dict[str, Callable[[], int]] = {
        name: lambda path=path: client.get(path).status_code
        for name, path in {**of_all, "the longest conversation": "/console/conversations/1"}.items()
    }
    for name, words in SEARCHES.items():
        form = {"form_token": token, "words": words}
        asks[name] = lambda form=form: client.post("/console/conversations/search", data=form).status_code
    found = {}
    for name, ask in asks.items():
        if (status := ask()) != 200:
            raise SystemExit(f"The page {name} answered {status}.")
        found[name] = meter.each([ask] * PER_PAGE)
    return found


def _chores(line: Line, meter: Meter) -> dict[str, Cost]:
    """What a line does by the clock, when there is nothing to do."""
    house = line.house
    now = house.clock.now().timestamp()
    old = select(func.max(message.c.id)).where(message.c.created_at < now - 30 * DAY)

    def redacted_so_far(connection: Connection) -> None:
        connection.execute(redaction_mark.insert(), {"id": 1, "message_id": connection.execute(old).scalar_one() or 0})

    house.database.write(redacted_so_far)
    return {
        "purge, nothing old": meter.each(
            [lambda: purge(house.database, house.vault, house.clock, 400, "bench")] * PER_CHORE
        ),
        "redact, nothing old": meter.each(
            [lambda: house.database.write(lambda connection: redact_old(connection, now - 30 * DAY, now))] * PER_CHORE
        ),
    }
