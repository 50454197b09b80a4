"""What a person wants of a place besides its need: read from their text, kept nowhere.

``Wants`` travels with one turn (as plain JSON through the assistant) and is gone with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from bot.directory.traits import FORMATS, GROUPS

DAYS = ("today", "tonight", "tomorrow")
REPORTS = ("dead", "moved", "closed")
OLDEST, MOST_LISTED = 130, 9


@dataclass(frozen=True)
class Wants:
    """``who``: groups the person (or who they ask for) belongs to, by their own words, of
    :data:`bot.directory.traits.GROUPS`. ``formats``: kinds of meetings. ``reachable``: they
    cannot travel. ``number``: the place of the last list they ask about. ``report``: what they
    say is wrong with it. ``most``: how many places there is room for. ``by_text``: they texted NO CALL."""

    who: tuple[str, ...] = ()
    age: int | None = None
    spanish: bool = False
    open_now: bool = False
    closer: bool = False
    free: bool = False
    reachable: bool = False
    day: str = ""
    formats: tuple[str, ...] = ()
    number: int | None = None
    report: str = ""
    most: int | None = None
    by_text: bool = False

    @property
    def choosy(self) -> bool:
        """Whether some places that serve the need are not what is asked for."""
        asked = (self.open_now, self.closer, self.free, self.reachable, self.day, self.formats, self.spanish)
        return any(asked)

    def as_values(self) -> dict[str, Any]:
        """Plain JSON without what is not wanted."""
        said = ((each.name, getattr(self, each.name)) for each in fields(self))
        return {name: list(value) if isinstance(value, tuple) else value for name, value in said if value}


def wants_of(values: Mapping[str, Any] | None) -> Wants:
    """The wants in ``values``; whatever is not as :meth:`Wants.as_values` writes it is not wanted."""
    said = values or {}
    day, report = said.get("day"), said.get("report")
    return Wants(
        who=_known(said.get("who"), GROUPS),
        age=_whole(said.get("age"), OLDEST),
        formats=_known(said.get("formats"), FORMATS),
        day=day if day in DAYS else "",
        report=report if report in REPORTS else "",
        number=_whole(said.get("number"), MOST_LISTED),
        most=_whole(said.get("most"), MOST_LISTED),
        **{name: said.get(name) is True for name in ("spanish", "open_now", "closer", "free", "reachable", "by_text")},
    )


def _known(values: object, known: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for each in known if each in values) if isinstance(values, list | tuple) else ()


def _whole(value: object, most: int) -> int | None:
    whole = isinstance(value, int) and not isinstance(value, bool) and 0 < value <= most
    return int(value) if whole else None  # type: ignore[call-overload]  # checked in the line before
