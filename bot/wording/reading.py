"""How hard a short text is to read, as a school grade: English by Flesch-Kincaid, Spanish by Crawford.

Both are made for longer texts and are a hint, not a verdict. Crawford (1989) was fitted to Spanish
schoolbooks of grades 1 to 6 and gives a grade, as Flesch-Kincaid does; the other Spanish measures
(Fernandez Huerta, Szigriszt) give points from 0 to 100, which staff would have to learn.
"""

from __future__ import annotations

import re
import unicodedata

SIXTH = 6.0  # what every text should stay within
_SENTENCE_END = re.compile(r"[.!?:;](?=\s|$)|\n")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d[\d-]*")
_SILENT_END = re.compile(r"(?<![aeiouylsxz])e$|(?<![aeiouylscgxzht])es$|(?<![td])ed$")
_STRONG, _WEAK = "aeoáéíóú", "iuü"  # an accented weak vowel stands alone: ra-íz


def grade(text: str, language: str = "en") -> float:
    """School grade of ``text``; 0 for a text without words. Longer sentences and words make it higher."""
    sentences = [part for part in _SENTENCE_END.split(text) if _WORD.search(part)]
    words = _WORD.findall(text)
    if not words:
        return 0.0
    if language == "es":
        syllables = sum(_spanish_syllables(word) for word in words)
        per_hundred = 100 / len(words)
        found = -0.205 * len(sentences) * per_hundred + 0.049 * syllables * per_hundred - 3.407
    else:
        syllables = sum(_syllables(word) for word in words)
        found = 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59
    return max(found, 0.0)


def longest_sentence(text: str) -> int:
    """Words in the longest sentence of ``text``, in any language."""
    return max(len(re.findall(r"\w+", part)) for part in _SENTENCE_END.split(text))


def _syllables(word: str) -> int:
    """A number, a word in capitals (a keyword) and a word of three letters count as one."""
    letters = word.replace("'", "").lower()
    if not letters.isalpha() or len(letters) <= 3 or word.isupper():
        return 1
    return max(1, len(re.findall(r"[aeiouy]+", _SILENT_END.sub("", letters))))


def _spanish_syllables(word: str) -> int:
    """Vowels, less one for each weak vowel that leans on a neighbour; a number and a keyword count as one."""
    if not word.isalpha() or (word.isupper() and len(word) > 1):
        return 1
    letters = unicodedata.normalize("NFC", word.lower())
    letters = re.sub(r"qu(?=[eéií])|gu(?=[eéií])", "q", letters)  # the u is silent: que, guía
    letters = re.sub(r"y$|y(?=[^aeiouáéíóú])", "i", letters)
    count, before = 0, ""
    for letter in letters:
        if letter in _STRONG and not (before and before in _WEAK):
            count += 1
        elif letter in _STRONG and before:  # ia, ue: one syllable, already counted, unless the accent parts them
            count += letter in "íú"
        elif (letter in _WEAK and not (before and before in _STRONG + _WEAK)) or (letter in _WEAK and before in "íú"):
            count += 1
        before = letter if letter in _STRONG + _WEAK else ""
    return max(1, count)
