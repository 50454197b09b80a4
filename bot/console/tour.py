"""The tour: the pages themselves, one after the other, each with a few words on top of it. Pure.

A step is an address with ``?tour=N``; so it works without script, with keys and with a screen reader,
shows the real page with the real data, and the browser's "back" goes a step back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.console.navigation import ADMIN, COACH, STAFF


@dataclass(frozen=True)
class Step:
    path: str
    title: str
    words: str


@dataclass(frozen=True)
class Stop:
    """A step with its place in the tour. ``next`` is empty at the end, ``before`` at the start."""

    step: Step
    number: int
    of: int
    next: str
    before: str


_DESK = Step(
    "/console/desk",
    "The desk: who waits now",
    "Each line is a person who asked for a human or is in danger; danger is on top.",
)
_COACH = (
    _DESK,
    Step(
        "/console/desk",
        "Take one, write, close",
        "The button on top gives you the case that waits most urgently. You see the texts and write below them; the "
        "person never sees your number. Ready replies, places and the crisis script are beside your text.",
    ),
    Step(
        "/console/help",
        "Not alone",
        "In every case you can call in a second person or hand it over. This tour stays here.",
    ),
)
_STAFF = (
    Step(
        "/console",
        "Home: what needs you first",
        "On top stands what cannot wait. Below: how many people wrote, what they need, how long they waited.",
    ),
    _DESK,
    Step(
        "/console/conversations",
        "Conversations: what was said, and why",
        "Look for words, or choose a need or how it went. Numbers are masked. Inside, each text says what was "
        "understood. What you open is noted in the audit.",
    ),
    Step(
        "/console/places",
        "Places: keep them true",
        "People are sent to these places. Call the ones on top and tap what you found.",
    ),
    Step(
        "/console/words",
        "Words: change what the line says",
        "Every text, as it arrives on a phone. What you save goes out at once, and one click goes back.",
    ),
    Step(
        "/console/help",
        "Help: this list, and this tour",
        "Each page says in a sentence what it is for. Come back here for the tour at any time.",
    ),
)
_ADMIN_WORDS = Step(
    "/console/words",
    "Words: yours to change, two to read",
    "Every text, as it arrives on a phone. Only administrators change those about danger and consent, and they go "
    "out when a second person has read them.",
)
TOURS: Mapping[str, tuple[Step, ...]] = {
    COACH: _COACH,
    STAFF: _STAFF,
    ADMIN: tuple(_ADMIN_WORDS if step.path == "/console/words" else step for step in _STAFF),
}


def address(role: str, number: int) -> str:
    """Where step ``number`` (from 1) is; empty when there is none."""
    steps = TOURS[role]
    return f"{steps[number - 1].path}?tour={number}" if 1 <= number <= len(steps) else ""


def stop_at(role: str, path: str, wanted: str) -> Stop | None:
    """The step that ``?tour=`` of an address names, if it is one of this page."""
    number = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 3 else 0
    steps = TOURS[role]
    if not 1 <= number <= len(steps) or steps[number - 1].path != path:
        return None
    before, after = address(role, number - 1), address(role, number + 1)
    return Stop(steps[number - 1], number, len(steps), after, before)
