"""Training texts and test texts stay apart: a figure on texts that were learned says nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import yaml

from assistant.understanding.vectors import RememberedVectors
from sentences.encoder import Encoder
from sentences.normalise import for_encoder, normalise, without_accents
from tests.house_rules.source import ROOT

# Three words ("thanks so much") are everybody's; from four on a text is somebody's.
SHORTEST = 4
MOST_OVERLAP = 0.75
MOST_LIKENESS = 0.93


def training_texts() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "data" / "nlu").glob("*.yml")):
        for block in yaml.safe_load(path.read_text("utf-8"))["nlu"]:
            for line in block["examples"].splitlines():
                if line.startswith("- "):
                    yield path.name, line[2:].strip()


def blind_texts() -> list[str]:
    files = sorted((ROOT / "tests" / "understanding").glob("*.jsonl"))
    return [json.loads(line)["text"] for path in files for line in path.read_text("utf-8").splitlines() if line.strip()]


def words_of(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", without_accents(normalise(text))))


def test_no_test_text_is_a_training_text_or_shares_most_words_with_one() -> None:
    trained = [(name, text, words) for name, text in training_texts() if len(words := words_of(text)) >= SHORTEST]
    near = [
        f"{name}: {text!r} is near a test text"
        for words in map(words_of, blind_texts())
        for name, text, known in trained
        if len(words) >= SHORTEST and len(words & known) >= MOST_OVERLAP * len(words | known)
    ]
    assert not near


def test_no_test_text_means_nearly_the_same_as_a_training_text(trained_data_dir: Path) -> None:
    folder = trained_data_dir / "encoder"
    vectors = RememberedVectors(Encoder(folder), folder)
    trained = [text for _, text in training_texts() if len(words_of(text)) >= SHORTEST]
    blind = [text for text in blind_texts() if len(words_of(text)) >= SHORTEST]
    likeness = vectors.vectors(list(map(for_encoder, blind))) @ vectors.vectors(list(map(for_encoder, trained))).T
    near = [trained[place] for place in np.flatnonzero(likeness.max(0) >= MOST_LIKENESS)]
    assert not near
