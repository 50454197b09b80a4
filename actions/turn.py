"""One turn as an action sees it: what the text means, and what may be answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActiveLoop, EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from bot.directory.wants import Wants, wants_of

ZIP_FORM = "zip_form"


class Turn:
    """Reads the tracker and collects answers and slot changes for one action.

    ``say`` names a response, ``do`` names a deed of the service; the order is kept.
    """

    def __init__(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> None:
        self._dispatcher = dispatcher
        self._tracker = tracker
        self.events: list[EventType] = []

    @property
    def act(self) -> str:
        """The act of the text, one of the contract's."""
        name: str = (self._tracker.latest_message.get("intent") or {}).get("name") or "other"
        return name

    @property
    def zip(self) -> str | None:
        """The person's ZIP code, if known."""
        value: str | None = self._slot("zip")
        return value

    @property
    def language(self) -> str:
        """``en`` or ``es``."""
        return str(self._slot("language") or "en")

    @property
    def needs(self) -> list[str]:
        """The needs asked for last, in this text or before."""
        return list(self._slot("needs") or [])

    @property
    def needs_now(self) -> list[str]:
        """The needs in this text."""
        return list(self._slot("needs_now") or [])

    @property
    def shown(self) -> dict[str, list[str]]:
        """Per need, the ids of the places already shown."""
        return dict(self._slot("shown") or {})

    @property
    def listed(self) -> list[str]:
        """The ids of the last list's places, in the order of their numbers."""
        return list(self._slot("listed") or [])

    @property
    def wants(self) -> Wants:
        """For whom and what kind of place, by this text and the last ones."""
        return wants_of(self._slot("wants"))

    @property
    def town_said(self) -> str:
        """The town of this text, as it is named back; empty if it names none."""
        return str((self._slot("town") or {}).get("said") or "")

    @property
    def town_unclear(self) -> str:
        """The town of this text if there are several of that name."""
        return str((self._slot("town") or {}).get("unclear") or "")

    @property
    def detail(self) -> str | None:
        """The finer meaning of the text, e.g. ``privacy`` of a question about us."""
        value: str | None = self._slot("detail")
        return value

    @property
    def after(self) -> str | None:
        """``handoff`` or ``silence`` if that lies right before this text."""
        value: str | None = self._slot("after")
        return value

    @property
    def misses(self) -> int:
        """How many texts before this one were not understood, in a row."""
        return int(self._slot("misses") or 0)

    @property
    def zip_asks(self) -> int:
        """How often this search has asked for the ZIP."""
        return int(self._slot("zip_asks") or 0)

    @property
    def zip_in_text(self) -> bool:
        """Whether this very text gave a ZIP."""
        return any(entity.get("entity") == "zip" for entity in self._tracker.latest_message.get("entities") or [])

    @property
    def in_form(self) -> bool:
        """Whether we are waiting for the ZIP."""
        return (self._tracker.active_loop or {}).get("name") == ZIP_FORM

    def say(self, response: str, values: Mapping[str, Any] | None = None) -> None:
        """Answer with a response, by name."""
        self._dispatcher.utter_message(response=response, values=dict(values or {}))

    def do(self, deed: str, values: Mapping[str, Any] | None = None) -> None:
        """Ask the service to do something, by name."""
        self._dispatcher.utter_message(json_message={"do": deed, "values": dict(values or {})})

    def open_case(self, reason: str) -> None:
        """Ask the service to call a human."""
        self.do("open_case", {"reason": reason})

    def set(self, slot: str, value: Any) -> None:
        """Remember something."""
        self.events.append(SlotSet(slot, value))

    def offer_coach(self) -> None:
        """Offer a coach; yes and no to it are understood in the next turn."""
        self.say("utter_offer_coach")
        self.set("asked", "coach")

    def ask_zip(self) -> None:
        """Let the form ask for the ZIP next."""
        self.events.append(FollowupAction(ZIP_FORM))

    def close_form(self) -> None:
        """Stop waiting for the ZIP."""
        if self.in_form:
            self.events += [ActiveLoop(None), SlotSet("requested_slot", None)]

    def _slot(self, name: str) -> Any:
        return self._tracker.slots.get(name)


class TurnAction(Action):  # type: ignore[misc]  # rasa-sdk ships no types
    """An action that answers a turn."""

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Do what rasa-sdk expects of an action: answer, and return the events."""
        turn = Turn(dispatcher, tracker)
        await self.answer(turn)
        return turn.events

    async def answer(self, turn: Turn) -> None:
        """Say and do what this turn needs."""
        raise NotImplementedError
