"""Logistic-regression heads over sentence vectors and counts; saved without pickle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy.sparse import csr_matrix
from scipy.special import expit, log_softmax, logsumexp

from sentences.descent import lowest

Link = Literal["softmax", "sigmoid"]
# Half as many leave a head far from its best.
MAX_STEPS = 60


@dataclass(frozen=True)
class Strength:
    """How freely a head learns: what sentence vectors and counts weigh beside the pull towards zero.

    Each is the root of what scikit-learn calls C, for its own block of weights.
    """

    vectors: float
    counts: float


@dataclass(frozen=True)
class Head:
    """A trained head.

    Shapes: ``vector_weights`` (dimensions, classes), ``count_weights`` (vocabulary,
    classes), ``bias`` (classes). With ``softmax`` one class is right, with
    ``sigmoid`` each class is a question of its own.
    """

    link: Link
    classes: tuple[str, ...]
    vector_weights: np.ndarray
    count_weights: np.ndarray
    bias: np.ndarray

    def probabilities(self, vector: np.ndarray, places: np.ndarray, weights: np.ndarray) -> np.ndarray:
        """Return one probability per class for one text."""
        scores = vector @ self.vector_weights + weights @ self.count_weights[places] + self.bias
        return link_of(self.link, scores[None, :])[0]

    def arrays(self, name: str) -> dict[str, np.ndarray]:
        """Return the arrays to save, each key prefixed with ``name``."""
        return {
            f"{name}.vectors": self.vector_weights,
            f"{name}.counts": self.count_weights,
            f"{name}.bias": self.bias,
        }


def link_of(link: Link, scores: np.ndarray) -> np.ndarray:
    """Turn scores (texts, classes) into probabilities."""
    if link == "sigmoid":
        return expit(scores)
    return np.exp(scores - logsumexp(scores, axis=1, keepdims=True))


def _loss_and_slope(link: Link, scores: np.ndarray, targets: np.ndarray) -> tuple[float, np.ndarray]:
    if link == "sigmoid":
        loss = np.logaddexp(0, scores) - targets * scores
        return float(loss.sum()), expit(scores) - targets
    log_shares = log_softmax(scores, axis=1)
    return float(-(targets * log_shares).sum()), np.exp(log_shares) - targets


def fit_head(
    link: Link,
    classes: tuple[str, ...],
    vectors: np.ndarray,
    counts: csr_matrix,
    targets: np.ndarray,
    strength: Strength,
) -> Head:
    """Fit a head by L-BFGS.

    Shapes: ``vectors`` (texts, dimensions), ``counts`` (texts, vocabulary), ``targets``
    (texts, classes) of 0 and 1. The two blocks are kept apart, since the one is dense
    and the other 99 % zeros; together they are one plain logistic regression.
    """
    vectors, counts = vectors * np.float32(strength.vectors), counts * np.float32(strength.counts)
    dimensions, many = vectors.shape[1], len(classes)
    split = dimensions * many
    size = split + counts.shape[1] * many
    turned, targets = counts.T.tocsr(), targets.astype(np.float32)

    def objective(w: np.ndarray) -> tuple[float, np.ndarray]:
        dense, sparse, bias = w[:split].reshape(dimensions, many), w[split:size].reshape(-1, many), w[size:]
        scores = vectors @ dense + counts @ sparse + bias
        loss, slope = _loss_and_slope(link, scores, targets)
        slope = slope.astype(np.float32)
        gradient = np.concatenate([(vectors.T @ slope).ravel(), (turned @ slope).ravel(), slope.sum(0)])
        gradient[:size] += w[:size]
        return loss + float(w[:size] @ w[:size]) / 2, gradient

    w = lowest(objective, np.zeros(size + many, np.float32), MAX_STEPS)
    vector_weights = w[:split].reshape(dimensions, many) * np.float32(strength.vectors)
    count_weights = w[split:size].reshape(-1, many) * np.float32(strength.counts)
    return Head(link, classes, vector_weights, count_weights, w[size:])
