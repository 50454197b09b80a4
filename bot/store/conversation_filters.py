"""What staff look for in the list of conversations, and how that becomes conditions. Nothing is opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, exists, func, or_, select

from bot.conversation import HELD_STATES, WAITING_STATES, Urgency
from bot.message import ACTS, NEEDS, Risk
from bot.privacy import Vault
from bot.store.reviews import MARKS
from bot.store.tables import NOT_DELIVERED, THEY_WROTE_LAST, conversation, conversation_tag, handoff, message

ENDINGS = ("resources", "talked", "follow_up", "crisis_handled", "no_answer", "done")  # of cases, as coaches say
UNHAPPY = "unhappy"
UNHAPPY_ACT = "complaint"
UNHAPPY_HELPED = 2  # of 5, the day after
# The values a filter may have, in the order in which staff see them.
CHOICES: Mapping[str, tuple[str, ...]] = {
    "need": tuple(NEEDS),
    "state": ("assistant", "waiting", "coach", "opted_out"),
    "risk": (Risk.CRISIS, Risk.CHECK, Risk.CONCERN, Risk.NONE),
    "act": tuple(ACTS),
    "language": ("en", "es"),
    "ended": (UNHAPPY, *ENDINGS),
    "seen": ("unread", "not_reviewed", "reviewed"),
    "mark": MARKS,
    "answer": ("none", "undelivered"),  # the person has the last word; a text to them was not delivered
}


@dataclass(frozen=True)
class Wanted:
    """What to list. Empty values filter nothing; the others are of :data:`CHOICES`.

    ``coach`` held a case of the conversation. ``since`` and ``until``: the person's last text was
    written in this time (epoch seconds, ``until`` not included). ``words`` must all begin a word of
    one text. ``after`` is the keyset of the last row before (epoch seconds, conversation id).
    """

    need: str = ""
    state: str = ""
    risk: str = ""
    act: str = ""
    language: str = ""
    ended: str = ""
    seen: str = ""
    mark: str = ""
    answer: str = ""
    coach: int | None = None
    since: float | None = None
    until: float | None = None
    words: tuple[str, ...] = ()
    after: tuple[float, int] | None = None


def conditions(vault: Vault, wanted: Wanted) -> list[ColumnElement[bool]]:
    """The conditions on a conversation that is joined with its open case."""
    row, found = conversation.c, list[ColumnElement[bool]]()
    if wanted.after is not None:
        at, last = wanted.after
        found.append(or_(row.last_text_at < at, and_(row.last_text_at == at, row.id < last)))
    if wanted.since is not None:
        found.append(row.last_text_at >= wanted.since)
    if wanted.until is not None:
        found.append(row.last_text_at < wanted.until)
    if wanted.risk:
        found.append(_in_risk(Risk(wanted.risk)))
    for kind in ("need", "act", "language", "mark"):
        value = getattr(wanted, kind)
        if value:
            found.append(_tagged(vault, f"{kind}:{value}"))
    return [
        *found,
        *_in_state(wanted.state),
        *_with_case(vault, wanted),
        *_seen(wanted.seen),
        *_answered(wanted.answer),
    ]


def _tagged(vault: Vault, tag: str) -> ColumnElement[bool]:
    tags = conversation_tag.c
    return exists().where(tags.conversation_id == conversation.c.id, tags.tag_index.in_(vault.indexes(tag)))


def _in_state(state: str) -> list[ColumnElement[bool]]:
    if state == "opted_out":
        return [conversation.c.opted_out_at.is_not(None)]
    if state == "assistant":
        return [conversation.c.opted_out_at.is_(None), handoff.c.id.is_(None)]
    if state:
        return [handoff.c.state.in_(WAITING_STATES if state == "waiting" else HELD_STATES)]
    return []


def _with_case(vault: Vault, wanted: Wanted) -> list[ColumnElement[bool]]:
    """Conditions on any case the person ever had, not only the open one."""
    any_case, found = handoff.alias("any_case"), list[ColumnElement[bool]]()
    own = any_case.c.conversation_id == conversation.c.id
    if wanted.coach is not None:
        found.append(exists().where(own, any_case.c.holder_id == wanted.coach))
    if wanted.ended == UNHAPPY:
        sad = exists().where(own, any_case.c.helped <= UNHAPPY_HELPED)
        found.append(or_(sad, _tagged(vault, f"act:{UNHAPPY_ACT}")))
    elif wanted.ended:
        found.append(exists().where(own, any_case.c.outcome == wanted.ended))
    return found


def _seen(seen: str) -> list[ColumnElement[bool]]:
    row = conversation.c
    if seen == "reviewed":
        return [row.reviewed_at >= row.last_text_at]
    if seen:
        mark = row.read_at if seen == "unread" else row.reviewed_at
        return [or_(mark.is_(None), mark < row.last_text_at)]
    return []


def _answered(answer: str) -> list[ColumnElement[bool]]:
    row = conversation.c
    if answer == "none":
        return [row.opted_out_at.is_(None), THEY_WROTE_LAST]
    if answer == "undelivered":
        return [row.id.in_(select(message.c.conversation_id).where(NOT_DELIVERED))]
    return []


def _in_risk(risk: Risk) -> ColumnElement[bool]:
    """The row keeps the last text's risk; an urgent case is a crisis until it is closed."""
    urgent = func.coalesce(handoff.c.urgency, "") == Urgency.CRISIS  # no case: NULL, which is neither true nor false
    if risk is Risk.CRISIS:
        return or_(conversation.c.risk == risk, urgent)
    return and_(conversation.c.risk == risk, ~urgent)
