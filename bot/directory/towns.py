"""All towns and counties by name, and which of several namesakes is meant."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from bot.directory.geography import Area, miles_between
from sentences.normalise import without_accents

NEIGHBOUR_MILES = 100.0
"""Somebody whose ZIP we know means the namesake within so many miles of it."""

MUCH_LARGER = 3
TINY = 10
"""A namesake so many times larger elsewhere: who says only "Springfield" may mean that one."""

CELL = 2
"""Places are looked up on a grid of half degrees, about 35 miles."""

CLOSE = 0.84
SHORTEST_TYPO = 5
_ALIASES = {
    "philly": ("philadelphia", "PA"),
    **dict.fromkeys(("west philly", "north philly", "south philly", "northeast philly"), ("philadelphia", "PA")),
    "filadelfia": ("philadelphia", "PA"),
    "nyc": ("new york", "NY"),
    "new york city": ("new york", "NY"),
    "nueva york": ("new york", "NY"),
    "manhattan": ("new york", "NY"),
    "the bronx": ("bronx", "NY"),
    "abq": ("albuquerque", "NM"),
    "burque": ("albuquerque", "NM"),
    "vegas": ("las vegas", "NV"),
    "washington dc": ("washington", "DC"),
    "nola": ("new orleans", "LA"),
    "atl": ("atlanta", "GA"),
    "ft worth": ("fort worth", "TX"),
}
_COUNTY = re.compile(r" (?:county|parish|borough|municipio|census area)$")


@dataclass(frozen=True, slots=True)
class Town:
    """A town, or a county; ``zip`` is the ZIP code nearest to its middle, ``size`` how many it has."""

    name: str
    state: str
    zip: str
    latitude: float
    longitude: float
    size: int


def key(name: str) -> str:
    """How a name is looked up: plain letters, lower case, without dots, ``saint`` and ``fort`` in short."""
    plain = re.sub(r"[^a-z' -]", "", without_accents(name).lower()).replace("-", " ").replace("'", "")
    return re.sub(r"\s+", " ", re.sub(r"\bsaint\b", "st", plain)).strip()


class Gazetteer:
    """Built once from the ZIP codes, then only read; about 10 MB."""

    def __init__(self, areas: Iterable[Area], served: Iterable[tuple[float, float]] = ()) -> None:
        """``served`` are positions of places in the directory: where this line helps."""
        towns: dict[tuple[str, str], list[Area]] = defaultdict(list)
        counties: dict[tuple[str, str], list[Area]] = defaultdict(list)
        for area in areas:
            towns[area.city, area.state].append(area)
            if area.county:
                counties[area.county, area.state].append(area)
        self._towns = _by_name(towns, is_county=False)
        self._counties = _by_name(counties, is_county=True)
        self.serve(served)

    def serve(self, served: Iterable[tuple[float, float]]) -> None:
        """Take these positions for where this line helps, from now on."""
        self._served = frozenset(_cell(latitude, longitude) for latitude, longitude in served)
        by_letter: dict[str, list[str]] = defaultdict(list)
        for name, same in self._towns.items():
            if len(name) >= SHORTEST_TYPO and any(town.size >= MUCH_LARGER or self._is_served(town) for town in same):
                by_letter[name[0]].append(name)
        self._by_letter = by_letter

    def towns(self, name: str, state: str = "", county: bool = False) -> tuple[Town, ...]:
        """Every town (or county) of that name, in ``state`` if one is given; ``name`` as :func:`key` writes it."""
        if not county and name in _ALIASES:
            name, own = _ALIASES[name]
            state = state or own
        known = (self._counties if county else self._towns).get(name, ())
        return tuple(town for town in known if not state or town.state == state)

    def corrected(self, name: str) -> str:
        """The name of a town that ``name`` is a slip of, or the empty string."""
        if len(name) < SHORTEST_TYPO or name in self._towns:
            return ""
        near = get_close_matches(name, self._by_letter.get(name[0], ()), n=1, cutoff=CLOSE)
        return near[0] if near else ""

    def meant(self, same: tuple[Town, ...], home: Area | None) -> Town | None:
        """Of namesakes the one that is surely meant: near home, or the only one where this line has
        places, or by far the largest. ``None``: the person has to say which."""
        if len(same) < 2:
            return same[0] if same else None
        if home is not None:
            far = [(miles_between(home.latitude, home.longitude, t.latitude, t.longitude), t.state, t) for t in same]
            miles, _, nearest = min(far)
            if miles <= NEIGHBOUR_MILES:
                return nearest
        here = [town for town in same if self._is_served(town)]
        largest = max(town.size for town in same)
        if len(here) == 1 and here[0].size * TINY > largest:
            return here[0]
        first, second = sorted(same, key=lambda town: (-town.size, town.state))[:2]
        return first if first.size >= MUCH_LARGER * second.size else None

    def _is_served(self, town: Town) -> bool:
        south, west = _cell(town.latitude, town.longitude)
        return any((south + up, west + across) in self._served for up in (-1, 0, 1) for across in (-1, 0, 1))


def _by_name(groups: dict[tuple[str, str], list[Area]], is_county: bool) -> dict[str, tuple[Town, ...]]:
    found: dict[str, list[Town]] = defaultdict(list)
    for (full, state), areas in groups.items():
        name = _COUNTY.sub("", key(full)) if is_county else key(full)
        latitude = sum(each.latitude for each in areas) / len(areas)
        longitude = sum(each.longitude for each in areas) / len(areas)
        middle = min(areas, key=lambda a: ((a.latitude - latitude) ** 2 + (a.longitude - longitude) ** 2, a.zip))
        found[name].append(Town(full, state, middle.zip, latitude, longitude, len(areas)))
    return {name: tuple(same) for name, same in found.items()}


def _cell(latitude: float, longitude: float) -> tuple[int, int]:
    return int(latitude * CELL // 1), int(longitude * CELL // 1)
