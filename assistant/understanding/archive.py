"""Gets the trained reader out of a Rasa model without loading Rasa.

Rasa takes ten seconds to start; a command that only reads texts needs one.
"""

from __future__ import annotations

import json
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from assistant.understanding.held_out import HELD_OUT_FILE, read_held_out
from assistant.understanding.model import ARRAYS_FILE, CARD_FILE, ModelUnusable, Reader, load_reader
from sentences.encoder import Encoder

METADATA_FILE = "metadata.json"


def reader_from_model(model: Path, encoder: Encoder | None) -> Reader:
    """Return the reader inside the model archive ``model``.

    Raises:
        ModelUnusable: there is no archive, or no reader in it that this program can use.
    """
    files = _files(model, ARRAYS_FILE, CARD_FILE)
    if len(files) < 2:
        raise ModelUnusable(f"{model} holds no trained reader; run `warmline train`.")
    with tempfile.TemporaryDirectory() as place:
        for name, content in files.items():
            (Path(place) / name).write_bytes(content)
        try:
            return load_reader(Path(place), encoder)
        except (KeyError, ValueError) as error:
            raise ModelUnusable(f"{model} was made by another version; run `warmline train`.") from error


def held_out_from_model(model: Path) -> list[dict[str, Any]]:
    """Return what the model's readers said of held-out texts; empty if it does not hold that.

    Raises:
        ModelUnusable: there is no archive.
    """
    return read_held_out(_files(model, HELD_OUT_FILE).get(HELD_OUT_FILE, b"").splitlines())


def components_of_model(model: Path) -> list[str]:
    """Return the classes, as ``package.module.Class``, that Rasa reads texts and chooses answers with in this model.

    Raises:
        ModelUnusable: there is no archive, or it is not one of Rasa's.
    """
    try:
        told = json.loads(_files(model, METADATA_FILE)[METADATA_FILE])
        return [node["uses"] for node in told["predict_schema"]["nodes"].values()]
    except (KeyError, ValueError) as error:
        raise ModelUnusable(f"{model} is no model of Rasa's; run `warmline train`.") from error


def _files(model: Path, *names: str) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    try:
        with tarfile.open(model) as archive:
            for member in archive.getmembers():
                content = archive.extractfile(member) if Path(member.name).name in names else None
                if content:
                    found[Path(member.name).name] = content.read()
    except (OSError, EOFError, tarfile.TarError) as error:
        raise ModelUnusable(f"There is no trained assistant at {model}; run `warmline train`.") from error
    return found
