"""One round of one side: start it, text it slowly, busily and with all it can take, stop it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

from benchmarks.carrier import Carrier
from benchmarks.figures import Effort, Round, Stage, stage_of
from benchmarks.http_wire import Broken, Door
from benchmarks.load import Sample, Target, crowded, steady
from benchmarks.plan import Plan
from benchmarks.processes import Group
from benchmarks.sides import CannotStart, Running, Side
from benchmarks.texts import Crowd, Kind, Step

ASK_AGAIN_SECONDS = 0.25
FIRST_NEED = Step(Kind.NEED, "food bank close to 19104 please")
REST_SECONDS = 1.0

Say = Callable[[str], None]


async def play_round(side: Side, number: int, plan: Plan, carrier: Carrier, say: Say) -> Round:
    """Start ``side``, measure it, stop it. Raises :class:`CannotStart`. Nothing is left running."""
    began = time.perf_counter()
    running = side.start(carrier.environment)
    try:
        async with Door(running.port) as door:
            target = Target(carrier, door, running.inbound_url, side.silent_after_accept)
            return await _measure(side, Crowd(number), plan, running, target, began, say)
    finally:
        await carrier.quiet()
        await asyncio.to_thread(running.group.stop)


async def _measure(
    side: Side, crowd: Crowd, plan: Plan, running: Running, target: Target, began: float, say: Say
) -> Round:
    start_seconds = await first_answer(side, running, target, crowd, plan, began)
    say(f"  {side.name}: ready after {start_seconds:.0f} s")
    idle = await asyncio.to_thread(running.group.weigh)
    extras, missed = target.carrier.extras, target.carrier.receipts_missed
    group = running.group
    slow = await _stage(group, plan.slow_seconds, lambda: steady(target, crowd, plan.slow_rate, plan.slow_seconds))
    busy = await _stage(group, plan.busy_seconds, lambda: steady(target, crowd, plan.busy_rate, plan.busy_seconds))
    full = await _stage(
        group, plan.full_seconds, lambda: crowded(target, crowd, plan.people, plan.warm_seconds, plan.full_seconds)
    )
    say(f"  {side.name}: {full.replies_a_second:.1f} texts/s, reply {busy.reply_p50:.0f} ms at {plan.busy_rate:.0f}/s")
    return Round(
        start_seconds=start_seconds,
        idle_megabytes=idle.megabytes,
        processes=idle.processes,
        slow=slow,
        busy=busy,
        full=full,
        extra_replies=target.carrier.extras - extras,
        receipts_missed=target.carrier.receipts_missed - missed,
    )


async def _stage(group: Group, seconds: float, load: Callable[[], Awaitable[list[Sample]]]) -> Stage:
    before, own = await asyncio.to_thread(group.weigh), time.process_time()
    start = time.perf_counter()
    samples = await load()
    wall = time.perf_counter() - start
    own = time.process_time() - own
    after = await asyncio.to_thread(group.weigh)
    await asyncio.sleep(REST_SECONDS)  # receipts of the last texts
    effort = Effort(after.cpu_seconds - before.cpu_seconds, own, wall, after.megabytes)
    return stage_of(samples, effort, seconds)


async def first_answer(side: Side, running: Running, target: Target, crowd: Crowd, plan: Plan, began: float) -> float:
    """Seconds from the process start to the first need that was answered with a place."""
    while time.perf_counter() - began < plan.start_limit_seconds:
        if running.group.ended():
            raise CannotStart(f"{side.name} ended at its start; its last words are in {running.log}.")
        if await _is_ready(running, target.door):
            sample = await target.text(crowd.newcomer(), FIRST_NEED)
            if sample.replied is not None and sample.names_a_place:
                return sample.replied - began
        await asyncio.sleep(ASK_AGAIN_SECONDS)
    raise CannotStart(
        f"{side.name} answered no text in {plan.start_limit_seconds:.0f} s; its last words are in {running.log}."
    )


async def _is_ready(running: Running, door: Door) -> bool:
    try:
        async with asyncio.timeout(5):
            return await door.get(running.ready_path) == 200
    except (TimeoutError, Broken, OSError):
        return False
