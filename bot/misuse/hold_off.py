"""Texts that are kept and shown to staff, and not answered. Asked only after danger was looked at and answered.

Nothing here can hide a crisis: danger comes before this step, an urgent case switches it off, and
every text it holds off is stored and stands in the conversation with the reason.
"""

from __future__ import annotations

from dataclasses import replace

from bot.consent.keywords import Keyword
from bot.consent.wishes import NO, YES, lone_keyword
from bot.conversation import Case, Urgency
from bot.desk.speech import tell_coach
from bot.misuse.block import BlockWhy
from bot.misuse.flood import FloodRules, count, is_over
from bot.turn import Turn

# A blocked number may still ask who we are, end the texts, and have its words deleted.
STILL_OBEYED = (Keyword.HELP, Keyword.PRIVACY, Keyword.DELETE, Keyword.STOP)


def count_text(turn: Turn, rules: FloodRules) -> None:
    """Count this text; asked for every text of a person, also for those in danger."""
    turn.change_person(flood=count(turn.person.flood, turn.event.created_at, rules))


def hold_off(turn: Turn, rules: FloodRules) -> bool:
    """Whether this text gets no answer: too many, blocked, or from abroad. Then what is to be said was said."""
    case = turn.snapshot.case
    if case is not None and case.urgency is Urgency.CRISIS:
        return False
    over = is_over(turn.person.flood, rules)
    if turn.person.block is not None and (case is None or not case.held):
        return _blocked(turn, over)
    if turn.event.payload.get("abroad") and (case is None or not case.held):
        turn.outcome.note("from_abroad")
        return True
    if not over:
        return False
    turn.outcome.note("over_limit")
    if case is not None and case.held:
        _spare_the_holder(turn, case)
    elif not turn.person.flood.told:
        turn.say("utter_over_limit")
        turn.change_person(flood=replace(turn.person.flood, told=True))
    return True


def _blocked(turn: Turn, over: bool) -> bool:
    if not over and _still_obeyed(turn):
        return False
    turn.outcome.note("blocked_text")
    block = turn.person.block
    if block is not None and block.why != BlockWhy.SPAM and not turn.person.block_told:
        turn.welcome = False
        turn.say("utter_blocked")  # once, so that nobody waits for an answer; a spammer learns nothing
        turn.change_person(block_told=True)
    return True


def _still_obeyed(turn: Turn) -> bool:
    word = lone_keyword(turn)
    if word is Keyword.HELP:
        return turn.person.help_asked_at is None  # a second HELP would offer a coach
    answers = YES.fullmatch(turn.body) or NO.fullmatch(turn.body)
    return word in STILL_OBEYED or (turn.person.delete_asked_at is not None and answers is not None)


def _spare_the_holder(turn: Turn, case: Case) -> None:
    """A coach's phone must not ring for every text of a flood: once they hear of it, the rest is in the console."""
    holder = turn.snapshot.holder
    if holder is not None and not turn.person.flood.holder_told:
        tell_coach(turn.outcome, holder, "utter_coach_flood", code=case.code)
        turn.change_person(flood=replace(turn.person.flood, holder_told=True))
