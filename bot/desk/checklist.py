"""What should happen in a crisis, and what did: read from what was noted, not ticked by anybody."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """``LATER``: its time has not come. ``SPARED``: not needed here, the step says why."""

    DONE = "done"
    MISSING = "missing"
    LATER = "later"
    SPARED = "spared"


DEBRIEF_WITHIN_SECONDS = 24 * 3600.0
TEXT_WITHIN_SECONDS = 300.0  # the crisis text goes in seconds; one that comes later answers something else


@dataclass(frozen=True)
class CrisisFacts:
    """An urgent case. Times are epoch seconds, ``None`` for what did not happen.

    ``urgent_at``: danger was known; the case may be older. ``held_at``: a coach had it then already.
    ``text_at``: the line's first text to the person after that went out; ``text_failed``: it could not.
    ``words_at``: a coach's first own words since then. ``outcome``: a coach said how it ended.
    ``opted_out``: the person gets no texts. ``left``: the case ended because the person left.
    """

    case_id: int
    code: str
    conversation_id: int
    opened_at: float
    urgent_at: float
    held_at: float | None = None
    text_at: float | None = None
    text_failed: bool = False
    alert_at: float | None = None
    taken_at: float | None = None
    words_at: float | None = None
    outcome_at: float | None = None
    closed_at: float | None = None
    debrief_at: float | None = None
    opted_out: bool = False
    left: bool = False


@dataclass(frozen=True)
class Step:
    """``after``: seconds since danger was known."""

    name: str
    mark: Mark
    after: float | None = None
    why: str = ""


def checklist(facts: CrisisFacts, now: float) -> tuple[Step, ...]:
    """The steps in the order in which they should happen."""
    open_ = facts.closed_at is None
    there = facts.held_at is not None
    return (
        _text(facts, now),
        Step("opened", Mark.DONE, 0.0),
        _step(facts, "alert", facts.alert_at, open_, "a coach had the case already" if there else ""),
        _step(facts, "taken", facts.taken_at, open_, "a coach had the case already" if there else ""),
        _step(facts, "words", facts.words_at, open_, "they opted out of texts" if facts.opted_out else ""),
        _outcome(facts, open_),
        _debrief(facts, now),
    )


def missing(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    return tuple(step for step in steps if step.mark is Mark.MISSING)


def _step(facts: CrisisFacts, name: str, at: float | None, later: bool, spared: str) -> Step:
    if at is not None:
        return Step(name, Mark.DONE, max(at - facts.urgent_at, 0.0))
    if spared:
        return Step(name, Mark.SPARED, why=spared)
    if facts.left:
        return Step(name, Mark.SPARED, why="the person left")
    return Step(name, Mark.LATER if later else Mark.MISSING)


def _text(facts: CrisisFacts, now: float) -> Step:
    if facts.text_failed:
        return Step("text", Mark.MISSING, why="it could not be delivered")
    if facts.held_at is not None and facts.text_at is None:
        return Step("text", Mark.SPARED, why="a coach was with them, and asks")
    young = now - facts.urgent_at < TEXT_WITHIN_SECONDS
    return _step(facts, "text", facts.text_at, young, "they opted out of texts" if facts.opted_out else "")


def _outcome(facts: CrisisFacts, open_: bool) -> Step:
    if facts.outcome_at is None and facts.closed_at is not None and not facts.left:
        return Step("outcome", Mark.MISSING, why="closed without a word how it ended")
    return _step(facts, "outcome", facts.outcome_at, open_, "")


def _debrief(facts: CrisisFacts, now: float) -> Step:
    """The coach was asked how they are, and answered."""
    nobody = facts.taken_at is None and facts.held_at is None
    if nobody and facts.closed_at is not None:
        return Step("debrief", Mark.SPARED, why="no coach had the case")
    later = facts.closed_at is None or now - facts.closed_at < DEBRIEF_WITHIN_SECONDS
    return _step(facts, "debrief", facts.debrief_at, later, "")
