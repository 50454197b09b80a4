"""Plays one action as Rasa asks for it, through the real executor."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from actions.executor import make_executor, run


@dataclass
class Shelf:
    """A directory that holds what a test puts on it: need -> ids."""

    places: dict[str, list[str]] = field(default_factory=dict)
    known_zip: bool = True
    asked: list[dict[str, Any]] = field(default_factory=list)

    def find(
        self,
        needs: Sequence[str],
        zip: str | None,
        language: str,
        exclude: Sequence[str],
        limit: int,
        wants: Mapping[str, Any] | None = None,
    ) -> Shelf.Found:
        asked = {"needs": list(needs), "zip": zip, "language": language, "exclude": list(exclude)}
        self.asked.append({**asked, "wants": dict(wants)} if wants else asked)
        lists = []
        for need in needs:
            ids = [id for id in self.places.get(need, []) if id not in exclude][:limit]
            lists.append({"need": need, "scope": "near" if ids else "none", "places": [{"id": id} for id in ids]})
        return Shelf.Found({"lists": lists, "zip_known": self.known_zip})

    def card(self, place_id: str, zip: str | None, language: str) -> Mapping[str, Any] | None:
        known = any(place_id in ids for ids in self.places.values())
        return {"id": place_id, "name": place_id} if known else None

    @dataclass(frozen=True)
    class Found:
        values: dict[str, Any]

        def as_values(self) -> Mapping[str, Any]:
            return self.values


@dataclass(frozen=True)
class Played:
    """``says``: (name, values); ``deeds``: (name, values); ``slots``: what was set."""

    says: list[tuple[str, dict[str, Any]]]
    deeds: list[tuple[str, dict[str, Any]]]
    slots: dict[str, Any]
    events: list[dict[str, Any]]

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.says]


def play(
    action: str,
    slots: Mapping[str, Any] | None = None,
    *,
    act: str = "seek",
    in_form: bool = False,
    zip_in_text: bool = False,
    shelf: Shelf | None = None,
) -> Played:
    """Run ``action`` with a tracker of these slots."""
    entities = [{"entity": "zip", "value": "19104"}] if zip_in_text else []
    tracker = {
        "sender_id": "1",
        "slots": dict(slots or {}),
        "latest_message": {"intent": {"name": act}, "entities": entities},
        "events": [],
        "paused": False,
        "active_loop": {"name": "zip_form"} if in_form else {},
        "latest_action_name": "action_listen",
    }
    payload = {"next_action": action, "sender_id": "1", "tracker": tracker, "version": "3.6.21"}
    result = asyncio.run(run(make_executor(shelf or Shelf()), payload))
    says = [(each["response"], each["values"]) for each in result["responses"] if each.get("response")]
    deeds = [(each["custom"]["do"], each["custom"]["values"]) for each in result["responses"] if each.get("custom")]
    changed = {event["name"]: event["value"] for event in result["events"] if event["event"] == "slot"}
    return Played(says, deeds, changed, result["events"])
