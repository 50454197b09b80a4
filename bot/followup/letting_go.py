"""What we asked about yesterday is answered by the next text, or by nothing.

Whatever that text brings asks or shows something of its own: a later YES, or a number, is for that.
"""

from __future__ import annotations

from bot.followup.survey import QUESTION_LASTS_SECONDS
from bot.message import Risk
from bot.turn import Turn

OFFERS = ("survey_offered_at", "places_offered_at")
QUESTIONS = ("survey_asked_at", "places_asked_at")
SMALL_WORDS = ("greet", "thanks", "goodbye")  # many begin with them, and answer then


def let_go(turn: Turn) -> None:
    """At the end of a turn: drop the questions that stood before this text and were not answered by it."""
    small = turn.meaning is not None and turn.meaning.act in SMALL_WORDS and turn.danger.risk is Risk.NONE
    for field in (*OFFERS, *QUESTIONS):
        asked = getattr(turn.snapshot.person, field)
        if asked is None or getattr(turn.person, field) != asked or not turn.came_after(asked):
            continue
        if field in QUESTIONS and small and turn.now - asked <= QUESTION_LASTS_SECONDS:
            continue
        turn.change_person(**{field: None})
        if field == "survey_asked_at":
            turn.change_person(survey_case=None)
