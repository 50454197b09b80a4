"""The trained reader of texts: two heads over one set of features.

One head chooses the label (act, detail, kind of danger in one); the other answers,
for every need by itself, whether the text asks for it, so that several needs are
nothing special. ``training`` makes a reader, ``load_reader`` brings one back.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import numpy as np

from assistant.understanding.clauses import clauses, sets_aside
from assistant.understanding.corrections import rest_of, taken_back
from assistant.understanding.decide import Understood, decide, may_ask, ranking
from assistant.understanding.features import GramCounter
from assistant.understanding.heads import Head
from assistant.understanding.labels import NEEDS, RISKS, parse_label
from assistant.understanding.needs import Opinions, weigh
from sentences.encoder import DIMENSIONS, EncoderCard
from sentences.normalise import for_encoder
from sentences.typos import Speller

ARRAYS_FILE = "heads.npz"
CARD_FILE = "heads.json"


class ModelUnusable(Exception):
    """The trained heads do not fit the encoder or the program; says what to do."""


class SentenceVectors(Protocol):
    """What turns texts into unit vectors: ``sentences.Encoder``, or one that remembers."""

    card: EncoderCard
    questions: tuple[str, ...]

    def vectors(self, texts: Sequence[str]) -> np.ndarray:
        """Return an array of shape (len(texts), 384)."""
        ...

    def read(self, texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        """Return the vectors, and a probability for each of ``questions``, (len(texts), questions)."""
        ...

    def words(self) -> frozenset[str]:
        """Return the plain lower-case words that it knows."""
        ...


class Reader:
    """Reads one text at a time. ``bars``: from which probability each need counts."""

    def __init__(
        self, counter: GramCounter, labels: Head, needs: Head, bars: np.ndarray, encoder: SentenceVectors | None
    ) -> None:
        self.counter, self.labels, self.needs, self.bars, self.encoder = counter, labels, needs, bars, encoder
        self._speller = Speller(counter.words(), encoder.words() if encoder else frozenset())
        self._parsed = [parse_label(name) for name in labels.classes]
        classes = {name: place for place, name in enumerate(labels.classes)}
        asked = encoder.questions if encoder else ()
        self._answered = [asked.index(need) for need in NEEDS if need in asked]
        self._requests = [classes.get(f"seek/{need}") for need in NEEDS]

    def read(self, text: str) -> Understood:
        """Say what ``text`` means; never fails on any text."""
        return self.read_all((text,))[0]

    def read_all(self, texts: Sequence[str]) -> list[Understood]:
        """Say what each text means. The encoder reads them together, which is faster and a little less exact."""
        found = self._read_whole(texts)
        refusals = [place for place, each in enumerate(found) if each.act == "deny" and each.risk == "none"]
        rests = {place: rest for place in refusals if (rest := rest_of(texts[place]))}
        for place, rest in zip(rests, self._read_whole(list(rests.values())), strict=True):
            found[place] = taken_back(found[place], rest)
        return found

    def _read_whole(self, texts: Sequence[str]) -> list[Understood]:
        if not texts:
            return []
        spelled = [self._speller.repair(text) for text in texts]
        vectors, answers = self._read(spelled)
        shares = [self.shares(text, vector) for text, vector in zip(spelled, vectors, strict=True)]
        acts = [ranking(self._parsed, each) for each in shares]
        asking = [place for place, order in enumerate(acts) if any(may_ask(act) for act, _ in order[:2])]
        asked = np.zeros((len(texts), len(NEEDS)))
        if asking:
            chosen = [spelled[place] for place in asking]
            own = [shares[place] for place in asking]
            asked[asking] = self.asked(chosen, vectors[asking], own, answers[asking])
        return [
            self._or_unclear(text, decide(text, self._parsed, own, order, needs, self.bars))
            for text, own, order, needs in zip(texts, shares, acts, asked, strict=True)
        ]

    def _or_unclear(self, text: str, read: Understood) -> Understood:
        # Whoever hits keys by chance has asked for nothing, not for something that we do not have.
        if read.act == "other" and read.risk == "none" and self._speller.knows_no_word(text):
            return replace(read, detail="unclear")
        return read

    def shares(self, spelled: str, vector: np.ndarray) -> np.ndarray:
        """Return the label head's probabilities for a text after repairs."""
        return self.labels.probabilities(vector, *self.counter.row(spelled))

    def asked(
        self, spelled: Sequence[str], vectors: np.ndarray, shares: Sequence[np.ndarray], answers: np.ndarray
    ) -> np.ndarray:
        """Return a probability for each need of each text, shape (texts, needs).

        ``spelled``, ``vectors`` and ``shares`` are the texts after repairs, their sentence vectors, and the
        label head's probabilities for them; ``answers`` what ``answers_to_needs`` returned, shape (texts, needs).
        """
        parts = [clauses(text) for text in spelled]
        opinions = iter(self._needs_in([part for each in parts for part in each]))
        found = []
        for text, vector, own, share, answer in zip(spelled, vectors, parts, shares, answers, strict=True):
            whole = self.needs.probabilities(vector, *self.counter.row(text))
            in_clauses = np.array([next(opinions) for _ in own])
            aside = [sets_aside(part) for part in own]
            found.append(weigh(Opinions(whole, in_clauses, aside, self._shares_of_needs(share), answer)))
        return np.array(found)

    def answers_to_needs(self, texts: Sequence[str]) -> np.ndarray:
        """Return what the encoder itself answers about each need, (texts, needs); no columns if it was not taught."""
        return self._read(texts)[1]

    def _read(self, texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        if self.encoder is None or not texts:
            return vectors_of(self.encoder, texts), np.zeros((len(texts), 0), np.float32)
        vectors, answers = self.encoder.read([for_encoder(text) for text in texts])
        return vectors, answers[:, self._answered]

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


__all__ = ["RISKS", "ModelUnusable", "Reader", "Understood", "load_reader"]
