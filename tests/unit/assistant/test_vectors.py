"""Vectors of training texts are computed once, and never for another encoder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from assistant.understanding.vectors import RememberedVectors
from sentences.encoder import DIMENSIONS, EncoderCard
from sentences.remembered import TRAINING_VECTORS


class CountingEncoder:
    def __init__(self, sha256: str = "one") -> None:
        self.card = EncoderCard(sha256, "tokenizer")
        self.questions = ("jobs",)
        self.asked: list[str] = []

    def vectors(self, texts: Sequence[str]) -> np.ndarray:
        self.asked += texts
        return np.array([np.full(DIMENSIONS, len(text) / 100) for text in texts], np.float32)

    def read(self, texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        return self.vectors(texts), np.full((len(texts), 1), 0.5, np.float32)

    def words(self) -> frozenset[str]:
        return frozenset({"job"})


def remember(encoder: CountingEncoder, folder: Path, texts: Sequence[str]) -> np.ndarray:
    remembered = RememberedVectors(encoder, folder)  # type: ignore[arg-type]  # stands for the encoder
    found = remembered.vectors(texts)
    remembered.save()
    return found


def test_a_second_training_asks_only_for_new_texts_and_gets_the_same(tmp_path: Path) -> None:
    first, second = CountingEncoder(), CountingEncoder()
    before = remember(first, tmp_path, ["job", "food", "job"])
    after = remember(second, tmp_path, ["food", "job", "a bed"])
    assert first.asked == ["job", "food"]
    assert second.asked == ["a bed"]
    np.testing.assert_array_equal(before[[1, 0]], after[:2])


def test_another_encoder_or_a_torn_file_starts_anew(tmp_path: Path) -> None:
    remember(CountingEncoder(), tmp_path, ["job"])
    other = CountingEncoder("two")
    remember(other, tmp_path, ["job"])
    assert other.asked == ["job"]
    (tmp_path / TRAINING_VECTORS).write_bytes(b"torn")
    again = CountingEncoder("two")
    remember(again, tmp_path, ["job"])
    assert again.asked == ["job"]


def test_the_file_holds_no_text(tmp_path: Path) -> None:
    remember(CountingEncoder(), tmp_path, ["my very own words"])
    assert b"very own" not in (tmp_path / TRAINING_VECTORS).read_bytes()
