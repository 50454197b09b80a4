"""One place in full, for whoever texts its number: everything that helps to get there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from bot.directory.hours_words import week_words
from bot.directory.place import Place
from bot.directory.question import Question
from bot.directory.ranking import local_time
from bot.directory.records import Service
from bot.directory.search import listed

LONGEST = 160


def card_of(place: Place, service: Service, question: Question) -> Mapping[str, Any]:
    """The values of ``utter_place_card``: a :class:`bot.directory.found.Listed` as a mapping, and
    ``week``, ``eligibility``, ``cost``, ``how`` (to apply), ``website``, ``verified_on`` (ISO day or empty).
    """
    need = place.needs[0] if len(place.needs) == 1 else ""
    return {
        **asdict(listed(place, question, need)),
        "week": week_words(place.schedules, local_time(place, question).date(), question.language),
        "eligibility": service.eligibility_description[:LONGEST],
        "cost": service.fees_description[:LONGEST],
        "how": service.application_process[:LONGEST],
        "website": service.url,
        "verified_on": place.verified_on.isoformat() if place.verified_on else "",
    }
