"""What needs action first, in order, as sentences with a way to act. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.console.moments import span
from bot.conversation import WAITING_STATES, BoardCase, Urgency


@dataclass(frozen=True)
class Action:
    """``tone`` is danger, check or quiet. ``link`` is an address of the console, ``act`` what the link says."""

    tone: str
    sentence: str
    link: str
    act: str


@dataclass(frozen=True)
class Loose:
    """Loose ends of the last day: people without an answer, texts not delivered, places reported as wrong.

    ``words``: texts that staff changed and that wait for a reader or cannot go out.
    """

    unanswered: int
    undelivered: int
    places: int
    words: int = 0


def first_things(cases: Iterable[BoardCase], loose: Loose, now: float) -> list[Action]:
    """The gravest first; empty when nothing waits."""
    waiting = [case for case in cases if case.state in WAITING_STATES]
    found = []
    for urgency, tone in ((Urgency.CRISIS, "danger"), (Urgency.NORMAL, "check")):
        theirs = [case for case in waiting if case.urgency is urgency]
        if theirs:
            found.append(Action(tone, _waits(theirs, urgency, now), "/console/desk", "Open the desk"))
    if loose.unanswered:
        who = "1 person has had" if loose.unanswered == 1 else f"{loose.unanswered} people have had"
        sentence = f"{who} no answer to their last text of the last 24 hours."
        found.append(Action("check", sentence, "/console/conversations?answer=none", "Read them"))
    if loose.undelivered:
        what = "1 text was" if loose.undelivered == 1 else f"{loose.undelivered} texts were"
        sentence = f"{what} not delivered in the last 24 hours."
        found.append(Action("quiet", sentence, "/console/conversations?answer=undelivered", "See whose"))
    if loose.places:
        what = "1 place was" if loose.places == 1 else f"{loose.places} places were"
        found.append(Action("quiet", f"{what} reported as wrong.", "/console/places", "Check them"))
    if loose.words:
        what = "1 text of ours needs" if loose.words == 1 else f"{loose.words} texts of ours need"
        found.append(Action("quiet", f"{what} a look.", "/console/words?view=look", "Look at them"))
    return found


def _waits(cases: list[BoardCase], urgency: Urgency, now: float) -> str:
    longest = span(now - min(case.opened_at for case in cases))
    who = "1 person waits" if len(cases) == 1 else f"{len(cases)} people wait"
    why = " in danger" if urgency is Urgency.CRISIS else ""
    how = f"for {longest}" if len(cases) == 1 else f"the longest for {longest}"
    return f"{who}{why} for a human, {how}." if len(cases) == 1 else f"{who}{why} for a human; {how}."
