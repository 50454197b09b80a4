"""What a text says beside its need: who it is for, what the place should be like, and where.

Read anew for every text, from this one and those of the last hours, and kept nowhere: such words
(pregnant, on probation) serve one search. Danger, consent and the desk never see them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.directory.geography import Area
from bot.directory.hint_words import DAY_PATTERNS, FORMAT_PATTERNS, WISH_PATTERNS
from bot.directory.town_reader import NOWHERE, TownRead, read_town
from bot.directory.towns import Gazetteer
from bot.directory.wants import Wants
from bot.directory.whom import age_said, groups_said
from sentences.normalise import normalise

_FIRST = {"first": 1, "second": 2, "third": 3, "primero": 1, "primera": 1, "segundo": 2, "segunda": 2, "tercero": 3}
_NTH = "|".join(_FIRST)
_NUMBER = re.compile(
    r"^(?:(?:tell me |what |how |info |details? |more |about |on |for |the |mas |más |sobre |el |la |option |opci[oó]n "
    rf"|number |n[uú]mero |no\.? |#)*)(?P<digit>[1-9]|{_NTH})(?: one| please| por favor)?$"
)
_OTHERS = re.compile(
    r"^(?:more|m[aá]s|something else|anything else|other(?:s| ones?| places?| options?)?|another(?: one)?"
    r"|next|any others?"
    r"|algo m[aá]s|otr[oa]s?(?: lugar(?:es)?)?|else|different ones?)$"
)
_FILLER = re.compile(
    r"\b(?:any(?:thing|where|one)?|some(?:thing|where)?|is|are|there|they|that's|thats|that|it's|its"
    r"|it|a|an|the|one|ones|place|"
    r"places|please|pls|do|you|u|have|got|how|about|what's|whats|what|which|who's|whos|who|i|need|want|wants|for|to|me|"
    r"ok|okay|hay|algo|algun[oa]?|que|uno|una|lugar|lugares|este|por|favor|quiero|los|las|el|la|si|mas"
    r"|más|but|or|and|y|right|"
    r"now|ahora|all|of|these|those|them|this|my|can|find|show|give|in)\b"
)
_OF_THE_REQUEST = re.compile(
    r"\b(?:\d{5}(?:-\d{4})?|zip|code|c[oó]digo|postal|we|live|living|near|around|from|vivo|estoy|cerca|de|en|es"
    r"|yes|yeah|yep|no|s[ií]|thanks?|thank|gracias|more|else|others?|another|otr[oa]s?)\b"
)
_NOT_IN_SERVICE = (
    r"disconnected|out of service|no longer in service|not in service|not working|doesn'?t work"
    r"|don'?t work|didn'?t work"
    r"|isn'?t working|is dead|wrong number|no (?:funciona|sirve|existe)|fuera de servicio|est[aá] equivocado"
)
REPORT_PATTERNS = {
    "moved": re.compile(
        r"\b(?:they|it|place|\d) (?:has |have |had )?moved|wrong address|not at that address|se mud(?:o|ó|aron)"
    ),
    "closed": re.compile(
        r"clos(?:ed|ing) (?:down|for good|permanently|forever)|shut down|out of business|(?:no longer|isn'?t"
        r"|not) (?:there|exists?)\b"
        r"|doesn'?t exist|went under|ya no (?:existe|est[aá])|cerr(?:o|ó|aron) (?:para|por)|lo cerraron"
    ),
    "dead": re.compile(rf"(?:{_NOT_IN_SERVICE})"),
}
_ABOUT_A_PHONE = re.compile(r"\b(?:number|phone|line|#|they|it|place|n[uú]mero|tel[eé]fono)\b|^\W*\d\b|\bone\b")
_THEIR_OWN = re.compile(r"\bmy (?:\w+ )?(?:phone|number|line|cell|mobile)|\bmi (?:tel[eé]fono|celular|n[uú]mero)")
_WHICH = re.compile(rf"(?:#|\bnumber |\bno\.? |\bn[uú]mero |\bthe |\bel |^)\s*(?P<digit>[1-9]|{_NTH})\b")


@dataclass(frozen=True)
class Hints:
    """``again``: the text is about the list that was sent, nothing else. ``town`` is what was read of a place."""

    wants: Wants = field(default_factory=Wants)
    town: TownRead = NOWHERE
    again: bool = False


def read_hints(
    text: str, before: Sequence[str], gazetteer: Gazetteer | None, home: Area | None, asked_place: bool = False
) -> Hints:
    """The hints in ``text``. ``before`` are the person's last texts, oldest first; ``home`` is the area of
    the ZIP we know; ``asked_place``: we asked for the ZIP. Without a gazetteer no town is read."""
    plain = normalise(text)
    wants = replace(_wishes(plain), number=_number(plain), report=_report(plain))
    if wants.number and not wants.report and before:
        last = normalise(before[-1])
        if _number(last) is None:  # "That number is dead." "Which one?" "2"
            wants = replace(wants, report=_report(last))
    town = NOWHERE
    if gazetteer is not None:
        unclear = read_town(before[-1], gazetteer, home, asked=True).unclear if before else ""
        town = read_town(text, gazetteer, home, asked_place, unclear)
    again = _is_again(plain, wants)
    asked = len(before)
    if before and (again or town.whole or _asks_nothing(text, gazetteer, home)):
        asked = _last_asked(before, gazetteer, home)
    earlier, request = _normal(before[:asked]), _normal((*before, text)[asked:])
    age = age_said(earlier, request)
    return Hints(replace(wants, age=age, who=groups_said(earlier, request, age)), town, again)


def _normal(texts: Sequence[str]) -> list[str]:
    return [normalise(each) for each in texts]


def _last_asked(texts: Sequence[str], gazetteer: Gazetteer | None, home: Area | None) -> int:
    """The place in ``texts`` of the last one that asks for something; those after it belong to it."""
    numbers = reversed(range(len(texts)))
    return next((number for number in numbers if not _asks_nothing(texts[number], gazetteer, home)), 0)


def _asks_nothing(text: str, gazetteer: Gazetteer | None, home: Area | None) -> bool:
    """Whether a text only says where they are, or is about the list that was sent."""
    plain = normalise(text)
    if _is_again(plain, _wishes(plain)) or not re.search(r"\w", _FILLER.sub(" ", _OF_THE_REQUEST.sub(" ", plain))):
        return True
    town = read_town(text, gazetteer, home, asked=True) if gazetteer is not None else NOWHERE
    return town.whole and not town.slip  # of any one word there is a town that looks like it


def _wishes(plain: str) -> Wants:
    wished = {name for name, pattern in WISH_PATTERNS.items() if pattern.search(plain)}
    return Wants(
        spanish="spanish" in wished,
        open_now="open_now" in wished,
        closer="closer" in wished,
        free="free" in wished,
        reachable="reachable" in wished,
        day=next((day for day, pattern in DAY_PATTERNS.items() if pattern.search(plain)), ""),
        formats=tuple(name for name, pattern in FORMAT_PATTERNS.items() if pattern.search(plain)),
    )


def _number(plain: str) -> int | None:
    match = _NUMBER.match(plain.strip(" .!?)"))
    said = match or (_WHICH.search(plain) if _report(plain) else None)
    return _whole(said["digit"]) if said else None


def _whole(said: str) -> int:
    return _FIRST.get(said) or int(said)


def _report(plain: str) -> str:
    if not _ABOUT_A_PHONE.search(plain) or _THEIR_OWN.search(plain):
        return ""
    return next((what for what, pattern in REPORT_PATTERNS.items() if pattern.search(plain)), "")


def _is_again(plain: str, wants: Wants) -> bool:
    """Whether nothing but wishes about the last list, a number or "something else" is said."""
    bare = plain.strip(" .!?)")
    if _NUMBER.match(bare) or _OTHERS.match(bare):
        return True
    if not wants.choosy or wants.formats:  # "an AA meeting" is a request of its own
        return False
    rest = plain
    for pattern in (*WISH_PATTERNS.values(), *DAY_PATTERNS.values()):
        rest = pattern.sub(" ", rest)
    return not re.search(r"\w", _FILLER.sub(" ", rest))
