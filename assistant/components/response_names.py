"""Rasa names its answers; the service finds the words for them."""

from __future__ import annotations

from typing import Any

from rasa.core.nlg.generator import NaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig


class ResponseNames(NaturalLanguageGenerator):
    """Returns, for a response, ``{"say": name, "values": {...}}`` as its payload."""

    def __init__(self, endpoint_config: EndpointConfig | None = None, domain: Domain | None = None) -> None:
        """Take what Rasa hands to every generator; nothing of it is needed."""

    async def generate(
        self, utter_action: str, tracker: DialogueStateTracker, output_channel: str, **kwargs: Any
    ) -> dict[str, Any] | None:
        """Return the response's name with the values an action gave for it."""
        return {"custom": {"say": utter_action, "values": kwargs.get("values") or {}}}
