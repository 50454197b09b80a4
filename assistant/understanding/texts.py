"""The training texts as they lie in ``data/nlu``, read without Rasa."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

TRAINING_TEXTS = Path("data/nlu")


@dataclass(frozen=True)
class LabelledText:
    """One training text. ``language`` is that of its file, ``en`` or ``es``."""

    text: str
    label: str
    language: str


def labelled_texts(folder: Path = TRAINING_TEXTS) -> Iterator[LabelledText]:
    """Yield every training text, in a fixed order."""
    for path in sorted(folder.glob("*.yml")):
        language = "es" if path.name.endswith(".es.yml") else "en"
        for block in yaml.safe_load(path.read_text("utf-8"))["nlu"]:
            for line in str(block["examples"]).splitlines():
                if line.startswith("- "):
                    yield LabelledText(line[2:].strip(), str(block["intent"]), language)
