"""Near-duplicates are never on both sides of training and test."""

from __future__ import annotations

import numpy as np

from bot.danger_model.folds import FOLDS, fold_of_each


def test_like_texts_share_a_fold_and_unlike_ones_spread() -> None:
    random = np.random.default_rng(3)
    one = random.standard_normal((60, 384)).astype(np.float32)
    one /= np.linalg.norm(one, axis=1, keepdims=True)
    twins = one + random.standard_normal(one.shape).astype(np.float32) * 0.003
    twins /= np.linalg.norm(twins, axis=1, keepdims=True)
    texts = [f"text {place}" for place in range(60)]
    folds = fold_of_each([*texts, *(f"{text} too" for text in texts)], np.concatenate([one, twins]))
    assert (folds[:60] == folds[60:]).all()
    assert set(folds.tolist()) == set(range(FOLDS))


def test_a_new_text_moves_nobody() -> None:
    vectors = np.eye(21, 384, dtype=np.float32)
    texts = [f"text {place}" for place in range(21)]
    assert (fold_of_each(texts, vectors)[:20] == fold_of_each(texts[:20], vectors[:20])).all()
