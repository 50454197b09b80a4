"""One thing that was looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """``WRONG``: the line cannot do its work so. ``CARE``: it can, but somebody should look."""

    OK = "ok"
    CARE = "care"
    WRONG = "wrong"


@dataclass(frozen=True)
class Finding:
    """``what`` was looked at, how it ``is``, and what to ``do`` about it (empty when it is well)."""

    what: str
    state: State
    is_: str
    do: str = ""

    def as_values(self) -> dict[str, str]:
        return {"check": self.what, "state": self.state, "finding": self.is_, "advice": self.do}


def ok(what: str, is_: str) -> Finding:
    return Finding(what, State.OK, is_)


def care(what: str, is_: str, do: str) -> Finding:
    return Finding(what, State.CARE, is_, do)


def wrong(what: str, is_: str, do: str) -> Finding:
    return Finding(what, State.WRONG, is_, do)
