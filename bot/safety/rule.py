"""What a danger rule is, and whether it sees its danger in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.message import About, Danger, Risk, RiskKind
from bot.safety.exceptions import ASIDE, FINE_NOW, FIRST_PERSON_NOW, LAUGH, PAST, RETOLD, STILL, UNMEANT
from bot.safety.pieces import one_of
from bot.safety.subject import who_is_hurt, who_is_meant

# How many characters before a match may take it back ("I am not going to …"), and how
# many belong to its own words ("I was …", "I want to …").
_BEFORE = 70
_CLOSE = 25
# How far from a match its exceptions may stand, in characters: a long text about a film, an
# appointment and then a gun is still about the gun.
_NEAR = 60


@dataclass(frozen=True)
class Rule:
    """One way of speaking about danger.

    ``english`` and ``spanish`` are blocks of patterns (see :mod:`bot.safety.pieces`), any of which
    may match. ``about`` is who is in danger; None lets grammar decide, ``otherwise`` where it cannot.
    ``also``: patterns of which one must stand anywhere in the text as well. ``unless``: patterns
    that make the rule keep quiet when they stand near the match. ``softer``: patterns that
    turn a crisis into a question, such as talk of a lawyer. ``may_be_over``: the patterns are often
    told of the past, so a date of the past, or "he is fine now", makes the rule keep quiet. ``firm``
    rules hold even after a "not" and inside talk of songs or films: their patterns already say it all.
    ``victim``: the one in danger is the object ("he hit me"), not the subject. A rule that does not
    ``lead`` gives a text its kind only when no other rule as grave does: a gun may serve many ends.
    ``plain`` rules match words that mean danger to any ear. The others misfire at times: beside a trained
    model they need a second witness to ask, or to call a crisis (:func:`bot.safety.witnesses.with_model`);
    without a model there is nobody to ask, and they count in full.
    """

    name: str
    kind: RiskKind | None
    tier: Risk
    about: About | None
    english: str
    spanish: str
    also: str = ""
    unless: tuple[re.Pattern[str], ...] = ()
    softer: tuple[re.Pattern[str], ...] = ()
    otherwise: About = About.SELF
    firm: bool = False
    may_be_over: bool = False
    victim: bool = False
    leads: bool = True
    plain: bool = False
    _pattern: re.Pattern[str] = field(init=False, repr=False, compare=False)
    _also: re.Pattern[str] | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_pattern", one_of(self.english + "\n" + self.spanish))
        object.__setattr__(self, "_also", one_of(self.also) if self.also.strip() else None)

    def look(self, words: str) -> Danger | None:
        """The danger this rule sees in ``words`` (a text in plain spelling), or None."""
        match = self._meant(words)
        if match is None or (self._also is not None and self._also.search(words) is None):
            return None
        if any(pattern.search(_near(words, match)) for pattern in self.unless):
            return None
        if self.may_be_over and (_is_over(words) or _is_fine(words)):
            return None
        tier = self.tier
        if any(pattern.search(words) for pattern in self.softer) or LAUGH.search(_near(words, match)):
            tier = _at_most_asked(tier)
        if not self.firm and ASIDE.search(words):
            # A film can bring one's own wish to the surface: then it is asked about.
            if not FIRST_PERSON_NOW.search(_own_words(words, match)):
                return None
            tier = _at_most_asked(tier)
        whom = who_is_hurt if self.victim else who_is_meant
        about = self.about or whom(words, match.span(), self.otherwise)
        return Danger(tier, self.kind, about, (self.name,))

    def _meant(self, words: str) -> re.Match[str] | None:
        """The first match that the words before it do not take back."""
        for match in self._pattern.finditer(words):
            if self.firm:
                return match
            before = words[max(0, match.start() - _BEFORE) : match.start()]
            retold = RETOLD.search(_own_words(words, match)) is not None and _is_over(words)
            if UNMEANT.search(before) is None and not retold:
                return match
        return None


def _near(words: str, match: re.Match[str]) -> str:
    return words[max(0, match.start() - _NEAR) : match.end() + _NEAR]


def _own_words(words: str, match: re.Match[str]) -> str:
    return words[max(0, match.start() - _CLOSE) : match.end()]


def _is_over(words: str) -> bool:
    return PAST.search(words) is not None and STILL.search(words) is None


def _is_fine(words: str) -> bool:
    return FINE_NOW.search(words) is not None and STILL.search(words) is None


def _at_most_asked(tier: Risk) -> Risk:
    return min(tier, Risk.CHECK, key=lambda risk: risk.rank)
