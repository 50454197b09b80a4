"""What goes wrong while people text, one thing after the other, in an order that a seed decides."""

from __future__ import annotations

import random
import resource
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import create_engine, text

from tests.chaos.processes import Processes
from tests.chaos.rasa_process import RasaProcess
from tests.contract.fake_twilio import FakeTwilio, Fault
from tests.postgres import Cluster

FROZEN_SECONDS = 34.0  # longer than a lease
CARRIER_WEATHER = (
    Fault.TOO_MANY,
    Fault.SERVER_ERROR,
    Fault.SERVER_ERROR_AFTER,
    Fault.UNAVAILABLE,
    Fault.SLOW,
    Fault.DROP_BEFORE,
    Fault.DROP_AFTER,
    Fault.NONSENSE,
)
DISK_FULL = (
    "CREATE OR REPLACE FUNCTION chaos_disk_full() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'no space left' USING ERRCODE = '53100'; END $$",
    "CREATE TRIGGER chaos_disk_full BEFORE INSERT OR UPDATE ON message FOR EACH ROW EXECUTE FUNCTION chaos_disk_full()",
)


@dataclass
class Faults:
    """``run`` makes all of ``menu`` happen once, in an order of chance, with ``kills`` kills between them.

    ``long`` is how many seconds each trouble lasts that has no length of its own.
    """

    line: Processes
    twilio: FakeTwilio
    rasa: RasaProcess
    chance: random.Random
    kills: int
    long: float
    cluster: Cluster | None = None
    freezes: int = 3
    jumps: tuple[float, ...] = (90.0, 600.0, -600.0)
    happened: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def menu(self) -> list[Callable[[], None]]:
        """Everything that goes wrong once, the kills aside."""
        troubles = [self.rasa_killed, self.rasa_hangs, self.rasa_garbage, self.carrier_away, self.carrier_moody]
        troubles += [self.disk_full, *[lambda by=by: self.clock_jumps(by) for by in self.jumps]]
        troubles += [self.frozen] * self.freezes
        if self.cluster is not None:
            troubles += [self.postgres_restarts, self.postgres_crashes, self.one_dies_for_good]
        return troubles

    def run(self, seconds: float) -> None:
        """All troubles spread over about ``seconds``; each ends before the next begins, kills come in between."""
        plan = [*self.menu(), *[self.killed] * self.kills]
        self.chance.shuffle(plan)
        start = time.monotonic()
        for number, trouble in enumerate(plan):
            self.over.wait(max(0.0, start + seconds * number / len(plan) - time.monotonic()))
            trouble()

    def killed(self) -> None:
        index = self.chance.choice(self.line.living())
        self._say(f"process {index} is killed")
        self.line.raise_the_dead()
        self.line.kill(index)

    def one_dies_for_good(self) -> None:
        workers = self.line.workers()
        if len(workers) > 1:
            index = self.chance.choice(workers)
            self._say(f"process {index} dies for good")
            self.line.bury(index)

    def frozen(self) -> None:
        """Some process stands still for longer than a lease; on PostgreSQL the others go on."""
        index = self.chance.choice(self.line.living())
        self._say(f"process {index} is frozen for {FROZEN_SECONDS:.0f} s")
        self.line.freeze(index)
        self.over.wait(FROZEN_SECONDS)
        self.line.thaw(index)

    def rasa_killed(self) -> None:
        self._say("Rasa is killed")
        self.rasa.kill()
        self.over.wait(self.long)
        self.rasa.start()

    def rasa_hangs(self) -> None:
        self._say("Rasa hangs")
        self.rasa.freeze()
        self.over.wait(self.long)
        self.rasa.thaw()

    def rasa_garbage(self) -> None:
        for mode in ("garbage", "broken"):
            self._say(f"Rasa answers: {mode}")
            self.rasa.behave(mode)
            self.over.wait(self.long / 2)
        self.rasa.behave("well")

    def carrier_away(self) -> None:
        self._say("nobody listens at the carrier")
        self.twilio.close_door()
        self.over.wait(self.long * 2)
        self.twilio.open_door()

    def carrier_moody(self) -> None:
        """Every second send goes wrong, in every way; each answer that is late is late beyond our patience."""
        self._say("the carrier is moody: 429, 500, 503, slow, dropped, nonsense")
        moods = random.Random(self.chance.random())
        self.twilio.slow_seconds = 11.0
        self.twilio.weather = lambda: moods.choice(CARRIER_WEATHER) if moods.random() < 0.5 else None
        self.over.wait(self.long * 2)
        self.twilio.weather = lambda: None

    def postgres_restarts(self) -> None:
        self._restart(signal.SIGINT, "PostgreSQL restarts")

    def postgres_crashes(self) -> None:
        self._restart(signal.SIGQUIT, "PostgreSQL crashes and comes back")

    def _restart(self, how: signal.Signals, what: str) -> None:
        if self.cluster is None:
            return
        self._say(what)
        self.cluster.stop(how)
        self.over.wait(3)
        self.cluster.start()

    def disk_full(self) -> None:
        self._say("the disk is full")
        with self._full_server() if self.cluster is not None else self._full_files():
            self.over.wait(self.long / 2)

    @contextmanager
    def _full_server(self) -> Iterator[None]:
        """As a client sees it: every write of a text fails with the server's code for a full disk."""
        engine = create_engine(self.line.database_url)
        with engine.begin() as connection:
            for statement in DISK_FULL:
                connection.execute(text(statement))
        yield
        with engine.begin() as connection:
            connection.execute(text("DROP TRIGGER chaos_disk_full ON message"))
        engine.dispose()

    @contextmanager
    def _full_files(self) -> Iterator[None]:
        """No file of the process may grow: writes fail in the middle, as on a full disk."""
        self.line.raise_the_dead()
        pids = [process.pid for process in self.line.running]
        wal = self.line.data_dir / "warmline.db-wal"
        size = wal.stat().st_size if wal.exists() else 0
        before = [resource.prlimit(pid, resource.RLIMIT_FSIZE, (size // 2, resource.RLIM_INFINITY)) for pid in pids]
        yield
        for pid, limits in zip(pids, before, strict=True):
            resource.prlimit(pid, resource.RLIMIT_FSIZE, limits)

    def clock_jumps(self, by: float) -> None:
        self._say(f"the clock jumps by {by:+.0f} s")
        now = float(self.line.clock.read_text())
        new = self.line.clock.with_suffix(".new")
        new.write_text(str(now + by))
        new.replace(self.line.clock)

    def _say(self, what: str) -> None:
        self.happened.append(what)
        print(f"  {what}", flush=True)
