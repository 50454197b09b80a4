"""Places whose address would put people in danger: by phone only, and never on a map.

The street address of such a place is not even stored. Its position becomes the middle of its
county, so that nobody can narrow it down by asking from many ZIP codes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from bot.directory.needs import VIOLENCE
from bot.directory.records import Location, Service

_SIGNS = re.compile(
    r"\b(?:domestic[- ](?:violence|abuse)|domestic (?:and|&|or|/) (?:sexual|family) (?:violence|abuse)"
    r"|(?:dating|family) violence|intimate[- ]partner|battered|abused women|(?:human|sex|labor)[- ]trafficking"
    r"|trafficking (?:victim|survivor)s?|safe[- ]?house|violencia (?:dom[eé]stica|familiar|de pareja)"
    r"|tr(?:ata|[aá]fico) de personas)\b",
    re.IGNORECASE,
)
_LETTERS = ("violen", "abuse", "partner", "battered", "traffick", "safe", "de personas")
"""One of these is in whatever the signs find: to look for them first is ten times as fast."""


def looks_confidential(service: Service, terms: str = "") -> bool:
    """Whether name, description, terms or needs speak of domestic violence or trafficking."""
    if VIOLENCE in service.needs:
        return True
    said = f"{service.name} {service.alternate_name} {service.description} {terms}"
    low = said.lower()
    return any(each in low for each in _LETTERS) and bool(_SIGNS.search(said))


_STREET = re.compile(
    r"\b\d{1,6}\s+(?:[NSEW]\.?\s+)?(?:[A-Z0-9][\w.'-]*\s+){1,4}"
    r"(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Dr|Drive|Ln|Lane|Way|Ct|Court|Pl|Place|Pike|Hwy|Highway|Pkwy|Parkway"
    r"|Ter|Terrace|Cir|Circle|Sq|Square)\b"
)
_SENTENCE = re.compile(r"(?<=[.!?;])(?<!\s[A-Z]\.)\s+|\n")
_WORDS = ("description", "eligibility_description", "fees_description", "application_process", "alert")


def names_street(text: str, streets: Iterable[str] = ()) -> bool:
    """Whether a text leads to a door: by one of ``streets``, or by whatever reads like one."""
    bare = text.lower()
    return bool(_STREET.search(text)) or any(street.lower() in bare for street in streets if street)


def silenced(service: Service, streets: Iterable[str]) -> Service:
    """A phone-only service without those sentences that name a street (``streets``: its own)."""
    own = tuple(streets)
    said: dict[str, Any] = {}
    for name in _WORDS:
        if names_street(text := getattr(service, name), own):
            kept = " ".join(part for part in _SENTENCE.split(text) if not names_street(part, own))
            said[name] = "" if names_street(kept, own) else kept
    return replace(service, **said)


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
