"""The SMS alphabet: which characters a phone network carries cheaply, and what stands in for others.

A text whose every character is in GSM-7 (3GPP TS 23.038) costs 7 bits a character; one
foreign character turns the whole text into UCS-2 at 16 bits a character, so one curly quote
more than doubles what a text costs.
"""

from __future__ import annotations

import json
import re
import unicodedata

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENDED = frozenset("\f^{}\\[~]|€")  # each costs two places: an escape and the character

_LOOKALIKES = {
    "'": "‘’‚‛′`´ʼʹ＇",
    '"': "“”„‟″«»＂",
    "-": "‐‑‒–—―−﹘﹣－•‣◦▪●■·∙",
    " ": "\t\v\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    "\n": "\u0085\u2028\u2029",
    "": "\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff",
    "...": "…",
    "->": "→",
    "<-": "←",
    "x": "×",
    "<": "‹",
    ">": "›",
    "/": "⁄",
    "1/2": "½",
    "1/4": "¼",
    "3/4": "¾",
    "o": "º",
    "a": "ª",
    "(c)": "©",
    "(R)": "®",
    "TM": "™",
}
_FOLDS = {ord(old): new for new, olds in _LOOKALIKES.items() for old in olds}
# A picture selector behind a character that is folded away would be left over alone.
_AS_PICTURE = re.compile(f"([{re.escape(''.join(map(chr, _FOLDS)))}])\ufe0f")


def is_gsm7(text: str) -> bool:
    """Whether every character of ``text`` is in the GSM-7 alphabet or its extension."""
    return all(char in BASIC or char in EXTENDED for char in text)


def fold_lookalikes(text: str) -> str:
    """``text`` with typographic characters (curly quotes, dashes, odd spaces) written plainly.

    Letters and emoji stay as they are. Joined accents are composed first (NFC), so that an
    ``e`` with a separate accent becomes the ``é`` that GSM-7 knows.
    """
    return _AS_PICTURE.sub(r"\1", unicodedata.normalize("NFC", text)).translate(_FOLDS)


def fold_accents(text: str) -> str:
    """``text`` with letters that GSM-7 lacks written without their accent; ``ñ``, ``é``, ``ü`` stay."""
    return "".join(_without_accent(char) for char in text)


def _without_accent(char: str) -> str:
    if char in BASIC or char in EXTENDED:
        return char
    if char == "ç":  # GSM-7 has only the capital one
        return "c"
    base = unicodedata.normalize("NFD", char)[0]
    return base if base.isascii() and base.isalpha() else char


def alphabet_table() -> str:
    """The tables above as JSON, for a page that counts while somebody writes."""
    letters = {char: _without_accent(char) for code in range(0xC0, 0x250) if (char := chr(code)).isalpha()}
    accents = {char: bare for char, bare in letters.items() if bare != char}
    folds = {chr(code): plain for code, plain in _FOLDS.items()}
    table = {"basic": "".join(sorted(BASIC)), "extended": "".join(sorted(EXTENDED)), "folds": folds, "accents": accents}
    return json.dumps(table, ensure_ascii=False, separators=(",", ":"))
