"""The adapter: what this project's training texts taught the sentence encoder, as changes of its weights.

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
class Questions:
    """What the encoder was taught to ask of every text.

    ``names``: a need, or how grave a text is. For each a ``query`` (questions, 384), which says at
    what tokens it looks; a ``weight`` (questions, 384) and a ``bias`` (questions), which say what they mean.
    """

    names: tuple[str, ...]
    query: Array
    weight: Array
    bias: Array


@dataclass(frozen=True)
class Adapter:
    """``changes``: for the name of a weight what is added to it; ``questions``: what it learned beside."""

    changes: Mapping[str, Array]
    questions: Questions
    sha256: str

    def adapted(self, weights: Mapping[str, Array]) -> dict[str, Array]:
        """Return the encoder's weights with the changes added."""
        return {
            name: weight + self.changes[name] if name in self.changes else weight for name, weight in weights.items()
        }


def read_adapter(path: Path = ADAPTER_FILE) -> Adapter | None:
    """Return the adapter, None if there is none."""
    if not path.is_file():
        return None
    with np.load(path, allow_pickle=False) as file:
        names = [name.removesuffix(":change") for name in file.files if name.endswith(":change")]
        changes = {name: _whole(file[f"{name}:change"], file[f"{name}:step"]) for name in names}
        asked = (file[f"questions:{part}"].astype(np.float32) for part in ("query", "weight", "bias"))
        questions = Questions(tuple(file["questions:names"].tolist()), *asked)
    return Adapter(changes, questions, sha256_of(path))


def write_adapter(path: Path, changes: Mapping[str, Array], questions: Questions, kept_from_it: Sequence[str]) -> None:
    """Write an adapter and which texts were kept from it."""
    arrays: dict[str, Array] = {}
    for name, change in changes.items():
        arrays[f"{name}:change"], arrays[f"{name}:step"] = _in_bytes(change)
    arrays["questions:names"] = np.array(questions.names)
    for part in ("query", "weight", "bias"):
        arrays[f"questions:{part}"] = getattr(questions, part).astype(np.float16)
    arrays["held_out"] = np.unique(np.array([text_key(text) for text in kept_from_it], np.uint64))
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, allow_pickle=False, **arrays)


def _in_bytes(change: Array) -> tuple[Array, Array]:
    # One step for each row: the encoder in use is as coarse itself.
    largest = np.abs(change).max(-1, keepdims=True)
    step = np.maximum(largest / 127, 1e-12).astype(np.float32)
    return np.rint(change / step).astype(np.int8), step


def _whole(change: Array, step: Array) -> Array:
    return np.asarray(change.astype(np.float32) * step)


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
