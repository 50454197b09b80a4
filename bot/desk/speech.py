"""Short ways to speak to the two sides of a case."""

from __future__ import annotations

from typing import Any

from bot.conversation import Coach, Snapshot
from bot.message import Say
from bot.outcome import Outcome, Speech


def tell_person(snapshot: Snapshot, outcome: Outcome, *names: str, prompted: bool = False, **values: Any) -> bool:
    """A system text to the person; false if it cannot be. A phone that is not safe gets only answers (``prompted``)."""
    person = outcome.person
    if person.opted_out or (person.unsafe and not prompted):
        outcome.note("not_told", response=names[0])
        return False
    says = tuple(Say(name, values) for name in names)
    outcome.speeches.append(Speech(snapshot.conversation_id, "system", says, language=person.language))
    return True


def tell_coach(outcome: Outcome, to: Coach, *names: str, alert: bool = False, **values: Any) -> None:
    """A system text to a coach's phone: the responses ``names`` as one text."""
    language = to.languages[0] if to.languages else "en"
    says = tuple(Say(name, values) for name in names)
    outcome.speeches.append(Speech(to.conversation_id, "system", says, language=language, alert=alert))


def relay_to_coach(outcome: Outcome, coach: Coach, body: str) -> None:
    """The person's own words to the coach who holds the case, from the hotline's number."""
    outcome.speeches.append(Speech(coach.conversation_id, "recoveree", body=body, coach_id=coach.id))
