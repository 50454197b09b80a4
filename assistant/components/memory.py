"""What is remembered from one text to the next: a few slots and an open question.

It holds no words of a person, is plain JSON, and its size is bounded for ever: the
history of a conversation is not in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from rasa.shared.core.constants import ACTION_LISTEN_NAME, REQUESTED_SLOT
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

KEPT_SLOTS = ("zip", "needs", "shown", "listed", "zip_asks")
# A yes-or-no question and a run of misunderstandings live until the next text:
# whatever turn does not set them again ends them.
ONE_TURN_SLOTS = ("asked", "misses")
VERSION = 1
MAX_SHOWN_IDS = 60


class MemoryUnusable(Exception):
    """The memory handed in is not one that ``Memory.as_json`` wrote."""


@dataclass(frozen=True)
class Memory:
    """The memory between two turns. ``form`` is the open form's name, or None."""

    slots: dict[str, Any] = field(default_factory=dict)
    form: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the memory as JSON values."""
        return {"v": VERSION, "slots": self.slots, "form": self.form}


def memory_from_json(value: Any) -> Memory:
    """Read a memory; None is that of a new person.

    Raises:
        MemoryUnusable: it is something else.
    """
    if value is None:
        return Memory()
    if not isinstance(value, dict) or value.get("v") != VERSION or not isinstance(value.get("slots"), dict):
        raise MemoryUnusable("the memory is of another version or shape")
    kept = {name: value["slots"][name] for name in KEPT_SLOTS + ONE_TURN_SLOTS if name in value["slots"]}
    return Memory(kept, value.get("form"))


def recall(memory: Memory) -> list[Event]:
    """Return the events of a tracker that remembers ``memory`` and listens."""
    events: list[Event] = [SessionStarted(), ActionExecuted(ACTION_LISTEN_NAME)]
    events += [SlotSet(name, value) for name, value in memory.slots.items()]
    if memory.form:
        # The form has just asked for the ZIP, as far as its own bookkeeping goes.
        events += [ActiveLoop(memory.form), SlotSet(REQUESTED_SLOT, "zip")]
    return events


def remember(tracker: DialogueStateTracker) -> Memory:
    """Return what to keep of a tracker whose turn is over."""
    slots = {name: tracker.get_slot(name) for name in KEPT_SLOTS}
    slots["shown"] = _bounded(slots["shown"])
    slots.update(_set_in_this_turn(tracker))
    kept = {name: value for name, value in slots.items() if value not in (None, [], {})}
    return Memory(kept, tracker.active_loop_name)


def _set_in_this_turn(tracker: DialogueStateTracker) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered):
            break
        if isinstance(event, SlotSet) and event.key in ONE_TURN_SLOTS:
            found.setdefault(event.key, event.value)
    return found


def _bounded(shown: dict[str, list[str]] | None) -> dict[str, list[str]] | None:
    # Beyond so many places the oldest may be shown a second time.
    if not shown:
        return None
    return {need: ids[-MAX_SHOWN_IDS // max(len(shown), 1) :] for need, ids in shown.items()}
