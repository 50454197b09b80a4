"""Builds the encoder: ``python -m assistant.encoder.build --data-dir var``."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

import onnx
from onnxruntime.quantization import QuantType, quantize_dynamic

from assistant.encoder.graph import QUESTIONS_NODE, build_graph
from assistant.encoder.source import (
    TOKENIZER_FILE,
    WEIGHTS_FILE,
    SourceUnusable,
    official_files,
    read_weights,
)
from sentences.adapter import ADAPTER_FILE, read_adapter
from sentences.encoder import (
    CARD_FILE,
    MODEL_FILE,
    EncoderCard,
    EncoderMissing,
    read_card,
    sha256_of,
)


def write_full_precision(source: Path, target: Path, adapter_file: Path = ADAPTER_FILE) -> None:
    """Write the float32 graph of the weights in ``source``, with the adapter if there is one, to ``target``."""
    weights, adapter = read_weights(source / WEIGHTS_FILE), read_adapter(adapter_file)
    model = build_graph(adapter.adapted(weights), adapter.questions) if adapter else build_graph(weights)
    onnx.checker.check_model(model)
    onnx.save(model, str(target))


def _write_encoder(source: Path, place: Path, adapter: Path) -> EncoderCard:
    full = place / "full.onnx"
    write_full_precision(source, full, adapter)
    # Per channel: one scale for a whole matrix costs visibly more accuracy.
    quantize_dynamic(
        full, place / MODEL_FILE, per_channel=True, weight_type=QuantType.QInt8, nodes_to_exclude=[QUESTIONS_NODE]
    )
    full.unlink()
    shutil.copyfile(source / TOKENIZER_FILE, place / TOKENIZER_FILE)
    card = EncoderCard(sha256_of(place / MODEL_FILE), sha256_of(place / TOKENIZER_FILE))
    fields = {**card.__dict__, "adapter_sha256": _adapter_sha256(adapter)}
    (place / CARD_FILE).write_text(json.dumps(fields, indent=1), "utf-8")
    return card


def _adapter_sha256(adapter: Path) -> str | None:
    return sha256_of(adapter) if adapter.is_file() else None


def _up_to_date(folder: Path, adapter: Path) -> EncoderCard | None:
    """Return the card of a sound encoder that was built with this adapter, else None."""
    try:
        card = read_card(folder)
        fields = json.loads((folder / CARD_FILE).read_text("utf-8"))
    except (EncoderMissing, OSError, ValueError):
        return None
    return card if fields.get("adapter_sha256") == _adapter_sha256(adapter) else None


def build(folder: Path, adapter: Path = ADAPTER_FILE) -> EncoderCard:
    """Build the encoder into ``folder`` unless a sound one is there; without ``adapter`` where there is no such file.

    The folder appears whole or not at all.

    Raises:
        SourceUnusable: the weights cannot be had or are not the official ones.
    """
    if card := _up_to_date(folder, adapter):
        return card
    folder.parent.mkdir(parents=True, exist_ok=True)
    place = Path(tempfile.mkdtemp(prefix=".encoder-", dir=folder.parent))
    try:
        with official_files() as source:
            card = _write_encoder(source, place, adapter)
        shutil.rmtree(folder, ignore_errors=True)
        os.replace(place, folder)
        return card
    finally:
        shutil.rmtree(place, ignore_errors=True)


def main() -> int:
    """Build from the command line; 0 when a sound encoder is in place."""
    parser = argparse.ArgumentParser(description="Build the sentence encoder.")
    parser.add_argument("--data-dir", type=Path, default=Path("var"))
    folder = parser.parse_args().data_dir / "encoder"
    try:
        card = build(folder)
    except SourceUnusable as error:
        print(f"No encoder: {error}", file=sys.stderr)
        return 1
    print(f"Encoder ready in {folder} ({card.model_sha256[:12]}).")
    return 0


if __name__ == "__main__":
    sys.exit(main())
