"""Runs a command that must not outlive its starter: ``python tether.py STARTER_PID COMMAND …``.

On Linux the kernel ends the command when its starter dies, also of ``kill -9``. Elsewhere this
process stays, looks who its parent is, and ends the command when that changes. Standard library
only: it runs before the environment of the command is known to be sound.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time

PR_SET_PDEATHSIG = 1
LOOK_SECONDS = 0.5


def main(starter: int, command: list[str]) -> int:
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != starter:
            return 1  # it died before the kernel knew of us
        os.execv(command[0], command)  # noqa: S606  # no shell is wanted
    child = subprocess.Popen(command)  # noqa: S603  # the supervisor's own
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda number, _frame: child.send_signal(number))
    while child.poll() is None:
        if os.getppid() != starter:
            child.kill()
        time.sleep(LOOK_SECONDS)
    return child.returncode


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2:]))
