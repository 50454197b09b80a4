"""How hard a short English text is to read: the Flesch-Kincaid grade, counted the plain way."""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"[.!?:;](?=\s|$)|\n")
_WORD = re.compile(r"[A-Za-z']+|\d[\d-]*")
_SILENT_END = re.compile(r"(?<![aeiouylsxz])e$|(?<![aeiouylscgxzht])es$|(?<![td])ed$")


def grade(text: str) -> float:
    """School grade of ``text``: longer sentences and words with more syllables make it higher."""
    sentences = [part for part in _SENTENCE_END.split(text) if _WORD.search(part)]
    words = [word for word in _WORD.findall(text) if word.strip("'")]
    syllables = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def longest_sentence(text: str) -> int:
    """Words in the longest sentence of ``text``, in any language."""
    return max(len(re.findall(r"\w+", part)) for part in _SENTENCE_END.split(text))


def _syllables(word: str) -> int:
    """A number, a word in capitals (a keyword) and a word of three letters count as one."""
    letters = word.replace("'", "").lower()
    if not letters.isalpha() or len(letters) <= 3 or word.isupper():
        return 1
    return max(1, len(re.findall(r"[aeiouy]+", _SILENT_END.sub("", letters))))
