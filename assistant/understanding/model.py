"""The trained reader of texts: two heads over one set of features.

One head chooses the label (act, detail, kind of danger in one); the other answers,
for every need by itself, whether the text asks for it, so that several needs are
nothing special. ``training`` makes a reader, ``load_reader`` brings one back.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import numpy as np

from assistant.understanding.clauses import clauses, sets_aside
from assistant.understanding.features import GramCounter
from assistant.understanding.heads import Head
from assistant.understanding.labels import ACTS, NEEDS, RISKS, Label, parse_label
from assistant.understanding.needs import MAY_ASK, Opinions, needs_of, weigh
from assistant.understanding.place import find_zip
from sentences.encoder import DIMENSIONS, EncoderCard
from sentences.normalise import for_encoder
from sentences.typos import Speller

ARRAYS_FILE = "heads.npz"
CARD_FILE = "heads.json"
# Below this no act is believed and the text counts as not understood.
ACT_THRESHOLD = 0.25


class ModelUnusable(Exception):
    """The trained heads do not fit the encoder or the program; says what to do."""


class SentenceVectors(Protocol):
    """What turns texts into unit vectors: ``sentences.Encoder``, or one that remembers."""

    card: EncoderCard

    def vectors(self, texts: Sequence[str]) -> np.ndarray:
        """Return an array of shape (len(texts), 384)."""
        ...

    def words(self) -> frozenset[str]:
        """Return the plain lower-case words that it knows."""
        ...


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


class Reader:
    """Reads one text at a time. ``bars``: from which probability each need counts."""

    def __init__(
        self, counter: GramCounter, labels: Head, needs: Head, bars: np.ndarray, encoder: SentenceVectors | None
    ) -> None:
        self.counter, self.labels, self.needs, self.bars, self.encoder = counter, labels, needs, bars, encoder
        self._speller = Speller(counter.words(), encoder.words() if encoder else frozenset())
        self._parsed = [parse_label(name) for name in labels.classes]
        classes = {name: place for place, name in enumerate(labels.classes)}
        self._requests = [classes.get(f"seek/{need}") for need in NEEDS]

    def read(self, text: str) -> Understood:
        """Say what ``text`` means; never fails on any text."""
        spelled = self._speller.repair(text)
        vector = vectors_of(self.encoder, [spelled])[0]
        shares = self.labels.probabilities(vector, *self.counter.row(spelled))
        acts = _ranking(self._parsed, shares)
        asked = self.asked(spelled, vector, shares) if acts[0][0] in {"seek", *MAY_ASK} else np.zeros(len(NEEDS))
        return _decide(text, self._parsed, shares, acts, asked, self.bars)

    def asked(self, spelled: str, vector: np.ndarray, shares: np.ndarray) -> np.ndarray:
        """Return a probability for each need, shape (needs,).

        ``spelled``, ``vector`` and ``shares`` are the text after repairs, its sentence
        vector, and the label head's probabilities for it.
        """
        parts = clauses(spelled)
        vectors = vectors_of(self.encoder, parts)
        opinions = Opinions(
            whole=self.needs.probabilities(vector, *self.counter.row(spelled)),
            clauses=np.array(
                [self.needs.probabilities(v, *self.counter.row(p)) for v, p in zip(vectors, parts, strict=True)]
            ),
            aside=[sets_aside(part) for part in parts],
            shares=self._shares_of_needs(shares),
        )
        return weigh(opinions)

    def _shares_of_needs(self, shares: np.ndarray) -> np.ndarray:
        found = np.array([0.0 if place is None else shares[place] for place in self._requests])
        return found / max(float(found.sum()), 1e-9)

    def save(self, folder: Path) -> None:
        """Write the reader into ``folder`` (numbers as npz, the rest as JSON)."""
        heads = {**self.labels.arrays("labels"), **self.needs.arrays("needs")}
        np.savez(folder / ARRAYS_FILE, rarity=self.counter.rarity, bars=self.bars, **heads)
        card = {
            "labels": self.labels.classes,
            "needs": self.needs.classes,
            "vocabulary": self.counter.vocabulary,
            "encoder_sha256": self.encoder.card.model_sha256 if self.encoder else None,
        }
        (folder / CARD_FILE).write_text(json.dumps(card, ensure_ascii=False), "utf-8")


def vectors_of(encoder: SentenceVectors | None, texts: Sequence[str]) -> np.ndarray:
    """Return sentence vectors, shape (len(texts), 384); zeros without an encoder."""
    if encoder is None or not texts:
        return np.zeros((len(texts), DIMENSIONS), np.float32)
    return encoder.vectors([for_encoder(text) for text in texts])


def load_reader(folder: Path, encoder: SentenceVectors | None) -> Reader:
    """Load what ``Reader.save`` wrote.

    Without an encoder, heads that were trained with one work on the counts alone.

    Raises:
        ModelUnusable: they were trained with another encoder.
    """
    card = json.loads((folder / CARD_FILE).read_text("utf-8"))
    trained_with = card["encoder_sha256"]
    if encoder and trained_with and trained_with != encoder.card.model_sha256:
        raise ModelUnusable("This model was trained with another sentence encoder; run `warmline train`.")
    with np.load(folder / ARRAYS_FILE, allow_pickle=False) as arrays:
        heads = [
            Head(link, tuple(card[name]), arrays[f"{name}.vectors"], arrays[f"{name}.counts"], arrays[f"{name}.bias"])
            for name, link in (("labels", "softmax"), ("needs", "sigmoid"))
        ]
        counter = GramCounter(card["vocabulary"], arrays["rarity"])
        bars = arrays["bars"]
    return Reader(counter, heads[0], heads[1], bars, encoder if trained_with else None)


def _decide(
    text: str,
    labels: Sequence[Label],
    shares: np.ndarray,
    acts: Sequence[tuple[str, float]],
    asked: np.ndarray,
    bars: np.ndarray,
) -> Understood:
    act, confidence = acts[0]
    best: Label | None = _best_label(labels, shares, act)
    place = find_zip(text)
    if place and text.strip().strip(".!") == place:
        act, confidence, best = "location", 1.0, None
    elif confidence < ACT_THRESHOLD:
        act, best = "other", None
    risk = best.risk if best else "none"
    return Understood(
        act=act,
        confidence=float(confidence),
        detail=best.detail if best else None,
        needs=needs_of(act, asked, bars),
        zip=place,
        risk=risk,
        risk_kind=best.kind if best else None,
        about=(best.about if best else None) or ("self" if risk == "none" else "unknown"),
        acts=tuple(acts[:5]),
    )


def _ranking(labels: Sequence[Label], shares: np.ndarray) -> list[tuple[str, float]]:
    totals = dict.fromkeys(ACTS, 0.0)
    for label, share in zip(labels, shares.tolist(), strict=True):
        totals[label.act] += share
    return sorted(totals.items(), key=lambda item: -item[1])


def _best_label(labels: Sequence[Label], shares: np.ndarray, act: str) -> Label:
    places = [i for i, label in enumerate(labels) if label.act == act]
    return labels[max(places, key=lambda i: shares[i])] if places else parse_label(act)


__all__ = ["RISKS", "ModelUnusable", "Reader", "Understood", "load_reader"]
