"""Gets the trained reader out of a Rasa model without loading Rasa.

Rasa takes ten seconds to start; a command that only reads texts needs one.
"""

from __future__ import annotations

import tarfile
import tempfile
from pathlib import Path

from assistant.understanding.model import ARRAYS_FILE, CARD_FILE, ModelUnusable, Reader, load_reader
from sentences.encoder import Encoder


def reader_from_model(model: Path, encoder: Encoder | None) -> Reader:
    """Return the reader inside the model archive ``model``.

    Raises:
        ModelUnusable: there is no archive, or no reader in it.
    """
    try:
        with tarfile.open(model) as archive, tempfile.TemporaryDirectory() as place:
            for name in (ARRAYS_FILE, CARD_FILE):
                member = next((m for m in archive.getmembers() if Path(m.name).name == name), None)
                content = archive.extractfile(member) if member else None
                if content is None:
                    raise ModelUnusable(f"{model} holds no trained reader; run `warmline train`.")
                (Path(place) / name).write_bytes(content.read())
            return load_reader(Path(place), encoder)
    except (OSError, tarfile.TarError) as error:
        raise ModelUnusable(f"There is no trained assistant at {model}; run `warmline train`.") from error
