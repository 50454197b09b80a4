"""One alert for all whom a trouble of the line itself leaves waiting: a case for each, a digest for the coaches.

The digest is an actor with a mailbox of its own, so that two workers can never both send it. A case wakes
it; it waits a little, counts who waits, and alerts everybody on duty; again only while somebody still waits.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from bot.conversation import BoardCase, Case, CaseState, Snapshot, Urgency
from bot.desk.case import ASSISTANT_DOWN, DeskRules
from bot.desk.ladder import Rung, Team, next_rung
from bot.desk.speech import tell_coach
from bot.desk.timers import ALERT_TIMER
from bot.message import Say
from bot.outcome import Outcome, Post, Speech, Timer

OUTAGE = "outage"  # the event that wakes the digest, and its timer
GATHER_SECONDS = 30.0  # a first alert that says "1 waits" would need a second one to be true


@dataclass(frozen=True)
class Digest:
    """What the digest remembers: the rung it climbs next (``None`` while it sleeps), and when it alerted last."""

    rung: int | None = None
    last: float | None = None


def share_alert(snapshot: Snapshot, outcome: Outcome, rules: DeskRules) -> None:
    """A case that a trouble of ours has just opened gets no alert of its own; the digest is woken for it.

    Its timer is for the person alone, who learns how it stands when they have waited as long as the ladder is.
    """
    case = outcome.case
    if rules.outage_conversation is None or case is None or case.id or not rules.shares_alert(case):
        return
    outcome.timers[:] = [timer for timer in outcome.timers if timer.name != ALERT_TIMER]
    outcome.timers.append(Timer(ALERT_TIMER, snapshot.now + sum(rules.waits)))
    outcome.posts.append(Post(rules.outage_conversation, OUTAGE, {}, once=True))
    outcome.note("alert_shared")


def wake(snapshot: Snapshot, outcome: Outcome, rules: DeskRules) -> None:
    """Somebody waits. A digest that is awake looks anyhow; one that alerted a moment ago is not sent anew."""
    kept = _remembered(snapshot)
    if kept.rung is not None:
        return
    at = snapshot.now + GATHER_SECONDS
    if kept.last is not None:
        at = max(at, kept.last + rules.waits[0])
    _keep(outcome, replace(kept, rung=0))
    outcome.timers.append(Timer(OUTAGE, at))


def digest(snapshot: Snapshot, outcome: Outcome, rules: DeskRules) -> None:
    """The digest's timer rang: alert everybody on duty if somebody still waits, else sleep."""
    # A case that a coach had, or passed on, climbs the ladder by itself: it is not merely requested any more.
    waiting = [case for case in snapshot.board if rules.shares_alert(case)]
    kept = _remembered(snapshot)
    if not waiting:
        _keep(outcome, replace(kept, rung=None))
        return
    oldest = min(case.opened_at for case in waiting)
    # Nobody is the best match for many: it begins where the ladder asks everybody.
    number = max(kept.rung or 0, len(rules.waits) - 1)
    stands_for_all = Case(0, "", CaseState.ALERTING, Urgency.NORMAL, OUTAGE, oldest, rung=number)
    rung = next_rung(stands_for_all, Team(snapshot.coaches, snapshot.now, "en"), rules.waits)
    silent = rung.opens_at is not None  # nobody is on duty: who waits was told when somebody is
    if not silent:
        _alert(snapshot, outcome, rules, rung, waiting, oldest)
    _keep(outcome, Digest(rung.then, kept.last if silent else snapshot.now))
    outcome.timers.append(Timer(OUTAGE, snapshot.now + rung.wait))


def _alert(
    snapshot: Snapshot, outcome: Outcome, rules: DeskRules, rung: Rung, waiting: list[BoardCase], oldest: float
) -> None:
    values: dict[str, Any] = {"count": str(len(waiting)), "minutes": int((snapshot.now - oldest) // 60)}
    down = any(case.reason == ASSISTANT_DOWN for case in waiting)
    for coach in rung.coaches:
        tell_coach(outcome, coach, "utter_coach_outage" if down else "utter_coach_outage_late", **values)
        if rules.by_email and coach.email_conversation_id is not None:
            language = coach.languages[0] if coach.languages else "en"
            says = (Say("utter_coach_outage_email", values),)
            outcome.speeches.append(Speech(coach.email_conversation_id, "system", says, language=language))
    if rung.human_phone and rules.human_conversation is not None:
        says = (Say("utter_human_phone_outage", values),)
        outcome.speeches.append(Speech(rules.human_conversation, "system", says))
    if rung.voice and rules.voice_conversation is not None:
        says = (Say("utter_human_phone_outage_call", values),)
        outcome.speeches.append(Speech(rules.voice_conversation, "system", says))
    ids = [coach.id for coach in rung.coaches]
    outcome.note("alerted", coaches=ids, human_phone=rung.human_phone, people=len(waiting))


def _remembered(snapshot: Snapshot) -> Digest:
    return Digest(**snapshot.memory) if snapshot.memory else Digest()


def _keep(outcome: Outcome, kept: Digest) -> None:
    outcome.memory, outcome.memory_changed = {"rung": kept.rung, "last": kept.last}, True
