"""The ZIP code in a text, by rule.

Five digits are a ZIP unless they are a house number, money, part of a phone number
or some other count. A model is no help here: the digits' neighbours decide.
"""

from __future__ import annotations

import re

from sentences.normalise import tidy

_FIVE_DIGITS = re.compile(r"(?<![\w$€#.,/-])(?<!\d:)(\d{5})(?:-\d{4})?(?![\w%]|[.,:/-]\d|-)")
_PHONE = re.compile(r"\+?1?[\s.-]?\(?\d{3}\)?[\s.-]{0,2}\d{3}[\s.-]?\d{4}(?!\d)")
_STREET = re.compile(
    r"^\W*(?:[nsew]{1,2}\.?\s+|north\s+|south\s+|east\s+|west\s+)?(?:\w+\s+){1,3}"
    r"(?:st|street|ave|avenue|av|rd|road|dr|drive|blvd|boulevard|ln|lane|ct|court|pl|place|hwy|highway|pkwy|parkway"
    r"|way|ter|terrace|cir|circle|trl|trail|pike|route|rte)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"^\s*(?:dollars?|bucks?|usd|d[oó]lares|pesos|lbs?|pounds?|miles?|millas|steps|days?|d[ií]as|hours?|hrs?|horas"
    r"|years?|a[nñ]os|people|personas|times|veces|mg|k\b|sq)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:\$|\b(?:case|docket|badge|inmate|id|doc|caso|n[uú]mero|number|acct|account|bus|po box|p\.o\. box|apt|unit|room"
    r"|code|confirmation))\s*(?:#|no\.?|num\.?|number|is)?\s*[:#]?\s*$",
    re.IGNORECASE,
)
_SAYS_ZIP = re.compile(r"\b(?:zip|zipcode|zip code|c[oó]digo postal|postal)\b[^\d]{0,20}$", re.IGNORECASE)


def find_zip(text: str) -> str | None:
    """Return the ZIP code that ``text`` gives as its place, else None.

    With several, the last one counts: people correct themselves ("19104, no wait
    19143"), and an address ends with its ZIP.
    """
    text = tidy(text)
    text = _PHONE.sub(lambda match: " " * len(match.group()), text)
    found = None
    for match in _FIVE_DIGITS.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if _SAYS_ZIP.search(before) or not (_STREET.match(after) or _COUNTED.match(after) or _NUMBERED.search(before)):
            found = match.group(1)
    return found if found != "00000" else None
