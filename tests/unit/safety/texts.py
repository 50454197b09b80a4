"""The training texts of data/nlu as the danger screen sees them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from bot.message import Danger
from bot.safety.screen import screen

_FOLDER = Path(__file__).parents[3] / "data" / "nlu"


@dataclass(frozen=True)
class LabelledText:
    """``file`` is a file's name without language; ``tier`` the part of the intent before the slash."""

    text: str
    file: str
    tier: str
    label: str
    seen: Danger


@cache
def training_texts() -> tuple[LabelledText, ...]:
    found = []
    for path in sorted(_FOLDER.glob("*.yml")):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            tier, _, label = entry["intent"].partition("/")
            for line in entry["examples"].splitlines():
                text = line.removeprefix("- ").strip()
                found.append(LabelledText(text, path.name.split(".")[0], tier, label, screen(text)))
    return tuple(found)
