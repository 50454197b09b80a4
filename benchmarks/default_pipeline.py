"""Rasa's default pipeline: its configuration, the training texts as it wants them, and what its answers mean."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml

from assistant.evaluation.cases import Reading, reading_of_label

TEXT = re.compile(r"^- (.+)$", re.MULTILINE)
FEWEST = 2  # texts of an intent that a part keeps; Rasa warns of intents with fewer


def plain_config(epochs: int) -> dict[str, Any]:
    """Return the default pipeline's configuration: its parts that understand texts."""
    return {
        "recipe": "default.v1",
        "assistant_id": "plain",
        "language": "en",
        "pipeline": [
            {"name": "WhitespaceTokenizer"},
            {"name": "RegexFeaturizer"},
            {"name": "LexicalSyntacticFeaturizer"},
            {"name": "CountVectorsFeaturizer"},
            {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
            {"name": "DIETClassifier", "epochs": epochs, "constrain_similarities": True},
            {"name": "FallbackClassifier", "threshold": 0.3, "ambiguity_threshold": 0.1},
        ],
        "policies": [{"name": "RulePolicy"}],
    }


def a_part(folder: Path, every: int) -> dict[str, Any]:
    """Return one in ``every`` training texts of each intent, two at least, as both sides read them."""
    found = _texts_of(folder).items()
    return _file({intent: texts[:: max(1, min(every, len(texts) // FEWEST))] for intent, texts in found})


def plain_texts(folder: Path) -> dict[str, Any]:
    """Return the training data with flat intents: a slash would make them retrieval intents."""
    # Brackets are Rasa's way to mark entities; in these texts they are just brackets.
    found = {
        intent.replace("/", "."): [re.sub(r"[\[\]{}()]", " ", text) for text in texts]
        for intent, texts in _texts_of(folder).items()
    }
    return _file(found)


def _texts_of(folder: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(folder.glob("*.yml")):
        for block in yaml.safe_load(path.read_text("utf-8"))["nlu"]:
            found[block["intent"]] += TEXT.findall(block["examples"])
    return found


def _file(found: dict[str, list[str]]) -> dict[str, Any]:
    blocks = [{"intent": intent, "examples": "".join(f"- {t}\n" for t in texts)} for intent, texts in found.items()]
    return {"version": "3.1", "nlu": blocks}


def reading_of_plain(parse: dict[str, Any]) -> Reading:
    """Read the default pipeline's answer: its intent is one of our labels, or the fallback."""
    name = parse["intent"]["name"]
    if name == "nlu_fallback":
        return Reading("other", frozenset(), "none", None, None)
    return reading_of_label(name.replace(".", "/", 1))
