"""``python -m benchmarks.profile_line``: Warmline under full load, sampled by py-spy; what costs most.

py-spy is fetched by uv for this one run, and needs the right to look into other processes (root, or
``kernel.yama.ptrace_scope=0``).
"""

from __future__ import annotations

import argparse
import asyncio
import os
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

from benchmarks.carrier import Carrier
from benchmarks.http_wire import Door
from benchmarks.load import Target, crowded
from benchmarks.plan import QUICK
from benchmarks.processes import PROC, cpu_seconds
from benchmarks.rounds import first_answer
from benchmarks.sides import WORK, Running
from benchmarks.texts import Crowd
from benchmarks.warmline_side import Warmline

STACKS = WORK / "stacks.txt"
SHOWN = 45
HUNDRED_A_SECOND = "100"


def main() -> int:
    """Profile one process of the line and print its costs."""
    parser = argparse.ArgumentParser(description="What costs most while Warmline is under full load.")
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--process", choices=("service", "rasa"), default="service")
    parser.add_argument("--wall", action="store_true", help="count threads that wait for a lock or a socket, too")
    options = parser.parse_args()
    Warmline().train(quick=True)
    asyncio.run(_profile(options.seconds, options.process, options.wall))
    _print_costs(STACKS.read_text("utf-8").splitlines())
    return 0


async def _profile(seconds: int, process: str, wall: bool) -> None:
    side, plan = Warmline(), replace(QUICK, start_limit_seconds=240)
    async with Carrier() as carrier:
        began = time.perf_counter()
        running = side.start(carrier.environment)
        try:
            async with Door(running.port) as door:
                target, crowd = Target(carrier, door, running.inbound_url, side.silent_after_accept), Crowd(0)
                await first_answer(side, running, target, crowd, plan, began)
                before = _cpu_of_each(running)
                load = asyncio.create_task(crowded(target, crowd, plan.people, 5, seconds))
                await asyncio.sleep(5)
                await asyncio.to_thread(_sample, _find(running, process), seconds - 2, wall)
                samples = await load
                print(f"{len(samples) / seconds:.1f} texts/s while being watched; processor time per text:")
                for name, cpu in _costs_since(before, running):
                    print(f"  {1000 * cpu / (len(samples) * (seconds + 5) / seconds):5.1f} ms  {name}")
        finally:
            await carrier.quiet()
            await asyncio.to_thread(running.group.stop)


def _find(running: Running, process: str) -> int:
    """The service is the process that listens on its port; Rasa is the one that imported TensorFlow."""
    living = [known.pid for known in running.group.alive()]
    rasa = {pid for pid in living if "tensorflow" in (PROC / str(pid) / "maps").read_text()}
    pages = {pid: int((PROC / str(pid) / "statm").read_text().split()[1]) for pid in living}
    wanted = [pid for pid in living if (pid in rasa) == (process == "rasa")]
    return max(wanted, key=lambda pid: pages[pid])


def _cpu_of_each(running: Running) -> dict[int, float]:
    return {known.pid: cpu_seconds(known.pid) for known in running.group.alive()}


def _costs_since(before: dict[int, float], running: Running) -> list[tuple[str, float]]:
    """Command and CPU seconds of each process."""
    now = _cpu_of_each(running)
    names = {pid: (PROC / str(pid) / "cmdline").read_text().replace("\0", " ")[-70:] for pid in now}
    return [(names[pid], now[pid] - before.get(pid, 0.0)) for pid in now]


def _sample(pid: int, seconds: int, wall: bool) -> None:
    uv = os.environ.get("UV", "uv")
    command = [uv, "tool", "run", "py-spy", "record", "--pid", str(pid), "--duration", str(seconds)]
    command += ["--rate", HUNDRED_A_SECOND, "--format", "raw", "--threads", "--nonblocking", "--output", str(STACKS)]
    subprocess.run([*command, *([] if wall else ["--gil"])], check=True)


def _print_costs(lines: list[str]) -> None:
    """Self and total share of each function, and each thread's share."""
    own: Counter[str] = Counter()
    total: Counter[str] = Counter()
    threads: Counter[str] = Counter()
    for line in lines:
        stack, _, count = line.rpartition(" ")
        frames = [_short(frame) for frame in stack.split(";")]
        own[frames[-1]] += int(count)
        threads[frames[0]] += int(count)
        for frame in set(frames):
            total[frame] += int(count)
    everything = max(1, sum(own.values()))
    ours = Counter({name: samples for name, samples in total.items() if _is_ours(name)})
    tables = (("threads", threads), ("ours, with what is below", ours), ("with what is below", total), ("alone", own))
    for title, counter in tables:
        print(f"\n{title}")
        for name, samples in counter.most_common(SHOWN):
            print(f"  {samples / everything:6.1%}  {name}")


def _is_ours(name: str) -> bool:
    return any(folder in name for folder in (" bot/", "actions/", "sentences/", "components/", "understanding/"))


def _short(frame: str) -> str:
    """The function with the end of its file's path, without the line: lines of one function belong together."""
    name, _, place = frame.strip().partition(" (")
    file = place.rstrip(")").rpartition(":")[0] or place.rstrip(")")
    return f"{name}  {'/'.join(Path(file).parts[-3:])}" if file else name


if __name__ == "__main__":
    sys.exit(main())
