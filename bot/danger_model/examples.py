"""The training texts of ``data/nlu`` as the danger model sees them: how grave, which kind, who."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from bot.errors import WarmlineError
from bot.message import About, Risk, RiskKind


class BrokenExamples(WarmlineError):
    """The training texts cannot be used; the message names the file."""


@dataclass(frozen=True)
class Example:
    """One text with its label.

    ``near_miss``: it sounds like danger and is none. ``origin`` is the file's name without its
    ending, ``language`` is ``en`` or ``es``. ``topic`` is what the text would be taken for: a tier and
    kind of danger, ``near miss``, or the act or need of an ordinary text.
    """

    text: str
    risk: Risk
    kind: RiskKind | None
    about: About
    near_miss: bool
    language: str
    origin: str
    topic: str = "ordinary"

    @property
    def dangerous(self) -> bool:
        return self.risk.rank >= Risk.CHECK.rank

    @property
    def ordinary(self) -> bool:
        return not self.dangerous and not self.near_miss


def read_examples(folder: Path) -> tuple[Example, ...]:
    """Every text of the ``*.yml`` files in ``folder``, in a fixed order.

    Raises:
        BrokenExamples: there are none, or a file or a label cannot be read.
    """
    found = read_taught(folder)
    if not any(example.dangerous for example in found):
        raise BrokenExamples(f"There are no texts of danger in {folder}.")
    return found


def read_taught(folder: Path) -> tuple[Example, ...]:
    """The same of a folder that may be empty, or not there. Raises :class:`BrokenExamples`."""
    found: list[Example] = []
    for path in sorted(folder.glob("*.yml")):
        try:
            for entry in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
                texts = (line.strip().removeprefix("-").strip() for line in entry["examples"].splitlines())
                found.extend(_example(text, entry["intent"], path) for text in texts if text)
        except (yaml.YAMLError, KeyError, TypeError, ValueError) as error:
            raise BrokenExamples(f"{path} cannot be read as training texts ({type(error).__name__}).") from error
    return tuple(found)


def _example(text: str, intent: str, path: Path) -> Example:
    family, _, detail = intent.partition("/")
    risk = Risk(family) if family in ("crisis", "check", "concern") else Risk.NONE
    if intent.startswith("relapse"):
        risk = Risk.CONCERN  # the contract counts a slip as one; its needs are Rasa's business
    kind, _, about = detail.rpartition("_") if risk.rank >= Risk.CHECK.rank else ("", "", detail)
    name = path.name.removesuffix(".yml")
    return Example(
        text=text,
        risk=risk,
        kind=RiskKind(kind) if kind else None,
        about=About(about) if about in ("self", "other") else About.UNKNOWN,
        near_miss=name.startswith("near_miss") and risk.rank < Risk.CHECK.rank,
        language="es" if name.endswith(".es") else "en",
        origin=name,
        topic=_topic(risk, kind, intent, name),
    )


def _topic(risk: Risk, kind: str, intent: str, name: str) -> str:
    if kind:
        return f"{risk}/{kind}"
    if intent.startswith("concern"):
        return "concern"
    if name.startswith("near_miss"):
        return "near miss"
    first = intent.split("+")[0]
    return first if first.startswith("seek/") else first.split("/")[0]
