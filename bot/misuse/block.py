"""Staff or the coach who holds the case block a number; staff take it back. Danger from it still reaches the desk."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from bot.conversation import Block, CaseState, Coach, Event, Snapshot, Urgency
from bot.desk.care import backup
from bot.desk.speech import tell_coach
from bot.desk.timers import ALERT_TIMER, WHILE_HELD
from bot.followup.places import PLACES_TIMER
from bot.followup.survey import SURVEY_TIMER
from bot.outcome import Outcome


class BlockWhy(StrEnum):
    """Why a number is blocked."""

    SPAM = "spam"
    WRONG_NUMBER = "wrong_number"
    HARASSMENT = "harassment"


def staff_blocks(snapshot: Snapshot, outcome: Outcome, event: Event) -> None:
    """``why`` and ``by`` in the payload. An urgent case stays open: whoever is in danger is still helped."""
    case = snapshot.case
    _block(snapshot, outcome, _why(event), str(event.payload.get("by", "")))
    if case is not None and case.urgency is not Urgency.CRISIS:
        if snapshot.holder is not None:
            tell_coach(outcome, snapshot.holder, "utter_coach_blocked_by_staff", code=case.code)
        _end_case(snapshot, outcome)


def staff_unblocks(snapshot: Snapshot, outcome: Outcome, event: Event) -> None:
    """The number is answered again. What it texted meanwhile stays unanswered."""
    if snapshot.person.block is not None:
        outcome.person = replace(outcome.person, block=None, block_told=False)
        outcome.note("unblocked", by=event.payload.get("by"))


def coach_blocks(snapshot: Snapshot, outcome: Outcome, coach: Coach, event: Event) -> None:
    """The holder ends a case because of harassment, spam or a wrong number; supervisors learn of it at once."""
    case = snapshot.case
    if case is None or case.holder_id != coach.id:
        tell_coach(outcome, coach, "utter_coach_not_holding")
        return
    if case.urgency is Urgency.CRISIS:
        tell_coach(outcome, coach, "utter_coach_block_urgent", code=case.code)
        return
    _block(snapshot, outcome, _why(event), f"coach:{coach.id}", coach.id)
    _end_case(snapshot, outcome)
    tell_coach(outcome, coach, "utter_coach_blocked", code=case.code)
    for other in backup(snapshot, coach.id):
        tell_coach(outcome, other, "utter_coach_blocked_lead", code=case.code, coach=coach.name)


def _why(event: Event) -> BlockWhy:
    return BlockWhy(str(event.payload.get("why", BlockWhy.SPAM)))


def _block(snapshot: Snapshot, outcome: Outcome, why: BlockWhy, by: str, coach_id: int | None = None) -> None:
    outcome.person = replace(outcome.person, block=Block(why, by, snapshot.now), block_told=False)
    outcome.cancelled_timers.extend((SURVEY_TIMER, PLACES_TIMER))
    outcome.note("blocked", why=why, by=by, coach=coach_id)


def _end_case(snapshot: Snapshot, outcome: Outcome) -> None:
    """Without a goodbye: nothing is texted to a number that is blocked."""
    case = snapshot.case
    if case is None:
        return
    outcome.case = replace(
        case,
        state=CaseState.ABANDONED,
        closed_at=snapshot.now,
        outcome="blocked",
        offered_to=None,
        held_back=None,
        waits_since=None,
    )
    outcome.cancelled_timers.extend((ALERT_TIMER, *WHILE_HELD))
    outcome.note("case_abandoned", reason="blocked")
