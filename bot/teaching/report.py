"""A model's figures beside those of the one before, against the bars of ``data/bars.yml``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

BARS = Path("data/bars.yml")


@dataclass(frozen=True)
class Row:
    """One bar with the figure before and now; ``None`` where it was not measured."""

    what: str
    wanted: str
    safety: bool
    before: float | None
    now: float | None
    missed: bool


@dataclass(frozen=True)
class Report:
    """``now`` is the model in use, or the one that was refused. ``rolled_back``: staff went back from a newer one."""

    rows: tuple[Row, ...]
    refused: bool
    can_go_back: bool
    rolled_back: bool


def read_report(data_dir: Path) -> Report | None:
    """The last training's figures; ``None`` without any model."""
    folder = data_dir / "models"
    use, before, refused = (_read(folder / f"{name}.report.json") for name in ("assistant", "previous", "refused"))
    if not use:
        return None
    old, now = (use, refused) if refused else (before, use)
    bars = yaml.safe_load(BARS.read_text("utf-8"))["bars"]
    return Report(
        tuple(_row(bar, old, now) for bar in bars),
        bool(refused),
        (folder / "previous.tar.gz").is_file() or (folder / "previous-danger.json").is_file(),
        bool(_read(folder / "previous.json").get("rolled_back")),
    )


def _row(bar: Mapping[str, Any], before: Mapping[str, Any], now: Mapping[str, Any]) -> Row:
    least, most, found = bar.get("at_least"), bar.get("at_most"), _at(now, str(bar["figure"]))
    missed = found is not None and ((least is not None and found < least) or (most is not None and found > most))
    wanted = f"at least {least:g}" if least is not None else f"at most {most:g}"
    return Row(str(bar["what"]), wanted, bool(bar.get("safety")), _at(before, str(bar["figure"])), found, missed)


def _at(report: Mapping[str, Any], path: str) -> float | None:
    place: Any = report
    for name in path.split("."):
        place = place.get(name) if isinstance(place, Mapping) else None
    return float(place) if isinstance(place, int | float) else None


def _read(path: Path) -> dict[str, Any]:
    try:
        fields = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return fields if isinstance(fields, dict) else {}
