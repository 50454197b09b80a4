"""A whole address in one cell: "12 Elm St, Philadelphia, PA 19104, USA"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.directory.states import CODES, state_code

_COUNTRY = re.compile(r",?\s*(?:USA|U\.S\.A\.|US|United States(?: of America)?)\.?$", re.IGNORECASE)
_END = re.compile(r"(?:,|\s)\s*([A-Za-z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)\.?,?(?:\s+(\d{5})(?:-\d{4})?)?$")
_STATE_ONLY = re.compile(r"^(?:state:?\s*)?([A-Za-z ]{2,20})$", re.IGNORECASE)


@dataclass(frozen=True)
class WholeAddress:
    """What is not said is empty."""

    street: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""


def read_whole_address(text: str) -> WholeAddress:
    """The parts of an address; a text that names no state is all street."""
    bare = _COUNTRY.sub("", " ".join(text.split())).strip(" ,")
    if not bare:
        return WholeAddress()
    only = _STATE_ONLY.match(bare)
    if only and state_code(only[1]) in CODES:
        return WholeAddress(state=state_code(only[1]))
    end = _END.search(bare)
    if end is None or state_code(end[1]) not in CODES:
        return WholeAddress(street=bare)
    before = bare[: end.start()].strip(" ,")
    street, comma, city = before.rpartition(",")
    if not comma:
        # "315 S. Broad Street Philadelphia": where the street ends is not said; a name alone is a town.
        street, city = (before, "") if re.search(r"\d", before) else ("", before)
    return WholeAddress(street.strip(), city.strip(), state_code(end[1]), end[2] or "")
