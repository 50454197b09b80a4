"""A crash leaves no memory behind."""

from __future__ import annotations

import signal
import subprocess
import sys

CHILD = """
import os, resource, signal, threading
from contextlib import suppress
from bot.crash import leave_no_memory

with suppress(ValueError):  # only root may raise a limit that is zero already
    resource.setrlimit(resource.RLIMIT_CORE, (4096, 4096))
leave_no_memory()
secret = "quivelt" + "mornax"
print(resource.getrlimit(resource.RLIMIT_CORE), flush=True)

def waits_beside():
    threading.Event().wait()

def falls():
    os.kill(os.getpid(), signal.SIGABRT)

threading.Thread(target=waits_beside, daemon=True).start()
falls()
"""


def test_a_fatal_signal_tells_its_place_and_no_value_and_writes_no_core() -> None:
    done = subprocess.run([sys.executable, "-c", CHILD], capture_output=True, text=True, check=False)
    assert done.returncode == -signal.SIGABRT
    assert done.stdout.strip() == "(0, 0)"
    assert "Fatal Python error: Aborted" in done.stderr
    assert "in falls" in done.stderr
    assert "quivelt" not in done.stderr
    # To read the frames of a thread that goes on running can end in SIGSEGV, about once in a hundred crashes.
    assert "waits_beside" not in done.stderr
