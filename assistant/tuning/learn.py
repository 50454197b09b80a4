"""Teaches the network what the labels of the training texts say: class, needs and danger at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import tensorflow as tf

from assistant.tuning.network import Network
from sentences.encoder import DIMENSIONS

EPOCHS = 5
BATCH = 32
# The small matrices learn faster than the two heads that are thrown away afterwards.
RATE, HEAD_RATE = 1.2e-3, 5e-3
DROPPED = 0.1
WARM_UP = 0.1
# Unit vectors are short for a head that must also learn to be sure.
SCALE = 16.0
LONGEST_STEP = 5.0


@dataclass(frozen=True)
class Lesson:
    """``hidden``: each text's (tokens, 384) below the trained layers; ``classes``: one number a text;
    ``questions``: answers (texts, questions) of 0 and 1, each a question of its own."""

    hidden: Sequence[np.ndarray]
    classes: np.ndarray
    questions: np.ndarray


def padded(hidden: Sequence[np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Return the texts as one array (texts, tokens, 384) and the mask of their tokens."""
    longest = max(len(each) for each in hidden)
    together = np.zeros((len(hidden), longest, DIMENSIONS), np.float32)
    mask = np.zeros((len(hidden), longest), np.float32)
    for row, each in enumerate(hidden):
        together[row, : len(each)] = each
        mask[row, : len(each)] = 1.0
    return together, mask


def teach(network: Network, lesson: Lesson, say: Callable[[str], None], seed: int = 0) -> None:
    """Train ``network.factors``; the same lesson and seed give nearly the same result."""
    tf.random.set_seed(seed)
    chance = np.random.default_rng(seed)
    heads = _Heads(int(lesson.classes.max()) + 1, lesson.questions.shape[1])
    step = _step(network, heads)
    batches = -(-len(lesson.classes) // BATCH)
    done, steps = 0, EPOCHS * batches
    for epoch in range(EPOCHS):
        lost = 0.0
        for chosen in _batches(lesson, chance):
            done += 1
            share = min(done / (WARM_UP * steps), (steps - done) / (steps * (1 - WARM_UP)))
            x, mask = padded([lesson.hidden[place] for place in chosen])
            lost += float(step(x, mask, lesson.classes[chosen], lesson.questions[chosen], np.float32(share)))
        say(f"Round {epoch + 1} of {EPOCHS}: loss {lost / batches:.3f}")


def _batches(lesson: Lesson, chance: np.random.Generator) -> list[np.ndarray]:
    """Texts of like length together, in an order that differs each time."""
    order = np.argsort([len(each) for each in lesson.hidden] + chance.uniform(0, 6, len(lesson.hidden)))
    batches = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
    return [batches[place] for place in chance.permutation(len(batches))]


class _Heads:
    def __init__(self, classes: int, questions: int) -> None:
        self.to_class = tf.Variable(tf.zeros((DIMENSIONS, classes)))
        self.class_bias = tf.Variable(tf.zeros(classes))
        self.to_answer = tf.Variable(tf.zeros((DIMENSIONS, questions)))
        self.answer_bias = tf.Variable(tf.zeros(questions))
        self.all = (self.to_class, self.class_bias, self.to_answer, self.answer_bias)

    def loss(self, vectors: tf.Tensor, classes: tf.Tensor, questions: tf.Tensor) -> tf.Tensor:
        of_class = vectors @ self.to_class + self.class_bias
        of_questions = vectors @ self.to_answer + self.answer_bias
        wrong_class = tf.nn.sparse_softmax_cross_entropy_with_logits(classes, of_class)
        wrong_answers = tf.nn.sigmoid_cross_entropy_with_logits(questions, of_questions)
        return tf.reduce_mean(wrong_class) + tf.reduce_mean(tf.reduce_sum(wrong_answers, 1))


def _step(network: Network, heads: _Heads) -> Callable[..., tf.Tensor]:
    factors = [each for pair in network.factors.values() for each in pair]
    rate, head_rate = tf.Variable(0.0), tf.Variable(0.0)
    for_factors, for_heads = tf.keras.optimizers.legacy.Adam(rate), tf.keras.optimizers.legacy.Adam(head_rate)
    shapes = ((None, None, DIMENSIONS), (None, None), (None,), (None, None), ())
    kinds = (tf.float32, tf.float32, tf.int32, tf.float32, tf.float32)

    @tf.function(
        autograph=False, input_signature=[tf.TensorSpec(shape, kind) for shape, kind in zip(shapes, kinds, strict=True)]
    )
    def step(x: tf.Tensor, mask: tf.Tensor, classes: tf.Tensor, questions: tf.Tensor, share: tf.Tensor) -> tf.Tensor:
        with tf.GradientTape() as tape:
            vectors = network.above(tf.nn.dropout(x, DROPPED), mask)
            loss = heads.loss(tf.nn.dropout(vectors, DROPPED) * SCALE, classes, questions)
        slopes = tape.gradient(loss, [*factors, *heads.all])
        slopes, _ = tf.clip_by_global_norm(slopes, LONGEST_STEP)
        rate.assign(RATE * share)
        head_rate.assign(HEAD_RATE * share)
        for_factors.apply_gradients(zip(slopes[: len(factors)], factors, strict=True))
        for_heads.apply_gradients(zip(slopes[len(factors) :], heads.all, strict=True))
        return loss

    return step
