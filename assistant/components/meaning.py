"""The request of one turn: what a text means, and what is remembered before it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import Any

from assistant.components.memory import Memory, MemoryUnusable, memory_from_json
from assistant.understanding.labels import ACTS, NEEDS

_ZIP = re.compile(r"\d{5}")
_DETAIL = re.compile(r"[a-z_]{1,40}")
LANGUAGES = ("en", "es")
AFTERS = ("handoff", "silence")
# Acts whose ZIP may answer the open question. In any other ("get me a coach, I'm in
# 19104") the act comes first and the ZIP is only kept.
_ANSWERS_ZIP = ("seek", "location")


class BadRequest(Exception):
    """The request is not what was agreed; the message names the field, no value."""


@dataclass(frozen=True)
class TurnRequest:
    """One turn to play. ``memory`` already holds what this text adds to it."""

    conversation: str
    sid: str
    act: str
    zip: str | None
    memory: Memory

    @property
    def key(self) -> tuple[str, str]:
        """What makes this turn itself: the same key is never played twice."""
        return self.conversation, self.sid

    def parse_data(self) -> dict[str, Any]:
        """Return the meaning as Rasa's parse result, with no text in it."""
        entities: list[dict[str, Any]] = []
        if self.zip and self.act in _ANSWERS_ZIP:
            entities.append({"entity": "zip", "value": self.zip})
        return {"text": "", "intent": {"name": self.act, "confidence": 1.0}, "entities": entities}


def read_request(body: bytes) -> TurnRequest:
    """Read and check a request's body.

    Raises:
        BadRequest: a field is missing or of the wrong kind.
    """
    try:
        fields = json.loads(body)
        meaning = fields["meaning"]
        act = _text(meaning, "act")
        request = TurnRequest(
            conversation=_text(fields, "conversation"),
            sid=_text(fields, "sid"),
            act=act if act in ACTS else "other",
            zip=_matching(meaning, "zip", _ZIP),
            memory=memory_from_json(fields.get("memory")),
        )
    except MemoryUnusable as error:
        raise BadRequest(str(error)) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadRequest(f"the request is not what was agreed ({type(error).__name__})") from error
    return replace(request, memory=_with_meaning(request.memory, request, meaning))


def _text(fields: dict[str, Any], name: str) -> str:
    value = fields[name]
    if not isinstance(value, str) or not 0 < len(value) <= 100:
        raise BadRequest(f"{name} must be a text of 1 to 100 characters")
    return value


def _matching(fields: dict[str, Any], name: str, pattern: re.Pattern[str]) -> str | None:
    value = fields.get(name)
    if value is not None and not (isinstance(value, str) and pattern.fullmatch(value)):
        raise BadRequest(f"{name} is not of the agreed form")
    return value


def _mapping(fields: dict[str, Any], name: str) -> dict[str, Any] | None:
    value = fields.get(name)
    if value is not None and not isinstance(value, dict):
        raise BadRequest(f"{name} must be a mapping")
    return value or None


def _with_meaning(memory: Memory, request: TurnRequest, meaning: dict[str, Any]) -> Memory:
    after = meaning.get("after") if meaning.get("after") in AFTERS else None
    slots = dict(memory.slots)
    if after:
        # A search that was open then is over; only the ZIP outlives a break.
        slots = {name: value for name, value in slots.items() if name == "zip"}
    # Requests name their needs in several turns; the list always means the last ones.
    named = meaning.get("needs") or []
    if not isinstance(named, list):
        raise BadRequest("needs must be a list")
    needs = [need for need in NEEDS if need in named]
    if needs:
        slots["needs"] = needs
    if request.zip:
        slots.update(zip=request.zip, zip_asks=None)
    slots["language"] = meaning.get("language") if meaning.get("language") in LANGUAGES else "en"
    slots["detail"] = _matching(meaning, "detail", _DETAIL)
    slots["after"] = after
    slots["wants"] = _mapping(meaning, "wants")
    slots["town"] = _mapping(meaning, "town")
    slots["needs_now"] = needs
    return Memory(slots, None if after else memory.form)
