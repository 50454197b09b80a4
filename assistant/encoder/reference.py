"""The same encoder in plain numpy: slow, short, and the judge of the graph."""

from __future__ import annotations

import numpy as np
from scipy.special import erf, softmax

from assistant.encoder.graph import HEADS, LAYER_NORM_EPSILON, LAYERS

Weights = dict[str, np.ndarray]


def _linear(weights: Weights, name: str, x: np.ndarray) -> np.ndarray:
    return x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]


def _layer_norm(weights: Weights, name: str, x: np.ndarray) -> np.ndarray:
    centred = x - x.mean(-1, keepdims=True)
    spread = np.sqrt((centred**2).mean(-1, keepdims=True) + LAYER_NORM_EPSILON)
    return centred / spread * weights[f"{name}.weight"] + weights[f"{name}.bias"]


def _attend(weights: Weights, layer: str, x: np.ndarray) -> np.ndarray:
    base = f"{layer}.attention.self"
    parts = []
    for kind in ("query", "key", "value"):
        flat = _linear(weights, f"{base}.{kind}", x)
        parts.append(flat.reshape(len(x), HEADS, -1).transpose(1, 0, 2))
    query, key, value = parts
    scores = query @ key.transpose(0, 2, 1) / np.sqrt(query.shape[-1])
    mixed = (softmax(scores, -1) @ value).transpose(1, 0, 2).reshape(x.shape)
    return _linear(weights, f"{layer}.attention.output.dense", mixed)


def encode(weights: Weights, ids: np.ndarray) -> np.ndarray:
    """Return the unit vector (384,) of one text given as token ids (tokens,)."""
    x = weights["embeddings.word_embeddings.weight"][ids]
    x = x + weights["embeddings.position_embeddings.weight"][: len(ids)]
    x = x + weights["embeddings.token_type_embeddings.weight"][0]
    x = _layer_norm(weights, "embeddings.LayerNorm", x)
    for number in range(LAYERS):
        layer = f"encoder.layer.{number}"
        attended = _attend(weights, layer, x) + x
        x = _layer_norm(weights, f"{layer}.attention.output.LayerNorm", attended)
        wide = _linear(weights, f"{layer}.intermediate.dense", x)
        wide = wide * 0.5 * (1 + erf(wide / np.sqrt(2)))
        x = _layer_norm(
            weights,
            f"{layer}.output.LayerNorm",
            _linear(weights, f"{layer}.output.dense", wide) + x,
        )
    mean = x.mean(0)
    return mean / np.linalg.norm(mean)
