"""The sentence encoder: text in, a unit vector of 384 numbers out.

The file is made once by ``python -m assistant.encoder.build`` and lies in
``<data dir>/encoder/``. Its hash is checked before use, because a head that was
trained on another encoder would answer confident nonsense.
"""

from __future__ import annotations

import hashlib
import json
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
    """Turns texts into unit vectors. Safe to use from several threads."""

    def __init__(self, folder: Path) -> None:
        """Load the encoder from ``folder``.

        Raises:
            EncoderMissing: see ``read_card``.
        """
        self.card = read_card(folder)
        options = onnxruntime.SessionOptions()
        # One thread that sleeps while idle: texts are short, and the machine has
        # other work to do than to spin for the next one.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(
            str(folder / MODEL_FILE), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = load_tokenizer(folder / TOKENIZER_FILE)

    def vectors(self, texts: Sequence[str]) -> np.ndarray[Any, np.dtype[np.float32]]:
        """Return an array of shape (len(texts), 384), each row of length one."""
        out = np.zeros((len(texts), DIMENSIONS), np.float32)
        # Texts of like length share a batch, so that little is spent on padding.
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        for start in range(0, len(order), 32):
            batch = order[start : start + 32]
            ids, mask = token_arrays(self._tokenizer, [texts[i] for i in batch])
            feed = {"input_ids": ids, "attention_mask": mask}
            out[batch] = self._session.run(["vectors"], feed)[0]
        return out

    def words(self) -> frozenset[str]:
        """Return the whole words that the encoder knows, in lower case."""
        return frozenset(word for word in self._tokenizer.get_vocab() if word.isalpha())


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
