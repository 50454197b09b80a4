"""Text as sources really have it, made fit to show: no tags, no control characters."""

from __future__ import annotations

import re
from html import unescape

_BLOCKS = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|$)", re.IGNORECASE | re.DOTALL)
_TAGS = re.compile(r"</?[A-Za-z!][^<>]*>")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_FORMULA_GUARD = re.compile(r"^'(?=[=+\-@])")


def clean(value: object) -> str:
    """One line of plain text from any cell: tags, escaped line ends and odd blanks removed."""
    if value is None:
        return ""
    text = str(value).replace("\\r", " ").replace("\\n", " ").replace("\\t", " ")
    if "&" in text:
        text = unescape(text)
    if "<" in text:
        text = _TAGS.sub(" ", _BLOCKS.sub(" ", text))
    text = _CONTROL.sub(" ", text)
    return _FORMULA_GUARD.sub("", " ".join(text.split()))


def shortened(text: str, room: int) -> str:
    """``text`` cut at a word within ``room`` characters, without a hanging comma or "and"."""
    if len(text) <= room:
        return text
    cut = text[: room + 1].rsplit(" ", 1)[0] if " " in text[: room + 1] else text[:room]
    return re.sub(r"(?:[\s,;:/&(-]|\b(?:and|or|of|the|for|with|in|to|y|o|de|la|el|para|con|en))+$", "", cut[:room])
