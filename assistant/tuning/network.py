"""The encoder's last layers in TensorFlow, with small trainable matrices beside the frozen weights."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import tensorflow as tf

from assistant.encoder.graph import HEAD_WIDTH, HEADS, LAYER_NORM_EPSILON, LAYERS, WIDTH

RANK = 16
# Layers below stay as published: what they make of a text is computed once.
FIRST = 2
_MATRICES = (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)
_FAR_BELOW = -1e4


class Network:
    """``weights``: published names to arrays. ``factors`` is what training changes."""

    def __init__(self, weights: Mapping[str, np.ndarray], seed: int = 0) -> None:
        self._weights = {name: tf.constant(value) for name, value in weights.items() if value.dtype == np.float32}
        chance = np.random.default_rng(seed)
        self.factors: dict[str, tuple[tf.Variable, tf.Variable]] = {}
        for layer in range(FIRST, LAYERS):
            for matrix in _MATRICES:
                name = f"encoder.layer.{layer}.{matrix}"
                out, wide = weights[f"{name}.weight"].shape
                first = chance.standard_normal((wide, RANK)).astype(np.float32) / np.float32(wide**0.5)
                self.factors[name] = (tf.Variable(first), tf.Variable(tf.zeros((RANK, out))))

    def changes(self) -> dict[str, tuple[np.ndarray, np.ndarray]]:
        """Return the trained factors under the names of the weights they change."""
        return {f"{name}.weight": (a.numpy(), b.numpy()) for name, (a, b) in self.factors.items()}

    def below(self, ids: tf.Tensor, mask: tf.Tensor) -> tf.Tensor:
        """Return what the frozen layers make of token ids (texts, tokens): (texts, tokens, 384)."""
        tables = self._weights
        x = tf.gather(tables["embeddings.word_embeddings.weight"], ids)
        x += tables["embeddings.position_embeddings.weight"][: tf.shape(ids)[1]]
        x = self._norm(x + tables["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        return self._through(x, mask, range(FIRST))

    def above(self, x: tf.Tensor, mask: tf.Tensor) -> tf.Tensor:
        """Return unit vectors (texts, 384) from what ``below`` returned; ``mask`` is 1 at tokens."""
        x = self._through(x, mask, range(FIRST, LAYERS))
        column = mask[:, :, None]
        mean = tf.reduce_sum(x * column, 1) / tf.reduce_sum(column, 1)
        return mean / tf.norm(mean, axis=1, keepdims=True)

    def _through(self, x: tf.Tensor, mask: tf.Tensor, layers: range) -> tf.Tensor:
        bias = (1.0 - mask)[:, None, None, :] * _FAR_BELOW
        for layer in layers:
            name = f"encoder.layer.{layer}"
            x = self._norm(self._attend(x, bias, name) + x, f"{name}.attention.output.LayerNorm")
            wide = self._linear(x, f"{name}.intermediate.dense")
            wide = 0.5 * wide * (1.0 + tf.math.erf(wide * 2**-0.5))
            x = self._norm(self._linear(wide, f"{name}.output.dense") + x, f"{name}.output.LayerNorm")
        return x

    def _attend(self, x: tf.Tensor, bias: tf.Tensor, name: str) -> tf.Tensor:
        texts, tokens = tf.shape(x)[0], tf.shape(x)[1]
        split = (
            tf.reshape(self._linear(x, f"{name}.attention.self.{part}"), (texts, tokens, HEADS, HEAD_WIDTH))
            for part in ("query", "key", "value")
        )
        query, key, value = (tf.transpose(part, (0, 2, 1, 3)) for part in split)
        shares = tf.nn.softmax(tf.matmul(query, key, transpose_b=True) * HEAD_WIDTH**-0.5 + bias)
        mixed = tf.transpose(tf.matmul(shares, value), (0, 2, 1, 3))
        return self._linear(tf.reshape(mixed, (texts, tokens, WIDTH)), f"{name}.attention.output.dense")

    def _linear(self, x: tf.Tensor, name: str) -> tf.Tensor:
        out = tf.tensordot(x, self._weights[f"{name}.weight"], ((2,), (1,))) + self._weights[f"{name}.bias"]
        if name not in self.factors:
            return out
        first, second = self.factors[name]
        return out + tf.tensordot(tf.tensordot(x, first, 1), second, 1)

    def _norm(self, x: tf.Tensor, name: str) -> tf.Tensor:
        centred = x - tf.reduce_mean(x, -1, keepdims=True)
        spread = tf.math.rsqrt(tf.reduce_mean(centred * centred, -1, keepdims=True) + LAYER_NORM_EPSILON)
        return centred * spread * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]
