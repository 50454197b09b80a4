"""What a response looks like on a phone: its gaps filled with values of an invented house and person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.wording.alphabet import is_gsm7
from bot.wording.catalog import Catalog
from bot.wording.fill import fill
from bot.wording.reading import grade
from bot.wording.segments import count_segments, fold

_EXAMPLE_PHONE = "+12155550199"
_LISTS = {
    "en": "1. Example Pantry, food. 215-555-0101. Open now till 5 pm. 1.2 mi",
    "es": "1. Example Pantry, comida. 215-555-0101. Abierto hasta las 5 pm. 1.2 mi",
}
VALUES: Mapping[str, Any] = {
    "coach": "Dana",
    "code": "K27",
    "urgency": "normal",
    "kind": "suicide",
    "minutes": 12,
    "now": "2:10 am",
    "next": "8:00 am",
    "needs": ["housing", "food"],
    "town": "Springfield",
    "count": "3",
    "card": "Example House, a place to stay. 215-555-0101. 12 Elm St, Philadelphia. Mon-Fri 9-5.",
    "zip": "19104",
    "word": "SUPERVISOR",
    "names": ["Dana", "Ben"],
    "cases": ["K27 crisis 12 min", "K28 normal 3 min"],
}


@dataclass(frozen=True)
class Example:
    """``body`` as it goes out, what it costs, and how hard it is to read (a school grade)."""

    body: str
    segments: int
    grade: float

    @property
    def cheap(self) -> bool:
        """In the SMS alphabet: 160 letters to a segment. Anything else costs more: 70."""
        return is_gsm7(self.body)

    @property
    def letters(self) -> int:
        return len(self.body)


def spoken(text: str, catalog: Catalog, language: str, house: Mapping[str, str]) -> str:
    """``text`` with example values in its gaps; ``house`` holds ``org`` and ``human_phone``."""
    known = {**VALUES, **house, "human_phone": house.get("human_phone") or _EXAMPLE_PHONE}
    more = catalog.text("utter_resources_more", language) if "utter_resources_more" in catalog.names else ""
    whole = text.replace("{lists}", _LISTS[language]).replace("{more}", more)
    return fill(whole, known, catalog, language)


def example(text: str, catalog: Catalog, language: str, house: Mapping[str, str]) -> Example:
    """How ``text`` arrives."""
    body = fold(spoken(text, catalog, language, house))
    return Example(body, count_segments(body), grade(body, language))
