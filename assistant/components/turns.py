"""Each text is played once: a bounded record of the last turns, and a lock each.

The service may ask again for a text it already asked for, because its worker died
before it could save the answer, or while the first request is still being played.
Both get the answer of the one turn that was played.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

# At twenty texts a second this covers more than three minutes, far longer than a
# conversation's lease; the service itself remembers what it has saved.
KEPT_TURNS = 4096
# A turn holds a need and a ZIP: after so long it is forgotten, whether or not anybody texts. By then nobody asks
# for it again, and if they did, its memory comes with the question and it is played to the same end.
KEPT_SECONDS = 600.0
TurnKey = tuple[str, str]


@dataclass(frozen=True)
class Turn:
    """A played turn: its answers in order and the memory after it (both JSON)."""

    answers: list[dict[str, Any]]
    memory: dict[str, Any]


class Turns:
    """Plays turns: once per key, one at a time per conversation."""

    def __init__(self, kept: int = KEPT_TURNS, seconds: float = KEPT_SECONDS) -> None:
        self._kept, self._seconds = kept, seconds
        self._under_way: dict[TurnKey, asyncio.Task[Turn]] = {}
        self._last: dict[str, asyncio.Task[Turn]] = {}
        self._played: OrderedDict[TurnKey, Turn] = OrderedDict()

    async def play(self, key: TurnKey, play: Callable[[], Awaitable[Turn]]) -> tuple[Turn, bool]:
        """Return the turn of ``key`` and whether it had been asked for before.

        The turn runs in a task of its own: a caller who hangs up does not leave half
        a turn behind. A turn that fails is not kept, so it can be tried again.
        """
        if key in self._played:
            self._played.move_to_end(key)
            return self._played[key], True
        running = self._under_way.get(key)
        if running is not None:
            return await asyncio.shield(running), True
        before = self._last.get(key[0])
        task = asyncio.get_running_loop().create_task(self._run(key, before, play))
        self._under_way[key] = task
        self._last[key[0]] = task
        task.add_done_callback(lambda done: self._finish(key, done))
        return await asyncio.shield(task), False

    async def _run(self, key: TurnKey, before: asyncio.Task[Turn] | None, play: Callable[[], Awaitable[Turn]]) -> Turn:
        if before is not None:
            await asyncio.wait([before])
        return await play()

    def _finish(self, key: TurnKey, task: asyncio.Task[Turn]) -> None:
        del self._under_way[key]
        if self._last.get(key[0]) is task:
            del self._last[key[0]]
        if not task.cancelled() and task.exception() is None:
            self._played[key] = task.result()
            task.get_loop().call_later(self._seconds, self._played.pop, key, None)
            while len(self._played) > self._kept:
                self._played.popitem(last=False)
