"""One way to write a text down before a machine reads it.

Training and reading use the same function, so that ``idk`` and ``I don't know``
look alike to both. What people see is never normalised.
"""

from __future__ import annotations

import re
import unicodedata

from sentences.shorthand import EMOJI, ENGLISH, SPANISH, SPANISH_SIGNS
from sentences.spanish import BOTH_LANGUAGES, GLOSSES

_QUOTES = str.maketrans(
    {
        **dict.fromkeys("’‘´`ʼ", "'"),
        **dict.fromkeys("“”«»", '"'),
        **dict.fromkeys("–—", "-"),
        "…": "...",
    }
)
_EMOJI = re.compile("|".join(map(re.escape, EMOJI)))
# Zero-width and direction marks: invisible, and they split words for a machine.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufe0e\ufe0f\ufeff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_REPEATED_LETTER = re.compile(r"([^\W\d_])\1{2,}")
_REPEATED_MARK = re.compile(r"([!?.,])\1+")
_WORD = re.compile(r"\w+(?:'\w+)*(?:/\w*)?")
_SPACES = re.compile(r"\s+")
_SPANISH_WORDS = SPANISH_SIGNS | SPANISH.keys() | GLOSSES.keys()
_SPANISH_ONLY = _SPANISH_WORDS - BOTH_LANGUAGES
SPANISH_SHARE = 0.35
CERTAIN_SPANISH_SHARE = 0.6
# More than one text message can hold; only somebody who tests us sends more.
MAX_CHARACTERS = 2000


def tidy(text: str) -> str:
    """Straighten quotes, spaces and invisible marks; keep letters and case."""
    text = unicodedata.normalize("NFKC", text[:MAX_CHARACTERS]).translate(_QUOTES)
    return _SPACES.sub(" ", _CONTROL.sub(" ", _INVISIBLE.sub("", text))).strip()


def without_accents(text: str) -> str:
    """Return ``text`` with plain letters: people text ``mañana`` as ``manana``."""
    parts = unicodedata.normalize("NFD", text)
    return "".join(c for c in parts if not unicodedata.combining(c))


def looks_spanish(text: str) -> bool:
    """Guess from its words whether ``text``, in lower case, is Spanish.

    Only good enough to choose the table of shorthand; the language of the answer
    is decided elsewhere.
    """
    if "¿" in text or "¡" in text or "ñ" in text:
        return True
    words = _WORD.findall(without_accents(text))
    certain = sum(word in _SPANISH_ONLY for word in words)
    possible = sum(word in _SPANISH_WORDS for word in words)
    share = possible / len(words) if words else 0.0
    return (certain >= 1 and share >= SPANISH_SHARE) or (possible >= 3 and share >= CERTAIN_SPANISH_SHARE)


def normalise(text: str) -> str:
    """Return ``text`` in lower case, tidied, with common shorthand and emoji written out."""
    text = tidy(_EMOJI.sub(lambda match: f" {EMOJI[match.group()]} ", text[:MAX_CHARACTERS])).lower()
    text = _REPEATED_LETTER.sub(r"\1\1", text)
    text = _REPEATED_MARK.sub(r"\1", text)
    table = SPANISH if looks_spanish(text) else ENGLISH
    return _WORD.sub(lambda match: table.get(match.group(), match.group()), text)


def for_encoder(text: str) -> str:
    """Return ``text`` as the encoder reads it: normalised, Spanish words glossed."""
    text = normalise(text)
    if not looks_spanish(text):
        return text
    return _WORD.sub(lambda match: GLOSSES.get(match.group(), match.group()), without_accents(text))
