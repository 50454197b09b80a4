"""``make bench-scale``: 1, 2, 4 workers and 1, 2 Rasas over PostgreSQL: full turns a second, and who is busy.

Real Rasa with the trained model of ``var/``, the sample directory, the signed webhook, a fake carrier that answers at
once and sends receipts. As many people as ``--people`` text at the same time, each again as soon as they are answered.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import tempfile
import time
from pathlib import Path

from benchmarks.carrier import Carrier
from benchmarks.http_wire import Broken, Door
from benchmarks.load import Target, crowded
from benchmarks.scale.parts import Shape, Spread, database, spread
from benchmarks.sides import CannotStart
from benchmarks.texts import Crowd

SHAPES = ((1, 1), (2, 1), (4, 1), (2, 2), (4, 2))
START_SECONDS = 600.0


async def play(shape: Shape, people: int, warm: float, seconds: float) -> str:
    """One line of the table."""
    with database() as url, tempfile.TemporaryDirectory() as place:
        async with Carrier() as carrier:
            # Starting takes seconds in which nothing else is to be done here.
            with spread(shape, url, Path(place), carrier.environment) as line:
                async with Door(line.port) as door:
                    target = Target(carrier, door, f"http://127.0.0.1:{line.port}/sms/inbound", False)
                    await _until_ready(door, target)
                    return await _measure(shape, line, target, people, warm, seconds)


async def _until_ready(door: Door, target: Target) -> None:
    end = time.monotonic() + START_SECONDS
    crowd = Crowd(1)
    while time.monotonic() < end:
        try:
            if await door.get("/health/ready") == 200:
                person = crowd.newcomer()
                if (await target.text(person, person.take())).replied is not None:
                    return
        except (Broken, OSError):
            pass
        await asyncio.sleep(0.5)
    raise CannotStart("The line did not become ready.")


async def _measure(shape: Shape, line: Spread, target: Target, people: int, warm: float, seconds: float) -> str:
    crowd = Crowd(2)
    await crowded(target, crowd, people, 0.0, warm)
    before, start = line.cpu(), time.perf_counter()
    samples = await crowded(target, crowd, people, 0.0, seconds)
    wall = time.perf_counter() - start
    used = {kind: spent - before[kind] for kind, spent in line.cpu().items()}
    answered = [sample for sample in samples if sample.replied is not None]
    took = sorted(1000 * (sample.replied - sample.sent) for sample in answered if sample.replied is not None)
    each = " | ".join(f"{1000 * spent / max(1, len(answered)):.0f}" for spent in used.values())
    cores = " | ".join(f"{spent / wall:.2f}" for spent in used.values())
    memory = " | ".join(f"{megabytes:.0f}" for megabytes in line.megabytes().values())
    return (
        f"| {shape.workers} | {shape.rasas} | {len(answered) / wall:.1f} | {took[len(took) // 2] if took else 0:.0f} | "
        f"{len(samples) - len(answered)} | {each} | {cores} | {memory} | {os.getloadavg()[0]:.1f} |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=32)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--warm", type=float, default=10.0)
    parser.add_argument("--shapes", nargs="*", default=[f"{workers}x{rasas}" for workers, rasas in SHAPES])
    arguments = parser.parse_args()
    kinds = ("web", "workers", "Rasa", "PostgreSQL", "generator")
    ms, cores = (" | ".join(f"{kind} {what}" for kind in kinds) for what in ("ms a text", "cores"))
    print(
        f"| workers | Rasas | texts/s | p50 ms | unanswered | {ms} | {cores} | web MB | workers MB | Rasa MB | load |"
    )
    for shape in arguments.shapes:
        workers, rasas = map(int, shape.split("x"))
        print(asyncio.run(play(Shape(workers, rasas), arguments.people, arguments.warm, arguments.seconds)), flush=True)


if __name__ == "__main__":
    main()
