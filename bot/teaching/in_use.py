"""Whether the running line answers with the models on the disk: only then is a training, or a step back, done."""

from __future__ import annotations

import json
import tarfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bot.assistant import RasaAssistant
from bot.danger_model.reader import RulesAndModel

METADATA = "metadata.json"  # of Rasa's archive


@dataclass(frozen=True)
class InUse:
    """``assistant`` is ``None`` while Rasa does not say what it uses. ``danger`` follows the disk by itself."""

    assistant: bool | None
    danger: bool

    @property
    def settled(self) -> bool:
        return self.assistant is True and self.danger


def model_path(data_dir: Path) -> Path:
    """The assistant's model that is to be in use."""
    return data_dir.absolute() / "models" / "assistant.tar.gz"


def look(data_dir: Path, assistant: RasaAssistant, danger: RulesAndModel) -> InUse | None:
    """Ask the line; ``None`` if there is no trained model on this disk."""
    kept = kept_model(model_path(data_dir))
    if kept is None:
        return None
    answering = assistant.model_id()
    return InUse(None if answering is None else answering == kept, danger.is_newest())


def kept_model(path: Path) -> str | None:
    """The id of the model in the archive at ``path``; ``None`` if there is none that can be read."""
    try:
        kept = path.stat()
    except OSError:
        return None
    return _id_in(path, kept.st_mtime_ns, kept.st_ino)


@lru_cache(maxsize=4)
def _id_in(path: Path, _changed: int, _file: int) -> str | None:
    """Unpacking some megabytes takes a tenth of a second: once for each model is enough."""
    try:
        with tarfile.open(path, "r:gz") as archive:
            for member in archive:
                if member.name.rpartition("/")[2] == METADATA:
                    file = archive.extractfile(member)
                    return str(json.load(file)["model_id"]) if file else None
    except (OSError, EOFError, tarfile.TarError, ValueError, KeyError):
        return None
    return None
