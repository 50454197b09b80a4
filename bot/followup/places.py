"""Did the places work out? Asked once, the day after a list, and only of people who said yes to being asked.

What they answer counts at once: a place with a dead phone sinks and reaches staff. The question names
no need and no place, because somebody else may read it; a phone marked not safe never gets it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import tzinfo
from typing import Any

from bot.conversation import Snapshot
from bot.followup.survey import (
    IN_TALK_SECONDS,
    NO,
    OFFER_LASTS_SECONDS,
    QUESTION_LASTS_SECONDS,
    YES,
    may_offer,
    next_day,
)
from bot.message import Say
from bot.outcome import Outcome, PlaceReport, Speech, Timer
from bot.turn import Turn

PLACES_TIMER = "places"
NUMBER = re.compile(r"\s*#?([1-9])\W*")
LAST_WORDS = ("thanks", "goodbye")


def offer_question(turn: Turn) -> None:
    """At a thank-you or a goodbye after a list: may I ask tomorrow?"""
    person, meaning = turn.person, turn.meaning
    listed = _listed(turn.outcome.memory)
    if meaning is None or meaning.act not in LAST_WORDS or not listed or not turn.says or not may_offer(person):
        return
    pending = person.survey_offered_at or person.survey_asked_at or person.places_asked_at
    if pending or turn.snapshot.case is not None or turn.outcome.case is not None or listed == person.places_listed:
        return
    turn.change_person(places_offered_at=turn.now, places_listed=listed)
    turn.say("utter_places_offer")


def answer_places(turn: Turn, zone: tzinfo) -> bool:
    """Yes or no to being asked, or what they found. True when the text is dealt with."""
    person, body, now = turn.person, turn.body, turn.now
    offered = person.places_offered_at
    if turn.snapshot.case is not None:
        return False
    may_answer = offered is not None and turn.came_after(offered) and now - offered < OFFER_LASTS_SECONDS
    if may_answer and (YES.fullmatch(body) or NO.fullmatch(body)):
        agreed = YES.fullmatch(body) is not None and may_offer(person)
        if agreed:
            turn.outcome.timers.append(Timer(PLACES_TIMER, next_day(now, zone)))
        turn.change_person(places_offered_at=None)
        turn.outcome.note("places_agreed" if agreed else "places_declined")
        turn.say("utter_places_agreed" if agreed else "utter_places_declined")
        return True
    asked = person.places_asked_at
    return asked is not None and turn.came_after(asked) and now - asked <= QUESTION_LASTS_SECONDS and _found(turn)


def _found(turn: Turn) -> bool:
    """What they found: all well, or the number of a place that was not there."""
    listed, wants, body = turn.person.places_listed, turn.hints.wants, turn.body
    bare = NUMBER.fullmatch(body)
    number = wants.number or (int(bare[1]) if bare else None) or (1 if wants.report and len(listed) == 1 else None)
    if number is not None and number <= len(listed):
        turn.outcome.reports.append(PlaceReport(listed[number - 1], wants.report or "dead"))
        turn.say("utter_places_noted")
        worked = wants.report == "works"
    elif YES.fullmatch(body):
        turn.outcome.reports += [PlaceReport(place, "works") for place in listed[:1] if len(listed) == 1]
        turn.say("utter_places_good")
        worked = True
    elif NO.fullmatch(body):
        turn.say("utter_places_bad")
        worked = False
    else:
        return False
    turn.outcome.note("places_answered", worked=worked)
    turn.change_person(places_asked_at=None, places_listed=())
    return True


def ask_places(snapshot: Snapshot, outcome: Outcome) -> None:
    """The day after: ask, if it still may be asked. It is not tried again."""
    person = outcome.person
    last = person.last_text_at
    in_talk = last is not None and snapshot.now - last < IN_TALK_SECONDS
    if (
        not may_offer(person)
        or snapshot.case is not None
        or in_talk
        or person.survey_asked_at
        or not person.places_listed
        or _listed(snapshot.memory) not in ((), person.places_listed)  # "1" would be of the newer list
    ):
        outcome.note("places_not_asked")
        return
    outcome.person = replace(person, places_asked_at=snapshot.now)
    outcome.note("places_asked")
    says = (Say("utter_places_ask"),)
    outcome.speeches.append(Speech(snapshot.conversation_id, "assistant", says, language=person.language))


def _listed(memory: Mapping[str, Any] | None) -> tuple[str, ...]:
    return tuple(str(place) for place in ((memory or {}).get("slots") or {}).get("listed") or ())
