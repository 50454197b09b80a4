"""Turns ``data/nlu`` into the plain bot's training data: one intent per need or act, in English.

A part of it only: two cores shall train the bot in about three minutes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import yaml

EXAMPLES_PER_INTENT = 16
LONGEST = 48  # a batch costs as much as its longest sentence
ZIP = re.compile(r"(?<![\d$-])\b\d{5}\b(?!-)")
TAILS = (
    "{}, {}",
    "{} near {}",
    "{} in {}",
    "{} im in {}",
    "{} zip {}",
    "{} {}",
    "{} {} please",
    "{} from {}",
    "{}. {}",
)
# With the pattern as a feature the classifier learns from few sentences what a ZIP looks like.
ZIP_PATTERN = "- regex: zip\n  examples: |\n    - \\b\\d{5}\\b\n"
# Danger has files of its own; here it is one intent.
DANGER = "danger_"


def convert(source: Path) -> str:
    """The plain bot's ``nlu.yml`` from the English files of ``source``."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(source.glob("*.yml")):
        if not path.name.endswith(".es.yml") and not path.name.startswith("near_miss"):
            for block in yaml.safe_load(path.read_text("utf-8"))["nlu"]:
                intent = _intent(path.stem, str(block["intent"]))
                if intent:
                    found[intent] += re.findall(r"^- (.+)$", block["examples"], re.MULTILINE)
    blocks = [_block(intent, found[intent], number) for number, intent in enumerate(sorted(found))]
    return 'version: "3.1"\n\nnlu:\n' + "\n".join([ZIP_PATTERN, *blocks])


def _intent(topic: str, label: str) -> str | None:
    """The plain bot's intent, or None: it knows one need per text and takes no opt-outs."""
    act, _, detail = label.partition("/")
    if topic.startswith(DANGER) or act == "crisis":
        return "crisis"
    if act == "seek":
        return f"seek_{detail}" if detail and "+" not in detail else None
    return None if act in ("opt_out", "wrong_number", "concern", "check") else act


def _block(intent: str, examples: list[str], place: int) -> str:
    short = [text for text in examples if len(text) <= LONGEST]
    step = max(1, len(short) // EXAMPLES_PER_INTENT)
    chosen = [_annotate(re.sub(r"[\[\]{}()]", " ", text)) for text in short[::step][:EXAMPLES_PER_INTENT]]
    if intent.startswith("seek_"):
        # As a builder would: the same wishes, half of them with a ZIP.
        for number, text in enumerate([text for text in chosen[::2] if "](zip)" not in text], place):
            chosen.append(TAILS[number % len(TAILS)].format(text, f"[{10_021 + 4_637 * number % 89_000}](zip)"))
    lines = "\n".join(f"    - {text}" for text in chosen)
    return f"- intent: {intent}\n  examples: |\n{lines}\n"


def _annotate(text: str) -> str:
    return ZIP.sub(lambda match: f"[{match[0]}](zip)", text)
