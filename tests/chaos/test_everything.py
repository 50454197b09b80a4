"""The short form of ``make chaos``: every trouble once, on both databases, and every text is counted."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.chaos.run import Plan, run

PROCESSES = {
    "sqlite": (("serve", "--with-worker"),),
    "postgresql": (("serve",), ("serve",), ("work",), ("work",)),
}


@pytest.mark.parametrize("database", list(PROCESSES))
def test_nothing_is_lost_and_nothing_happens_twice_whatever_goes_wrong(database: str, tmp_path: Path) -> None:
    """Kills, a worker dead for good, a crashed database, a full disk, a bad day of Rasa and carrier, clock jumps."""
    seed = random.randrange(10**6)
    plan = Plan(
        texts=80,
        people=20,
        rate=5.0,
        kills=2,
        seed=seed,
        database=database,
        trouble=1.0,
        freezes=0,  # longer than a lease takes half a minute each: `make chaos` has them
        commands=PROCESSES[database],
        jumps=(600.0, -600.0),
    )
    print(f"seed {seed}")
    result = run(plan, tmp_path)
    assert result.accepted == plan.texts
    assert result.tally.clean, (result.tally, result.happened)
