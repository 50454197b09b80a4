"""A supervised process comes back, with growing pauses, and goes for good when told to."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.supervisor.child import Child, Plan, stop_all

Start = Callable[..., Child]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    made: list[Child] = []

    def begin(script: str, **changes: object) -> Child:
        plan = Plan("The test", [sys.executable, "-c", script], dict(os.environ), tmp_path / "logs" / "test.log")
        child = Child(plan, said.append, **changes)  # type: ignore[arg-type]  # fields of the dataclass
        child.look()
        made.append(child)
        return child

    said: list[str] = []
    begin.said = said  # type: ignore[attr-defined]  # what the children told
    yield begin
    for child in made:
        child.kill()


def look_until(child: Child, done: Callable[[], bool], seconds: float = 10) -> None:
    deadline = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < deadline
        child.look()
        time.sleep(0.02)


def test_a_process_that_ends_is_started_again_and_somebody_hears_of_it(start: Start) -> None:
    child = start("import time; time.sleep(0.1); raise SystemExit(3)")
    first = child.pid
    look_until(child, lambda: child.pid not in (None, first))
    assert child.ends == 1
    assert start.said[0].startswith("The test ended (exit code 3); it starts again in 1 s.")  # type: ignore[attr-defined]


def test_the_pause_grows_up_to_half_a_minute(start: Start) -> None:
    child = start("raise SystemExit(1)", ends=4)
    look_until(child, lambda: child.ends == 5)
    child = start("raise SystemExit(1)", ends=9)
    look_until(child, lambda: child.ends == 10)
    pauses = [line.split(" s.")[0].rsplit(" ", 1)[1] for line in start.said]  # type: ignore[attr-defined]
    assert pauses == ["16", "30"]


def test_its_output_goes_to_its_log(start: Start) -> None:
    child = start("import sys; print('out', flush=True); print('err', file=sys.stderr, flush=True)")
    log = child.plan.log
    assert log is not None
    look_until(child, lambda: log.read_text() == "out\nerr\n")


def test_one_that_cannot_be_started_is_tried_again_after_the_usual_pause(start: Start, tmp_path: Path) -> None:
    """No room for its log, no memory, too many processes: here a file lies where the folder of its log should be."""
    (tmp_path / "logs").write_text("in the way")
    child = start("import time; time.sleep(60)")
    assert child.pid is None
    assert child.ends == 1
    assert start.said[0].startswith("The test could not start (File exists); it starts again in 1 s.")  # type: ignore[attr-defined]
    (tmp_path / "logs").unlink()
    look_until(child, lambda: child.pid is not None, seconds=60)


def test_all_are_asked_to_stop_and_who_does_not_is_ended(start: Start) -> None:
    polite = start("import time; time.sleep(60)")
    deaf = start(
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(1, flush=True); time.sleep(60)"
    )
    log = deaf.plan.log
    assert log is not None
    look_until(deaf, lambda: "1" in log.read_text())
    began = time.monotonic()
    stop_all([polite, deaf], 1.0, hurry=lambda: False)
    assert polite.gone()
    assert deaf.gone()
    assert 0.9 < time.monotonic() - began < 5


def test_who_is_in_a_hurry_does_not_wait(start: Start) -> None:
    deaf = start(
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(1, flush=True); time.sleep(60)"
    )
    log = deaf.plan.log
    assert log is not None
    look_until(deaf, lambda: "1" in log.read_text())
    began = time.monotonic()
    stop_all([deaf], 30.0, hurry=lambda: True)
    assert deaf.gone()
    assert time.monotonic() - began < 5


def test_what_a_process_started_itself_goes_with_it(start: Start) -> None:
    child = start(
        "import subprocess, sys, time\n"
        "inner = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "print(inner.pid, flush=True); time.sleep(60)"
    )
    log = child.plan.log
    assert log is not None
    look_until(child, lambda: log.read_text().strip().isdigit())
    inner = int(log.read_text())
    stop_all([child], 0.1, hurry=lambda: False)
    deadline = time.monotonic() + 5
    while _lives(inner) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _lives(inner)


def _lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except FileNotFoundError:
        return False
