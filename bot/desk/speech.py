"""Short ways to speak to the two sides of a case."""

from __future__ import annotations

from typing import Any

from bot.conversation import Coach, Snapshot
from bot.message import Say
from bot.outcome import Outcome, Speech


def tell_person(snapshot: Snapshot, outcome: Outcome, name: str, prompted: bool = False, **values: Any) -> None:
    """A system text to the person. A phone that is not safe gets only answers (``prompted``)."""
    person = outcome.person
    if person.opted_out or (person.unsafe and not prompted):
        outcome.note("not_told", response=name)
        return
    outcome.speeches.append(Speech(snapshot.conversation_id, "system", (Say(name, values),), language=person.language))


def tell_coach(outcome: Outcome, to: Coach, name: str, alert: bool = False, **values: Any) -> None:
    """A system text to a coach's phone."""
    language = to.languages[0] if to.languages else "en"
    outcome.speeches.append(Speech(to.conversation_id, "system", (Say(name, values),), language=language, alert=alert))


def relay_to_coach(outcome: Outcome, coach: Coach, body: str) -> None:
    """The person's own words to the coach who holds the case, from the hotline's number."""
    outcome.speeches.append(Speech(coach.conversation_id, "recoveree", body=body, coach_id=coach.id))
