"""Did it help? Asked once, the day after, by daylight, and only of people who said yes to being asked.

A phone that others may read is never offered the question, and never asked it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo

from bot.conversation import Person, Snapshot
from bot.message import Say
from bot.outcome import CaseResult, Outcome, Speech, Timer
from bot.turn import Turn

SURVEY_TIMER = "survey"
OFFER_LASTS_SECONDS = 12 * 3600.0
QUESTION_LASTS_SECONDS = 48 * 3600.0
IN_TALK_SECONDS = 2 * 3600.0  # who is texting with us just now is not asked in the middle of it
EARLIEST, LATEST = 10, 18  # hours of the organisation's day
LITTLE = 2  # this and less is answered with the way to a person

# "ok" after a goodbye is no wish to be asked.
YES = re.compile(r"\s*(y|yes|yes please|sure|si|sí|s[ií] por favor|claro)\W*", re.IGNORECASE)
NO = re.compile(r"\s*(n|no|nope|no thanks|no gracias)\W*", re.IGNORECASE)
SCORE = re.compile(r"\s*#?([1-5])(?:\s*(?:/|of|de|out of)\s*5)?\W*")


def may_offer(person: Person) -> bool:
    """Whether "may I ask tomorrow?" may be said at all."""
    return not (person.unsafe or person.opted_out)


def answer_survey(turn: Turn, zone: tzinfo) -> bool:
    """Yes or no to being asked, or the number of the day after. True when the text is dealt with."""
    person, body, now = turn.person, turn.body, turn.now
    offered = person.survey_offered_at
    if turn.snapshot.case is not None:
        return False  # numbers and yes are for the human who is asked for
    may_answer = offered is not None and turn.came_after(offered) and now - offered < OFFER_LASTS_SECONDS
    if may_answer and (YES.fullmatch(body) or NO.fullmatch(body)):
        agreed = YES.fullmatch(body) is not None and may_offer(person)
        if agreed:
            turn.outcome.timers.append(Timer(SURVEY_TIMER, next_day(now, zone)))
        turn.change_person(survey_offered_at=None)
        turn.outcome.note("survey_agreed" if agreed else "survey_declined")
        turn.say("utter_survey_agreed" if agreed else "utter_survey_declined")
        return True
    return _score(turn)


def _score(turn: Turn) -> bool:
    asked, case = turn.person.survey_asked_at, turn.person.survey_case
    found = SCORE.fullmatch(turn.body)
    if asked is None or not turn.came_after(asked) or turn.now - asked > QUESTION_LASTS_SECONDS or found is None:
        return False
    score = int(found.group(1))
    if case is not None:
        turn.outcome.results.append(CaseResult(case, helped=score))
    turn.outcome.note("survey_answered", score=score)
    turn.change_person(survey_asked_at=None, survey_case=None)
    turn.say("utter_survey_thanks_low" if score <= LITTLE else "utter_survey_thanks")
    return True


def ask_survey(snapshot: Snapshot, outcome: Outcome) -> None:
    """The day after: ask, if it still may be asked. It is not tried again."""
    person = outcome.person
    last = person.last_text_at
    in_talk = last is not None and snapshot.now - last < IN_TALK_SECONDS
    if not may_offer(person) or snapshot.case is not None or in_talk:
        outcome.note("survey_skipped")
        return
    outcome.person = replace(person, survey_asked_at=snapshot.now)
    outcome.note("survey_asked")
    says = (Say("utter_survey_ask"),)
    outcome.speeches.append(Speech(snapshot.conversation_id, "assistant", says, language=person.language))


def next_day(now: float, zone: tzinfo) -> float:
    """Epoch seconds of the next day of the organisation, at about this hour but by daylight."""
    day = datetime.fromtimestamp(now, zone) + timedelta(days=1)
    hour = min(max(day.hour, EARLIEST), LATEST)
    minute = day.minute if hour == day.hour else 0
    return day.replace(hour=hour, minute=minute, second=0, microsecond=0).timestamp()
