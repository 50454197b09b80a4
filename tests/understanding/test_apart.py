"""Training texts and test texts stay apart: a figure on texts that were learned says nothing."""

from __future__ import annotations

import json
import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

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


def near_ones(
    trained: Sequence[frozenset[str]], tested: Sequence[frozenset[str]], least: float
) -> Iterator[tuple[int, int]]:
    """Yield the places of each pair that shares at least ``least`` of all its parts.

    Two sets so much alike share one of the rarest parts of each, and only such pairs are compared: as many of the
    rarest as may be missing, and one more.
    """
    frequency = Counter(part for parts in (*trained, *tested) for part in parts)

    def rarest(parts: frozenset[str]) -> list[str]:
        most_missing = len(parts) - math.ceil(least * len(parts) - 1e-9)
        return sorted(parts, key=lambda part: (frequency[part], part))[: most_missing + 1]

    holders: dict[str, list[int]] = defaultdict(list)
    for place, parts in enumerate(trained):
        for part in rarest(parts):
            holders[part].append(place)
    for number, parts in enumerate(tested):
        for place in {place for part in rarest(parts) for place in holders[part]}:
            if len(parts & trained[place]) >= least * len(parts | trained[place]):
                yield place, number


def near_texts(parts_of: Callable[[str], frozenset[str]], least: float) -> list[str]:
    trained = [(name, text) for name, text in training_texts() if len(words_of(text)) >= SHORTEST]
    tested = [text for text in blind_texts() if len(words_of(text)) >= SHORTEST]
    pairs = near_ones([parts_of(text) for _, text in trained], [parts_of(text) for text in tested], least)
    return [f"{trained[place][0]}: {trained[place][1]!r} is near a test text" for place, _ in pairs]


def test_pairs_are_found_as_if_each_were_compared_with_each() -> None:
    chance = random.Random(7)
    sets = [frozenset(chance.sample("abcdefghij", chance.randint(1, 7))) for _ in range(300)]
    trained, tested = sets[:200], sets[200:]
    for least in (MOST_LIKENESS, MOST_OVERLAP):
        every = {
            (i, j) for i, a in enumerate(trained) for j, b in enumerate(tested) if len(a & b) >= least * len(a | b)
        }
        assert set(near_ones(trained, tested, least)) == every
        assert len(every) > 10


def test_no_test_text_is_a_training_text_or_shares_most_words_with_one() -> None:
    assert not near_texts(words_of, MOST_OVERLAP)


def test_no_test_text_is_spelled_nearly_like_a_training_text() -> None:
    assert not near_texts(letters_of, MOST_LIKENESS)
