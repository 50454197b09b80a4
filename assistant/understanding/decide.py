"""From shares of labels and of needs to what a text means: act, needs, danger, place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from assistant.understanding.danger import Danger, danger_of
from assistant.understanding.labels import ACTS, Label, parse_label
from assistant.understanding.needs import MAY_ASK, needs_of
from assistant.understanding.place import find_zip

# Below this no act is believed and the text counts as not understood.
ACT_THRESHOLD = 0.25
# A request must be a little likelier than "something else": a list of places that
# nobody asked for is worse than being asked what one needs. On 2,667 texts of others 0.15 instead of 0.05 heard
# three more that ask for nothing of ours and lost no request; 0.25 lost two.
REQUEST_MARGIN = 0.15
# A guess is no wish to opt out: "i want to quit" is half of one to a reader of words. 184 of 220 held-out wishes are
# this likely, and 11 of 5,689 other texts; before it ends anybody's texts the line asks for more (bot.consent.wishes).
LIKELY_OPT_OUT = 0.6
# "Something else" is a request all the same where one need is this plain and a request is this likely: who says
# "the food ran out, the kids have not eaten" asks. With 0.65 and 0.22, on 1,459 texts of others, it made seven acts
# right and none wrong, but left "i need food in santa fe new mexico" unheard.
PLAIN_REQUEST, LIKELY_REQUEST = 0.6, 0.1
# And so is a "no" that goes on to ask: "no wait, i need a place to sleep first".
OPEN_ACTS = frozenset({"other", "deny"})


@dataclass(frozen=True)
class Understood:
    """What a text means. ``needs``: (need, probability), the likeliest first."""

    act: str
    confidence: float
    detail: str | None
    needs: tuple[tuple[str, float], ...]
    zip: str | None
    risk: str
    risk_kind: str | None
    about: str
    acts: tuple[tuple[str, float], ...] = field(default=())


def decide(
    text: str,
    labels: Sequence[Label],
    shares: np.ndarray,
    acts: Sequence[tuple[str, float]],
    asked: np.ndarray,
    bars: np.ndarray,
) -> Understood:
    """Say what ``text`` means.

    ``shares``: one probability per label; ``acts``: their ``ranking``; ``asked`` and ``bars``: each need's
    probability, and from which on it counts.
    """
    act, confidence = acts[0]
    likeliest = _best_label(labels, shares, act) if acts[0][1] >= ACT_THRESHOLD else None
    danger = danger_of(labels, shares, likeliest)
    if act == "crisis" or danger.risk == "crisis":
        # The act is a crisis exactly when the risk is (contract, section 4).
        act, confidence = ("crisis", dict(acts)["crisis"]) if danger.risk == "crisis" else acts[1]
        likeliest = _best_label(labels, shares, act)
    elif likeliest is None:
        act = "other"
    elif act in OPEN_ACTS and danger.risk != "check" and _is_plain_request(dict(acts)["seek"], asked):
        act, confidence = "seek", dict(acts)["seek"]
        likeliest = _best_label(labels, shares, act)
    place = find_zip(text)
    if place and text.strip().strip(".!") == place:
        act, confidence, likeliest, danger = "location", 1.0, None, Danger()
    return Understood(
        act=act,
        confidence=float(confidence),
        detail=_detail(act, danger, likeliest),
        needs=needs_of(act, asked, bars),
        zip=place,
        risk=danger.risk,
        risk_kind=danger.kind,
        about=danger.about or ("self" if danger.risk == "none" else "unknown"),
        acts=tuple(acts[:5]),
    )


def _is_plain_request(likely: float, asked: np.ndarray) -> bool:
    return likely >= LIKELY_REQUEST and float(asked.max()) >= PLAIN_REQUEST


def may_ask(act: str) -> bool:
    """Whether needs are kept beside ``act``."""
    return act == "seek" or act in MAY_ASK


def _detail(act: str, danger: Danger, likeliest: Label | None) -> str | None:
    if act == "other" and danger.risk == "check":
        return "check"
    if likeliest is None or likeliest.act != act or likeliest.risk == "check":
        return None
    return likeliest.detail


def ranking(labels: Sequence[Label], shares: np.ndarray) -> list[tuple[str, float]]:
    """Return every act with its share, the likeliest first; a request that is hardly likelier than "other" after it."""
    totals = dict.fromkeys(ACTS, 0.0)
    for label, share in zip(labels, shares.tolist(), strict=True):
        totals[label.act] += share
    return _doubted(sorted(totals.items(), key=lambda item: -item[1]))


def _doubted(acts: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """Put "other" before a request that is hardly likelier, and a guessed wish to opt out last."""
    shares = dict(acts)
    if acts[0][0] == "opt_out" and shares["opt_out"] < LIKELY_OPT_OUT:
        return [*acts[1:], acts[0]]
    if acts[0][0] != "seek" or shares["seek"] - shares["other"] >= REQUEST_MARGIN:
        return list(acts)
    return [("other", shares["other"]), *(each for each in acts if each[0] != "other")]


def _best_label(labels: Sequence[Label], shares: np.ndarray, act: str) -> Label:
    places = [i for i, label in enumerate(labels) if label.act == act]
    return labels[max(places, key=lambda i: shares[i])] if places else parse_label(act)
