"""Topics of texts, in the order of a conversation, and names of responses that a person can read."""

from __future__ import annotations

from collections.abc import Mapping

from bot.console.visit import Visit
from bot.wording.canned import FILES, REPLIES, SCRIPT

READY = frozenset(FILES)  # what coaches are offered, and send themselves
# Files of data/responses/, and the ready words; one that is not named here comes last under its own name.
TOPICS: Mapping[str, str] = {
    "welcome": "First welcome",
    "keywords": "STOP, HELP and other words",
    "about_us": "About the line, privacy",
    "needs": "Asking what is needed",
    "places": "One place",
    "small_talk": "Hello and thanks",
    "relapse": "Used, or cravings",
    "check": "Asking about danger",
    "crisis": "Danger now",
    "handoff": "Asking for a person",
    "desk_person": "While a coach is there",
    REPLIES: "Coaches' ready replies",
    SCRIPT: "Coaches' crisis script",
    "followup": "The day after",
    "other_topics": "What we cannot do",
    "trouble": "When something fails",
    "words": "Words that fill gaps",
    "desk_coach": "To coaches: commands",
    "desk_questions": "To coaches: questions",
    "desk_care": "To coaches: care",
}


def topic_title(topic: str) -> str:
    return TOPICS.get(topic, topic.replace("_", " ").capitalize())


def title_of(visit: Visit, response: str) -> str:
    """The name of a text for a person; ready words have one at the desk."""
    return visit.console.canned.titles().get(response) or response_title(response)


def response_title(response: str) -> str:
    """``utter_coach_alert`` is "Coach alert"."""
    return response.removeprefix("utter_").replace("_", " ").capitalize()


def in_order(topics: set[str]) -> list[str]:
    """``topics`` as staff meet them."""
    order = list(TOPICS)
    return sorted(topics, key=lambda topic: (order.index(topic) if topic in order else len(order), topic))
