"""Opening hours in a list of days without signs between: parted, so that they can be read.

``Monday: 9:00-17:00  Tuesday: Closed  Wed: 9-5pm, Sat: 9-1pm`` becomes
``Monday: 9:00-17:00; Wed: 9-5pm; Sat: 9-1pm``.
"""

from __future__ import annotations

import re

_DAY = r"(?:mon|tues?|wed|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day|nesday)?s?"
_BEFORE_DAY = re.compile(rf"(?<=[\d\w])\s*,?\s+(?={_DAY}\b[^;:]*:?)", re.IGNORECASE)
_AFTER_TIME = re.compile(r"(?:\d|[ap]\.?m\.?|noon|midnight|closed|hours)$", re.IGNORECASE)
_ALL_DAY = re.compile(r"\b24\s*-?\s*(?:hours|hrs?)\b", re.IGNORECASE)
_CLOSED = re.compile(r":?\s*closed$", re.IGNORECASE)


def parted_hours(text: str) -> str:
    """The same hours with ``;`` between their parts; days on which it is closed are left out."""
    parts: list[str] = []
    for part in _split(_ALL_DAY.sub("24 hours", " ".join(text.split()))):
        bare = part.strip(" ,;")
        if bare and not _CLOSED.search(bare):
            parts.append(re.sub(r"(\d)\s+,\s*(\d)", r"\1, \2", bare))
    return "; ".join(parts)


def _split(text: str) -> list[str]:
    """At each day that comes after a time or after "closed"; not inside "Mon, Tues: 9-5"."""
    found: list[str] = []
    start = 0
    for gap in _BEFORE_DAY.finditer(text):
        if _AFTER_TIME.search(text[start : gap.start()].rstrip(" ,")):
            found.append(text[start : gap.start()])
            start = gap.end()
    return [*found, text[start:]]
