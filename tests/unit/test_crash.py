"""A crash leaves no memory behind."""

from __future__ import annotations

import subprocess
import sys

CHILD = """
import os, resource, signal
from contextlib import suppress
from bot.crash import leave_no_memory

with suppress(ValueError):  # only root may raise a limit that is zero already
    resource.setrlimit(resource.RLIMIT_CORE, (4096, 4096))
leave_no_memory()
secret = "quivelt" + "mornax"
print(resource.getrlimit(resource.RLIMIT_CORE), flush=True)
os.kill(os.getpid(), signal.SIGABRT)
"""


def test_a_fatal_signal_tells_its_place_and_no_value_and_writes_no_core() -> None:
    done = subprocess.run([sys.executable, "-c", CHILD], capture_output=True, text=True, check=False)
    assert done.returncode < 0
    assert done.stdout.strip() == "(0, 0)"
    assert "Fatal Python error: Aborted" in done.stderr
    assert "quivelt" not in done.stderr
