"""Columns of a chart as plain numbers; ``templates/charts.html`` draws them as SVG, with their table. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 480, 130  # of the picture, in its own units
GAP_SHARE = 0.22
MOST_TICKS = 8


@dataclass(frozen=True)
class Block:
    """One part of a column; ``series`` says which, from 0."""

    series: int
    y: float
    height: float


@dataclass(frozen=True)
class Column:
    """``short`` stands under the column where there is room (``tick``), ``label`` names its row in the table."""

    label: str
    short: str
    tick: bool
    x: float
    width: float
    values: tuple[int, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Chart:
    """``series`` are the names of a column's values, the lowest part first; ``top`` is the highest column."""

    series: tuple[str, ...]
    columns: tuple[Column, ...]
    top: int
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def totals(self) -> tuple[int, ...]:
        """The sum of each series."""
        return tuple(sum(column.values[at] for column in self.columns) for at in range(len(self.series)))


def stacked(series: Sequence[str], points: Sequence[tuple[str, str, Sequence[int]]]) -> Chart:
    """A chart of ``points``: (label, short label, one value per series)."""
    top = max((sum(values) for _, _, values in points), default=0)
    room = WIDTH / max(len(points), 1)
    every = -(-len(points) // MOST_TICKS) or 1
    columns = tuple(
        Column(
            label,
            short,
            at % every == 0,
            round(at * room + room * GAP_SHARE / 2, 2),
            round(room * (1 - GAP_SHARE), 2),
            tuple(values),
            _blocks(values, top),
        )
        for at, (label, short, values) in enumerate(points)
    )
    return Chart(tuple(series), columns, top)


def _blocks(values: Sequence[int], top: int) -> tuple[Block, ...]:
    blocks, floor = [], float(HEIGHT)
    for series, value in enumerate(values):
        if value:
            height = HEIGHT * value / top
            floor -= height
            blocks.append(Block(series, round(floor, 2), round(height, 2)))
    return tuple(blocks)
