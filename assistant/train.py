"""Trains the assistant: ``python -m assistant.train --data-dir var [--force]``."""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import os
import shutil
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator
from pathlib import Path

import structlog

from assistant.encoder.build import build
from assistant.encoder.source import SourceUnusable
from assistant.understanding.labels import UnknownLabel

MODEL_NAME = "assistant"
# Everything that a trained model depends on; the words of the answers are not in it.
SOURCES = (
    "config.yml",
    "domain.yml",
    "data/nlu",
    "data/rules",
    "data/stories",
    "assistant/understanding",
    "assistant/encoder",
    "assistant/components/text_reader.py",
    "assistant/uv.lock",
    "sentences",
)
SOURCE_SUFFIXES = (".yml", ".py", ".lock")


class TrainingFailed(Exception):
    """Rasa could not train on the project's files; the message is Rasa's."""


def say(text: str) -> None:
    """Print a line of progress at once."""
    print(text, flush=True)


def source_files() -> Iterator[Path]:
    """Yield, in a fixed order, every file the model depends on."""
    for name in SOURCES:
        place = Path(name)
        files = [place] if place.is_file() else sorted(place.rglob("*"))
        yield from (f for f in files if f.suffix in SOURCE_SUFFIXES and f.is_file())


def fingerprint(encoder_sha256: str | None) -> str:
    """Return a hash of everything the model depends on."""
    digest = hashlib.sha256(str(encoder_sha256).encode())
    for path in source_files():
        digest.update(path.as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def prepare_encoder(data_dir: Path) -> str | None:
    """Build the encoder if needed; return its hash, or None if it cannot be had."""
    say("Sentence encoder: looking, and building it the first time (about 10 seconds) …")
    try:
        return build(data_dir / "encoder").model_sha256
    except SourceUnusable as error:
        say(f"WARNING: no sentence encoder, so the assistant will understand clearly less. {error}")
        return None


def train_model(target: Path) -> None:
    """Train with Rasa and put the model at ``target``, whole or not at all.

    Raises:
        TrainingFailed: Rasa refused the data, or ended without a model.
    """
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    # The words of the answers are not part of the model, and needs are no intents of
    # their own: Rasa's advice about both does not apply.
    for advice in ("listed as a response action", "duplicated intents", "response selector", "Slot auto-fill"):
        warnings.filterwarnings("ignore", message=rf"(?s).*{advice}")
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    from rasa.model_training import train  # takes seconds to import
    from rasa.shared.exceptions import RasaException

    with tempfile.TemporaryDirectory(prefix=".training-", dir=target.parent) as place:
        # Rasa's cache lies beside the project by default and is never emptied.
        os.environ["RASA_CACHE_DIRECTORY"] = f"{place}/cache"
        os.environ["RASA_MAX_CACHE_SIZE"] = "0"
        try:
            result = train(
                domain="domain.yml",
                config="config.yml",
                training_files=["data/nlu", "data/rules", "data/stories"],
                output=place,
                fixed_model_name=MODEL_NAME,
                force_training=True,
            )
        except (RasaException, UnknownLabel) as error:
            raise TrainingFailed(str(error.__cause__ or error)) from error
        if not result.model:
            raise TrainingFailed("Rasa ended its training without a model.")
        os.replace(result.model, target)


def run(data_dir: Path, force: bool) -> int:
    """Train unless the model in use was made from the same files."""
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ["WARMLINE_DATA_DIR"] = str(data_dir)
    models = data_dir / "models"
    models.mkdir(parents=True, exist_ok=True)
    target, card = models / f"{MODEL_NAME}.tar.gz", models / f"{MODEL_NAME}.json"
    made_of = fingerprint(prepare_encoder(data_dir))
    if not force and target.is_file() and card.is_file() and json.loads(card.read_text())["made_of"] == made_of:
        say("The assistant is up to date.")
        return 0
    say("Training the assistant (about a minute on two idle cores) …")
    start = time.monotonic()
    card.unlink(missing_ok=True)
    train_model(target)
    seconds = time.monotonic() - start
    card.write_text(json.dumps({"made_of": made_of, "seconds": round(seconds, 1)}), "utf-8")
    say(f"The assistant is trained ({seconds:.0f} seconds).")
    return 0


def main() -> int:
    """Train from the command line."""
    parser = argparse.ArgumentParser(description="Train the assistant.")
    parser.add_argument("--data-dir", type=Path, default=Path(os.environ.get("WARMLINE_DATA_DIR", "var")))
    parser.add_argument("--force", action="store_true", help="train even if nothing changed")
    arguments = parser.parse_args()
    if shutil.disk_usage(Path.cwd()).free < 500_000_000:
        say("Training needs about 500 MB of free disk space.")
        return 1
    try:
        return run(arguments.data_dir, arguments.force)
    except TrainingFailed as error:
        say(f"The assistant was not trained; the one in use stays. {error}")
        return 1


if __name__ == "__main__":
    sys.exit(main())
