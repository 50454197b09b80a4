"""Sentence vectors of the training texts, kept between trainings.

Encoding is the dearest part of a training, and most texts stay the same. Only texts of
the training data are kept, never what people write, and only under their hash.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from sentences.encoder import Encoder

CACHE_FILE = "training-vectors.npz"


def _key(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


class RememberedVectors:
    """Stands for an encoder while training. Use one per training, then ``save``."""

    def __init__(self, encoder: Encoder, folder: Path) -> None:
        self.card = encoder.card
        self._encoder = encoder
        self._file = folder / CACHE_FILE
        self._known = self._load()
        self._used: set[str] = set()

    def _load(self) -> dict[str, np.ndarray]:
        try:
            with np.load(self._file, allow_pickle=False) as stored:
                if str(stored["encoder"]) != self.card.model_sha256:
                    return {}
                return dict(zip(stored["keys"].tolist(), stored["vectors"], strict=True))
        except (OSError, ValueError, KeyError):
            # A cache that is absent, old or torn costs time, nothing else.
            return {}

    def vectors(self, texts: Sequence[str]) -> np.ndarray:
        """Return an array of shape (len(texts), 384) like ``Encoder.vectors``."""
        keys = [_key(text) for text in texts]
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._known}
        if missing:
            # Half precision, also the first time: a second training must give the same model.
            new = self._encoder.vectors(list(missing.values())).astype(np.float16)
            self._known.update(zip(missing, new, strict=True))
        self._used.update(keys)
        return np.array([self._known[key] for key in keys], np.float32)

    def words(self) -> frozenset[str]:
        """Return the words that the encoder knows."""
        return self._encoder.words()

    def save(self) -> None:
        """Write the vectors that this training used."""
        kept = sorted(self._used)
        part = self._file.with_suffix(".part.npz")
        vectors = np.array([self._known[key] for key in kept], np.float16)
        np.savez(part, encoder=np.array(self.card.model_sha256), keys=np.array(kept), vectors=vectors)
        part.replace(self._file)
