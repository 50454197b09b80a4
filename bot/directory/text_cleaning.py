"""Text as sources really have it, made fit to show: no tags, no control characters, no garble."""

from __future__ import annotations

import re
from html import unescape

TAGS_REMOVED = "HTML tags were removed"
ESCAPES_REMOVED = r"line ends written as \n or \t were taken as blanks"
GARBLE_MENDED = "letters garbled by a wrong encoding were mended"
CONTROLS_REMOVED = "invisible control characters were removed"

_BLOCKS = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|$)", re.IGNORECASE | re.DOTALL)
_TAGS = re.compile(r"</?[A-Za-z!][^<>]*>")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_FORMULA_GUARD = re.compile(r"^'(?=[=+\-@])")
_ESCAPED = re.compile(r"\\[rnt]")

# UTF-8 that somebody read as Windows-1252: each such letter back to the byte it was.
_BYTE_OF = {bytes([code]).decode("cp1252"): code for code in range(0x80, 0x100) if code not in b"\x81\x8d\x8f\x90\x9d"}
_BYTE_OF |= {chr(code): code for code in range(0x80, 0xA0)}
_GARBLED = re.compile(f"[\xc2-\xf4][{re.escape(''.join(_BYTE_OF))}]+")
_HANGING = re.compile(
    r"(?:[\s,;:/&(-]|\b(?:and|or|of|the|for|with|in|to|by|on|at|from|who|that|are|is|being|your|our|their"
    r"|y|o|de|la|el|para|con|en|que|su))+$"
)
_DEPTH = 3  # "&amp;lt;" was escaped twice on its way


def clean(value: object, notes: set[str] | None = None) -> str:
    """One line of plain text from any cell: tags, escaped line ends and odd blanks removed.

    What was mended is added to ``notes``, in the words above.
    """
    if value is None:
        return ""
    text = str(value)
    if _is_plain(text):
        return text
    noted: set[str] = set() if notes is None else notes
    if _ESCAPED.search(text):
        text = _ESCAPED.sub(" ", text)
        noted.add(ESCAPES_REMOVED)
    text = _without_markup(_mended(text, noted), noted)
    if _INVISIBLE.search(text):
        noted.add(CONTROLS_REMOVED)
    return _FORMULA_GUARD.sub("", " ".join(_CONTROL.sub(" ", text).split()))


def _is_plain(text: str) -> bool:
    """Whether nothing in it could need a second look, as in most cells; no pattern says so as fast."""
    return (
        text.isascii()
        and text.isprintable()
        and "<" not in text
        and "&" not in text
        and "\\" not in text
        and "  " not in text
        and text[:1] not in (" ", "'")
        and text[-1:] != " "
    )


def clean_link(value: object) -> str:
    """A web address: nothing is unescaped in it but ``&amp;``, because ``&copy=1`` is no ©."""
    text = _TAGS.sub("", str(value or "").replace("&amp;", "&"))
    return "".join(_CONTROL.sub("", text).split())


def _without_markup(text: str, notes: set[str]) -> str:
    for _ in range(_DEPTH):
        if "&" not in text or (plain := unescape(text)) == text:
            break
        text = plain
    if "<" in text:
        bare = _TAGS.sub(" ", _BLOCKS.sub(" ", text))
        if bare != text:
            notes.add(TAGS_REMOVED)
        return bare
    return text


def _mended(text: str, notes: set[str]) -> str:
    if text.isascii():
        return text
    mended = _GARBLED.sub(_reread, text)
    if mended != text:
        notes.add(GARBLE_MENDED)
    return mended


def _reread(match: re.Match[str]) -> str:
    run = match[0]
    try:
        return bytes(_BYTE_OF[letter] if letter in _BYTE_OF else ord(letter) for letter in run).decode("utf-8")
    except (UnicodeDecodeError, ValueError):
        return run  # no garble after all: "Ã‘" may be what somebody wrote


def shortened(text: str, room: int) -> str:
    """``text`` cut at a word within ``room`` characters, without a hanging comma or "and"."""
    if len(text) <= room:
        return text
    cut = text[: room + 1].rsplit(" ", 1)[0] if " " in text[: room + 1] else text[:room]
    return _HANGING.sub("", cut[:room])
