"""The encoder's graph against a plain numpy computation, on small made-up weights.

The real weights are 90 MB from the network; the graph is the same code for both.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

from assistant.encoder.graph import build_graph
from assistant.encoder.reference import encode
from assistant.encoder.source import SourceUnusable, check_files, official_files, read_weights


def test_the_graph_computes_what_the_reference_computes_padding_included(weights: dict[str, np.ndarray]) -> None:
    session = onnxruntime.InferenceSession(build_graph(weights).SerializeToString(), providers=["CPUExecutionProvider"])
    texts = [np.array([3, 9, 27]), np.array([1, 2, 4, 8, 16, 32, 49])]
    ids, mask = np.zeros((2, 7), np.int64), np.zeros((2, 7), np.int64)
    for row, text in enumerate(texts):
        ids[row, : len(text)], mask[row, : len(text)] = text, 1
    (vectors,) = session.run(["vectors"], {"input_ids": ids, "attention_mask": mask})
    for row, text in enumerate(texts):
        np.testing.assert_allclose(vectors[row], encode(weights, text), atol=2e-5)


def test_the_weights_file_is_read_as_it_was_written(tmp_path: Path) -> None:
    array = np.arange(6, dtype=np.float32).reshape(2, 3)
    head = json.dumps({"a": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}, "__metadata__": {}}).encode()
    (tmp_path / "w").write_bytes(len(head).to_bytes(8, "little") + head + array.tobytes())
    np.testing.assert_array_equal(read_weights(tmp_path / "w")["a"], array)


def test_files_that_are_not_the_official_ones_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SourceUnusable, match="missing"):
        check_files(tmp_path)
    (tmp_path / "model.safetensors").write_bytes(b"something else")
    monkeypatch.setenv("WARMLINE_ENCODER_DIR", str(tmp_path))
    with pytest.raises(SourceUnusable, match="not the official file"), official_files():
        pass
