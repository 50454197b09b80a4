"""An encoder that is absent or was changed is refused with a sentence that helps."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sentences.encoder import CARD_FILE, MODEL_FILE, TOKENIZER_FILE, EncoderMissing, read_card, sha256_of


def _folder(place: Path) -> Path:
    (place / MODEL_FILE).write_bytes(b"model")
    (place / TOKENIZER_FILE).write_bytes(b"tokenizer")
    card = {"model_sha256": sha256_of(place / MODEL_FILE), "tokenizer_sha256": sha256_of(place / TOKENIZER_FILE)}
    (place / CARD_FILE).write_text(json.dumps(card))
    return place


def test_what_was_built_is_accepted(tmp_path: Path) -> None:
    assert read_card(_folder(tmp_path)).model_sha256 == sha256_of(tmp_path / MODEL_FILE)


def test_an_empty_folder_says_how_to_get_one(tmp_path: Path) -> None:
    with pytest.raises(EncoderMissing, match="warmline train"):
        read_card(tmp_path)


def test_a_changed_model_is_refused(tmp_path: Path) -> None:
    (_folder(tmp_path) / MODEL_FILE).write_bytes(b"another")
    with pytest.raises(EncoderMissing, match="changed"):
        read_card(tmp_path)


def test_a_broken_card_is_refused(tmp_path: Path) -> None:
    (_folder(tmp_path) / CARD_FILE).write_text("{}")
    with pytest.raises(EncoderMissing):
        read_card(tmp_path)
