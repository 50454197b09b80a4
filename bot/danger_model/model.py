"""The trained danger model: one text in, its opinion about danger out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from bot.danger_model.grams import GramCounter, grams
from bot.danger_model.head import Head
from bot.danger_model.rows import Floats, Rows
from bot.danger_model.stretches import stretches
from bot.message import About, Danger, Risk, RiskKind
from bot.safety.witnesses import DOUBT, UNEASE
from sentences.normalise import for_encoder

TIERS = (Risk.CRISIS, Risk.CHECK, Risk.CONCERN)
# The topics of ordinary texts that count as a concern.
_CONCERNS = ("concern", "relapse")
KINDS = tuple(RiskKind)
# Without the rest of the text a stretch says things it did not mean ("i gotta be out by tonight and
# its just me"), so it must be surer: its shares are raised to this power.
STRETCH_POWER = 4


class Vectors(Protocol):
    """What the model needs of the sentence encoder."""

    def vectors(self, texts: Sequence[str]) -> Floats:
        """One row of length one for each text."""


@dataclass(frozen=True)
class Heads:
    """What was learned. ``topic``: what is the text about, danger of a kind or something else? ``about``: who?

    That a text may be about something else, and about what, keeps danger from being seen in it:
    one question with many answers was measured to tell danger apart better than "is it danger?".
    """

    counter: GramCounter
    topic: Head
    about: Head

    def judge(self, vectors: Floats, rows: Rows) -> tuple[Floats, Floats, Floats]:
        """Shares of being at least of each tier, of each kind, and of being about somebody else.

        Shapes (texts, tiers), (texts, kinds), (texts, 1).
        """
        topics = self.topic.shares(vectors, rows)
        in_tier = np.array([[_rank_of(topic) >= tier.rank for tier in TIERS] for topic in self.topic.classes])
        of_kind = np.array([[topic.endswith(f"/{kind}") for kind in KINDS] for topic in self.topic.classes])
        tiers, kinds = topics @ in_tier.astype(np.float32), topics @ of_kind.astype(np.float32)
        return tiers, kinds, self.about.shares(vectors, rows)


def _rank_of(topic: str) -> int:
    tier = topic.split("/")[0]
    if tier in (Risk.CRISIS, Risk.CHECK):
        return Risk(tier).rank
    return Risk.CONCERN.rank if tier in _CONCERNS else Risk.NONE.rank


@dataclass(frozen=True)
class Bars:
    """From which probability on a text counts as each tier.

    From ``unease`` on the model confirms the crisis, from ``doubt`` on the question that a loose rule asks for.
    """

    crisis: float
    check: float
    concern: float
    unease: float
    doubt: float

    def below(self, check: float) -> Danger:
        """The opinion on a text below every bar: uneasy, in doubt, or none at all."""
        if check >= self.unease:
            return Danger(reasons=UNEASE)
        return Danger(reasons=DOUBT) if check >= self.doubt else Danger()

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
        self.encoder, self.heads, self.bars = encoder, heads, bars

    def look(self, text: str) -> Danger:
        """The danger the model sees in ``text``; its reason is the label it would give."""
        # Half a surrogate pair is no letter; the tokenizer would refuse the whole text for it.
        parts = stretches(text.encode("utf-8", "replace").decode())
        rows = self.heads.counter.rows([grams(part) for part in parts])
        vectors = self.encoder.vectors([for_encoder(part) for part in parts])
        shares, kinds, others = self.heads.judge(vectors, rows)
        shares[1:] **= STRETCH_POWER  # the whole text is the first
        risk = self.bars.risk(*(float(share) for share in shares.max(axis=0)))
        if risk is Risk.NONE:
            return self.bars.below(float(shares[:, 1].max()))
        gravest = int(shares[:, 0 if risk is Risk.CRISIS else 1].argmax())
        about = About.OTHER if others[gravest, 0] > 0.5 else About.SELF
        if risk is Risk.CONCERN:
            return Danger(risk, None, about, (f"model, like {risk}/{about}",))
        kind = KINDS[int(kinds[gravest].argmax())]
        return Danger(risk, kind, about, (f"model, like {risk}/{kind}_{about}",))


def highest(shares: Floats, owners: Sequence[int], texts: int) -> Floats:
    """The highest share of each text among its stretches; ``owners``: the text of each row."""
    best = np.zeros((texts, shares.shape[1]), np.float32)
    np.maximum.at(best, np.array(owners), shares)
    return best
