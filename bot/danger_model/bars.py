"""Choosing the bars of the tiers on held-out texts: see as much as false alarms allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.danger_model.examples import Example
from bot.danger_model.model import Bars
from bot.danger_model.rows import Floats
from bot.message import Danger, Risk

# A concern changes no answer, it only shows on lists: as likely as not is enough.
_CONCERN = 0.5
# Confirms the crisis that a rule sees which sometimes misfires. Chosen with sums over strangers' texts at hand.
_UNEASE = 0.15
# Confirms the question of such a rule. The same, but lower where a held-out text of danger that rules raise had less.
_DOUBT = 0.02
_HIGHEST = 0.995


@dataclass(frozen=True)
class Allowed:
    """Shares of near misses and of ordinary texts that the model alone may call so grave.

    Our held-out ones were written to be hard ("its the pills, wife said call somebody"), so they may have
    more than the goals of ``figures.GOALS``: where 8.8 % of them are asked about, it is 1.1 % of the requests of
    authors who had not seen these texts. On their texts 98 % of what is or may be danger is seen so.
    """

    near_miss: float
    ordinary: float


CRISIS = Allowed(near_miss=0.02, ordinary=0.008)
CHECK = Allowed(near_miss=0.18, ordinary=0.088)


def choose_bars(examples: Sequence[Example], risk: Floats, rules: Sequence[Danger]) -> Bars:
    """The lowest bars at which false alarms stay allowed.

    ``risk``: held-out probabilities, shape (texts, tiers), of texts in the order of ``examples``; ``rules``: what
    the rules see in each.
    """
    near = np.array([each.near_miss for each in examples])
    ordinary = np.array([each.ordinary and each.risk is Risk.NONE for each in examples])

    def lowest(column: int, allowed: Allowed) -> float:
        near_bar = float(np.quantile(risk[near, column], 1 - allowed.near_miss))
        ordinary_bar = float(np.quantile(risk[ordinary, column], 1 - allowed.ordinary))
        return min(_HIGHEST, max(near_bar, ordinary_bar))

    check = lowest(1, CHECK)
    unease = min(_UNEASE, check)
    doubt = min(_DOUBT, unease, _least_of_raised(examples, risk, rules))
    return Bars(crisis=lowest(0, CRISIS), check=check, concern=_CONCERN, unease=unease, doubt=doubt)


def _least_of_raised(examples: Sequence[Example], risk: Floats, rules: Sequence[Danger]) -> float:
    """The least probability that a text of danger has which rules raise: no rule's question may be lost here."""
    grave = Risk.CHECK.rank
    pairs = zip(examples, rules, strict=True)
    raised = [example.risk.rank >= grave and seen.risk.rank >= grave for example, seen in pairs]
    return float(risk[np.array(raised, bool), 1].min(initial=1.0))
