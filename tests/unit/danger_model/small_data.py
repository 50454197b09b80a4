"""A handful of labelled texts, and an encoder that knows words only: enough to learn from in a blink."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from bot.danger_model.counted import count_all
from bot.danger_model.examples import Example, read_examples
from bot.danger_model.grams import Floats
from bot.danger_model.learn import Material
from bot.danger_model.stretches import stretches
from sentences.encoder import EncoderCard

WHO = ("my brother", "my friend", "her son", "that man", "my cousin", "our neighbor")
WHEN = ("tonight", "right now", "this morning", "again", "today", "at the shelter")
NLU = {
    "danger_all.yml": {
        "crisis/overdose_other": [f"{who} took the blue pills and is cold {when}" for who in WHO for when in WHEN],
        "crisis/suicide_self": [f"im going to end my life {when} {place}" for when in WHEN for place in WHO],
        "check/abuse_self": [f"{who} scares me {when}" for who in WHO for when in WHEN],
    },
    # No rule knows these words: only a model that has learned them sees this danger.
    "danger_odd.yml": {
        "crisis/violence_self": [f"the lantern goes out {when} with {who}" for who in WHO for when in WHEN]
    },
    "near_miss_all.yml": {
        "other/smalltalk": [f"{who} is killing it on the drums {when}" for who in WHO for when in WHEN],
    },
    "food.yml": {"seek/food": [f"need groceries for {who} {when}" for who in WHO for when in WHEN]},
    "relapse.es.yml": {"relapse": ["recai anoche", "volvi a tomar ayer", "me gano otra vez"]},
}


class WordEncoder:
    """Each word adds its own fixed direction: like words, like vectors."""

    def vectors(self, texts: Sequence[str]) -> Floats:
        rows = [sum((_direction(word) for word in text.split()), np.zeros(384)) for text in texts]
        return np.array([row / (np.linalg.norm(row) or 1.0) for row in rows], np.float32)


def _direction(word: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:4], "big")
    direction: np.ndarray[tuple[int], np.dtype[np.float64]] = np.random.default_rng(seed).standard_normal(384)
    return direction


def write_nlu(folder: Path, nlu: Mapping[str, Mapping[str, Sequence[str]]] = NLU) -> Path:
    """The texts above, or others, as files of ``data/nlu``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, labels in nlu.items():
        lines = ['version: "3.1"', "nlu:"]
        for label, texts in labels.items():
            lines += [f"- intent: {label}", "  examples: |", *(f"    - {text}" for text in texts)]
        (folder / name).write_text("\n".join(lines) + "\n", "utf-8")
    return folder


def small_examples(folder: Path) -> tuple[Example, ...]:
    return read_examples(write_nlu(folder))


def small_material(folder: Path) -> Material:
    """The texts above, ready to learn from."""
    examples = small_examples(folder)
    parts = [(part, place) for place, example in enumerate(examples) for part in stretches(example.text)]
    texts = [part for part, _ in parts]
    owners = np.array([place for _, place in parts], np.int64)
    return Material(examples, owners, count_all(texts), WordEncoder().vectors(texts))


class LoadedEncoder(WordEncoder):
    """Stands for the encoder in a data directory: its card says which one it is."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        self.card = EncoderCard("a" * 64, "t" * 64)
