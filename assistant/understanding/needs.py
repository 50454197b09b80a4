"""Which needs a text asks for: any number of them, none of them an exception.

Four opinions are weighed for each need: the whole text's, that of the clause which
speaks for it most ("also a ride to court"), and the share that the label head gives
the need among all requests. The first two answer each need by itself, so two needs
can both be certain; the third makes needs compete and keeps invented ones out. The
fourth is what the encoder was taught to answer itself, looking at the words that
concern a need.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from assistant.understanding.labels import NEEDS

CLAUSE_WEIGHT = 0.6
SHARE_WEIGHT = 0.15
# The encoder's own answers, which look at single words, see needs that a mean drowns, and invent more.
ANSWER_WEIGHT = 0.3
# What a clause that sets something aside ("not food") still counts for.
SET_ASIDE = 0.3
# In a request the likeliest need counts unless it is a mere guess.
A_GUESS = 0.12
# Beside any other act a need must be plain to count: the head learned from requests.
PLAIN_NEED = 0.6
# Acts beside which needs are kept (contract, section 4: a relapse keeps its need).
MAY_ASK = frozenset({"relapse", "coach", "complaint", "crisis", "more"})
# A bar moves this far from the usual one at most: a need has few texts to choose by.
USUAL_BAR = 0.45
_STEPS = np.arange(-0.04, 0.041, 0.02)
# An invented need costs a person a useless list, a missed one another text: false ones
# weigh twice as much (beta² of the F-measure).
_BETA_SQUARED = 0.5
# Moving away from the usual bar must gain something.
_MOVING_COSTS = 0.2


@dataclass(frozen=True)
class Opinions:
    """What speaks for each need; arrays of shape (needs,), ``clauses`` (clauses, needs).

    ``aside`` marks clauses that refuse what they name. ``answers``: the encoder's own, (needs,) or empty.
    """

    whole: np.ndarray
    clauses: np.ndarray
    aside: Sequence[bool]
    shares: np.ndarray
    answers: np.ndarray = field(default_factory=lambda: np.zeros(0, np.float32))


def weigh(opinions: Opinions) -> np.ndarray:
    """Return one probability per need."""
    best = opinions.whole
    if len(opinions.clauses):
        faith = np.where(opinions.aside, SET_ASIDE, 1.0)
        best = (opinions.clauses * faith[:, None]).max(0)
    own = (1 - CLAUSE_WEIGHT) * opinions.whole + CLAUSE_WEIGHT * best
    heads = (1 - SHARE_WEIGHT) * own + SHARE_WEIGHT * opinions.shares
    if not len(opinions.answers):
        return heads
    return (1 - ANSWER_WEIGHT) * heads + ANSWER_WEIGHT * opinions.answers


def choose_bars(asked: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Return the bar from which each need counts, shape (needs,).

    ``asked``: probabilities for texts that were held out from training, ``wanted``:
    what they truly ask for; both of shape (texts, needs).
    """
    bars = np.full(len(NEEDS), USUAL_BAR, np.float32)
    for need in range(len(NEEDS)):
        gains = [_quality(asked[:, need] >= USUAL_BAR + step, wanted[:, need], step) for step in _STEPS]
        bars[need] += _STEPS[int(np.argmax(gains))]
    return bars


def _quality(found: np.ndarray, wanted: np.ndarray, step: float) -> float:
    right = int((found & wanted).sum())
    weighed = _BETA_SQUARED * int(wanted.sum()) + int(found.sum())
    return (1 + _BETA_SQUARED) * right / max(weighed, 1e-9) - _MOVING_COSTS * abs(step)


def needs_of(act: str, asked: np.ndarray, bars: np.ndarray) -> tuple[tuple[str, float], ...]:
    """Return the needs that count beside ``act`` with their probability, likeliest first."""
    if act != "seek":
        bars = np.full(len(NEEDS), PLAIN_NEED if act in MAY_ASK else np.inf)
    counts = asked >= bars
    likeliest = int((asked - bars).argmax())
    if act == "seek" and asked[likeliest] >= A_GUESS:
        counts[likeliest] = True
    found = [(NEEDS[place], float(asked[place])) for place in np.flatnonzero(counts)]
    return tuple(sorted(found, key=lambda item: -item[1]))
