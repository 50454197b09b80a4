"""What a text means, as JSON: the one shape for Rasa's HTTP answer and for the command."""

from __future__ import annotations

from typing import Any

from assistant.understanding.decide import Understood


def output_of(understood: Understood) -> dict[str, Any]:
    """Return the fields of a parse result, JSON-ready.

    ``intent`` is the act; ``needs`` holds ``{"need", "confidence"}``, the likeliest
    first. Rasa leaves fields that are None out of its answer.
    """
    return {
        "intent": {"name": understood.act, "confidence": understood.confidence},
        "intent_ranking": [{"name": act, "confidence": share} for act, share in understood.acts],
        "entities": [],
        "needs": [{"need": need, "confidence": share} for need, share in understood.needs],
        "detail": understood.detail,
        "zip": understood.zip,
        "risk": understood.risk,
        "risk_kind": understood.risk_kind,
        "about": understood.about,
    }
