"""Rasa's side of growth: what is remembered of a conversation, by the turns it has had. Runs in the assistant's Python.

``python -m benchmarks.growth.tracker TURNS …`` prints JSON: for our memory store and for Rasa's own SQL tracker
store, the bytes that are kept and the processor milliseconds of one load and one save (median).
"""

from __future__ import annotations

import asyncio
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from rasa.core.tracker_store import SQLTrackerStore, TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from assistant.components.memory import Memory, remember
from assistant.components.memory_store import MemoryStore, held, hold

TIMES = 9


def turn(number: int) -> list[Event]:
    """What one need with a ZIP leaves in a tracker."""
    said = UserUttered("", {"name": "seek", "confidence": 1.0}, [{"entity": "zip", "value": "19104"}])
    shown = {"jobs": [f"place-{n}" for n in range(max(0, number - 60), number)][-60:]}
    return [
        said,
        SlotSet("zip", "19104"),
        SlotSet("needs", ["jobs"]),
        ActionExecuted("action_find_places"),
        SlotSet("shown", shown),
        BotUttered("utter_place_card"),
        ActionExecuted(ACTION_LISTEN_NAME),
    ]


async def cost(store: TrackerStore, name: str, turns: int) -> dict[str, float]:
    """Milliseconds of one load, and of one more turn with its save."""
    loads, saves = [], []
    for number in range(TIMES):
        start = time.process_time()
        tracker = await store.retrieve(name)
        loads.append(1000 * (time.process_time() - start))
        assert tracker is not None
        for event in turn(turns + number):
            tracker.update(event)
        start = time.process_time()
        await store.save(tracker)
        saves.append(1000 * (time.process_time() - start))
    return {"load_ms": statistics.median(loads), "save_ms": statistics.median(saves)}


async def ours(domain: Domain, turns: int) -> dict[str, float]:
    """The memory after ``turns`` turns: each begins with what the one before handed back."""
    store, memory = MemoryStore(domain), Memory()
    for number in range(turns):
        hold(memory)
        tracker = await store.retrieve("1")
        assert tracker is not None
        for event in turn(number):
            tracker.update(event)
        memory = remember(tracker)
    hold(memory)
    found = await cost(store, "1", turns)
    return {**found, "bytes": len(json.dumps(held().as_json()))}


async def rasas(domain: Domain, turns: int) -> dict[str, float]:
    """Rasa's own store, with the same turns, on SQLite."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "tracker.db"
        store = SQLTrackerStore(domain, db=str(path))
        tracker = DialogueStateTracker("1", domain.slots, max_event_history=None)
        for number in range(turns):
            for event in turn(number):
                tracker.update(event)
        await store.save(tracker)
        found = await cost(store, "1", turns)
        return {**found, "bytes": path.stat().st_size}


def main(sizes: list[int]) -> None:
    domain = Domain.load("domain.yml")
    found: dict[str, Any] = {}
    for turns in sizes:
        found[str(turns)] = {"ours": asyncio.run(ours(domain, turns)), "rasa": asyncio.run(rasas(domain, turns))}
    print(json.dumps(found))


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1, 10, 100, 1_000])
