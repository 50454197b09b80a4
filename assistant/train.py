"""Trains the assistant: ``python -m assistant.train --data-dir var [--force]``.

A new model is judged by the bars of ``data/bars.yml`` before it is taken into use. With
``--hold`` it waits as a candidate, so that the service can add the figures of the whole
line, and ``--finish RECORDS`` (a file of JSON lines, see ``assistant.evaluate``) decides.

The exit code is 0 when the model in use is of these files and safe, 3 when it is not but
there is one to work with (the one before, or a first one below a bar), 1 when it failed.
"""

from __future__ import annotations

import argparse
import hashlib
import logging
import os
import shutil
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

import structlog

from assistant.candidate import MODEL_NAME, candidate, decide, in_use, refused
from assistant.encoder.build import build
from assistant.encoder.source import SourceUnusable
from assistant.evaluate import judge_candidate, with_line
from assistant.evaluation.bars import BarsUnreadable
from assistant.evaluation.cases import RecordsUnreadable
from assistant.evaluation.report import Judged, store
from assistant.evaluation.words import verdict_lines
from assistant.understanding.labels import UnknownLabel
from assistant.understanding.model import ModelUnusable
from assistant.without_tensorflow import TensorFlowNeeded, configured, leave_out
from sentences.encoder import EncoderMissing, read_card

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
# Texts that this house approved for training lie in the data directory, in the form of data/nlu.
TAUGHT = "nlu"
SOURCE_SUFFIXES = (".yml", ".py", ".lock")
# There is a model to work with, but it is not a safe one of these files.
NOT_SAFE = 3


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


def taught_files(data_dir: Path) -> list[Path]:
    """Return the files of texts that this house approved for training, in a fixed order."""
    return sorted((data_dir / TAUGHT).glob("*.yml"))


