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
_HURT_SELF = one_of(
    "me|us|myself|mi(?! (?:<pariente>))|nos|conmigo|my (?:own |front |back |bedroom |hotel )?(?:head|face|neck|"
    "throat|arm|hand|jaw|nose|lip|ribs?|"
    "eye|hair|phone|keys|papers|check|money|meds|medicine|house|door|window|room|tent|apartment|place|car|block|"
    "shelter|bed|body|back|moms|here)|i|in here|my location"
)
_HURT_OTHER = one_of(
    "him|her|them|herself|himself|each other|(?<!with )(?:my|our|his|the|a|this)(?: (?!own)[a-z0-9]{1,14}){0,2} "
    "(?:<kin>|kids?|grandkids|neighbors?)|"
    "le|lo|la|a (?:mi|su|un|una|la|el|los|las)(?: [a-z0-9]{1,14}){0,1} (?:<pariente>)"
)
# How far left of the words of danger their subject may stand, in characters.
_REACH = 60
_BEHIND = 25


def who_is_meant(words: str, span: tuple[int, int], otherwise: About) -> About:
    """The person nearest to the left of ``span``, else inside it, else ``otherwise``."""
    start, end = span
    for piece in (words[max(0, start - _REACH) : start], words[start:end]):
        other = max((match.end() for match in _OTHER.finditer(piece)), default=-1)
        own = max((match.end() for match in _SELF.finditer(piece)), default=-1)
        if other != own:
            return About.OTHER if other > own else About.SELF
    return otherwise


def who_is_hurt(words: str, span: tuple[int, int], otherwise: About) -> About:
    """The person to whom something is done: the last one named in ``span``, else right behind it."""
    start, end = span
    for piece in (words[start:end], words[end : end + _BEHIND]):
        own = max((match.start() for match in _HURT_SELF.finditer(piece)), default=-1)
        other = max((match.start() for match in _HURT_OTHER.finditer(piece)), default=-1)
        if own != other:
            return About.SELF if own > other else About.OTHER
    return otherwise
