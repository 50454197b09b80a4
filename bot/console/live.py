"""Live parts of a page: the same renderer as the page, sent anew whenever something changed.

Each open page asks the database once a second for a small mark and renders only when the mark
is a new one. So it works whichever process changed the data.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

import structlog
from sqlalchemy.exc import SQLAlchemyError
from sse_starlette import EventSourceResponse, ServerSentEvent

from bot.console.headers import HEADERS

log = structlog.get_logger()
LOOK_SECONDS = 1.0
RENEW_SECONDS = 60.0  # "4 min ago" must not stand there for an hour
ASK_AGAIN_SECONDS = 5.0  # whether the reader is still signed in


@dataclass(frozen=True)
class LivePart:
    """``mark`` is cheap and differs when ``render`` would. ``reader_left`` ends the stream for good."""

    mark: Callable[[], object]
    render: Callable[[], str]
    reader_left: Callable[[], bool] = lambda: False
    look_seconds: float = LOOK_SECONDS


def live_response(part: LivePart) -> EventSourceResponse:
    """The stream of ``part`` for htmx: unnamed messages are swapped in, ``signed-out`` ends it."""
    return EventSourceResponse(_events(part), headers={**HEADERS, "X-Accel-Buffering": "no"}, ping=20)


async def _events(part: LivePart) -> AsyncIterator[ServerSentEvent]:
    shown: object = None
    asked = float("-inf")
    while True:
        now = time.monotonic()
        if now - asked >= ASK_AGAIN_SECONDS:
            asked = now
            if await asyncio.to_thread(part.reader_left):
                yield ServerSentEvent(event="signed-out", data="bye")
                return
        try:
            mark = (int(now / RENEW_SECONDS), await asyncio.to_thread(part.mark))
            if mark != shown:
                yield ServerSentEvent(data=await asyncio.to_thread(part.render))
                shown = mark
        except SQLAlchemyError as error:
            # The page keeps what it shows; the next look may succeed.
            log.warning("live_part_failed", error=type(error).__name__)
        await asyncio.sleep(part.look_seconds)
