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
from assistant.understanding.danger import Danger, danger_of
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
# A request must be this much likelier than "something else": a list of places that
# nobody asked for is worse than being asked what one needs. Chosen on held-out texts:
# it costs 2 of 100 requests and stops a third of the invented ones.
REQUEST_MARGIN = 0.15
# "Something else" is a request all the same where one need is this plain and a request is this likely: who says
# "the food ran out, the kids have not eaten" asks. On 1,459 texts of others it makes seven acts right, none wrong.
PLAIN_REQUEST, LIKELY_REQUEST = 0.65, 0.22


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
        return self.read_all((text,))[0]

    def read_all(self, texts: Sequence[str]) -> list[Understood]:
        """Say what each text means. The encoder reads them together, which is faster and a little less exact."""
        spelled = [self._speller.repair(text) for text in texts]
        vectors = vectors_of(self.encoder, spelled)
        shares = [self.shares(text, vector) for text, vector in zip(spelled, vectors, strict=True)]
        acts = [_doubted(_ranking(self._parsed, each)) for each in shares]
        asking = [place for place, ranking in enumerate(acts) if any(_may_ask(act) for act, _ in ranking[:2])]
        asked = np.zeros((len(texts), len(NEEDS)))
        if asking:
            chosen = [spelled[place] for place in asking]
            asked[asking] = self.asked(chosen, vectors[asking], [shares[place] for place in asking])
        return [
            _decide(text, self._parsed, own, ranking, needs, self.bars)
            for text, own, ranking, needs in zip(texts, shares, acts, asked, strict=True)
        ]

    def shares(self, spelled: str, vector: np.ndarray) -> np.ndarray:
        """Return the label head's probabilities for a text after repairs."""
        return self.labels.probabilities(vector, *self.counter.row(spelled))

    def asked(self, spelled: Sequence[str], vectors: np.ndarray, shares: Sequence[np.ndarray]) -> np.ndarray:
        """Return a probability for each need of each text, shape (texts, needs).

        ``spelled``, ``vectors`` and ``shares`` are the texts after repairs, their sentence
        vectors, and the label head's probabilities for them.
        """
        parts = [clauses(text) for text in spelled]
        opinions = iter(self._needs_in([part for each in parts for part in each]))
        found = []
        for text, vector, own, share in zip(spelled, vectors, parts, shares, strict=True):
            whole = self.needs.probabilities(vector, *self.counter.row(text))
            in_clauses = np.array([next(opinions) for _ in own])
            aside = [sets_aside(part) for part in own]
            found.append(weigh(Opinions(whole, in_clauses, aside, self._shares_of_needs(share))))
        return np.array(found)

    def _needs_in(self, parts: Sequence[str]) -> list[np.ndarray]:
        vectors = vectors_of(self.encoder, parts)
        return [self.needs.probabilities(v, *self.counter.row(p)) for v, p in zip(vectors, parts, strict=True)]

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
    likeliest = _best_label(labels, shares, act) if acts[0][1] >= ACT_THRESHOLD else None
    danger = danger_of(labels, shares, likeliest)
    if act == "crisis" or danger.risk == "crisis":
        # The act is a crisis exactly when the risk is (contract, section 4).
        act, confidence = ("crisis", dict(acts)["crisis"]) if danger.risk == "crisis" else acts[1]
        likeliest = _best_label(labels, shares, act)
    elif likeliest is None:
        act = "other"
    elif act == "other" and danger.risk != "check" and _is_plain_request(dict(acts)["seek"], asked):
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


def _may_ask(act: str) -> bool:
    return act == "seek" or act in MAY_ASK


def _detail(act: str, danger: Danger, likeliest: Label | None) -> str | None:
    if act == "other" and danger.risk == "check":
        return "check"
    if likeliest is None or likeliest.act != act or likeliest.risk == "check":
        return None
    return likeliest.detail


def _ranking(labels: Sequence[Label], shares: np.ndarray) -> list[tuple[str, float]]:
    totals = dict.fromkeys(ACTS, 0.0)
    for label, share in zip(labels, shares.tolist(), strict=True):
        totals[label.act] += share
    return sorted(totals.items(), key=lambda item: -item[1])


def _doubted(acts: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """Put "other" before a request that is hardly likelier."""
    shares = dict(acts)
    if acts[0][0] != "seek" or shares["seek"] - shares["other"] >= REQUEST_MARGIN:
        return list(acts)
    return [("other", shares["other"]), *(each for each in acts if each[0] != "other")]


def _best_label(labels: Sequence[Label], shares: np.ndarray, act: str) -> Label:
    places = [i for i, label in enumerate(labels) if label.act == act]
    return labels[max(places, key=lambda i: shares[i])] if places else parse_label(act)


__all__ = ["RISKS", "ModelUnusable", "Reader", "Understood", "load_reader"]
