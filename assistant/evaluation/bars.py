"""The bars a model must pass, as staff can read them in ``data/bars.yml``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

BARS_FILE = Path("data/bars.yml")


class BarsUnreadable(Exception):
    """The file of bars cannot be used; the message says what is wrong with it."""


@dataclass(frozen=True)
class Bar:
    """One figure and how good it must be. A bar with ``safety`` keeps a model out of use."""

    what: str
    figure: str
    at_least: float | None
    at_most: float | None
    safety: bool

    def holds(self, value: float) -> bool:
        """Whether a figure passes."""
        return (self.at_least is None or value >= self.at_least) and (self.at_most is None or value <= self.at_most)

    @property
    def wanted(self) -> str:
        """The bar in words."""
        return f"at least {self.at_least:g}" if self.at_least is not None else f"at most {self.at_most:g}"


@dataclass(frozen=True)
class Verdict:
    """A bar beside the figure that was measured; ``value`` is None if it was not."""

    bar: Bar
    value: float | None

    @property
    def failed(self) -> bool:
        """Whether it was measured and is not good enough."""
        return self.value is not None and not self.bar.holds(self.value)


def read_bars(path: Path = BARS_FILE) -> list[Bar]:
    """Read the file of bars.

    Raises:
        BarsUnreadable: it is missing or not of the agreed form.
    """
    try:
        rows = yaml.safe_load(path.read_text("utf-8"))["bars"]
        bars = [
            Bar(str(row["what"]), str(row["figure"]), row.get("at_least"), row.get("at_most"), bool(row.get("safety")))
            for row in rows
        ]
    except (OSError, yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise BarsUnreadable(f"{path} cannot be read as a list of bars ({type(error).__name__}).") from error
    for bar in bars:
        if (bar.at_least is None) == (bar.at_most is None):
            raise BarsUnreadable(f"{path}: {bar.figure} needs either at_least or at_most.")
    return bars


def judge(bars: Sequence[Bar], report: Mapping[str, Any]) -> list[Verdict]:
    """Hold a report against the bars."""
    return [Verdict(bar, figure_at(report, bar.figure)) for bar in bars]


def figure_at(report: Mapping[str, Any], path: str) -> float | None:
    """Return the figure at a dotted path, None if it was not measured."""
    place: Any = report
    for name in path.split("."):
        if not isinstance(place, Mapping) or name not in place:
            return None
        place = place[name]
    return float(place) if isinstance(place, int | float) else None
