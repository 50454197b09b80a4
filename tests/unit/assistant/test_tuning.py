"""Tuning: the network computes what the encoder computes, and what it learned can be built into it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.encoder.reference import encode
from assistant.tuning.learn import Lesson, padded, teach
from assistant.tuning.network import Network
from sentences.adapter import read_adapter, write_adapter

TEXTS = [np.array([3, 9, 27]), np.array([1, 2, 4, 8, 16, 32, 49])]


def below(network: Network, text: np.ndarray) -> np.ndarray:
    return network.below(text[None, :], np.ones((1, len(text)), np.float32)).numpy()[0]


def vectors(network: Network) -> np.ndarray:
    x, mask = padded([below(network, text) for text in TEXTS])
    return network.above(x, mask).numpy()


def test_before_training_nothing_is_changed(weights: dict[str, np.ndarray]) -> None:
    found = vectors(Network(weights))
    for row, text in enumerate(TEXTS):
        np.testing.assert_allclose(found[row], encode(weights, text), atol=2e-5)


@pytest.fixture(scope="module")
def taught(weights: dict[str, np.ndarray]) -> Network:
    network = Network(weights)
    hidden = [below(network, text) for text in TEXTS] * 16
    lesson = Lesson(hidden, np.array([0, 1] * 16, np.int32), np.array([[1, 0], [0, 0]] * 16, np.float32))
    teach(network, lesson, say=lambda line: None)
    return network


def test_training_moves_unlike_texts_apart(weights: dict[str, np.ndarray], taught: Network) -> None:
    before, after = (float(found[0] @ found[1]) for found in (vectors(Network(weights)), vectors(taught)))
    assert after < before


def test_the_encoder_built_with_the_adapter_computes_the_same(
    weights: dict[str, np.ndarray], taught: Network, tmp_path: Path
) -> None:
    path = tmp_path / "encoder" / "adapter.npz"
    write_adapter(path, taught.changes(), ["held out"])
    adapter = read_adapter(path)
    assert adapter is not None
    adapted = adapter.adapted(weights)
    found = vectors(taught)
    for row, text in enumerate(TEXTS):
        np.testing.assert_allclose(found[row], encode(adapted, text), atol=5e-3)  # half precision
