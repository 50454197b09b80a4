"""Which of two places comes first, and which may be offered at all: one pure function each.

``may_be_offered`` says no to what is retired by staff, out of date, over, already named, or not
for this person *by their own words*: a house for men is not offered to somebody who wrote that
she is a woman; who says nothing about it may see both. Places for one audience only (veterans,
LGBTQ+, tribal members) are offered to those who say that they belong to it.

``rank`` is a distance in miles, lengthened by what makes a place less useful now (the table
below, each in miles that a person would rather go further) and shortened where a place is meant
for people like them. The shortest comes first; among equals the smaller ``priority`` (staff's
own), then the nearer, then name and id: never chance. Meetings are ranked by the clock instead:
the minutes until they begin, ``MINUTES_A_MILE`` for the way, and ``THEIR_OWN_MINUTES`` less where a
meeting is for their sex alone.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.directory.geography import miles_between
from bot.directory.holidays import is_holiday
from bot.directory.hours import (
    DAY_MINUTES,
    Openness,
    Span,
    always_open,
    next_opening,
    next_start,
    openness,
    spans_on,
)
from bot.directory.hours_words import EVENING
from bot.directory.place import Place
from bot.directory.question import Question
from bot.directory.traits import ADULT, FREE, ONLINE, REACHED_FROM_HOME
from bot.directory.wants import OLDEST
from bot.directory.whom import SEXES

LATER_TODAY = 1.0
HOURS_UNKNOWN = 2.0
CLOSED_TODAY = 4.0
NOT_VERIFIED = 2.0
NO_DOOR = 3.0  # by phone only, so its distance is that of a ZIP code
OTHER_LANGUAGE = 5.0
FOR_SOME_ONLY = 3.0  # they may belong to them, but did not say so
MEANT_FOR_THEM = -5.0
SPEAKS_AS_ASKED = -5.0
WITHOUT_A_CALL = -15.0  # for who cannot speak aloud: a number to text, or help online
REPORTED = 200.0  # somebody found it dead: after everything else, until staff looked

STALE_DAYS = 365
DEFAULT_ZONE = "America/New_York"
MEETINGS = "meetings"
MINUTES_A_MILE = 6.0
LATE_MINUTES = 10  # a meeting that began so long ago can still be joined
THEIR_OWN_MINUTES = 180.0  # a women's meeting comes before a mixed one that begins so much earlier
SOON_MINUTES = 90.0  # for a meeting, "open now" means that it begins within these
OLDEST_YOUTH = 24
_NEVER = 60.0 * 24 * 60
_TEXT = re.compile(r"\b(?:text|sms|texto|mensajes?|env[ií]a|manda)\b", re.IGNORECASE)

Rank = tuple[float, int, float, str, str]


def may_be_offered(place: Place, question: Question) -> bool:
    """Whether ``place`` is open to this person and known to be true."""
    today = question.now.date()
    return (
        place.id not in question.exclude
        and bool(place.phone or place.address)
        and (place.valid_from is None or place.valid_from <= today)
        and (place.valid_to is None or today <= place.valid_to)
        and place.standing.judged not in ("dead", "closed")
        and not _too_old(place, question)
        and _is_for_them(place, question)
    )


def is_as_asked(place: Place, question: Question, need: str, than: float | None) -> bool:
    """Whether ``place`` is what a choosy person asks for; ``than``: nearer than so many miles."""
    wants = question.wants
    if wants.open_now and _openness(place, question) is not Openness.OPEN and need != MEETINGS:
        return False
    if wants.closer and than is not None and (miles_to(place, question) or 0.0) >= than:
        return False
    if wants.free and FREE not in place.traits:
        return False
    if wants.reachable and not REACHED_FROM_HOME.intersection(place.traits) and need not in ("transportation",):
        return False
    if need == MEETINGS:
        return _is_the_meeting(place, question)
    return True


def rank(place: Place, question: Question, need: str) -> Rank:
    """The sort key of ``place`` for ``need``; smaller comes first. No two places share one."""
    miles = miles_to(place, question) or 0.0
    if need == MEETINGS:
        first = minutes_until_start(place, question) + MINUTES_A_MILE * miles
        first -= THEIR_OWN_MINUTES * any(f"only:{sex}" in place.traits for sex in _sex(question))
    elif question.wants.open_now:
        first = _minutes_until_open(place, question) + miles
    elif question.wants.closer:
        first = miles
    else:
        first = miles + sum(lengthenings(place, question).values())
    if place.standing.reported:
        first += REPORTED * (DAY_MINUTES if need == MEETINGS or question.wants.open_now else 1)
    return (round(first, 3), place.priority, miles, place.name, place.id)


def miles_to(place: Place, question: Question) -> float | None:
    """Miles from the person's area, ``None`` where either position is not known."""
    area = question.area
    if area is None or place.latitude is None or place.longitude is None:
        return None
    return miles_between(area.latitude, area.longitude, place.latitude, place.longitude)


def local_time(place: Place, question: Question) -> datetime:
    """Now on the wall clock of the place."""
    return question.now.astimezone(ZoneInfo(place.timezone or DEFAULT_ZONE))


def meeting_start(place: Place, question: Question) -> tuple[int, Span] | None:
    """Days from today and times of the next meeting, on the day that is asked for if one is."""
    local, day = local_time(place, question), question.wants.day
    if not day:
        return next_start(place.schedules, local, LATE_MINUTES)
    ahead = 1 if day == "tomorrow" else 0
    earliest = EVENING if day == "tonight" else 0
    if not ahead:
        earliest = max(earliest, local.hour * 60 + local.minute - LATE_MINUTES)
    spans = spans_on(place.schedules, local.date() + timedelta(days=ahead))
    return next(((ahead, span) for span in spans if span.opens >= earliest), None)


