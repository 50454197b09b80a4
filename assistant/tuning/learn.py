"""Teaches the network what the labels of the training texts say: class, needs and danger at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import tensorflow as tf

from assistant.tuning.heads import TrainingHeads
from assistant.tuning.network import DROPPED, Network
from sentences.encoder import DIMENSIONS

EPOCHS = 4
BATCH = 32
# The layers know much already; the heads start from nothing.
RATE, HEAD_RATE = 1.2e-4, 3e-3
WARM_UP = 0.1
LONGEST_STEP = 5.0


@dataclass(frozen=True)
class Lesson:
    """``hidden``: each text's (tokens, 384) below the trained layers; ``classes``: shares (texts, classes) that
    add up to 1; ``questions``: answers (texts, questions) of 0 and 1, each a question of its own."""

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


def teach(network: Network, lesson: Lesson, say: Callable[[str], None], seed: int = 0) -> TrainingHeads:
    """Train ``network.learned`` and return the heads that learned with it.

    The same lesson and seed give nearly the same result.
    """
    tf.random.set_seed(seed)
    chance = np.random.default_rng(seed)
    heads = TrainingHeads(lesson.classes.shape[1], lesson.questions.shape[1], chance)
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
    return heads


def _batches(lesson: Lesson, chance: np.random.Generator) -> list[np.ndarray]:
    """Texts of like length together, in an order that differs each time."""
    order = np.argsort([len(each) for each in lesson.hidden] + chance.uniform(0, 6, len(lesson.hidden)))
    batches = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
    return [batches[place] for place in chance.permutation(len(batches))]


def _step(network: Network, heads: TrainingHeads) -> Callable[..., tf.Tensor]:
    layers = list(network.learned.values())
    rate, head_rate = tf.Variable(0.0), tf.Variable(0.0)
    for_layers, for_heads = (tf.keras.optimizers.legacy.Adam(each, beta_2=0.98) for each in (rate, head_rate))
    shapes = ((None, None, DIMENSIONS), (None, None), (None, None), (None, None), ())
    inputs = [tf.TensorSpec(shape, tf.float32) for shape in shapes]

    @tf.function(autograph=False, input_signature=inputs)
    def step(x: tf.Tensor, mask: tf.Tensor, classes: tf.Tensor, questions: tf.Tensor, share: tf.Tensor) -> tf.Tensor:
        with tf.GradientTape() as tape:
            loss = heads.loss(network.above(x, mask, DROPPED), mask, classes, questions)
        slopes = tape.gradient(loss, [*layers, *heads.all])
        slopes, _ = tf.clip_by_global_norm(slopes, LONGEST_STEP)
        rate.assign(RATE * share)
        head_rate.assign(HEAD_RATE * share)
        for_layers.apply_gradients(zip(slopes[: len(layers)], layers, strict=True))
        for_heads.apply_gradients(zip(slopes[len(layers) :], heads.all, strict=True))
        return loss

    return step
