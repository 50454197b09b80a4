"""The encoder in TensorFlow: its last layers may learn, the others stay as published."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import tensorflow as tf

from assistant.encoder.graph import HEAD_WIDTH, HEADS, LAYER_NORM_EPSILON, LAYERS, WIDTH

# Layers below stay as published: what they make of a text is computed once.
FIRST = 2
# How much of what a layer says is left out by chance while it learns.
DROPPED = 0.1
# What a share of attention is lowered by where there is no token.
FAR_BELOW = -1e4


class Network:
    """``weights``: published names to arrays, matrices as (out, in). ``learned`` is what training changes."""

    def __init__(self, weights: Mapping[str, np.ndarray]) -> None:
        self._published = weights
        self._weights: dict[str, tf.Tensor | tf.Variable] = {}
        self.learned: dict[str, tf.Variable] = {}
        for name, value in weights.items():
            if value.dtype != np.float32:
                continue
            if name.startswith("encoder.layer.") and int(name.split(".")[2]) >= FIRST:
                self.learned[name] = self._weights[name] = tf.Variable(value)
            else:
                self._weights[name] = tf.constant(value)

    def changes(self) -> dict[str, np.ndarray]:
        """Return how far each weight has moved from the published one."""
        return {name: weight.numpy() - self._published[name] for name, weight in self.learned.items()}

    def below(self, ids: tf.Tensor, mask: tf.Tensor) -> tf.Tensor:
        """Return what the frozen layers make of token ids (texts, tokens): (texts, tokens, 384)."""
        tables = self._weights
        x = tf.gather(tables["embeddings.word_embeddings.weight"], ids)
        x += tables["embeddings.position_embeddings.weight"][: tf.shape(ids)[1]]
        x = self._norm(x + tables["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        return self._through(x, mask, range(FIRST), 0.0)

    def above(self, x: tf.Tensor, mask: tf.Tensor, dropped: float = 0.0) -> tf.Tensor:
        """Return token vectors (texts, tokens, 384) from what ``below`` returned; ``mask`` is 1 at tokens."""
        return self._through(x, mask, range(FIRST, LAYERS), dropped)

    def _through(self, x: tf.Tensor, mask: tf.Tensor, layers: range, dropped: float) -> tf.Tensor:
        bias = (1.0 - mask)[:, None, None, :] * FAR_BELOW
        for layer in layers:
            name = f"encoder.layer.{layer}"
            said = _without_some(self._attend(x, bias, name, dropped), dropped)
            x = self._norm(said + x, f"{name}.attention.output.LayerNorm")
            wide = tf.nn.gelu(self._linear(x, f"{name}.intermediate.dense"), approximate=False)
            said = _without_some(self._linear(wide, f"{name}.output.dense"), dropped)
            x = self._norm(said + x, f"{name}.output.LayerNorm")
        return x

    def _attend(self, x: tf.Tensor, bias: tf.Tensor, name: str, dropped: float) -> tf.Tensor:
        texts, tokens = tf.shape(x)[0], tf.shape(x)[1]
        split = (
            tf.reshape(self._linear(x, f"{name}.attention.self.{part}"), (texts, tokens, HEADS, HEAD_WIDTH))
            for part in ("query", "key", "value")
        )
        query, key, value = (tf.transpose(part, (0, 2, 1, 3)) for part in split)
        shares = tf.nn.softmax(tf.matmul(query, key, transpose_b=True) * HEAD_WIDTH**-0.5 + bias)
        mixed = tf.transpose(tf.matmul(_without_some(shares, dropped), value), (0, 2, 1, 3))
        return self._linear(tf.reshape(mixed, (texts, tokens, WIDTH)), f"{name}.attention.output.dense")

    def _linear(self, x: tf.Tensor, name: str) -> tf.Tensor:
        weight = self._weights[f"{name}.weight"]
        rows = tf.matmul(tf.reshape(x, (-1, weight.shape[1])), weight, transpose_b=True)
        rows += self._weights[f"{name}.bias"]
        return tf.reshape(rows, (tf.shape(x)[0], tf.shape(x)[1], weight.shape[0]))

    def _norm(self, x: tf.Tensor, name: str) -> tf.Tensor:
        centred = x - tf.reduce_mean(x, -1, keepdims=True)
        spread = tf.math.rsqrt(tf.reduce_mean(centred * centred, -1, keepdims=True) + LAYER_NORM_EPSILON)
        return centred * spread * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]


def _without_some(x: tf.Tensor, dropped: float) -> tf.Tensor:
    return tf.nn.dropout(x, dropped) if dropped else x
