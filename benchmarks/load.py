"""Puts load on a line: texts at a steady rate, or as many as it can answer."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Coroutine
from dataclasses import dataclass

from benchmarks.carrier import Carrier
from benchmarks.http_wire import Broken, Door
from benchmarks.texts import Crowd, Kind, Person, Step

GIVE_UP_SECONDS = 15.0  # a carrier waits no longer for its webhook, and a person hardly for the reply
SILENCE_SECONDS = 0.5
A_PLACE = re.compile(r"555-?01\d\d|\b988\b|\b211\b|1?-?8\d\d-\d{3}-\d{4}")


@dataclass(frozen=True)
class Sample:
    """What became of one text; moments of ``perf_counter``, seconds. ``None``: it did not happen in time."""

    kind: Kind
    sent: float
    accepted: float | None
    replied: float | None
    words: str = ""

    @property
    def names_a_place(self) -> bool:
        """The reply holds a phone number to call, as an answer to a need should."""
        return bool(A_PLACE.search(self.words))


@dataclass(frozen=True)
class Target:
    """A line to text. See :class:`benchmarks.sides.Side` for ``silent_after_accept``."""

    carrier: Carrier
    door: Door
    url: str
    silent_after_accept: bool

    async def text(self, person: Person, step: Step) -> Sample:
        """Send one text and wait for its reply, fifteen seconds at most."""
        reply = self.carrier.expect(person.phone)
        sent = time.perf_counter()
        accepted: float | None = None
        try:
            async with asyncio.timeout(GIVE_UP_SECONDS):
                status = await self.carrier.bring(self.door, self.url, person.phone, step.body)
                if status // 100 == 2:
                    accepted = time.perf_counter()
                    moment, words = await asyncio.wait_for(reply, SILENCE_SECONDS if self.silent_after_accept else None)
                    return Sample(step.kind, sent, accepted, moment, words)
        except (TimeoutError, Broken, OSError):
            pass  # what is None in the sample says so
        finally:
            self.carrier.forget(person.phone)
        return Sample(step.kind, sent, accepted, None)


async def steady(target: Target, crowd: Crowd, rate: float, seconds: float) -> list[Sample]:
    """``rate`` texts a second, whether or not the line keeps up; returns when all are answered or given up."""
    free: list[Person] = []

    async def one(person: Person) -> Sample:
        sample = await target.text(person, person.take())
        # Who got no answer has left; who has said all has, too.
        if person.next is not None and sample.replied is not None:
            free.append(person)
        return sample

    tasks: list[asyncio.Task[Sample]] = []
    start = time.perf_counter()
    for number in range(round(rate * seconds)):
        await asyncio.sleep(max(0.0, start + number / rate - time.perf_counter()))
        tasks.append(asyncio.create_task(one(free.pop() if free else crowd.newcomer())))
    return list(await asyncio.gather(*tasks))


async def crowded(target: Target, crowd: Crowd, people: int, warm: float, seconds: float) -> list[Sample]:
    """``people`` text at the same time, each again as soon as answered; samples of ``seconds`` after ``warm``."""
    begin = time.perf_counter() + warm
    end = begin + seconds
    samples: list[Sample] = []

    async def seat() -> None:
        person = crowd.newcomer(anywhere=True)
        while time.perf_counter() < end:
            sample = await target.text(person, person.take())
            samples.append(sample)
            if person.next is None or sample.replied is None:
                person = crowd.newcomer()

    seats: list[Coroutine[None, None, None]] = [seat() for _ in range(people)]
    await asyncio.gather(*seats)
    return [sample for sample in samples if begin <= (sample.replied or sample.sent) < end]
