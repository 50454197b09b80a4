"""What readers said of texts they were not trained on, kept in the model for its report."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from assistant.understanding.output import output_of
from assistant.understanding.training import HeldOut

HELD_OUT_FILE = "held_out.jsonl"


def write_held_out(folder: Path, held_out: Sequence[HeldOut]) -> None:
    """Write one JSON line for each text: its label and the parse result."""
    lines = (
        json.dumps({"text": each.example.text, "label": each.example.label, **output_of(each.understood)})
        for each in held_out
    )
    (folder / HELD_OUT_FILE).write_text("".join(line + "\n" for line in lines), "utf-8")


def read_held_out(lines: Iterable[bytes]) -> list[dict[str, Any]]:
    """Return what ``write_held_out`` wrote, a parse result with its ``label`` each."""
    return [json.loads(line) for line in lines if line.strip()]
