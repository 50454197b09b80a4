"""``make chaos``: the long form. ``ARGS="--texts 10000 --kills 20 --database postgresql"`` says how long."""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from pathlib import Path

from tests.chaos.run import Plan, Result, run


def main() -> int:
    parser = argparse.ArgumentParser(prog="make chaos", description="Hurts a line of real processes while people text.")
    parser.add_argument("--texts", type=int, default=2000)
    parser.add_argument("--people", type=int, default=500)
    parser.add_argument("--rate", type=float, default=20.0, help="texts a second")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--trouble", type=float, default=20.0, help="seconds that a trouble lasts")
    parser.add_argument("--freezes", type=int, default=3)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="both")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    results = []
    for database in ("sqlite", "postgresql") if given.database == "both" else (given.database,):
        plan = Plan(
            given.texts, given.people, given.rate, given.kills, given.seed, database, given.trouble, given.freezes
        )
        print(
            f"{database}, seed {plan.seed}: {plan.texts} texts of {plan.people} people at {plan.rate:g}/s", flush=True
        )
        with tempfile.TemporaryDirectory(prefix="warmline-chaos-") as place:
            results.append(run(plan, Path(place)))
            if not results[-1].tally.clean:
                print((Path(place) / "processes.log").read_text("utf-8", "replace")[-4000:], file=sys.stderr)
        _report(results[-1], given.json)
    return 0 if all(result.tally.clean and not result.given_up for result in results) else 1


def _report(result: Result, as_json: bool) -> None:
    tally = result.tally
    figures = {
        "accepted": result.accepted,
        "given up by the carrier, and found in its list by the line": result.found,
        "never accepted": result.given_up,
        "brought again by the carrier": result.repeats,
        "seconds of texting": round(result.seconds),
        "seconds until rest": round(result.settled),
        **{name.replace("_", " "): number for name, number in tally.faults().items()},
        "apologies, with a human called": tally.apologies,
        "not understood, a human called before": tally.waited,
        "held off, too many of one phone": tally.held_off,
        "given up to a human": tally.given_up,
        "sends tried again": tally.tried_again,
        "sends that failed for good": tally.failed,
    }
    if as_json:
        print(json.dumps({"database": result.plan.database, "seed": result.plan.seed, **figures}))
        return
    for name, number in figures.items():
        print(f"  {number:>7}  {name}")
    for name in tally.faults():
        rows = getattr(tally, name)
        if rows:
            print(f"  {name}: {rows[:20]}")
    print("  clean" if tally.clean else "  NOT CLEAN", flush=True)


if __name__ == "__main__":
    sys.exit(main())
