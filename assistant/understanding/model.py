"""The trained reader of texts: two heads over one set of features.

One head chooses the label (act, detail, kind of danger in one); the other answers,
for every need by itself, whether the text asks for it, so that several needs are
nothing special.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from assistant.understanding.features import GramCounter, learn_counter
from assistant.understanding.heads import Head, fit_head
from assistant.understanding.labels import ACTS, NEEDS, RISKS, Label, parse_label
from assistant.understanding.place import find_zip
from sentences.encoder import DIMENSIONS, Encoder
from sentences.normalise import for_encoder

ARRAYS_FILE = "heads.npz"
CARD_FILE = "heads.json"
# In a request the likeliest need counts unless it is a mere guess, and each other one
# from FURTHER_NEED on. Chosen on texts held out from training.
A_GUESS = 0.12
FURTHER_NEED = 0.45
# Beside any other act a need must be plain to count: the head learned from requests.
PLAIN_NEED = 0.7
# Below this no act is believed and the text counts as not understood.
ACT_THRESHOLD = 0.25
# Acts beside which needs are kept (contract, section 4: a relapse keeps its need).
_MAY_ASK = frozenset({"relapse", "coach", "complaint", "crisis", "more"})


class ModelUnusable(Exception):
    """The trained heads do not fit the encoder or the program; says what to do."""


@dataclass(frozen=True)
class Example:
    """One text of the training data and its label's name."""

    text: str
    label: str


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
    """Reads one text at a time. Build with ``train_reader`` or ``load_reader``."""

    def __init__(self, counter: GramCounter, labels: Head, needs: Head, encoder: Encoder | None) -> None:
        self.counter, self.labels, self.needs, self.encoder = counter, labels, needs, encoder
        self._parsed = [parse_label(name) for name in labels.classes]

    def read(self, text: str) -> Understood:
        """Say what ``text`` means; never fails on any text."""
        places, weights = self.counter.row(text)
        vector = _vectors(self.encoder, [text])[0]
        shares = self.labels.probabilities(vector, places, weights)
        asked = self.needs.probabilities(vector, places, weights)
        return _decide(text, self._parsed, shares, dict(zip(self.needs.classes, asked.tolist(), strict=True)))

    def save(self, folder: Path) -> None:
        """Write the reader into ``folder`` (numbers as npz, the rest as JSON)."""
        heads = {**self.labels.arrays("labels"), **self.needs.arrays("needs")}
        np.savez(folder / ARRAYS_FILE, rarity=self.counter.rarity, **heads)
        card = {
            "labels": self.labels.classes,
            "needs": self.needs.classes,
            "vocabulary": self.counter.vocabulary,
            "encoder_sha256": self.encoder.card.model_sha256 if self.encoder else None,
        }
        (folder / CARD_FILE).write_text(json.dumps(card, ensure_ascii=False), "utf-8")


def _vectors(encoder: Encoder | None, texts: Sequence[str]) -> np.ndarray:
    if encoder is None:
        return np.zeros((len(texts), DIMENSIONS), np.float32)
    return encoder.vectors([for_encoder(text) for text in texts])


def train_reader(examples: Sequence[Example], encoder: Encoder | None) -> Reader:
    """Train on ``examples``; without an encoder the counts alone serve.

    Raises:
        UnknownLabel: the data holds a label the assistant does not know.
    """
    texts = [example.text for example in examples]
    labels = [parse_label(example.label) for example in examples]
    names = tuple(sorted({_class_of(label) for label in labels}))
    counter = learn_counter(texts)
    counts, vectors = counter.matrix(texts), _vectors(encoder, texts)
    label_targets = np.array([[_class_of(label) == name for name in names] for label in labels])
    # Whether a text asks for anything is the first head's question; the second learns
    # from requests alone what they ask for, which was clearly better.
    requests = [place for place, label in enumerate(labels) if label.needs]
    need_targets = np.array([[need in labels[place].needs for need in NEEDS] for place in requests])
    return Reader(
        counter,
        fit_head("softmax", names, vectors, counts, label_targets),
        fit_head("sigmoid", NEEDS, vectors[requests], counts[requests], need_targets),
        encoder,
    )


def _class_of(label: Label) -> str:
    # Combinations of needs are the other head's business: here they only thin out
    # the examples of each class.
    if label.family == "seek":
        return f"seek/{label.needs[0]}"
    return label.name if label.detail or label.risk != "none" else label.family


def load_reader(folder: Path, encoder: Encoder | None) -> Reader:
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
    return Reader(counter, heads[0], heads[1], encoder if trained_with else None)


def _decide(text: str, labels: Sequence[Label], shares: np.ndarray, asked: dict[str, float]) -> Understood:
    acts = _ranking(labels, shares)
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
        needs=_needs(act, asked),
        zip=place,
        risk=risk,
        risk_kind=best.kind if best else None,
        about=(best.about if best else None) or ("self" if risk == "none" else "unknown"),
        acts=tuple(acts[:5]),
    )


def _needs(act: str, asked: dict[str, float]) -> tuple[tuple[str, float], ...]:
    likely = sorted(asked.items(), key=lambda item: -item[1])
    if act == "seek":
        bars = [A_GUESS] + [FURTHER_NEED] * (len(likely) - 1)
        return tuple(item for item, bar in zip(likely, bars, strict=True) if item[1] >= bar)
    return tuple(item for item in likely if act in _MAY_ASK and item[1] >= PLAIN_NEED)


def _ranking(labels: Sequence[Label], shares: np.ndarray) -> list[tuple[str, float]]:
    totals = dict.fromkeys(ACTS, 0.0)
    for label, share in zip(labels, shares.tolist(), strict=True):
        totals[label.act] += share
    return sorted(totals.items(), key=lambda item: -item[1])


def _best_label(labels: Sequence[Label], shares: np.ndarray, act: str) -> Label:
    places = [i for i, label in enumerate(labels) if label.act == act]
    return labels[max(places, key=lambda i: shares[i])] if places else parse_label(act)


__all__ = ["RISKS", "Example", "ModelUnusable", "Reader", "Understood", "load_reader", "train_reader"]