def next_meeting(place: Place, question: Question) -> tuple[int, Span] | None:
    """The same, or on whatever day it is next where there is none on the day that is asked for."""
    own = meeting_start(place, question)
    return own or next_start(place.schedules, local_time(place, question), LATE_MINUTES)


def minutes_until_start(place: Place, question: Question) -> float:
    local = local_time(place, question)
    start = next_meeting(place, question)
    if start is None:
        return _NEVER
    ahead, span = start
    return max(0.0, ahead * DAY_MINUTES + span.opens - (local.hour * 60.0 + local.minute))


def _is_the_meeting(place: Place, question: Question) -> bool:
    wants = question.wants
    if wants.formats and not set(wants.formats).intersection(place.traits):
        return False
    if wants.spanish and "es" not in place.languages:
        return False
    if wants.open_now:
        return minutes_until_start(place, question) <= SOON_MINUTES
    return not wants.day or meeting_start(place, question) is not None


def _too_old(place: Place, question: Question) -> bool:
    """Whether nobody stood up for it within the setting: neither its source, nor staff, nor its file."""
    standing = place.standing
    known = [each for each in (place.verified_on, standing.judged_on) if each]
    last = max(known, default=standing.listed_on)
    if last is None or question.max_age_days is None:
        return False
    return (question.now.astimezone(UTC).date() - last).days > question.max_age_days


def _is_for_them(place: Place, question: Question) -> bool:
    wants, traits = question.wants, place.traits
    if place.audience and not _belongs(place.audience, question):
        return False
    if (sex := _sex(question)) and any(f"only:{other}" in traits for other in SEXES - sex):
        return False
    if "youth" in wants.who and wants.age is None:
        return (place.minimum_age or 0) < ADULT and "only:seniors" not in traits
    if wants.age is None:
        return True
    return (place.minimum_age or 0) <= wants.age <= (place.maximum_age or OLDEST)


def _sex(question: Question) -> frozenset[str]:
    """The sex that is asked for; nothing where both are: "a place for my wife and me"."""
    said = SEXES.intersection(question.wants.who)
    return said if len(said) == 1 else frozenset()


def _belongs(audience: str, question: Question) -> bool:
    """``lgbtq_youth`` is for those who say they are LGBTQ+, unless they say they are older."""
    wants = question.wants
    group, _, young = audience.partition("_")
    return group in wants.who and not (young and wants.age is not None and wants.age > OLDEST_YOUTH)


def lengthenings(place: Place, question: Question) -> dict[str, float]:
    """What makes ``place`` seem farther (or, below zero, nearer) than it is, in miles, by name."""
    wants, traits = question.wants, place.traits
    state = _openness(place, question)
    # English is understood nearly everywhere; every other language only where it is said to be.
    speaks = question.language in place.languages or (question.language == "en" and not place.languages)
    found = {
        "later_today": LATER_TODAY * (state is Openness.LATER),
        "hours_unknown": HOURS_UNKNOWN * (state is Openness.UNKNOWN),
        "closed_today": CLOSED_TODAY * (state is Openness.CLOSED),
        "no_door": NO_DOOR * (not place.address and not wants.reachable),
        "not_verified": NOT_VERIFIED * _is_stale(place, question.now),
        "for_some_only": FOR_SOME_ONLY * any(group not in wants.who for group in _only(traits)),
        "meant_for_them": MEANT_FOR_THEM * bool(place.audience or any(group in traits for group in wants.who)),
        "speaks_as_asked": SPEAKS_AS_ASKED * (wants.spanish and "es" in place.languages),
        "other_language": OTHER_LANGUAGE * (not speaks),
        "without_a_call": WITHOUT_A_CALL * (wants.by_text and _without_a_call(place)),
    }
    return {name: miles for name, miles in found.items() if miles}


def _without_a_call(place: Place) -> bool:
    return ONLINE in place.traits or _TEXT.search(f"{place.phone} {place.phone_es}") is not None


def _only(traits: tuple[str, ...]) -> list[str]:
    return [each.removeprefix("only:") for each in traits if each.startswith("only:")]


def _openness(place: Place, question: Question) -> Openness:
    local = local_time(place, question)
    state = openness(place.schedules, local)
    if state in (Openness.OPEN, Openness.LATER) and is_holiday(local.date()):
        # Its hours are those of a working day; only what never closes is surely open.
        return state if always_open(place.schedules, local.date()) else Openness.UNKNOWN
    return state


def _minutes_until_open(place: Place, question: Question) -> float:
    local = local_time(place, question)
    state = _openness(place, question)
    if state is Openness.OPEN:
        return 0.0
    opening = next_opening(place.schedules, local)
    if state is Openness.UNKNOWN or opening is None:
        return _NEVER
    ahead = (opening.day - local.date()) // timedelta(days=1)
    minute = local.hour * 60 + local.minute
    following = [span.opens for span in opening.spans if ahead or span.opens > minute]
    return float(ahead * DAY_MINUTES + min(following, default=minute) - minute)


def _is_stale(place: Place, now: datetime) -> bool:
    known: list[date] = [each for each in (place.verified_on, place.standing.judged_on) if each]
    return not known or (now.astimezone(UTC).date() - max(known)).days > STALE_DAYS
