"""The stretches of a long text that are looked at by themselves.

A sentence of danger in a long story about a landlord must not drown in it.
"""

from __future__ import annotations

import re

# Texts up to so many words are looked at as a whole only: a stretch of them says less.
_SHORT = 30
_STRETCH = 20
_STEP = 10
# Of a text far beyond what a phone sends, the beginning and the end are looked at.
_LONGEST = 4000
_SENTENCE_END = re.compile(r"(?<=[.!?;:\n])\s{1,8}|\n")


def stretches(text: str) -> list[str]:
    """The whole text, and of a long one its sentences in groups of up to about twenty words."""
    if len(text) > _LONGEST:
        text = text[: _LONGEST // 2] + "\n" + text[-_LONGEST // 2 :]
    if len(text.split()) <= _SHORT:
        return [text]
    found, open_words = [text], list[str]()
    for sentence in _SENTENCE_END.split(text):
        words = sentence.split()
        if open_words and len(open_words) + len(words) > _STRETCH:
            found.append(" ".join(open_words))
            open_words = []
        if len(words) > _SHORT:
            found.extend(" ".join(words[at : at + _STRETCH]) for at in range(0, len(words) - _STEP, _STEP))
        else:
            open_words += words
    if open_words:
        found.append(" ".join(open_words))
    return found
