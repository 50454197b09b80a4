"""``python -m assistant.tuning``: make the adapter anew from ``data/nlu`` (35 to 50 minutes on two cores)."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from assistant.encoder.source import TOKENIZER_FILE, WEIGHTS_FILE, SourceUnusable, official_files, read_weights
from assistant.tuning.groups import chosen
from assistant.understanding.labels import NEEDS, Label, parse_label
from assistant.understanding.texts import TRAINING_TEXTS, labelled_texts
from assistant.understanding.training import Example, class_of
from sentences.adapter import ADAPTER_FILE, Questions, write_adapter
from sentences.encoder import load_tokenizer, token_arrays
from sentences.normalise import for_encoder

if TYPE_CHECKING:
    from assistant.tuning.network import Network

ONE_IN = 10
TOGETHER = 64
# Beside each need, how grave the text is.
CRISIS, GRAVE = "crisis", "grave"
GRAVE_RISKS = ("crisis", "check")


def say(text: str) -> None:
    """Print a line of progress at once."""
    print(text, flush=True)


def tune(examples: Sequence[Example], target: Path) -> None:
    """Write the adapter of ``examples``.

    Raises:
        SourceUnusable: the published weights cannot be had.
    """
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    from assistant.tuning.learn import Lesson, teach  # TensorFlow takes ten seconds to import
    from assistant.tuning.network import Network

    texts = [example.text for example in examples]
    with official_files() as source:
        network = Network(read_weights(source / WEIGHTS_FILE))
        say(f"Reading {len(texts)} texts …")
        hidden = _hidden(network, source / TOKENIZER_FILE, texts)
    kept = chosen(texts, _vectors(network, hidden), ONE_IN)
    say(f"Teaching {int((~kept).sum())} of them; {int(kept.sum())} are held out.")
    places = np.flatnonzero(~kept)
    classes, questions = _answers(examples)
    heads = teach(network, Lesson([hidden[place] for place in places], classes[places], questions[places]), say)
    asked = Questions((*NEEDS, CRISIS, GRAVE), heads.query.numpy(), heads.weight.numpy(), heads.bias.numpy())
    write_adapter(target, network.changes(), asked, [texts[place] for place in np.flatnonzero(kept)])
    say(f"{target} is written. `warmline train` builds the encoder with it.")


def _answers(examples: Sequence[Example]) -> tuple[np.ndarray, np.ndarray]:
    labels = [parse_label(example.label) for example in examples]
    names = sorted({name for label in labels for name in _classes(label)})
    classes = np.zeros((len(labels), len(names)), np.float32)
    for row, label in zip(classes, labels, strict=True):
        found = _classes(label)
        row[[names.index(name) for name in found]] = 1 / len(found)
    rows = [[*(need in each.needs for need in NEEDS), each.risk == CRISIS, each.risk in GRAVE_RISKS] for each in labels]
    return classes, np.array(rows, np.float32)


def _classes(label: Label) -> list[str]:
    """A request for several things is a bit of each."""
    return [f"seek/{need}" for need in label.needs] if label.family == "seek" else [class_of(label)]


def _hidden(network: Network, tokenizer: Path, texts: Sequence[str]) -> list[np.ndarray]:
    import tensorflow as tf

    below = tf.function(network.below, reduce_retracing=True, autograph=False)
    reader = load_tokenizer(tokenizer)
    found: list[np.ndarray] = [np.empty(0)] * len(texts)
    order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
    for start in range(0, len(order), TOGETHER):
        batch = order[start : start + TOGETHER]
        ids, mask = token_arrays(reader, [for_encoder(texts[place]) for place in batch])
        out = below(tf.constant(ids), tf.constant(mask, tf.float32)).numpy()
        for row, place in enumerate(batch):
            found[place] = out[row, : int(mask[row].sum())].astype(np.float16)
    return found


def _vectors(network: Network, hidden: Sequence[np.ndarray]) -> np.ndarray:
    """What the published encoder makes of the texts: good enough to tell near-duplicates."""
    import tensorflow as tf

    from assistant.tuning.learn import padded

    above = tf.function(network.above, reduce_retracing=True, autograph=False)
    found = np.zeros((len(hidden), hidden[0].shape[1]), np.float32)
    order = sorted(range(len(hidden)), key=lambda place: len(hidden[place]))
    for start in range(0, len(order), TOGETHER):
        batch = order[start : start + TOGETHER]
        x, mask = padded([hidden[place] for place in batch])
        tokens = above(tf.constant(x), tf.constant(mask)).numpy()
        mean = (tokens * mask[:, :, None]).sum(1)
        found[batch] = mean / np.linalg.norm(mean, axis=1, keepdims=True)
    return found


def main() -> int:
    """0, or 1 with a sentence when the weights cannot be had."""
    parser = argparse.ArgumentParser(prog="python -m assistant.tuning", description=__doc__)
    parser.add_argument("--texts", type=Path, default=TRAINING_TEXTS)
    parser.add_argument("--target", type=Path, default=ADAPTER_FILE)
    arguments = parser.parse_args()
    try:
        tune([Example(each.text, each.label) for each in labelled_texts(arguments.texts)], arguments.target)
    except SourceUnusable as error:
        print(f"The encoder was not tuned. {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
