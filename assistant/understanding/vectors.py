"""Sentence vectors of the training texts, kept between trainings.

Encoding is the dearest part of a training, and most texts stay the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from sentences.encoder import Encoder
from sentences.remembered import TRAINING_VECTORS, read_vectors, vector_key, write_vectors


class RememberedVectors:
    """Stands for an encoder while training. Use one per training, then ``save``."""

    def __init__(self, encoder: Encoder, folder: Path) -> None:
        self.card = encoder.card
        self.questions = encoder.questions
        self._encoder = encoder
        self._file = folder / TRAINING_VECTORS
        self._known = read_vectors(self._file, self.card.model_sha256)
        self._used: set[str] = set()

    def vectors(self, texts: Sequence[str]) -> np.ndarray:
        """Return an array of shape (len(texts), 384) like ``Encoder.vectors``."""
        keys = [vector_key(text) for text in texts]
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._known}
        if missing:
            # Half precision, also the first time: a second training must give the same model.
            new = self._encoder.vectors(list(missing.values())).astype(np.float16)
            self._known.update(zip(missing, new, strict=True))
        self._used.update(keys)
        return np.array([self._known[key] for key in keys], np.float32)

    def read(self, texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        """Return what ``Encoder.read`` returns; nothing of it is remembered."""
        return self._encoder.read(texts)

    def words(self) -> frozenset[str]:
        """Return the words that the encoder knows."""
        return self._encoder.words()

    def save(self) -> None:
        """Write the vectors that this training used."""
        write_vectors(self._file, self.card.model_sha256, {key: self._known[key] for key in self._used})
