"""Trains the reader, and lets it read every training text once without having seen it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import vstack
from scipy.special import softmax

from assistant.understanding.clauses import clauses
from assistant.understanding.decide import Understood
from assistant.understanding.features import GramCounter, learn_counter
from assistant.understanding.heads import Head, Strength, fit_head
from assistant.understanding.labels import NEEDS, Label, parse_label
from assistant.understanding.model import Reader, SentenceVectors, vectors_of
from assistant.understanding.needs import USUAL_BAR, choose_bars
from sentences.adapter import held_out

# The encoder has learned from the very texts that the heads learn from, so their vectors look surer than those of
# new texts: with eight times the weight, "something else" was seen in 88.7 % of strangers' texts instead of 92.9 %.
LABEL_STRENGTH = Strength(vectors=0.4, counts=3.0)
NEED_STRENGTH = Strength(vectors=0.3, counts=3.0)
# The label head's share from which a clause plainly speaks of one need.
PLAINLY = 0.5


@dataclass(frozen=True)
class Example:
    """One text of the training data and its label's name."""

    text: str
    label: str


@dataclass(frozen=True)
class HeldOut:
    """What a reader said about a text that it was not trained on."""

    example: Example
    understood: Understood


@dataclass(frozen=True)
class _Material:
    """The examples as arrays: labels, sentence vectors (texts, 384), needs (texts, needs)."""

    texts: list[str]
    labels: list[Label]
    vectors: np.ndarray
    wanted: np.ndarray
    encoder: SentenceVectors | None

    def part(self, places: np.ndarray) -> _Material:
        texts, labels = [self.texts[place] for place in places], [self.labels[place] for place in places]
        return _Material(texts, labels, self.vectors[places], self.wanted[places], self.encoder)


def train_reader(examples: Sequence[Example], encoder: SentenceVectors | None) -> Reader:
    """Train on ``examples`` with the usual bars; without an encoder the counts alone serve.

    Raises:
        UnknownLabel: the data holds a label the assistant does not know.
    """
    return _fit(_material(examples, encoder))


def train_and_hold_out(
    examples: Sequence[Example], encoder: SentenceVectors | None, say: Callable[[str], None] = lambda line: None
) -> tuple[Reader, list[HeldOut]]:
    """Train, choose the needs' bars on held-out texts, and return what was said of those.

    Held-out texts are those that the encoder's adapter has not seen either; the reader that is returned
    learned from the others, so its figures are its own. Another one that learned from all would take the
    time again and be hardly better: they are a tenth of the texts.

    Raises:
        UnknownLabel: the data holds a label the assistant does not know.
    """
    material = _material(examples, encoder)
    kept = held_out(material.texts)
    places = np.flatnonzero(kept)
    say(f"Learning from {len(kept) - len(places)} texts, to be tested on {len(places)} others …")
    reader = _fit(material.part(np.flatnonzero(~kept)))
    reader.bars = _bars(material.part(places), reader)
    read = reader.read_all([material.texts[place] for place in places])
    return reader, [HeldOut(examples[place], each) for place, each in zip(places, read, strict=True)]


def _material(examples: Sequence[Example], encoder: SentenceVectors | None) -> _Material:
    texts = [example.text for example in examples]
    labels = [parse_label(example.label) for example in examples]
    wanted = np.array([[need in label.needs for need in NEEDS] for label in labels])
    return _Material(texts, labels, vectors_of(encoder, texts), wanted, encoder)


def _fit(material: _Material) -> Reader:
    classes = [class_of(label) for label in material.labels]
    names = tuple(sorted(set(classes)))
    counter = learn_counter(material.texts)
    counts = counter.matrix(material.texts)
    targets = np.array([[each == name for name in names] for each in classes])
    labels = fit_head("softmax", names, material.vectors, counts, targets, LABEL_STRENGTH)
    # Whether a text asks for anything is the first head's question; the second learns
    # from requests alone what they ask for, which was clearly better.
    requests = np.flatnonzero(material.wanted.any(1))
    needs = _fit_needs(material.part(requests), counter, labels)
    return Reader(counter, labels, needs, np.full(len(NEEDS), USUAL_BAR, np.float32), material.encoder)


def _fit_needs(requests: _Material, counter: GramCounter, labels: Head) -> Head:
    """Learn from whole requests and from the clause that names each need.

    Nobody marked those clauses: for each need the label head picks the one which
    speaks for it most.
    """
    parts = [clauses(text) for text in requests.texts]
    owners = np.repeat(np.arange(len(parts)), [len(each) for each in parts])
    flat = [clause for each in parts for clause in each]
    vectors, counts = requests.vectors, counter.matrix(requests.texts)
    wanted = requests.wanted
    if flat:
        clause_vectors, clause_counts = vectors_of(requests.encoder, flat), counter.matrix(flat)
        scores = clause_vectors @ labels.vector_weights + clause_counts @ labels.count_weights + labels.bias
        scores = _need_columns(labels, scores)
        named = _clauses_that_name(owners, requests.wanted, scores)
        used = named.any(1) | _mere_background(owners, requests.wanted, named, scores)
        vectors = np.vstack([vectors, clause_vectors[used]])
        counts = vstack([counts, clause_counts[used]]).tocsr()
        wanted = np.vstack([wanted, named[used]])
    return fit_head("sigmoid", NEEDS, vectors, counts, wanted, NEED_STRENGTH)


def _need_columns(labels: Head, scores: np.ndarray) -> np.ndarray:
    """Pick each need's column of the label scores; a need nobody asks for scores nothing."""
    nothing = np.full(len(scores), -np.inf)
    found = {name: scores[:, place] for place, name in enumerate(labels.classes)}
    return np.stack([found.get(f"seek/{need}", nothing) for need in NEEDS], axis=1)


def _clauses_that_name(owners: np.ndarray, wanted: np.ndarray, scores: np.ndarray) -> np.ndarray:
    """Return which clause names which need, shape (clauses, needs)."""
    named = np.zeros(scores.shape, bool)
    for text in np.unique(owners):
        own = np.flatnonzero(owners == text)
        for need in np.flatnonzero(wanted[text]):
            best = own[scores[own, need].argmax()]
            # In a text with one need the clause must speak of it more than of any other.
            if wanted[text].sum() > 1 or scores[best].argmax() == need:
                named[best, need] = True
    return named


def _mere_background(owners: np.ndarray, wanted: np.ndarray, named: np.ndarray, scores: np.ndarray) -> np.ndarray:
    """Return which clauses plainly speak of a need that their text does not ask for.

    "I have a lawyer, I need a ride": the first clause must learn to ask for nothing.
    Shape (clauses,).
    """
    likeliest = scores.argmax(1)
    plain = softmax(scores, axis=1).max(1) >= PLAINLY
    asked_for = wanted[owners, likeliest]
    return plain & ~asked_for & ~named.any(1)


def _bars(tested: _Material, reader: Reader) -> np.ndarray:
    requests = tested.part(np.flatnonzero(tested.wanted.any(1)))
    if not requests.texts:
        return reader.bars
    shares = [reader.shares(text, vector) for text, vector in zip(requests.texts, requests.vectors, strict=True)]
    answers = reader.answers_to_needs(requests.texts)
    return choose_bars(reader.asked(requests.texts, requests.vectors, shares, answers), requests.wanted)


def class_of(label: Label) -> str:
    """Return the label head's class for a label.

    Combinations of needs are the other head's business: here they only thin out the
    examples of each class.
    """
    if label.family == "seek":
        return f"seek/{label.needs[0]}"
    if label.needs:
        return label.family
    return label.name if label.detail or label.risk != "none" else label.family
