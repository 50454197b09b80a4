"""``python -m tests.chaos.jumping_line ARGS``: warmline's own command, on a clock that a test can make jump.

The file that ``WARMLINE_TEST_CLOCK`` names holds the seconds by which the clock is wrong.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.cli.main import main
from bot.clock import SystemClock

SETTING = "WARMLINE_TEST_CLOCK"


def _jumping(file: Path) -> None:
    def now(_self: SystemClock) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=float(file.read_text() or 0))

    SystemClock.now = now  # type: ignore[method-assign]  # the machine's own clock cannot be set for a test


if __name__ == "__main__":
    if os.environ.get(SETTING):
        _jumping(Path(os.environ[SETTING]))
    main()
