"""Tuning: the network computes what the encoder computes, and what it learned can be built into it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime  # type: ignore[import-untyped]  # ships no types
import pytest
import tensorflow as tf

from assistant.encoder.graph import build_graph
from assistant.encoder.reference import encode
from assistant.tuning.heads import TrainingHeads
from assistant.tuning.learn import Lesson, padded, teach
from assistant.tuning.network import Network
from sentences.adapter import Adapter, Questions, read_adapter, write_adapter

TEXTS = [np.array([3, 9, 27]), np.array([1, 2, 4, 8, 16, 32, 49])]


def below(network: Network, text: np.ndarray) -> np.ndarray:
    return network.below(text[None, :], np.ones((1, len(text)), np.float32)).numpy()[0]


def tokens_of(network: Network) -> tuple[np.ndarray, np.ndarray]:
    x, mask = padded([below(network, text) for text in TEXTS])
    return network.above(tf.constant(x), tf.constant(mask)).numpy(), mask


def vectors(network: Network) -> np.ndarray:
    tokens, mask = tokens_of(network)
    mean = (tokens * mask[:, :, None]).sum(1)
    return np.asarray(mean / np.linalg.norm(mean, axis=1, keepdims=True))


def test_before_training_nothing_is_changed(weights: dict[str, np.ndarray]) -> None:
    network = Network(weights)
    found = vectors(network)
    for row, text in enumerate(TEXTS):
        np.testing.assert_allclose(found[row], encode(weights, text), atol=2e-5)
    assert not any(change.any() for change in network.changes().values())


@pytest.fixture(scope="module")
def taught(weights: dict[str, np.ndarray]) -> tuple[Network, TrainingHeads]:
    network = Network(weights)
    hidden = [below(network, text) for text in TEXTS] * 16
    classes = np.array([[1, 0], [0, 1]] * 16, np.float32)
    lesson = Lesson(hidden, classes, np.array([[1, 0], [0, 0]] * 16, np.float32))
    return network, teach(network, lesson, say=lambda line: None)


@pytest.fixture
def adapter(taught: tuple[Network, TrainingHeads], tmp_path: Path) -> Adapter:
    network, heads = taught
    questions = Questions(("jobs", "grave"), heads.query.numpy(), heads.weight.numpy(), heads.bias.numpy())
    path = tmp_path / "encoder" / "adapter.npz"
    write_adapter(path, network.changes(), questions, ["held out"])
    found = read_adapter(path)
    assert found is not None
    return found


def test_training_moves_unlike_texts_apart(
    weights: dict[str, np.ndarray], taught: tuple[Network, TrainingHeads]
) -> None:
    before, after = (float(found[0] @ found[1]) for found in (vectors(Network(weights)), vectors(taught[0])))
    assert after < before


def test_a_question_learns_which_text_it_is_true_of(taught: tuple[Network, TrainingHeads]) -> None:
    network, heads = taught
    tokens, mask = tokens_of(network)
    answers = heads.answers(tf.constant(tokens), tf.constant(mask)).numpy()
    assert answers[0, 0] > answers[1, 0]


def test_the_encoder_built_with_the_adapter_computes_the_same(
    weights: dict[str, np.ndarray], taught: tuple[Network, TrainingHeads], adapter: Adapter
) -> None:
    network, heads = taught
    found = vectors(network)
    adapted = adapter.adapted(weights)
    for row, text in enumerate(TEXTS):
        np.testing.assert_allclose(found[row], encode(adapted, text), atol=5e-3)  # steps of whole numbers
    graph = onnxruntime.InferenceSession(build_graph(adapted, adapter.questions).SerializeToString())
    assert graph.get_modelmeta().custom_metadata_map["questions"] == "jobs,grave"
    tokens, mask = tokens_of(network)
    answers = heads.answers(tf.constant(tokens), tf.constant(mask)).numpy()
    for row, text in enumerate(TEXTS):
        ids = text[None, :].astype(np.int64)
        (own,) = graph.run(["answers"], {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        np.testing.assert_allclose(answers[row], own[0], atol=2e-2)
