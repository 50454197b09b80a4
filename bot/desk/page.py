"""A coach's click in the console: the same steps as by text, and the answer is shown on the page.

A step whose payload says ``via: web`` is decided like a text's. What the line would text back to
that coach's phone goes into the journal instead, and the page reads it there.
"""

from __future__ import annotations

from bot.conversation import Coach, Event
from bot.outcome import Outcome

ANSWER = "told_on_page"  # the journal's kind: {"coach": id, "says": [[response name, values], …]}


def from_page(event: Event) -> bool:
    """Whether this step is a click in the console."""
    return event.payload.get("via") == "web"


def answer_on_page(outcome: Outcome, coach: Coach) -> None:
    """What would be texted to ``coach`` is noted for the page; the person's own texts stand there anyway."""
    own = [speech for speech in outcome.speeches if speech.to == coach.conversation_id]
    outcome.speeches[:] = [speech for speech in outcome.speeches if speech.to != coach.conversation_id]
    says = [[say.name, dict(say.values)] for speech in own for say in speech.says]
    outcome.note(ANSWER, coach=coach.id, says=says)
