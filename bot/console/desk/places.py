"""Places from the directory that a coach can put into the box with one tap, worded as the line itself words them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.app import directory_of
from bot.console.visit import Visit
from bot.directory.reply import render_lists
from bot.errors import WarmlineError

PER_NEED, MOST_NEEDS = 3, 3
ROOM = 300  # places of the SMS alphabet: two segments


@dataclass(frozen=True)
class Suggested:
    """Lines for one need, ready to send."""

    need: str
    lines: tuple[str, ...]


def suggest(visit: Visit, needs: Sequence[str], zip: str | None, language: str) -> tuple[Suggested, ...]:
    """The nearest few places for each of the first needs; nothing when no need is known."""
    wanted = tuple(need for need in needs if need != "talk")[:MOST_NEEDS]
    if not wanted:
        return ()
    try:
        found = directory_of(visit.console.house).find(wanted, zip, language, (), PER_NEED)
    except WarmlineError:  # the ZIP codes are not loaded yet: staff hear of it from `doctor`, a coach can go on
        return ()
    return tuple(
        Suggested(each["need"], tuple(_line(each, place, language) for place in each["places"]))
        for each in found.as_values()["lists"]
    )


def _line(each: Mapping[str, Any], place: Mapping[str, Any], language: str) -> str:
    """One place as a sentence: no number before it, and no note on how far the search went."""
    scope = "near" if each["scope"] == "wide" else each["scope"]
    return render_lists([{**each, "scope": scope, "note": "", "places": [place]}], language, ROOM).removeprefix("1) ")
