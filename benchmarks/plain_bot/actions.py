"""The plain bot's custom actions; run by ``python -m rasa_sdk --actions benchmarks.plain_bot.actions``."""

from __future__ import annotations

import os
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from benchmarks.plain_bot.places import SHOWN, find_places


def _tell(dispatcher: CollectingDispatcher, tracker: Tracker, skip: int) -> list[Any]:
    need, code = tracker.get_slot("need"), tracker.get_slot("zip")
    if not need or not code:
        dispatcher.utter_message(text="Text what you need and your ZIP code.")
        return []
    places = find_places(os.environ["PLAIN_PLACES"], need, code, skip)
    if not places:
        dispatcher.utter_message(text=f"I know no other places near {code}. Call 211 for more.")
        return []
    lines = [f"{name}, {phone}, {hours}" for name, phone, hours in places]
    dispatcher.utter_message(text=f"Near {code}:\n" + "\n".join(lines) + "\nText MORE for others.")
    return [SlotSet("shown", skip + SHOWN)]


class ActionFindPlaces(Action):
    """The first places for the need and the ZIP."""

    def name(self) -> str:
        return "action_find_places"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[Any]:
        return _tell(dispatcher, tracker, 0)


class ActionMorePlaces(Action):
    """The places after those shown."""

    def name(self) -> str:
        return "action_more_places"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[Any]:
        return _tell(dispatcher, tracker, int(tracker.get_slot("shown") or 0))
