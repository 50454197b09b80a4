"""What the decisions need from the world outside, as narrow doors."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from bot.message import Answer, Meaning, OutboundText, SendResult


class Clock(Protocol):
    def now(self) -> datetime:
        """The present moment, with a time zone (UTC)."""


class Assistant(Protocol):
    """Rasa, or whatever takes its place. Every call ends within its time-out."""

    def understand(self, text: str) -> Meaning:
        """What ``text`` means. Raises :class:`bot.errors.AssistantUnavailable`."""

    def play(self, conversation: str, sid: str, meaning: Mapping[str, Any], memory: Mapping[str, Any] | None) -> Answer:
        """Play one turn. Raises :class:`bot.errors.AssistantUnavailable`, also for an empty answer."""


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


class Directory(Protocol):
    """Reads places; used by the assistant's actions."""

    def find(self, needs: Sequence[str], zip: str | None, language: str, exclude: Sequence[str], limit: int) -> Any: ...
