"""The real catalog and values of a small invented house, for the tests of the words."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from bot.wording.catalog import Catalog, load_catalog
from bot.wording.fill import fill

ROOT = Path(__file__).parents[3]
RESPONSES = ROOT / "data" / "responses"
CANNED = ROOT / "data" / "canned"
HOUSE = {"org": "Warmline", "human_phone": "+15550100199"}
NO_PHONE = {"org": "Warmline", "human_phone": ""}
VALUES = {
    **HOUSE,
    "coach": "Maximiliana",
    "code": "K127",
    "urgency": "crisis",
    "kind": "psychosis",
    "minutes": 125,
    "now": "12:30 am",
    "next": "el miércoles a las 12:30 pm",
    "needs": ["harm_reduction", "mental_health", "benefits"],
    "town": "Truth Or Consequences",
    "count": "3",
    "card": "Example House, a place to stay. 215-555-0101. 12 Elm St, Philadelphia. Mon-Fri 9-5.",
    "zip": "19104",
    "word": "SUPERVISOR",
    "names": ["Maximiliana", "Bartholomew", "Eva"],
    "cases": ["K27 crisis 12 min", "K28 normal 3 min", "K29 normal 1 min"],
}


@cache
def real_catalog() -> Catalog:
    return load_catalog(RESPONSES)


def spoken(name: str, language: str) -> str:
    """The response with long but real values in its gaps."""
    return fill(real_catalog().text(name, language), VALUES, real_catalog(), language)


def sentences() -> list[str]:
    """Names of responses that are whole sentences, not pieces for gaps."""
    pieces = re.compile(r"utter_(need|kind|urgency|missing|join)_|utter_resources$")
    return sorted(name for name in real_catalog().names if not pieces.match(name))
