"""The right few places for each need, and how far one had to look for them.

The circle widens (``CIRCLES``) only when nothing is left inside it; then come services for the
whole state, then national lines. ``scope`` says which of these it was. Who asks for something
special (open now, closer, free, a women's NA meeting tonight) gets that if there is any within
``CHOOSY_MILES``; else the next best, and a ``note`` that says so.

The order inside a circle is :func:`bot.directory.ranking.rank`. An organisation gets at most
``MOST_OF_ONE`` lines of a list, and its second line comes after everybody's first; meetings are
free of that, because one office lists all meetings of a town.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.directory.found import NATIONAL, NEAR, NONE, NOTHING_NEAR, STATE, WIDE, Found, Listed, NeedList
from bot.directory.geography import box_around
from bot.directory.hours_words import hours_words, meeting_words
from bot.directory.place import Place
from bot.directory.question import Candidates, Question
from bot.directory.ranking import (
    MEETINGS,
    is_as_asked,
    local_time,
    may_be_offered,
    miles_to,
    next_meeting,
    rank,
)

CIRCLES = ((10.0, NEAR), (30.0, WIDE), (75.0, WIDE))
CHOOSY_MILES = 30.0
MOST_OF_ONE = 2


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
    if question.wants.choosy and question.area is not None:
        near = _around(candidates, question, need, CHOOSY_MILES)
        than = None
        if question.wants.closer:
            near = iter(all_near := list(near))
            than = _nearest_named(all_near, question)
        for scope, places in near:
            asked = [place for place in places if is_as_asked(place, question, need, than)]
            if chosen := _choose(asked, question, need, named):
                return _list(need, scope, chosen, question)
    note = _note(question, need)
    for scope, places in _circles(candidates, question, need):
        if chosen := _choose(places, question, need, named):
            far = scope in (STATE, NATIONAL) and question.area is not None and not question.exclude
            return _list(need, scope, chosen, question, NOTHING_NEAR if far else note)
    return NeedList(need, NONE, (), note)


def _circles(candidates: Candidates, question: Question, need: str) -> Iterator[tuple[str, Sequence[Place]]]:
    if question.area is not None:
        yield from _around(candidates, question, need, CIRCLES[-1][0])
        yield STATE, candidates.statewide(need, question.area.state)
    yield NATIONAL, candidates.national(need)


def _around(
    candidates: Candidates, question: Question, need: str, most: float
) -> Iterator[tuple[str, Sequence[Place]]]:
    area = question.area
    if area is None:
        return
    for miles, scope in CIRCLES:
        if miles <= most:
            box = box_around(area.latitude, area.longitude, miles)
            found = candidates.within(need, box, area.latitude, area.longitude)
            yield scope, [place for place in found if (miles_to(place, question) or 0.0) <= miles]


def _choose(places: Iterable[Place], question: Question, need: str, named: set[str]) -> list[Place]:
    allowed = [place for place in places if may_be_offered(place, question)]
    fresh = [place for place in allowed if place.id not in named]
    ranked = sorted(fresh or allowed, key=lambda place: rank(place, question, need))
    return ranked[: question.limit] if need == MEETINGS else _few(ranked, question.limit)


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


def _nearest_named(circles: Iterable[tuple[str, Sequence[Place]]], question: Question) -> float | None:
    """Miles to the nearest place that was named before, for whoever asks for a closer one."""
    before = [place for _, places in circles for place in places if place.id in question.exclude and place.address]
    return min((miles for place in before if (miles := miles_to(place, question)) is not None), default=None)


def _note(question: Question, need: str) -> str:
    """What of the wishes is not to be had, the most telling one."""
    wants = question.wants
    if wants.closer and not question.exclude:
        wants = replace(wants, closer=False)  # the list is by distance anyway
    said = {
        "open_now": wants.open_now,
        "day": bool(wants.day) and need == MEETINGS,
        "formats": bool(wants.formats or wants.spanish) and need == MEETINGS,
        "closer": wants.closer,
        "fit": wants.free or wants.reachable,
    }
    return next((note for note, wished in said.items() if wished), "")


def _list(need: str, scope: str, chosen: Sequence[Place], question: Question, note: str = "") -> NeedList:
    return NeedList(need, scope, tuple(listed(place, question, need) for place in chosen), note)


def listed(place: Place, question: Question, need: str) -> Listed:
    """``place`` as it is told to the person who asks."""
    spanish = question.language == "es"
    local = local_time(place, question)
    address = "" if place.standing.judged == "moved" else place.address
    # One goes to an address; to a phone-only or confidential place there is no way to measure.
    miles = miles_to(place, question) if address else None
    meeting = next_meeting(place, question) if need == MEETINGS else None
    only = next((each.removeprefix("only:") for each in place.traits if each.startswith("only:")), None)
    return Listed(
        id=place.id,
        name=place.name,
        what=place.what_es if spanish else place.what,
        phone=(place.phone_es if spanish else place.phone) or None,
        address=address or None,
        hours=hours_words(place.schedules, local, question.language),
        miles=None if miles is None else round(miles, 1),
        when=meeting_words(*meeting, local.date(), question.language) if meeting else None,
        only=only,
    )
