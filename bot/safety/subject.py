"""Whom a sentence of danger is about: the texter, or somebody else."""

from __future__ import annotations

from bot.message import About
from bot.safety.pieces import one_of

_OTHER = one_of(
    """
    he|she|they|him|her|his|himself|herself|themselves|somebody|someone
    (?:my|our|the|this|a|some)(?: (?!own|self)[a-z0-9]{1,14}){0,2} (?:<kin>)
    ella|ellos|alguien|se|quiere|dice|piensa|tiene|dejo|agarro
    (?:mi|mis|un|una|su|la|el|nuestr[oa])(?: [a-z0-9]{1,14}){0,1} (?:<pariente>)
    """
)
_SELF = one_of("i|me|my|myself|yo|mi|estoy|quiero|tengo|voy|siento|conmigo")
# How far left of the words of danger their subject may stand, in characters.
_REACH = 60


def who_is_meant(words: str, span: tuple[int, int], otherwise: About) -> About:
    """The person nearest to the left of ``span``, else inside it, else ``otherwise``."""
    start, end = span
    for piece in (words[max(0, start - _REACH) : start], words[start:end]):
        other = max((match.end() for match in _OTHER.finditer(piece)), default=-1)
        own = max((match.end() for match in _SELF.finditer(piece)), default=-1)
        if other != own:
            return About.OTHER if other > own else About.SELF
    return otherwise
