"""What the decisions need from the world outside, as narrow doors."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from bot.directory.hints import Hints
from bot.message import Answer, Danger, Meaning, OutboundText, SendResult


class Clock(Protocol):
    def now(self) -> datetime:
        """The present moment, with a time zone (UTC)."""


class Assistant(Protocol):
    """Rasa, or whatever takes its place. Every call ends within its time-out."""

    def understand(self, text: str) -> Meaning:
        """What ``text`` means. Raises :class:`bot.errors.AssistantUnavailable`."""

    def play(self, conversation: str, sid: str, meaning: Mapping[str, Any], memory: Mapping[str, Any] | None) -> Answer:
        """Play one turn. Raises :class:`bot.errors.AssistantUnavailable`, also for an empty answer."""


class HintReader(Protocol):
    """Reads what a text says beside its need: for whom, what kind of place, where."""

    def read(self, text: str, before: Sequence[str], zip: str | None, asked_place: bool) -> Hints:
        """The hints in ``text``; ``before`` are the person's last texts, ``zip`` the ZIP we know,
        ``asked_place``: we asked for it. Nothing of it is kept."""


class DangerReader(Protocol):
    """Says how dangerous a text is: rules, a trained model, or both together."""

    def look(self, text: str) -> Danger:
        """The danger in ``text``, with reasons that hold no word of it."""


class Carrier(Protocol):
    """Takes texts out of the house. Knows nothing of web server, database or conversations."""

    name: str

    def send(self, text: OutboundText) -> SendResult:
        """Hand one text to the carrier. Never raises for what a carrier can do."""

    def find(self, text: OutboundText, known_sids: Collection[str] = ()) -> str | None:
        """The carrier's id of ``text`` if it took it in spite of an unknown fate, else ``None``.

        ``known_sids``: the ids we already have for texts to that phone since ``text`` was made;
        without them an equal text to the same phone could be taken for this one.
        Raises :class:`bot.errors.CarrierUnreachable` when the carrier cannot be asked.
        """


class Languages(Protocol):
    """Tells the language of a text."""

    def of(self, text: str, before: str) -> str:
        """``en`` or ``es``; ``before`` (the conversation's language) when the text is too short to tell."""
