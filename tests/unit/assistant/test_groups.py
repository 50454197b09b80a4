"""Held-out parts: near-duplicates stay together, and nothing moves when texts are added."""

from __future__ import annotations

import numpy as np

from assistant.tuning.groups import chosen, groups

TEXTS = ["Need a job!!", "need a job", "nećesito comida", "where is the pantry", "wheres the pantry at", "hello"]


def unit(*rows: tuple[float, float]) -> np.ndarray:
    vectors = np.array(rows, np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


VECTORS = unit((1, 0), (0.8, 0.7), (-1, 0), (0, 1), (0.1, 1), (0, -1))


def test_same_words_or_near_vectors_make_one_group() -> None:
    found = groups(TEXTS, VECTORS)
    assert found[0] == found[1]
    assert found[3] == found[4]
    assert len(set(found)) == 4


def test_a_group_is_never_split_and_a_new_text_moves_no_other() -> None:
    before = chosen(TEXTS, VECTORS, 2)
    after = chosen([*TEXTS, "something new"], np.vstack([VECTORS, unit((0.6, -0.8))]), 2)
    assert before[0] == before[1]
    assert before[3] == before[4]
    assert before.tolist() == after[:-1].tolist()
