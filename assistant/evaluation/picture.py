"""The confusion of acts or needs as a picture (SVG): rows are the truth, columns the answer."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

CELL, MARGIN = 30, 120


def confusion_svg(names: Sequence[str], pairs: Sequence[Sequence[Any]], title: str) -> str:
    """Draw ``pairs`` of [true, found, count]; the darker, the greater the row's share."""
    counts = {(str(true), str(found)): int(times) for true, found, times in pairs}
    shown = [name for name in names if any(name in pair for pair in counts)]
    side = MARGIN + CELL * len(shown)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side + 20} {side + 30}" role="img" '
        f'font-family="sans-serif" font-size="11">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{side + 20}" height="{side + 30}" fill="#ffffff"/>',
        f'<text x="10" y="18" font-size="13">{escape(title)}</text>',
    ]
    for row, name in enumerate(shown):
        middle = MARGIN + row * CELL + CELL // 2
        label = escape(name.replace("_", " ") or "nothing")
        parts.append(f'<text x="{MARGIN - 6}" y="{middle + 4}" text-anchor="end">{label}</text>')
        parts.append(f'<text transform="translate({middle + 4} {MARGIN - 6}) rotate(-60)">{label}</text>')
        total = sum(counts.get((name, other), 0) for other in shown)
        parts += [_cell(row, column, counts.get((name, other), 0), total) for column, other in enumerate(shown)]
    return "\n".join([*parts, "</svg>", ""])


def _cell(row: int, column: int, times: int, total: int) -> str:
    x, y = MARGIN + column * CELL, MARGIN + row * CELL
    share = times / total if total else 0.0
    colour = _shade(share, (30, 110, 90) if row == column else (190, 60, 40))
    cell = f'<rect x="{x}" y="{y}" width="{CELL - 1}" height="{CELL - 1}" fill="{colour}"/>'
    if not times:
        return cell
    ink = "#ffffff" if share > 0.5 else "#222222"
    return cell + f'<text x="{x + CELL // 2}" y="{y + 19}" text-anchor="middle" fill="{ink}">{times}</text>'


def _shade(share: float, full: tuple[int, int, int]) -> str:
    pale = 244
    return "#" + "".join(f"{round(pale + (part - pale) * share):02x}" for part in full)
