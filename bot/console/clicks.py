"""A click that became an event: the page waits a moment for what comes of it, without holding a thread."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass

from starlette.responses import Response

from bot.store.database import Database
from bot.store.steps import is_handled

PATIENCE_SECONDS = 4.0
FIRST_LOOK_SECONDS, LONGEST_LOOK_SECONDS = 0.02, 0.25


@dataclass(frozen=True)
class Click:
    """``then`` makes the answer; it is told whether the event was handled in time."""

    event_id: int
    then: Callable[[bool], Response | Click]


async def until_handled(database: Database, event_id: int) -> bool:
    """Whether a worker dealt with the event within :data:`PATIENCE_SECONDS`."""

    def handled() -> bool:
        with database.read() as connection:
            return is_handled(connection, event_id)

    end, pause = time.monotonic() + PATIENCE_SECONDS, FIRST_LOOK_SECONDS
    while not await asyncio.to_thread(handled):
        if time.monotonic() > end:
            return False
        await asyncio.sleep(pause)
        pause = min(pause * 1.5, LONGEST_LOOK_SECONDS)
    return True
