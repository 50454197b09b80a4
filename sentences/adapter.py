"""The adapter: what this project's training texts taught the sentence encoder, as small matrices.

``python -m assistant.tuning`` makes it, the repository carries it, and the encoder is built with
it. Some training texts were kept from it: only those tell how well texts are read that nobody
has seen, so the choice of bars and every held-out figure rest on them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from sentences.encoder import sha256_of
from sentences.normalise import normalise, without_accents

ADAPTER_FILE = Path("data/encoder/adapter.npz")
# Where the list covers less than this of the texts, it was made for others.
_ENOUGH = 0.02
_ONE_IN = 5

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True)
class Adapter:
    """``changes``: for the name of a weight matrix (out, in) two factors, (in, rank) and (rank, out)."""

    changes: Mapping[str, tuple[Array, Array]]
    sha256: str

    def adapted(self, weights: Mapping[str, Array]) -> dict[str, Array]:
        """Return the encoder's weights with the changes added."""
        return {name: self._adapted(name, weight) for name, weight in weights.items()}

    def _adapted(self, name: str, weight: Array) -> Array:
        if name not in self.changes:
            return weight
        first, second = (each.astype(np.float32) for each in self.changes[name])
        return np.asarray(weight + (first @ second).T)


def read_adapter(path: Path = ADAPTER_FILE) -> Adapter | None:
    """Return the adapter, None if there is none."""
    if not path.is_file():
        return None
    with np.load(path, allow_pickle=False) as file:
        names = [name.removesuffix(":first") for name in file.files if name.endswith(":first")]
        changes = {name: (file[f"{name}:first"], file[f"{name}:second"]) for name in names}
    return Adapter(changes, sha256_of(path))


def write_adapter(path: Path, changes: Mapping[str, tuple[Array, Array]], kept_from_it: Sequence[str]) -> None:
    """Write an adapter and which texts were kept from it."""
    arrays: dict[str, Array] = {}
    for name, (first, second) in changes.items():
        arrays |= {f"{name}:first": first.astype(np.float16), f"{name}:second": second.astype(np.float16)}
    arrays["held_out"] = np.unique(np.array([text_key(text) for text in kept_from_it], np.uint64))
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez(path, allow_pickle=False, **arrays)


def text_key(text: str) -> int:
    """Return a number for a text that accents, case and marks do not change."""
    plain = "".join(filter(str.isalnum, without_accents(normalise(text))))
    return int.from_bytes(hashlib.sha256(plain.encode("utf-8", "replace")).digest()[:8], "big")


def held_out(texts: Sequence[str], path: Path = ADAPTER_FILE) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Return which of the training texts are held out, shape (texts,): those that the adapter has not seen.

    Texts of another project than the adapter's are divided by chance, always in the same way.
    """
    keys = np.array([text_key(text) for text in texts], np.uint64)
    if path.is_file():
        with np.load(path, allow_pickle=False) as file:
            found = np.isin(keys, file["held_out"])
        if found.mean() >= _ENOUGH:
            return found
    return np.asarray(keys % np.uint64(_ONE_IN) == 0)
