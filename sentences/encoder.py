"""The sentence encoder: text in, a unit vector of 384 numbers out, and what it was taught to ask of every text.

The file is made once by ``python -m assistant.encoder.build`` and lies in
``<data dir>/encoder/``. Its hash is checked before use, because a head that was
trained on another encoder would answer confident nonsense.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime  # type: ignore[import-untyped]  # ships no types
from tokenizers import Tokenizer

MODEL_FILE = "encoder.int8.onnx"
TOKENIZER_FILE = "tokenizer.json"
CARD_FILE = "encoder.json"
DIMENSIONS = 384
# Longer texts are cut: a text message of 1,600 characters is about 400 tokens,
# and attention over all of them would cost ten times an ordinary text.
MAX_TOKENS = 256

Floats = np.ndarray[Any, np.dtype[np.float32]]


class EncoderMissing(Exception):
    """There is no usable encoder in the folder; the message says what to do."""


@dataclass(frozen=True)
class EncoderCard:
    """What was built: hashes (SHA-256, hex) of the model and the tokenizer."""

    model_sha256: str
    tokenizer_sha256: str


def sha256_of(path: Path) -> str:
    """Return the hex SHA-256 of a file."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def read_card(folder: Path) -> EncoderCard:
    """Read and check the card of the encoder in ``folder``.

    Raises:
        EncoderMissing: a file is absent, or is not the one that was built.
    """
    try:
        fields = json.loads((folder / CARD_FILE).read_text("utf-8"))
        card = EncoderCard(fields["model_sha256"], fields["tokenizer_sha256"])
        found = EncoderCard(sha256_of(folder / MODEL_FILE), sha256_of(folder / TOKENIZER_FILE))
    except (OSError, ValueError, KeyError) as error:
        raise EncoderMissing(f"No sentence encoder in {folder}; `warmline train` builds it.") from error
    if found != card:
        raise EncoderMissing(
            f"The sentence encoder in {folder} was changed since it was built; "
            "remove the folder and run `warmline train`."
        )
    return card


class Encoder:
    """Turns texts into unit vectors. Safe to use from several threads.

    ``questions``: what it answers beside, none if it was built without an adapter.
    """

    def __init__(self, folder: Path, threads: int = 1) -> None:
        """Load the encoder from ``folder``. A training may use ``all_cores``.

        Raises:
            EncoderMissing: see ``read_card``.
        """
        self.card = read_card(folder)
        options = onnxruntime.SessionOptions()
        # Threads sleep while idle: texts are short, and the machine has other work to do than
        # to spin for the next one.
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(
            str(folder / MODEL_FILE), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = load_tokenizer(folder / TOKENIZER_FILE)
        told = self._session.get_modelmeta().custom_metadata_map.get("questions", "")
        self.questions = tuple(told.split(",")) if told else ()

    def vectors(self, texts: Sequence[str]) -> Floats:
        """Return an array of shape (len(texts), 384), each row of length one."""
        return self.read(texts)[0]

    def read(self, texts: Sequence[str]) -> tuple[Floats, Floats]:
        """Return the texts' vectors, and a probability for each of ``questions``: shape (len(texts), questions)."""
        vectors = np.zeros((len(texts), DIMENSIONS), np.float32)
        answers = np.zeros((len(texts), len(self.questions)), np.float32)
        # Texts of like length share a batch, so that little is spent on padding.
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        for start in range(0, len(order), 32):
            batch = order[start : start + 32]
            ids, mask = token_arrays(self._tokenizer, [texts[i] for i in batch])
            found = self._session.run(None, {"input_ids": ids, "attention_mask": mask})
            vectors[batch] = found[0]
            if self.questions:
                answers[batch] = 1.0 / (1.0 + np.exp(-found[1]))
        return vectors, answers

    def words(self) -> frozenset[str]:
        """Return the whole words that the encoder knows, in lower case."""
        return frozenset(word for word in self._tokenizer.get_vocab() if word.isalpha())


def all_cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def load_tokenizer(path: Path) -> Tokenizer:
    """Return the tokenizer, set to cut long texts and to pad a batch."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.enable_truncation(max_length=MAX_TOKENS)
    tokenizer.enable_padding()
    return tokenizer


def token_arrays(
    tokenizer: Tokenizer, texts: Sequence[str]
) -> tuple[np.ndarray[Any, np.dtype[np.int64]], np.ndarray[Any, np.dtype[np.int64]]]:
    """Return token ids and attention mask, both of shape (texts, longest)."""
    encodings = tokenizer.encode_batch(list(texts))
    ids = np.array([encoding.ids for encoding in encodings], np.int64)
    mask = np.array([encoding.attention_mask for encoding in encodings], np.int64)
    return ids, mask
