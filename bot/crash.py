"""What a crash leaves behind: where in the code it was, and nothing of the memory, which holds keys and words."""

from __future__ import annotations

import faulthandler
import resource


def leave_no_memory() -> None:
    """No core file of this process or those it starts; a fatal signal tells its place on stderr, without values.

    Only the thread of the fault is told: reading the frames of threads that go on running can itself end in
    SIGSEGV, which would hide the first cause.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    faulthandler.enable(all_threads=False)
