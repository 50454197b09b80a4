"""A second, slow way to count segments: it writes out every part, octet by octet, as a phone would.

Nothing is shared with ``bot.wording``: the alphabet is spelled out by the names of its
characters, in the order of the code table in 3GPP TS 23.038.
"""

from __future__ import annotations

import unicodedata

_LATIN = "LATIN {} LETTER {}"


def _letters(size: str, *names: str) -> list[str]:
    return [unicodedata.lookup(_LATIN.format(size, name)) for name in names]


def _greek(*names: str) -> list[str]:
    return [unicodedata.lookup(f"GREEK CAPITAL LETTER {name}") for name in names]


def _table() -> list[str]:
    rows: list[str] = ["@", "\N{POUND SIGN}", "$", "\N{YEN SIGN}"]
    rows += _letters("SMALL", "E WITH GRAVE", "E WITH ACUTE", "U WITH GRAVE", "I WITH GRAVE", "O WITH GRAVE")
    rows += [*_letters("CAPITAL", "C WITH CEDILLA"), chr(10), *_letters("CAPITAL", "O WITH STROKE")]
    rows += [*_letters("SMALL", "O WITH STROKE"), chr(13), *_letters("CAPITAL", "A WITH RING ABOVE")]
    rows += [*_letters("SMALL", "A WITH RING ABOVE"), *_greek("DELTA"), "_"]
    rows += _greek("PHI", "GAMMA", "LAMDA", "OMEGA", "PI", "PSI", "SIGMA", "THETA", "XI")
    rows += ["ESC", *_letters("CAPITAL", "AE"), *_letters("SMALL", "AE", "SHARP S")]
    rows += _letters("CAPITAL", "E WITH ACUTE")
    rows += ["\N{CURRENCY SIGN}" if code == 0x24 else chr(code) for code in range(0x20, 0x40)]
    rows += ["\N{INVERTED EXCLAMATION MARK}", *[chr(code) for code in range(0x41, 0x5B)]]
    rows += _letters("CAPITAL", "A WITH DIAERESIS", "O WITH DIAERESIS", "N WITH TILDE", "U WITH DIAERESIS")
    rows += ["\N{SECTION SIGN}", "\N{INVERTED QUESTION MARK}", *[chr(code) for code in range(0x61, 0x7B)]]
    rows += _letters("SMALL", "A WITH DIAERESIS", "O WITH DIAERESIS", "N WITH TILDE", "U WITH DIAERESIS")
    return [*rows, *_letters("SMALL", "A WITH GRAVE")]


TABLE = _table()
EXTENSION = {chr(12): 10, "^": 20, "{": 40, "}": 41, chr(92): 47, "[": 60, "~": 61, "]": 62, "|": 64, "€": 101}


def slow_count(text: str) -> int:
    if not text:
        return 0
    try:
        units = [_septets(char) for char in text]
        whole, part = 160, 153
    except ValueError:
        units = [[*char.encode("utf-16-be")] for char in text]
        whole, part = 140, 134  # octets
    if sum(len(unit) for unit in units) <= whole:
        return 1
    parts: list[list[int]] = [[]]
    for unit in units:
        if len(parts[-1]) + len(unit) > part:
            parts.append([])
        parts[-1].extend(unit)
    return len(parts)


def _septets(char: str) -> list[int]:
    if char in EXTENSION:
        return [27, EXTENSION[char]]
    return [TABLE.index(char)]
