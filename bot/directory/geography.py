"""Miles, boxes around a point, and what a ZIP code stands for."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Protocol

EARTH_MILES = 3958.8
MILES_PER_DEGREE = 69.0


@dataclass(frozen=True)
class Area:
    """A ZIP code (or, with ``zip`` empty, a town): its middle in degrees and its time zone."""

    zip: str
    city: str
    state: str
    county: str
    latitude: float
    longitude: float
    timezone: str


class Areas(Protocol):
    """Where ZIP codes and towns are."""

    def of_zip(self, zip: str) -> Area | None:
        """The area of a five-digit ZIP, ``None`` when there is no such ZIP."""

    def of_city(self, city: str, state: str) -> Area | None:
        """The middle of a town's ZIP codes."""

    def of_county(self, area: Area) -> tuple[float, float]:
        """The middle of the county that ``area`` lies in."""

    def nearest(self, latitude: float, longitude: float) -> Area | None:
        """The ZIP code whose middle is nearest, within 60 miles or so."""


@dataclass(frozen=True)
class Box:
    """South to north and west to east, in degrees."""

    south: float
    north: float
    west: float
    east: float


def miles_between(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Great-circle miles."""
    a, b = radians(latitude), radians(other_latitude)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other_longitude - longitude) / 2) ** 2
    return 2 * EARTH_MILES * asin(sqrt(min(1.0, half)))


def box_around(latitude: float, longitude: float, miles: float) -> Box:
    """The smallest upright box that holds the circle of ``miles``, cut at the date line and the poles."""
    up = miles / MILES_PER_DEGREE
    # The circle is widest, in degrees, on the side nearer to the pole.
    edge = min(89.0, abs(latitude) + up)
    across = miles / (MILES_PER_DEGREE * cos(radians(edge)))
    return Box(
        south=max(-90.0, latitude - up),
        north=min(90.0, latitude + up),
        west=max(-180.0, longitude - across),
        east=min(180.0, longitude + across),
    )


def is_position(latitude: float | None, longitude: float | None) -> bool:
    """Whether both are there, on the globe, and not the 0,0 that stands for "unknown"."""
    if latitude is None or longitude is None:
        return False
    return -90 <= latitude <= 90 and -180 <= longitude <= 180 and (abs(latitude) > 0.01 or abs(longitude) > 0.01)
