"""The lowest point of a smooth, convex function (L-BFGS), in single precision.

SciPy has it in double precision, and is 100 MB in the service for this one use. The assistant's heads have six million
weights: there SciPy's needs a gigabyte more than this.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float32]
Function = Callable[[Values], tuple[float, Values]]

_REMEMBERED = 8
_FLAT = 1e-4  # a slope so small, relative to the first, that more steps change nothing
_HALVINGS = 20
_ENOUGH = 1e-4  # the part of the promised descent that a step must keep


def lowest(function: Function, start: Values, steps: int) -> Values:
    """Where ``function`` (a point's value and slope) is lowest, or near it after so many steps."""
    point, (value, slope) = start, function(start)
    steep = float(np.linalg.norm(slope))
    past: deque[tuple[Values, Values, float]] = deque(maxlen=_REMEMBERED)
    for _ in range(steps):
        if float(np.linalg.norm(slope)) <= _FLAT * steep:
            break
        way = _direction(slope, past)
        length = 1.0 if past else 1.0 / max(1.0, float(np.linalg.norm(slope)))
        for _ in range(_HALVINGS):
            moved = point + np.float32(length) * way
            new_value, new_slope = function(moved)
            if new_value <= value + _ENOUGH * length * float(slope @ way):
                break
            length /= 2
        else:
            break  # no step goes down: this is the bottom, as far as the numbers can tell
        step, bend = moved - point, new_slope - slope
        if float(step @ bend) > 0:
            past.append((step, bend, float(step @ bend)))
        point, value, slope = moved, new_value, new_slope
    return point


def _direction(slope: Values, past: deque[tuple[Values, Values, float]]) -> Values:
    """The way down, bent by what the past steps told about the curve."""
    way = -slope
    shares = []
    for step, bend, both in reversed(past):
        share = float(step @ way) / both
        shares.append(share)
        way = way - np.float32(share) * bend
    if past:
        _, bend, both = past[-1]
        way = way * np.float32(both / float(bend @ bend))
    for (step, bend, both), share in zip(past, reversed(shares), strict=True):
        way = way + np.float32(share - float(bend @ way) / both) * step
    return way
