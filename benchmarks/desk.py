"""``python -m benchmarks.desk``: how long it takes until a coach is asked, and until both sides know who is there.

People ask for a coach over the webhook of a whole line (service, worker, Rasa); the fake carrier
notes when each text to a coach or a person came in. First one after the other, then all at once.
"""

from __future__ import annotations

import asyncio
import re
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from benchmarks.carrier import Carrier
from benchmarks.http_wire import Broken, Door, Message
from benchmarks.load import Target
from benchmarks.machine import look
from benchmarks.plan import QUICK
from benchmarks.rounds import first_answer
from benchmarks.sides import WORK, CannotStart, Running
from benchmarks.texts import Crowd
from benchmarks.warmline_side import Warmline
from bot.app import open_house
from bot.settings import read_settings
from bot.store.coaches import Profile, save_coach

ONE_BY_ONE, AT_ONCE = 40, 40
LIMIT_SECONDS = 60.0
ALERT = re.compile(r"TAKE ([A-Z]\d{2,4})\b")
YOURS = "is yours"
JOINED = "peer coach, is here"


@dataclass(frozen=True)
class Arrival:
    """One text that the carrier took; ``moment`` of ``perf_counter``."""

    moment: float
    to: str
    body: str


class ListeningCarrier(Carrier):
    """Keeps every text it takes."""

    def __init__(self) -> None:
        super().__init__()
        self.arrivals: list[Arrival] = []
        self._more = asyncio.Event()

    def _take(self, request: Message, moment: float) -> tuple[int, bytes]:
        form = dict(parse_qsl(request.body.decode(), keep_blank_values=True))
        self.arrivals.append(Arrival(moment, form["To"], form["Body"]))
        self._more.set()
        return super()._take(request, moment)

    async def until(self, to: Sequence[str], words: str | re.Pattern[str], after: int) -> Arrival:
        """The first text to one of ``to`` with these words, among those after the first ``after``."""
        pattern = re.compile(re.escape(words)) if isinstance(words, str) else words
        async with asyncio.timeout(LIMIT_SECONDS):
            while True:
                for arrival in self.arrivals[after:]:
                    if arrival.to in to and pattern.search(arrival.body):
                        return arrival
                self._more.clear()
                await self._more.wait()


@dataclass(frozen=True)
class Handoff:
    """Milliseconds from the posted text to what it led to."""

    alerted: float
    told: float


class Desk:
    """People and coaches of one run. Each coach takes one case, so that none is full when the next comes."""

    def __init__(self, running: Running, carrier: ListeningCarrier, door: Door) -> None:
        self._url, self._carrier, self._door = running.inbound_url, carrier, door
        self.coaches = [f"+155501{number:04}" for number in range(ONE_BY_ONE + AT_ONCE)]

    async def handoff(self, person: str) -> Handoff:
        """``person`` asks, whoever is alerted takes it, both are told."""
        seen, asked = len(self._carrier.arrivals), time.perf_counter()
        await self._text(person, "I want to talk to a person")
        alert = await self._carrier.until(self.coaches, ALERT, seen)
        return Handoff((alert.moment - asked) * 1000, await self.take(person, alert))

    async def take(self, person: str, alert: Arrival) -> float:
        """The coach of ``alert`` takes the case of ``person``; milliseconds until both were told."""
        code = ALERT.search(alert.body)
        seen, start = len(self._carrier.arrivals), time.perf_counter()
        await self._text(alert.to, f"TAKE {code[1] if code else ''}")
        told = await asyncio.gather(
            self._carrier.until([alert.to], YOURS, seen), self._carrier.until([person], JOINED, seen)
        )
        return (max(arrival.moment for arrival in told) - start) * 1000

    async def all_at_once(self, people: Sequence[str]) -> list[float]:
        """All ask in the same moment; milliseconds until as many alerts as people were out, in their order."""
        seen, start = len(self._carrier.arrivals), time.perf_counter()
        await asyncio.gather(*(self._text(person, "I want to talk to a person") for person in people))
        first: dict[str, float] = {}
        async with asyncio.timeout(LIMIT_SECONDS):
            while len(first) < len(people):
                for arrival in self._carrier.arrivals[seen:]:
                    if code := ALERT.search(arrival.body):
                        first.setdefault(code[1], (arrival.moment - start) * 1000)
                await asyncio.sleep(0.02)
        return sorted(first.values())

    async def _text(self, sender: str, body: str) -> None:
        status = await self._carrier.bring(self._door, self._url, sender, body)
        if status != 200:
            raise CannotStart(f"The line answered a text with {status}.")


def add_coaches(phones: Sequence[str]) -> None:
    """Coaches on call, straight into the line's database."""
    house = open_house(read_settings({"WARMLINE_DATA_DIR": str(WORK / "warmline")}, None))
    now = house.clock.now().timestamp()
    try:
        for phone in phones:
            house.database.write(
                lambda connection, phone=phone: save_coach(
                    connection, house.vault, "Dana", phone, Profile(on_call=True), now
                )
            )
    finally:
        house.close()


async def measure() -> tuple[list[Handoff], list[float]]:
    """Both stages on a fresh line."""
    side = Warmline()
    began = time.perf_counter()
    async with ListeningCarrier() as carrier:
        running = side.start({**carrier.environment, "WARMLINE_ESCALATION": "900,900,900"})
        try:
            async with Door(running.port) as door:
                target = Target(carrier, door, running.inbound_url, silent_after_accept=False)
                await first_answer(side, running, target, Crowd(0), QUICK, began)
                desk = Desk(running, carrier, door)
                await asyncio.to_thread(add_coaches, desk.coaches)
                people = [f"+155502{number:04}" for number in range(ONE_BY_ONE + AT_ONCE)]
                single = [await desk.handoff(person) for person in people[:ONE_BY_ONE]]
                return single, await desk.all_at_once(people[ONE_BY_ONE:])
        finally:
            await carrier.quiet()
            await asyncio.to_thread(running.group.stop)


def line(name: str, values: Sequence[float]) -> str:
    """p50 and p95 of some milliseconds."""
    cuts = statistics.quantiles(values, n=20, method="inclusive")
    return f"{name:<58} p50 {statistics.median(values):7.0f} ms   p95 {cuts[18]:7.0f} ms   ({len(values)})"


def main() -> int:
    """0 when it was measured, 1 when the line could not be."""
    try:
        machine = look()
        Warmline().train(quick=True)
        single, burst = asyncio.run(measure())
    except (CannotStart, Broken, TimeoutError) as error:
        print(f"It could not be measured: {error or 'a text did not arrive in time'}", file=sys.stderr)
        return 1
    print(f"{machine.processor}, {machine.cores} cores, load before {machine.load_before}")
    print(line("handoff asked -> first alert accepted by the carrier", [one.alerted for one in single]))
    print(line("TAKE -> both sides told", [one.told for one in single]))
    print(line(f"{AT_ONCE} ask at once -> their first alerts accepted", burst))
    return 0


if __name__ == "__main__":
    sys.exit(main())
