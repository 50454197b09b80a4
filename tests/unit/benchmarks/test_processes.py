"""A side's processes are weighed together, and none is left behind."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.processes import Group

CHILD = "import time; block = b'x' * 40_000_000; time.sleep(60)"
PARENT = f"import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', {CHILD!r}]); time.sleep(60)"
STUBBORN = "import signal, time; signal.signal(signal.SIGINT, signal.SIG_IGN); time.sleep(60)"
ORPHANS = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {STUBBORN!r}]); import time; time.sleep(60)"


def started(code: str, tmp_path: Path, processes: int) -> Group:
    group = Group()
    group.start([sys.executable, "-c", code], tmp_path, {}, tmp_path / "log")
    end = time.monotonic() + 10
    while len(group.alive()) < processes or group.weigh().cpu_seconds == 0:
        assert time.monotonic() < end, (tmp_path / "log").read_text()
        time.sleep(0.05)
    time.sleep(0.3)
    return group


def test_children_are_weighed_with_their_parent(tmp_path: Path) -> None:
    group = started(PARENT, tmp_path, 2)
    try:
        weight = group.weigh()
        assert weight.processes == 2
        assert 40 < weight.megabytes < 150
        assert weight.cpu_seconds > 0
    finally:
        group.stop()
    assert group.alive() == []


def test_a_child_that_ignores_its_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("benchmarks.processes.STOP_SECONDS", 0.5)
    group = started(ORPHANS, tmp_path, 2)
    group.stop()
    assert group.alive() == []
    assert group.ended()


BENCHMARK = """
import sys, time
from pathlib import Path
from benchmarks.processes import Group
group = Group()
group.start([sys.executable, "-c", "import time; time.sleep(60)"], Path("."), {}, Path(sys.argv[1]))
print(group.alive()[0].pid, flush=True)
time.sleep(60)
"""


def lives(pid: int) -> bool:
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_killed_benchmark_leaves_nothing_behind(tmp_path: Path) -> None:
    command = [sys.executable, "-c", BENCHMARK, str(tmp_path / "log")]
    benchmark = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert benchmark.stdout is not None
    child = int(benchmark.stdout.readline())
    assert lives(child)
    benchmark.kill()
    benchmark.communicate()
    end = time.monotonic() + 10
    while lives(child):
        assert time.monotonic() < end
        time.sleep(0.05)
