"""Events that failed again and again: nobody may wait for what came of them.

=============================== ==================================================================
what                            when it is given up
=============================== ==================================================================
a timer of the desk             rings again a minute later: somebody waits for it
what nobody would repeat        is done a minute later (:data:`TRIED_AGAIN`)
a text of a coach               STOP and danger of their own are heard; they are told that it failed
a coach's other step            they are told, and do it again
a text of a person, a check     see ``bot.journey``: a human is called
an alert that did not arrive    nothing: the case's own timer asks the next
a question of the next day      nothing: it is not asked, and nobody waits
=============================== ==================================================================
"""

from __future__ import annotations

from dataclasses import replace

from bot.conversation import Coach, Event, Snapshot
from bot.desk.care import DANGER_WORDS, post_danger_words
from bot.desk.case import DeskRules
from bot.desk.coach_text import coach_not_obeyed
from bot.desk.outage import OUTAGE
from bot.desk.page import answer_on_page, from_page
from bot.desk.screening import speaks_of_own_danger
from bot.desk.speech import tell_coach
from bot.desk.unforeseen import RINGS
from bot.outcome import Outcome, Timer
from bot.safety.screen import screen

AGAIN = "again"  # a timer "again:release:17" is the event 17, a release, once more
AGAIN_SECONDS = 60.0
TRIED_AGAIN = ("release", "ask", DANGER_WORDS, "danger_seen", "mark_phone", "block", "unblock", "undelivered")


def try_again(snapshot: Snapshot, event: Event, outcome: Outcome) -> bool:
    """Set the timer for an event that is worth another try; whether it is."""
    name = event.name or ""
    if event.kind == "timer" and (name in RINGS or name.startswith(f"{AGAIN}:")):
        pass
    elif event.kind == OUTAGE:
        name = OUTAGE
    elif event.kind in TRIED_AGAIN:
        name = f"{AGAIN}:{event.kind}:{event.id}"
    else:
        return False
    outcome.timers.append(Timer(name, snapshot.now + AGAIN_SECONDS, event.payload))
    return True


def as_it_was(event: Event) -> Event:
    """The event that a timer of :func:`try_again` stands for; any other as it is."""
    if event.kind != "timer" or not (event.name or "").startswith(f"{AGAIN}:"):
        return event
    return replace(event, kind=str(event.name).split(":")[1], name=None)


def give_up_coach_text(snapshot: Snapshot, event: Event, coach: Coach, rules: DeskRules) -> Outcome:
    """A coach's text, STOP apart: as one that came late, for what it was meant to move may have moved."""
    in_danger = _may_be_own_danger(event.text.body if event.text else "")
    return coach_not_obeyed(snapshot, event, coach, rules, in_danger, "utter_coach_not_sent")


def give_up_step(event: Event, coach: Coach, outcome: Outcome) -> None:
    """Whoever made the step learns that nothing came of it."""
    if event.kind == "coach_said" and _may_be_own_danger(str(event.payload.get("body", ""))):
        post_danger_words(outcome, coach)
        tell_coach(outcome, coach, "utter_coach_own_danger")
    else:
        tell_coach(outcome, coach, "utter_coach_not_sent", code="")
    if from_page(event):
        answer_on_page(outcome, coach)


def _may_be_own_danger(body: str) -> bool:
    """Also when it is the screen that fails: then a human looks."""
    try:
        return speaks_of_own_danger(body, screen(body))
    # What fails is not known here; this is the last one to look.
    except Exception:  # noqa: BLE001
        return True
