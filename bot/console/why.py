"""One text explained: what was understood and why, which places were named and why so, and when what happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection

from bot.console.labels import label, plain
from bot.console.moments import span
from bot.console.visit import Visit
from bot.directory.reasons import Reasons
from bot.directory.wants import Wants
from bot.store.directory_reasons import reasons_for
from bot.store.text_detail import TextDetail

EXTRA: Mapping[str, str] = {
    "later_today": "opens later that day",
    "hours_unknown": "hours not known",
    "closed_today": "closed that day",
    "no_door": "by phone only",
    "without_a_call": "can be reached without a call",
    "not_verified": "not verified for a year",
    "for_some_only": "for one group only, and they did not say they belong to it",
    "meant_for_them": "meant for people like them",
    "speaks_as_asked": "speaks Spanish, as they asked",
    "other_language": "not known to speak their language",
}
SCOPES: Mapping[str, str] = {
    "near": "within 10 miles",
    "wide": "within 75 miles",
    "state": "for the whole state",
    "national": "national lines",
    "none": "nothing was found",
}


@dataclass(frozen=True)
class RankedPlace:
    """One place that was named, with the parts of its rank in words. ``rank`` is in miles, empty for meetings."""

    name: str
    parts: tuple[str, ...]
    rank: str
    gone: bool = False


@dataclass(frozen=True)
class RankedList:
    """Places named for one need, in their order."""

    need: str
    scope: str
    places: tuple[RankedPlace, ...]


@dataclass(frozen=True)
class Step:
    """Something that happened to the text: when, and how long after it came in."""

    what: str
    at: float
    after: str


def ranked(connection: Connection, visit: Visit, text: TextDetail, zip: str | None) -> tuple[RankedList, ...]:
    """The lists that went out for ``text``; why so is worked out again for its moment.

    Wishes ("open now", "for women") are read from the text again: they are kept nowhere.
    """
    wants = visit.console.hints.read(text.body, (), zip, False).wants
    offered = text.notes.get("assistant", {}).get("offered", ())
    return tuple(_list(connection, text, each, zip, wants) for each in offered)


def _list(
    connection: Connection, text: TextDetail, offered: Mapping[str, Any], zip: str | None, wants: Wants
) -> RankedList:
    ids, need = [str(one) for one in offered.get("places", ())], str(offered.get("need"))
    language = str(text.understood.get("language") or "en")
    at = datetime.fromtimestamp(text.at, UTC)
    known = {one.id: one for one in reasons_for(connection, ids, need, zip, language, wants, at)}
    places = tuple(_place(known[one]) if one in known else _GONE for one in ids)
    scope = str(offered.get("scope") or "")
    return RankedList(label("need", need), SCOPES.get(scope, plain(scope)), places)


_GONE = RankedPlace("A place that is no longer listed", (), "", gone=True)


def _place(why: Reasons) -> RankedPlace:
    parts = [f"{why.miles:.1f} miles away" if why.miles is not None else "no way to measure"]
    if why.minutes is not None:
        parts.insert(0, f"begins in {span(60 * why.minutes)}")
    parts += [f"{EXTRA.get(name, plain(name))} ({miles:+.0f})" for name, miles in why.extra.items()]
    if why.priority:
        parts.append(f"place {why.priority} in staff's own order among equals")
    if why.reported:
        parts.append("reported as wrong: after all others")
    if not why.offered:
        parts.append("would not be offered today")
    return RankedPlace(why.name, tuple(parts), f"{why.rank:.1f}" if why.rank is not None else "")


def timeline(text: TextDetail) -> Sequence[Step]:
    """What happened when: came in, decided, each reply sent."""
    steps = [Step("Came in", text.at, "")]
    if text.handled_at is not None:
        again = f", at the {_nth(text.attempts)} try" if text.attempts > 1 else ""
        steps.append(Step(f"Read and decided{again}", text.handled_at, _after(text, text.handled_at)))
    for reply in text.replies:
        if reply.sent_at is not None:
            steps.append(Step("Answer handed to the carrier", reply.sent_at, _after(text, reply.sent_at)))
    return sorted(steps, key=lambda step: step.at)


def _after(text: TextDetail, at: float) -> str:
    seconds = max(0.0, at - text.at)
    return f"{seconds:.1f} seconds later" if seconds < 60 else f"{span(seconds)} later"


def _nth(number: int) -> str:
    return {2: "second", 3: "third"}.get(number, f"{number}th")