def fingerprint(encoder_sha256: str | None, taught: Sequence[Path] = ()) -> str:
    """Return a hash of everything the model depends on; where ``taught`` files lie does not count."""
    digest = hashlib.sha256(str(encoder_sha256).encode())
    for path in source_files():
        digest.update(path.as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    for path in taught:
        digest.update(b"taught/" + path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def prepare_encoder(data_dir: Path) -> str | None:
    """Build the encoder if needed; return its hash, or None if it cannot be had."""
    say("Sentence encoder: looking, and building it the first time (about 10 seconds) …")
    try:
        return build(data_dir / "encoder").model_sha256
    except SourceUnusable as error:
        try:
            older = read_card(data_dir / "encoder")
        except EncoderMissing:
            say(f"WARNING: no sentence encoder, so the assistant will understand clearly less. {error}")
            return None
        say(f"WARNING: the sentence encoder was built without the present adapter, and cannot be built anew. {error}")
        return older.model_sha256


def train_model(target: Path, taught: Sequence[Path] = ()) -> None:
    """Train with Rasa, on ``taught`` files too, and put the model at ``target``, whole or not at all.

    Raises:
        TrainingFailed: Rasa refused the data, or ended without a model.
        TensorFlowNeeded: a configured component needs TensorFlow, which is left out.
    """
    leave_out(configured(Path("config.yml")))
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    # The words of the answers are not part of the model, and needs are no intents of
    # their own: Rasa's advice about both does not apply.
    for advice in ("listed as a response action", "duplicated intents", "response selector", "Slot auto-fill"):
        warnings.filterwarnings("ignore", message=rf"(?s).*{advice}")
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("TQDM_DISABLE", "1")  # Rasa draws a dozen progress bars
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
                training_files=["data/nlu", "data/rules", "data/stories", *map(str, taught)],
                output=place,
                fixed_model_name=MODEL_NAME,
                force_training=True,
            )
        except (RasaException, UnknownLabel) as error:
            raise TrainingFailed(str(error.__cause__ or error)) from error
        if not result.model:
            raise TrainingFailed("Rasa ended its training without a model.")
        os.replace(result.model, target)


def run(data_dir: Path, force: bool, hold: bool = False) -> int:
    """Train unless the model in use was made from the same files, then judge the new one."""
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ["WARMLINE_DATA_DIR"] = str(data_dir)
    new, old = candidate(data_dir), in_use(data_dir)
    new.folder.mkdir(parents=True, exist_ok=True)
    new.remove()
    taught = taught_files(data_dir)
    encoder = prepare_encoder(data_dir)
    made_of = fingerprint(encoder, taught)
    if not force and old.model.is_file() and (code := _known(data_dir, made_of)) is not None:
        return code
    say("Training the assistant (about eight minutes on two idle cores, less when little changed) …")
    start = time.monotonic()
    train_model(new.model, taught)
    seconds = time.monotonic() - start
    say(f"The assistant is trained ({seconds:.0f} seconds).")
    store({"made_of": made_of, "encoder_sha256": encoder, "seconds": round(seconds, 1)}, new.card)
    judged = judge_candidate(data_dir)
    store(judged.report, new.report)
    return 0 if hold else conclude(data_dir, judged, force)


def _known(data_dir: Path, made_of: str) -> int | None:
    """The exit code if these files were trained on before, else None."""
    card = in_use(data_dir).read_card()
    if card.get("made_of") == made_of:
        missed = card.get("missed_safety_bars") or []
        say("The assistant is up to date.")
        if missed:
            say(f"WARNING: it misses safety bars: {'; '.join(missed)}.")
        return NOT_SAFE if missed and not card.get("forced") else 0
    if refused(data_dir).read_card().get("made_of") == made_of:
        if refused(data_dir).read_card().get("rolled_back"):
            say("Staff went back to the assistant before; these files are not trained on again.")
            return NOT_SAFE
        say("WARNING: training on these files was refused before, for safety; an older assistant is in use.")
        say(f"{refused(data_dir).report} holds its figures. `warmline train --force` takes it all the same.")
        return NOT_SAFE
    return None


def finish(data_dir: Path, records: Path, force: bool) -> int:
    """Judge the waiting candidate with the figures of the whole line added."""
    if not candidate(data_dir).model.is_file():
        say("No trained model waits to be judged.")
        return 1
    return conclude(data_dir, with_line(data_dir, records), force)


def conclude(data_dir: Path, judged: Judged, force: bool) -> int:
    """Say how good the candidate is; take it into use or refuse it."""
    for line in verdict_lines(judged.verdicts, judged.in_use):
        say(line)
    if not judged.report["blind"]:
        say("WARNING: there are no blind texts here, so the bars on them were not measured.")
    taken = decide(data_dir, judged, force)
    missed = "; ".join(verdict.bar.what for verdict in judged.unsafe)
    if taken and not missed:
        say("The new model is in use. `python -m assistant.evaluate` tells all its figures.")
    elif taken:
        why = "it was forced" if force else "there is no other"
        say(f"WARNING: this model misses safety bars ({missed}) and is in use because {why}. Its card says so.")
    else:
        say(f"The new model misses safety bars ({missed}) and is refused; the one in use stays. --force overrides.")
    return 0 if taken and (force or not missed) else NOT_SAFE


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Train the assistant.")
    parser.add_argument("--data-dir", type=Path, default=Path(os.environ.get("WARMLINE_DATA_DIR", "var")))
    parser.add_argument("--force", action="store_true", help="train even if nothing changed, whatever the bars say")
    parser.add_argument("--hold", action="store_true", help="leave the new model as a candidate")
    parser.add_argument("--finish", type=Path, metavar="RECORDS", help="judge the candidate with these records")
    return parser.parse_args()


def main() -> int:
    """Train from the command line."""
    arguments = _arguments()
    if shutil.disk_usage(Path.cwd()).free < 500_000_000:
        say("Training needs about 500 MB of free disk space.")
        return 1
    try:
        if arguments.finish:
            return finish(arguments.data_dir, arguments.finish, arguments.force)
        return run(arguments.data_dir, arguments.force, arguments.hold)
    except (TrainingFailed, TensorFlowNeeded) as error:
        say(f"The assistant was not trained; the one in use stays. {error}")
    except (BarsUnreadable, RecordsUnreadable, ModelUnusable) as error:
        say(f"The new model could not be judged; the one in use stays. {error}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
