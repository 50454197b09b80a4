"""Measuring the line's eyes on labelled texts from elsewhere: JSON lines as ``warmline understand`` prints them."""

from __future__ import annotations

import json
from pathlib import Path

from bot.danger_model.examples import BrokenExamples, Example
from bot.danger_model.figures import Figure, figures
from bot.message import About, Risk, RiskKind
from bot.ports import DangerReader


def read_labelled(path: Path) -> tuple[Example, ...]:
    """Texts with ``risk``, ``risk_kind``, ``about`` and ``language``.

    A text without danger counts as a near miss if the file's name has ``danger`` in it, else as an
    ordinary text.

    Raises:
        BrokenExamples: a line cannot be read; the message names it.
    """
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            found.append(_example(json.loads(line), path))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise BrokenExamples(f"{path}, line {number}: not a labelled text ({type(error).__name__}).") from error
    return tuple(found)


def _example(told: dict[str, str], path: Path) -> Example:
    risk = Risk(told["risk"])
    dangerous = risk.rank >= Risk.CHECK.rank
    return Example(
        text=told["text"],
        risk=risk,
        kind=RiskKind(told["risk_kind"]) if dangerous and told.get("risk_kind") else None,
        about=About(told.get("about") or "unknown"),
        near_miss=not dangerous and "danger" in path.stem,
        language=told["language"],
        origin=path.stem,
    )


def measure(reader: DangerReader, examples: tuple[Example, ...]) -> tuple[Figure, ...]:
    """The same figures as a training's, of what ``reader`` sees in each text."""
    return figures(examples, [reader.look(example.text) for example in examples])
