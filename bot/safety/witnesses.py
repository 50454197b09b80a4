"""How rules, the danger model and the assistant's reader add up to one opinion about a text."""

from __future__ import annotations

from dataclasses import replace

from bot.message import Danger, Risk
from bot.safety.rules import RULES
from bot.safety.screen import strongest

# What a model says that sees no danger and yet would confirm what a loose rule sees: a crisis, or only a question.
UNEASE = ("model, uneasy",)
DOUBT = ("model, a trace of doubt",)

_PLAIN = frozenset(rule.name for rule in RULES if rule.plain)


def with_model(seen: Danger, read: Danger) -> Danger:
    """What rules (``seen``) and the trained model (``read``) make of a text together.

    They add up; neither lowers the other (docs/decisions/0012). Plain words are a crisis by themselves, and so
    is what the model calls one. Words that often mean no danger ("this rent is killing me") need a second
    witness: for a crisis a model that is uneasy at least; for a question a model with a trace of doubt, or another
    rule. One alone, where the model is sure of something else, is a concern. Where asking would cost time
    (overdose, medical) the answer is the same as to a crisis.
    """
    if not _PLAIN.isdisjoint(seen.reasons):
        return strongest((seen, read))
    if not read.reasons and len(seen.reasons) == 1:
        return _at_most(Risk.CONCERN, seen)
    if read.reasons in ((), DOUBT):
        return _at_most(Risk.CHECK, seen)
    return strongest((seen, read))


def _at_most(risk: Risk, seen: Danger) -> Danger:
    if seen.risk.rank <= risk.rank:
        return seen
    return replace(seen, risk=risk, kind=seen.kind if risk is Risk.CHECK else None)


def with_second_opinion(seen: Danger, read: Danger) -> Danger:
    """What rules and model saw, raised by what the assistant's reader made of the same text.

    Alone the reader calls crisis what is none too often to be answered at once (measured: docs/danger.md),
    but what both think dangerous mostly is. So its crisis makes a crisis of what is asked about, and
    is asked about where nobody else saw anything; its lesser worries only show on the lists of staff.
    """
    if read.risk is Risk.NONE:
        return seen
    if read.risk is not Risk.CRISIS:
        return strongest((seen, Danger(Risk.CONCERN, None, read.about, read.reasons)))
    risk = Risk.CRISIS if seen.risk.rank >= Risk.CHECK.rank else Risk.CHECK
    return strongest((seen, replace(read, risk=risk)))
