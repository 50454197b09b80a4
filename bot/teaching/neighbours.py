"""The training texts that lie nearest to a text by the sentence encoder: what it was probably taken for.

Worked out when staff ask, and kept nowhere. The vectors of the training texts are those that the
training left in the data directory; a text that it did not see is left out.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import yaml

from bot.danger_model.model import Vectors
from bot.errors import WarmlineError
from sentences.normalise import for_encoder
from sentences.remembered import TRAINING_VECTORS, read_vectors, vector_key

VECTORS = Path("encoder") / TRAINING_VECTORS
SHIPPED, TAUGHT = Path("data/nlu"), "nlu"
NEAREST = 5
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast where libyaml is there


class NoNeighbours(WarmlineError):
    """The nearest training texts cannot be told; the message says why."""


class OwnsEncoder(Protocol):
    """Whoever has the sentence encoder in memory, if it is there; a new training may bring a new one."""

    @property
    def encoder(self) -> Vectors | None: ...


@dataclass(frozen=True)
class Neighbour:
    """``alike`` is the cosine of both texts' vectors; ``label`` and ``file`` are those of ``data/nlu``."""

    text: str
    label: str
    file: str
    alike: float


class Neighbours:
    """Finds neighbours. Reads the training texts at the first question, and again after a training."""

    def __init__(self, data_dir: Path, owner: OwnsEncoder) -> None:
        self._data_dir = data_dir
        self._owner = owner
        self._lock = threading.Lock()
        self._read_of: float | None = None
        self._texts: list[tuple[str, str, str]] = []
        self._rows: np.ndarray[Any, np.dtype[np.float16]] = np.zeros((0, 0), np.float16)

    def nearest(self, text: str, most: int = NEAREST) -> tuple[Neighbour, ...]:
        """The nearest training texts, the most alike first. Raises :class:`NoNeighbours`."""
        encoder = self._owner.encoder
        if encoder is None:
            raise NoNeighbours("The sentence encoder is missing: nothing can be compared. `warmline train` builds it.")
        with self._lock:
            self._read()
            texts, rows = self._texts, self._rows
        if not texts:
            raise NoNeighbours("The last training left no vectors here; run `warmline train` on this machine.")
        own = encoder.vectors([for_encoder(text)])[0]
        alike = rows.astype(np.float32) @ own
        order = np.argsort(-alike)[:most]
        return tuple(
            Neighbour(text=found[0], label=found[1], file=found[2], alike=round(float(alike[place]), 3))
            for place in order
            for found in (texts[place],)
        )

    def _read(self) -> None:
        path = self._data_dir / VECTORS
        try:
            changed = path.stat().st_mtime
            if changed == self._read_of:
                return
        except OSError:
            self._texts = []
            return
        known = read_vectors(path)
        found = [(each, known.get(vector_key(for_encoder(each[0])))) for each in _training_texts(self._data_dir)]
        self._texts = [each for each, row in found if row is not None]
        self._rows = np.array([row for _, row in found if row is not None], np.float16)
        self._read_of = changed


def _training_texts(data_dir: Path) -> list[tuple[str, str, str]]:
    """Text, label and file of every training text, each text once."""
    found: dict[str, tuple[str, str, str]] = {}
    for path in (*sorted(SHIPPED.glob("*.yml")), *sorted((data_dir / TAUGHT).glob("*.yml"))):
        for block in yaml.load(path.read_text("utf-8"), _LOADER)["nlu"]:  # noqa: S506  # both loaders are safe ones
            for line in str(block["examples"]).splitlines():
                text = line.removeprefix("- ").strip()
                if line.startswith("- ") and text:
                    found.setdefault(text, (text, str(block["intent"]), path.name))
    return list(found.values())
