"""The trained danger model: one text in, its opinion about danger out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from bot.danger_model.grams import Floats, GramCounter, grams
from bot.danger_model.head import Head
from bot.danger_model.neighbours import Neighbours
from bot.danger_model.stretches import stretches
from bot.message import About, Danger, Risk, RiskKind
from sentences.normalise import for_encoder

# What the first head answers, each a question of its own, the gravest first.
TIERS = (Risk.CRISIS, Risk.CHECK, Risk.CONCERN)


class Vectors(Protocol):
    """What the model needs of the sentence encoder."""

    def vectors(self, texts: Sequence[str]) -> Floats:
        """One row of length one for each text."""


@dataclass(frozen=True)
class Heads:
    """What was learned. ``risk``: is it at least of this tier? ``kind``: which? ``about``: somebody else?"""

    counter: GramCounter
    neighbours: Neighbours
    risk: Head
    kind: Head
    about: Head


@dataclass(frozen=True)
class Bars:
    """From which probability on a text counts as each tier."""

    crisis: float
    check: float
    concern: float

    def risk(self, crisis: float, check: float, concern: float) -> Risk:
        """The gravest tier whose bar is reached."""
        if crisis >= self.crisis:
            return Risk.CRISIS
        if check >= self.check:
            return Risk.CHECK
        return Risk.CONCERN if concern >= self.concern else Risk.NONE


class DangerModel:
    """Looks at one text at a time; safe to call from many threads. Implements ``ports.DangerReader``."""

    def __init__(self, encoder: Vectors, heads: Heads, bars: Bars) -> None:
        self._encoder, self.heads, self.bars = encoder, heads, bars

    def look(self, text: str) -> Danger:
        """The danger the model sees in ``text``; its reason is the nearest label of the training texts."""
        # Half a surrogate pair is no letter; the tokenizer would refuse the whole text for it.
        parts = stretches(text.encode("utf-8", "replace").decode())
        rows = self.heads.counter.rows([grams(part) for part in parts])
        plain = self._encoder.vectors([for_encoder(part) for part in parts])
        vectors = self.heads.neighbours.features(plain)
        shares = self.heads.risk.shares(vectors, rows)
        risk = self.bars.risk(*(float(share) for share in shares.max(axis=0)))
        if risk is Risk.NONE:
            return Danger()
        gravest = int(shares[:, 0 if risk is Risk.CRISIS else 1].argmax())
        reasons = (f"model, near {self.heads.neighbours.nearest_label(plain[gravest], risk)}",)
        about = About.OTHER if self.heads.about.shares(vectors, rows)[gravest, 0] > 0.5 else About.SELF
        if risk is Risk.CONCERN:
            return Danger(risk, None, about, reasons)
        kind = self.heads.kind.classes[int(self.heads.kind.shares(vectors, rows)[gravest].argmax())]
        return Danger(risk, RiskKind(kind), about, reasons)


def highest(shares: Floats, owners: Sequence[int], texts: int) -> Floats:
    """The highest share of each text among its stretches; ``owners``: the text of each row."""
    best = np.zeros((texts, shares.shape[1]), np.float32)
    np.maximum.at(best, np.array(owners), shares)
    return best
