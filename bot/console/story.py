"""A conversation told in order: texts as bubbles, under each what was understood and done, events between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.console.labels import label, plain
from bot.console.markers import Marker, marker
from bot.desk.page import ANSWER
from bot.store.case_history import STEP
from bot.store.thread import Thread, ThreadNote, ThreadText

ATTACHED = ("understood", "unsure", "assistant")  # shown under their text, not as an event of their own
HIDDEN = (*ATTACHED, ANSWER, STEP)  # an answer to a click is for the one who clicked
SAID: Mapping[str, str] = {
    "utter_resources": "named places",
    "utter_ask_zip": "asked for a ZIP code",
    "utter_ask_zip_again": "asked for a ZIP code again",
    "utter_no_more": "said that there are no more places",
    "utter_ask_need": "asked what they need",
    "utter_talk": "offered a person to talk to",
    "utter_coach_called": "called a coach",
    "utter_welcome": "said who it is",
}


@dataclass(frozen=True)
class Offer:
    """Places named for one need."""

    need: str
    places: tuple[str, ...]


@dataclass(frozen=True)
class Understood:
    """What the line made of one text. ``act`` is empty when the assistant could not be asked."""

    act: str
    needs: tuple[str, ...]
    zip: str
    confidence: str
    language: str
    risk: str
    danger: str
    about: str
    rules: tuple[str, ...]
    at_desk: bool


@dataclass(frozen=True)
class Bubble:
    """One text. ``side`` is person, assistant, coach or system."""

    text: ThreadText
    side: str
    who: str
    understood: Understood | None
    did: tuple[str, ...]
    offers: tuple[Offer, ...]

    @property
    def at(self) -> float:
        return self.text.at


def offered_ids(thread: Thread) -> set[str]:
    """The ids of all places that were named in this part of the conversation."""
    lists = [entry for note in thread.notes if note.kind == "assistant" for entry in note.detail.get("offered", ())]
    return {str(place) for entry in lists for place in entry.get("places", ())}


def offers_of(thread: Thread, places: Mapping[str, str]) -> tuple[Offer, ...]:
    """What the assistant named in this part of the conversation, newest first, each once."""
    entries = [entry for note in thread.notes if note.kind == "assistant" for entry in note.detail.get("offered", ())]
    return tuple(dict.fromkeys(_offer(entry, places) for entry in reversed(entries)))


def tell(thread: Thread, names: Mapping[int, str], places: Mapping[str, str]) -> list[Bubble | Marker]:
    """Bubbles and markers in the order in which they happened.

    ``names`` are the coaches' by id, ``places`` the directory's by id.
    """
    about: dict[int, list[ThreadNote]] = {}
    for note in thread.notes:
        if note.message_id is not None and note.kind in ATTACHED:
            about.setdefault(note.message_id, []).append(note)
    told: list[tuple[float, int, int, Bubble | Marker]] = []
    for text in thread.texts:
        bubble = _bubble(text, about.get(text.id, []), names, places)
        # Of one moment: first what came in, then what was decided, then what went out.
        told.append((text.at, 0 if text.inbound else 2, text.id, bubble))
    for note in thread.notes:
        if note.kind not in HIDDEN:
            told.append((note.at, 1, note.id, marker(note.kind, note.at, note.detail, names)))
    return [item for _, _, _, item in sorted(told, key=lambda one: one[:3])]


def _bubble(text: ThreadText, notes: list[ThreadNote], names: Mapping[int, str], places: Mapping[str, str]) -> Bubble:
    by_kind = {note.kind: note.detail for note in notes}
    played = by_kind.get("assistant", {})
    side, who = _author(text, names)
    return Bubble(
        text,
        side,
        who,
        _understood(by_kind["understood"]) if "understood" in by_kind else None,
        tuple(SAID.get(name) or plain(name.removeprefix("utter_")) for name in played.get("says", ())),
        tuple(_offer(entry, places) for entry in played.get("offered", ())),
    )


def _author(text: ThreadText, names: Mapping[int, str]) -> tuple[str, str]:
    if text.author == "coach":
        return "coach", f"{names.get(text.coach_id or 0, 'Coach')}, coach"
    if text.author == "recoveree":
        return "person", "Person"
    return ("assistant", "Assistant") if text.author == "assistant" else ("system", "Line")


def _offer(entry: Mapping[str, Any], places: Mapping[str, str]) -> Offer:
    named = tuple(places.get(str(place), "a place that is no longer listed") for place in entry.get("places", ()))
    return Offer(label("need", entry.get("need")), named)


def _understood(detail: Mapping[str, Any]) -> Understood:
    confidence = detail.get("confidence")
    kind = detail.get("risk_kind")
    return Understood(
        act=label("act", detail["act"]) if detail.get("act") else "",
        needs=tuple(label("need", need) for need in detail.get("needs", ())),
        zip=detail.get("zip") or "",
        confidence=f"{confidence:.0%}" if confidence is not None else "",
        language=label("language", detail.get("language")),
        risk=str(detail.get("risk", "none")),
        danger=label("danger", kind) if kind else "",
        about=label("about", detail.get("about")),
        rules=tuple(plain(str(rule)) for rule in detail.get("rules", ())),
        at_desk=bool(detail.get("desk")),
    )
