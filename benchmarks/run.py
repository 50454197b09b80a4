"""``python -m benchmarks.run [--quick]``: both sides in one run, in turn, and the report of it."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
import time
from collections.abc import Sequence

from benchmarks import report
from benchmarks.carrier import Carrier
from benchmarks.comparison import Comparison, Summary, aims
from benchmarks.figures import Round
from benchmarks.machine import look
from benchmarks.plain_side import PlainBot
from benchmarks.plan import QUICK, WHOLE, Plan
from benchmarks.rounds import play_round
from benchmarks.sides import CannotStart, Side, Training
from benchmarks.warmline_side import Warmline


def say(text: str) -> None:
    """Print a line of progress at once."""
    print(text, flush=True)


def train_all(sides: Sequence[Side], quick: bool) -> list[Training]:
    """Train what is not trained yet; minutes the first time."""
    done = []
    for side in sides:
        say(f"Training {side.name}, if it is not trained yet (two to three minutes on two cores) …")
        training = side.train(quick)
        say(f"  {'took' if training.today else 'was trained before, in'} {training.seconds:.0f} s")
        done.append(training)
    return done


async def play_all(sides: Sequence[Side], plan: Plan, carrier_seconds: float) -> list[list[Round]]:
    """The rounds of each side, in turn (A B A B …), as many as fit into the plan's time; at least one."""
    found: list[list[Round]] = [[] for _ in sides]
    start = time.monotonic()
    async with Carrier(carrier_seconds) as carrier:
        for number in range(plan.rounds):
            passed = time.monotonic() - start
            if number and passed * (number + 1) / number > plan.limit_seconds:
                say(f"Only {number} of {plan.rounds} rounds fit into {plan.limit_seconds:.0f} s.")
                break
            say(f"Round {number + 1} of {plan.rounds}")
            for place, side in enumerate(sides):
                found[place].append(await play_round(side, number, plan, carrier, say))
    return found


def main() -> int:
    """0 when both sides were measured; 1 when one could not be, or (``--check``) an aim was missed."""
    options = _options()
    plan = QUICK if options.quick else WHOLE
    sides: list[Side] = [Warmline(), PlainBot()]
    # So that an end by SIGTERM stops the processes as Ctrl-C does.
    signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
    try:
        machine = look()
        trainings = train_all(sides, plan.quick)
        found = asyncio.run(play_all(sides, plan, options.carrier_ms / 1000))
    except CannotStart as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 1
    ours, plain = (
        Summary(side.name, tuple(rounds), training)
        for side, rounds, training in zip(sides, found, trainings, strict=True)
    )
    comparison = Comparison(machine, plan, ours, plain)
    report.write(comparison)
    say("\n" + report.as_text(comparison))
    missed = any(not aim.met for aim in aims(comparison) if not aim.text.startswith("stretch"))
    return 1 if options.check and missed else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Warmline side by side with a plain Rasa bot.")
    parser.add_argument("--quick", action="store_true", help="one short round: a smoke test of under three minutes")
    parser.add_argument("--check", action="store_true", help="exit 1 when an aim is missed")
    parser.add_argument(
        "--carrier-ms", type=float, default=0.0, help="how long the fake carrier takes for each send (real ones: 100)"
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
