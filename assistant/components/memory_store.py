"""A tracker store that stores nothing.

What a conversation must remember travels with each request and back with each
answer; the service keeps it, encrypted, in the same transaction as the reply. In
between this process holds it for the length of one turn, in a context variable.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

from assistant.components.memory import Memory, recall, remember

_memory: ContextVar[Memory | None] = ContextVar("memory", default=None)


def hold(memory: Memory) -> None:
    """Give this task the memory its turn begins with."""
    _memory.set(memory)


def held() -> Memory:
    """Return this task's memory.

    Raises:
        LookupError: no turn was begun in this task.
    """
    memory = _memory.get()
    if memory is None:
        raise LookupError("no turn was begun here")
    return memory


class MemoryStore(TrackerStore):
    """Builds each tracker from the memory of the request at hand."""

    def __init__(
        self, domain: Domain | None, event_broker: EventBroker | None = None, **kwargs: dict[str, Any]
    ) -> None:
        # Rasa passes the endpoint's own settings too; there are none to use.
        super().__init__(domain, event_broker)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """Return the tracker as this request's memory describes it, else None."""
        memory = _memory.get()
        if memory is None:
            return None
        return DialogueStateTracker.from_events(sender_id, recall(memory), slots=self.domain.slots, domain=self.domain)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep the turn's memory for the channel to hand back."""
        if _memory.get() is not None:
            _memory.set(remember(tracker))

    async def delete(self, sender_id: str) -> None:
        """Do nothing: nothing was kept."""

    async def keys(self) -> list[str]:
        """Return no conversation: none is kept."""
        return []
