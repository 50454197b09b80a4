"""Misspells texts as thumbs do, always in the same way for the same seed."""

from __future__ import annotations

import random

SHARE = 0.2
SHORTEST = 4
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def misspell(text: str, chance: random.Random, share: float = SHARE) -> str:
    """Return ``text`` with one slip in that share of its words of four letters and more."""
    words = text.split(" ")
    return " ".join(_slip(word, chance) if _may_slip(word) and chance.random() < share else word for word in words)


def _may_slip(word: str) -> bool:
    return len(word) >= SHORTEST and word.isalpha()


def _slip(word: str, chance: random.Random) -> str:
    place = chance.randrange(len(word) - 1)
    before, here, after = word[:place], word[place], word[place + 1 :]
    return chance.choice(
        (
            before + after,
            before + here + here + after,
            before + after[0] + here + after[1:],
            before + chance.choice(_LETTERS) + after,
        )
    )
