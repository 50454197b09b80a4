"""A map of places without any picture from outside: points in a box, near ones as one larger point."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians, sqrt

from bot.directory.geography import Box

WIDTH, HEIGHT = 720.0, 480.0
CELLS_ACROSS = 36
SMALL, LARGE = 5.0, 16.0
NARROWEST = 0.02  # degrees; closer than this nobody needs to look


@dataclass(frozen=True)
class Point:
    """Where one place is, in degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True)
class Spot:
    """One circle of the drawing: its middle and radius in the units of ``WIDTH`` and ``HEIGHT``, how many
    places it stands for, and the box in degrees that shows them larger."""

    x: float
    y: float
    radius: float
    count: int
    box: Box


def framed(points: Sequence[Point]) -> Box:
    """The box in which all of ``points`` lie, in the proportions of the drawing, with some room around."""
    south, north = min(p.latitude for p in points), max(p.latitude for p in points)
    west, east = min(p.longitude for p in points), max(p.longitude for p in points)
    return proportioned(Box(south, north, west, east))


def proportioned(box: Box) -> Box:
    """``box`` made wide or high enough for the drawing, and a little larger than it was."""
    middle_up, middle_across = (box.south + box.north) / 2, (box.west + box.east) / 2
    shrink = max(0.2, cos(radians(middle_up)))
    up = max(box.north - box.south, NARROWEST) * 1.1
    across = max(box.east - box.west, NARROWEST) * 1.1
    up = max(up, across * shrink * HEIGHT / WIDTH)
    across = max(across, up * WIDTH / HEIGHT / shrink)
    return Box(middle_up - up / 2, middle_up + up / 2, middle_across - across / 2, middle_across + across / 2)


def spots(points: Iterable[Point], box: Box) -> list[Spot]:
    """Circles for the points inside ``box``, the largest first, so that small ones lie on top."""
    cell = WIDTH / CELLS_ACROSS
    found: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for point in points:
        x, y = on_drawing(point.latitude, point.longitude, box)
        if 0 <= x <= WIDTH and 0 <= y <= HEIGHT:
            found.setdefault((int(x // cell), int(y // cell)), []).append((x, y))
    drawn = [_spot(group, box, cell) for group in found.values()]
    return sorted(drawn, key=lambda each: (-each.count, each.x, each.y))


def on_drawing(latitude: float, longitude: float, box: Box) -> tuple[float, float]:
    """Where a position lies on the drawing; outside of it for what is outside of the box."""
    x = (longitude - box.west) / (box.east - box.west) * WIDTH
    y = (box.north - latitude) / (box.north - box.south) * HEIGHT
    return x, y


def _spot(group: list[tuple[float, float]], box: Box, cell: float) -> Spot:
    x = sum(each[0] for each in group) / len(group)
    y = sum(each[1] for each in group) / len(group)
    up, across = (box.north - box.south) / HEIGHT, (box.east - box.west) / WIDTH
    latitude, longitude = box.north - y * up, box.west + x * across
    near = Box(
        latitude - 2 * cell * up, latitude + 2 * cell * up, longitude - 2 * cell * across, longitude + 2 * cell * across
    )
    radius = min(LARGE, SMALL + 1.5 * (sqrt(len(group)) - 1))
    return Spot(round(x, 1), round(y, 1), round(radius, 1), len(group), near)
