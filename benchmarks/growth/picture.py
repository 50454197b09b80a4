"""Draws curves as one plain SVG: panels side by side, both axes logarithmic."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

PANEL, HEIGHT, LEFT, TOP, BELOW = 330, 240, 62, 38, 44
LOW, HIGH = 1.0, 1_000.0  # milliseconds
COLOURS = ("#0b5fa5", "#b3541e", "#2e7d32", "#7b3fa0", "#8a6d00", "#00798c", "#a02c4a", "#555555")
Points = Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Panel:
    """``curves``: by name, pairs of size and milliseconds."""

    title: str
    below: str
    curves: Mapping[str, Points]


def draw(title: str, panels: Sequence[Panel]) -> str:
    """The picture as SVG text."""
    names = list(dict.fromkeys(name for panel in panels for name in panel.curves))
    across = max(1, len(panels))  # names stand below the panels, as many in a row
    width, legend = LEFT + across * PANEL, -(-len(names) // across) * 18
    height = TOP + HEIGHT + BELOW + legend + 10
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        'font-family="system-ui, sans-serif" font-size="12">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        f'<text x="{LEFT}" y="16" font-weight="bold">{escape(title)}</text>',
    ]
    for at, panel in enumerate(panels):
        parts += _panel(panel, LEFT + at * PANEL, at == 0, names)
    for at, name in enumerate(names):
        x, y = LEFT + (at % across) * PANEL, TOP + HEIGHT + BELOW + 18 * (at // across) + 6
        parts.append(f'<line x1="{x}" y1="{y - 4}" x2="{x + 22}" y2="{y - 4}" {_stroke(at)} stroke-width="3"/>')
        parts.append(f'<text x="{x + 28}" y="{y}" fill="#222">{escape(name)}</text>')
    return "\n".join([*parts, "</svg>\n"])


def _panel(panel: Panel, left: float, labelled: bool, names: Sequence[str]) -> list[str]:
    sizes = [size for points in panel.curves.values() for size, _ in points]
    first, last = math.log10(min(sizes)), math.log10(max(sizes)) or 1.0
    room = PANEL - 30

    def x(size: float) -> float:
        return left + room * (math.log10(size) - first) / ((last - first) or 1.0)

    def y(value: float) -> float:
        share = (math.log10(min(max(value, LOW), HIGH)) - math.log10(LOW)) / math.log10(HIGH / LOW)
        return TOP + HEIGHT * (1 - share)

    parts = []
    for value in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000):
        strong = value in (1, 10, 100, 1000)
        parts.append(
            f'<line x1="{left}" y1="{y(value):.1f}" x2="{left + room}" y2="{y(value):.1f}" '
            f'stroke="{"#bbb" if strong else "#e8e8e8"}"/>'
        )
        if strong and labelled:
            parts.append(f'<text x="{left - 6}" y="{y(value) + 4:.1f}" text-anchor="end" fill="#444">{value} ms</text>')
    for size in sorted(set(sizes)):
        parts.append(
            f'<text x="{x(size):.1f}" y="{TOP + HEIGHT + 15}" text-anchor="middle" fill="#444">{_short(size)}</text>'
        )
    for name, points in panel.curves.items():
        line = " ".join(f"{x(size):.1f},{y(value):.1f}" for size, value in points)
        at = names.index(name)
        parts.append(f'<polyline points="{line}" fill="none" {_stroke(at)} stroke-width="2"/>')
        parts += [f'<circle cx="{x(s):.1f}" cy="{y(v):.1f}" r="2.5" fill="{_colour(at)}"/>' for s, v in points]
    parts.append(f'<text x="{left}" y="{TOP - 4}" fill="#222">{escape(panel.title)}</text>')
    parts.append(f'<text x="{left}" y="{TOP + HEIGHT + 31}" fill="#444">{escape(panel.below)}</text>')
    return parts


def _short(size: float) -> str:
    for unit, letter in ((1e6, "M"), (1e3, "k")):
        if size >= unit:
            return f"{size / unit:g}{letter}"
    return f"{size:g}"


def _stroke(at: int) -> str:
    """Colours come again, then dashed."""
    dashes = ' stroke-dasharray="6 4"' if at >= len(COLOURS) else ""
    return f'stroke="{_colour(at)}"{dashes}'


def _colour(at: int) -> str:
    return COLOURS[at % len(COLOURS)]
