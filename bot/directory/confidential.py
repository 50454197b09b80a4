"""Places whose address would put people in danger: by phone only, and never on a map.

The street address of such a place is not even stored. Its position becomes the middle of its
county, so that nobody can narrow it down by asking from many ZIP codes.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.directory.needs import VIOLENCE
from bot.directory.records import Location, Service

_SIGNS = re.compile(
    r"\b(?:domestic (?:violence|abuse)|dating violence|intimate[- ]partner|battered|human trafficking|sex trafficking|"
    r"trafficking (?:victim|survivor)s?|safe house|violencia dom[eé]stica|trata de personas)\b",
    re.IGNORECASE,
)


def looks_confidential(service: Service, terms: str = "") -> bool:
    """Whether name, description, terms or needs speak of domestic violence or trafficking."""
    if VIOLENCE in service.needs:
        return True
    return bool(_SIGNS.search(f"{service.name} {service.alternate_name} {service.description} {terms}"))


def withheld(location: Location, county_middle: tuple[float, float] | None, own_id: str) -> Location:
    """``location`` without anything that leads there; ``own_id`` keeps it apart from the place
    other, public services of the same house may use."""
    latitude, longitude = county_middle if county_middle else (None, None)
    return replace(
        location,
        id=own_id,
        name="",
        description="",
        transportation="",
        latitude=latitude,
        longitude=longitude,
        position_from="county" if county_middle else "none",
        extra={},
    )
