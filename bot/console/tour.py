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
        "/console/desk/figures",
        "Desk figures: are we keeping our promise?",
        "How long people waited for a human, and whether it helped. Crises and the coaches' load are beside it in the "
        "menu.",
    ),
    Step(
        "/console/desk/figures/report",
        "Monthly report: for people outside",
        "A month on paper for a board. Numbers under 11 are hidden, so that nobody can be recognized.",
    ),
    Step(
        "/console/places",
        "Places: keep them true",
        "People are sent to these places. Call the ones on top and tap what you found.",
    ),
    Step(
        "/console/teach",
        "Teach it: where the assistant was wrong",
        "Texts that were misread come here. Write one anew so that nobody can be recognized, and the assistant can "
        "learn from it.",
    ),
    Step(
        "/console/words",
        "Words: change what the line says",
        "Every text, as it arrives on a phone. What you save goes out at once, and one click goes back.",
    ),
    Step(
        "/console/people",
        "People: who is there, and when nobody is",
        "This week, day by day; hours without anybody stand out. Coaches and holidays are beside it in the menu.",
    ),
)
_HELP = Step(
    "/console/help",
    "Help: this list, and this tour",
    "Each page says in a sentence what it is for. Come back here for the tour at any time.",
)
_ADMIN_WORDS = Step(
    "/console/words",
    "Words: yours to change, two to read",
    "Every text, as it arrives on a phone. Only administrators change those about danger and consent, and they go "
    "out when a second person has read them.",
)
_FOR_ADMINS = (
    Step(
        "/console/people/sign-ins",
        "Sign-ins: who may come in",
        "Invite somebody, change what they may do, or switch them off. This and the next page are for administrators.",
    ),
    Step(
        "/console/audit",
        "Audit: who looked, and who changed what",
        "Every look, search, download and change is a row here, yours too. Nobody can change or remove one.",
    ),
)
TOURS: Mapping[str, tuple[Step, ...]] = {
    COACH: _COACH,
    STAFF: (*_STAFF, _HELP),
    ADMIN: (
        *(_ADMIN_WORDS if step.path == "/console/words" else step for step in _STAFF),
        *_FOR_ADMINS,
        _HELP,
    ),
}
# Pages that no tour stops at, and why: a newcomer keeps about ten things in mind.
LEFT_OUT: Mapping[str, str] = {
    "/console/inbox": "is empty for a newcomer",
    "/console/desk/figures/crises": "the step on the desk's figures names it",
    "/console/desk/figures/coaches": "the step on the desk's figures names it",
    "/console/unmet": "the home page leads there from what people need",
    "/console/places/find": "stands beside the places to check in the menu",
    "/console/places/map": "stands beside the places to check in the menu",
    "/console/places/new": "is for the few who keep the directory",
    "/console/places/import": "is for the few who keep the directory",
    "/console/teach/training": "the page before it leads there when there is something to learn",
    "/console/people/coaches": "the step on people names it",
    "/console/people/holidays": "the step on people names it",
    "/console/people/opt-outs": "is looked up when somebody asks",
    "/console/blocked": "is looked up when somebody asks",
    "/console/people/retention": "is looked up when somebody asks",
    "/console/keywords": "is looked up when somebody asks",
    "/console/settings": "is looked up when somebody asks",
    "/console/me": "is where the own address in the bar leads",
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
