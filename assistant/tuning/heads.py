"""The heads that learn beside the encoder's layers: what a text is, and what each question finds in it."""

from __future__ import annotations

import numpy as np
import tensorflow as tf

from assistant.encoder.graph import QUESTION_SCALE
from assistant.tuning.network import DROPPED, FAR_BELOW
from sentences.encoder import DIMENSIONS


class TrainingHeads:
    """One head for classes over a text's mean vector, and one for questions.

    Each question looks at the tokens that concern it: its ``query`` says which, its
    ``weight`` what they must say. "Everything left at the trap house, no clothes no place"
    has one word for each need, and a mean over all words would drown both.
    """

    def __init__(self, classes: int, questions: int, chance: np.random.Generator) -> None:
        first = 0.02 * chance.standard_normal((questions, DIMENSIONS))
        self.query = tf.Variable(first.astype(np.float32))
        self.weight = tf.Variable(tf.zeros((questions, DIMENSIONS)))
        self.bias = tf.Variable(tf.zeros(questions))
        self._to_class = tf.Variable(tf.zeros((DIMENSIONS, classes)))
        self._class_bias = tf.Variable(tf.zeros(classes))
        self.all = (self.query, self.weight, self.bias, self._to_class, self._class_bias)

    def answers(self, tokens: tf.Tensor, mask: tf.Tensor, dropped: float = 0.0) -> tf.Tensor:
        """Return a log-odds for each question, (texts, questions), from token vectors (texts, tokens, 384)."""
        scores = tf.matmul(tokens, self.query, transpose_b=True) + (1.0 - mask)[:, :, None] * FAR_BELOW
        seen = tf.matmul(tf.nn.softmax(scores, axis=1), tokens, transpose_a=True)
        seen = _unit(seen) * QUESTION_SCALE
        if dropped:
            seen = tf.nn.dropout(seen, dropped)
        return tf.reduce_sum(seen * self.weight, 2) + self.bias

    def loss(self, tokens: tf.Tensor, mask: tf.Tensor, classes: tf.Tensor, questions: tf.Tensor) -> tf.Tensor:
        """Return the mean loss of a batch; ``classes`` are shares that add up to 1."""
        column = mask[:, :, None]
        mean = _unit(tf.reduce_sum(tokens * column, 1) / tf.reduce_sum(column, 1))
        of_class = tf.nn.dropout(mean, DROPPED) * QUESTION_SCALE @ self._to_class + self._class_bias
        wrong_class = tf.nn.softmax_cross_entropy_with_logits(classes, of_class)
        of_questions = self.answers(tokens, mask, DROPPED)
        wrong_answers = tf.nn.sigmoid_cross_entropy_with_logits(questions, of_questions)
        return tf.reduce_mean(wrong_class) + tf.reduce_mean(tf.reduce_sum(wrong_answers, 1))


def _unit(x: tf.Tensor) -> tf.Tensor:
    return tf.math.l2_normalize(x, axis=-1)
