"""The right few places for each need, and how far one had to look for them.

The order, in full. A place's distance in miles is lengthened by what makes it less useful now:
``CLOSED_TODAY`` and so on below. The shortest comes first; among equals the smaller
``priority`` (staff's own), then the nearer, then name and id: never chance. An organisation
gets at most ``MOST_OF_ONE`` lines of a list, and its second line comes after everybody's first.

The circle widens (``CIRCLES``) only when nothing is left inside it; then come services for the
whole state, then national lines. ``scope`` says which of these it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from bot.directory.geography import Area, Box, box_around, miles_between
from bot.directory.hours import Openness, openness
from bot.directory.hours_words import hours_words
from bot.directory.place import Place

CIRCLES = ((10.0, "near"), (30.0, "wide"), (75.0, "wide"))
STATE, NATIONAL, NONE = "state", "national", "none"

# What each of these costs, in miles that a person would rather go further.
LATER_TODAY = 1.0
HOURS_UNKNOWN = 2.0
CLOSED_TODAY = 4.0
NOT_VERIFIED = 2.0
NO_DOOR = 3.0  # by phone only, so its distance is that of a ZIP code
OTHER_LANGUAGE = 5.0

STALE_DAYS = 365
MOST_OF_ONE = 2
DEFAULT_ZONE = "America/New_York"


class Candidates(Protocol):
    """Where places come from. Every method leaves out places for special audiences."""

    def within(self, need: str, box: Box, latitude: float, longitude: float) -> Sequence[Place]:
        """Places for ``need`` inside ``box``, at least the nearest few dozen."""

    def statewide(self, need: str, state: str) -> Sequence[Place]:
        """Services for everybody in a state (two letters)."""

    def national(self, need: str) -> Sequence[Place]:
        """Services for everybody in the country."""


@dataclass(frozen=True)
class Question:
    """What is looked for. ``exclude`` are ids of places not to be named again, ``limit`` is per
    need, ``area`` is ``None`` when no ZIP is known, ``now`` carries a time zone."""

    needs: tuple[str, ...]
    area: Area | None
    language: str
    exclude: frozenset[str]
    limit: int
    now: datetime


@dataclass(frozen=True)
class Listed:
    """One place as it travels to the words; ``miles`` is ``None`` where one does not go there."""

    id: str
    name: str
    what: str
    phone: str | None
    address: str | None
    hours: str | None
    miles: float | None


@dataclass(frozen=True)
class NeedList:
    """``scope``: ``near``, ``wide``, ``state``, ``national``, or ``none`` with no places."""

    need: str
    scope: str
    places: tuple[Listed, ...]


@dataclass(frozen=True)
class Found:
    """``zip_known`` is false when a ZIP was asked for that does not exist."""

    lists: tuple[NeedList, ...]
    zip_known: bool = True

    def as_values(self) -> dict[str, Any]:
        """``{"lists": [{"need", "scope", "places": [{"id", "name", …}]}], "zip_known"}``, plain JSON."""
        lists = [{**asdict(each), "places": [asdict(place) for place in each.places]} for each in self.lists]
        return {"lists": lists, "zip_known": self.zip_known}


def find(candidates: Candidates, question: Question) -> Found:
    """One list per need, in the order asked; a place named for one need is not repeated for the
    next one unless there is nothing else as near."""
    named: set[str] = set()
    lists: list[NeedList] = []
    for need in dict.fromkeys(question.needs):
        found = _find_one(candidates, question, need, named)
        named.update(place.id for place in found.places)
        lists.append(found)
    return Found(tuple(lists))


def _find_one(candidates: Candidates, question: Question, need: str, named: set[str]) -> NeedList:
    for scope, places in _circles(candidates, question, need):
        allowed = [place for place in places if _may_be_offered(place, question)]
        fresh = [place for place in allowed if place.id not in named]
        chosen = _few(sorted(fresh or allowed, key=lambda place: _rank(place, question)), question.limit)
        if chosen:
            return NeedList(need, scope, tuple(_listed(place, question) for place in chosen))
    return NeedList(need, NONE, ())


def _circles(candidates: Candidates, question: Question, need: str) -> Iterable[tuple[str, Sequence[Place]]]:
    area = question.area
    if area is not None:
        for miles, scope in CIRCLES:
            box = box_around(area.latitude, area.longitude, miles)
            found = candidates.within(need, box, area.latitude, area.longitude)
            yield scope, [place for place in found if (_miles(place, area) or 0.0) <= miles]
        yield STATE, candidates.statewide(need, area.state)
    yield NATIONAL, candidates.national(need)


def _may_be_offered(place: Place, question: Question) -> bool:
    today = question.now.date()
    return (
        place.id not in question.exclude
        and bool(place.phone or place.address)
        and (place.valid_from is None or place.valid_from <= today)
        and (place.valid_to is None or today <= place.valid_to)
    )


def _rank(place: Place, question: Question) -> tuple[float, int, float, str, str]:
    miles = _miles(place, question.area) or 0.0
    return (round(miles + _lengthening(place, question), 3), place.priority, miles, place.name, place.id)


def _lengthening(place: Place, question: Question) -> float:
    local = question.now.astimezone(ZoneInfo(place.timezone or DEFAULT_ZONE))
    state = openness(place.schedules, local)
    extra = {
        Openness.OPEN: 0.0,
        Openness.LATER: LATER_TODAY,
        Openness.UNKNOWN: HOURS_UNKNOWN,
        Openness.CLOSED: CLOSED_TODAY,
    }[state]
    if not place.address:
        extra += NO_DOOR
    if _is_stale(place.verified_on, question.now):
        extra += NOT_VERIFIED
    # English is understood nearly everywhere; every other language only where it is said to be.
    speaks = question.language in place.languages or (question.language == "en" and not place.languages)
    return extra if speaks else extra + OTHER_LANGUAGE


def _is_stale(verified_on: date | None, now: datetime) -> bool:
    return verified_on is None or (now.astimezone(UTC).date() - verified_on).days > STALE_DAYS


def _few(places: Sequence[Place], limit: int) -> list[Place]:
    """The first ``limit`` places, each organisation's second after all the first ones."""
    turns: dict[str, int] = {}
    rounds: list[list[Place]] = [[] for _ in range(MOST_OF_ONE)]
    for place in places:
        turn = turns.get(place.organization_id, 0)
        turns[place.organization_id] = turn + 1
        if turn < MOST_OF_ONE:
            rounds[turn].append(place)
    return [place for each in rounds for place in each][:limit]


def _miles(place: Place, area: Area | None) -> float | None:
    if area is None or place.latitude is None or place.longitude is None:
        return None
    return miles_between(area.latitude, area.longitude, place.latitude, place.longitude)


def _listed(place: Place, question: Question) -> Listed:
    spanish = question.language == "es"
    local = question.now.astimezone(ZoneInfo(place.timezone or DEFAULT_ZONE))
    # One goes to an address; to a phone-only or confidential place there is no way to measure.
    miles = _miles(place, question.area) if place.address else None
    return Listed(
        id=place.id,
        name=place.name,
        what=place.what_es if spanish else place.what,
        phone=(place.phone_es if spanish else place.phone) or None,
        address=place.address or None,
        hours=hours_words(place.schedules, local, question.language),
        miles=None if miles is None else round(miles, 1),
    )
