"""Training texts and test texts stay apart: a figure on texts that were learned says nothing."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator

import yaml

from sentences.normalise import normalise, without_accents
from tests.house_rules.source import ROOT

# Three words ("thanks so much") are everybody's; from four on a text is somebody's.
SHORTEST = 4
MOST_OVERLAP = 0.75
MOST_LIKENESS = 0.65


def training_texts() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "data" / "nlu").glob("*.yml")):
        for block in yaml.safe_load(path.read_text("utf-8"))["nlu"]:
            for line in block["examples"].splitlines():
                if line.startswith("- "):
                    yield path.name, line[2:].strip()


def blind_texts() -> list[str]:
    folders = (ROOT / "tests" / "understanding", ROOT / "data" / "waiting" / "blind")
    files = sorted(path for folder in folders for path in folder.glob("*.jsonl"))
    return [json.loads(line)["text"] for path in files for line in path.read_text("utf-8").splitlines() if line.strip()]


def words_of(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", without_accents(normalise(text))))


def letters_of(text: str) -> frozenset[str]:
    """The runs of four letters: what is left alike when a word is misspelled, shortened or left out."""
    plain = " ".join(re.findall(r"[^\W_]+", without_accents(normalise(text))))
    return frozenset(plain[at : at + 4] for at in range(len(plain) - 3))


def test_no_test_text_is_a_training_text_or_shares_most_words_with_one() -> None:
    trained = [(name, text, words) for name, text in training_texts() if len(words := words_of(text)) >= SHORTEST]
    near = [
        f"{name}: {text!r} is near a test text"
        for words in map(words_of, blind_texts())
        for name, text, known in trained
        if len(words) >= SHORTEST and len(words & known) >= MOST_OVERLAP * len(words | known)
    ]
    assert not near


def test_no_test_text_is_spelled_nearly_like_a_training_text() -> None:
    trained = [text for _, text in training_texts() if len(words_of(text)) >= SHORTEST]
    holders: dict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(trained):
        for gram in letters_of(text):
            holders[gram].append(place)
    sizes = [len(letters_of(text)) for text in trained]
    near = []
    for text in blind_texts():
        own = letters_of(text) if len(words_of(text)) >= SHORTEST else frozenset()
        shared = Counter(place for gram in own for place in holders[gram])
        near += [trained[p] for p, both in shared.items() if both >= MOST_LIKENESS * (len(own) + sizes[p] - both)]
    assert not near
