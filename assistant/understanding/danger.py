"""The danger in a text as the label head sees it, in two tiers.

The service screens every text itself; this is one more opinion, which can raise its
verdict and never lower it. Hence a low bar for asking back, and a high one for alarm.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.understanding.labels import Label

# Chosen on held-out texts: at this bar 3 of 100 near misses are called a crisis …
CRISIS_BAR = 0.55
# … and at this one 8 of 10 crises are at least asked about, for 3 of 100 requests.
CHECK_BAR = 0.25


@dataclass(frozen=True)
class Danger:
    """``risk``: none, concern, check or crisis; ``kind`` and ``about`` as in the labels."""

    risk: str = "none"
    kind: str | None = None
    about: str | None = None


def danger_of(labels: Sequence[Label], shares: np.ndarray, likeliest: Label | None) -> Danger:
    """Weigh the shares of all danger labels together, whatever act is the likeliest.

    ``shares``: one probability per label; ``likeliest``: the label of the likeliest act.
    """
    crisis = _total(labels, shares, lambda label: label.risk == "crisis")
    grave = crisis + _total(labels, shares, lambda label: label.risk == "check")
    if grave >= CHECK_BAR:
        risk = "crisis" if crisis >= CRISIS_BAR else "check"
        return Danger(risk, _commonest(labels, shares, "kind"), _commonest(labels, shares, "about"))
    if likeliest and likeliest.act == "relapse":
        return Danger("concern", None, "self")
    if likeliest and likeliest.risk == "concern":
        return Danger("concern", None, likeliest.about)
    return Danger()


def _total(labels: Sequence[Label], shares: np.ndarray, counts: Callable[[Label], bool]) -> float:
    return float(sum(share for label, share in zip(labels, shares, strict=True) if counts(label)))


def _commonest(labels: Sequence[Label], shares: np.ndarray, field: str) -> str | None:
    totals: dict[str, float] = {}
    for label, share in zip(labels, shares.tolist(), strict=True):
        value = getattr(label, field)
        if value and label.risk in ("crisis", "check"):
            totals[value] = totals.get(value, 0.0) + share
    return max(totals, key=lambda value: totals[value]) if totals else None
