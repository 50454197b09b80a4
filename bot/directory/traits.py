"""What a place's own words say about whom it serves, what it costs and how it is reached.

A trait is a short code. ``women`` says that women are meant, ``only:women`` that nobody else is
served. They are read once, at import, from the service's name, eligibility, fees and terms; a
description is read only for the way to reach it, because it often names people in passing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.directory.records import Service

FREE, SLIDING = "free", "sliding"
COMES, PHONE, ONLINE = "comes", "phone", "online"
REACHED_FROM_HOME = frozenset({COMES, PHONE, ONLINE})
GROUPS = ("women", "men", "children", "veterans", "pregnant", "reentry", "lgbtq", "tribal", "youth", "seniors")
FORMATS = ("aa", "na", "ca", "smart", "dharma", "celebrate", "alanon")
ADULT = 18

_GROUP_WORDS = {
    "women": r"wom[ae]n(?:'?s)?|females?|ladies|girls|mothers?|moms?|mujer(?:es)?|madres?",
    "men": r"m[ae]n(?:'?s)?|males?|fathers?|dads?|hombres?|padres",
    "children": r"child(?:ren)?|kids?|famil(?:y|ies)|infants?|parents?|ni[ñn]os?|hijos?|familias?",
    "veterans": r"veterans?|military|veteranos?",
    "pregnant": r"pregnan(?:t|cy)|perinatal|prenatal|expecting|embarazadas?",
    "reentry": r"re-?entry|returning citizens?|formerly incarcerated|felon(?:y|ies|s)?(?:-friendly)?|records?"
    r"|justice[- ]involved|parole(?:es)?|probation(?:ers)?|antecedentes",
    "lgbtq": r"lgbtq?\w*\+?|gay|lesbian|transgender|queer",
    "tribal": r"tribal|native american|american indians?|indigenous|navajo|pueblo members?",
    "youth": r"youth|teens?|teenagers?|adolescents?|minors|young people|j[oó]venes",
    "seniors": r"seniors?|elders?|older adults|aging|personas mayores",
}
_GROUPS = {group: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for group, words in _GROUP_WORDS.items()}
_ANY_GROUP = re.compile(rf"\b(?:{'|'.join(_GROUP_WORDS.values())})\b", re.IGNORECASE)
# "Women only", "for women", "Veterans and their families": a group that stands alone is the only one served.
_CAN_BE_ALONE = ("women", "men", "veterans", "youth", "seniors", "tribal")
_EVERYBODY = re.compile(r"\b(?:everybody|everyone|anyone|all|todos|co-?ed|welcome to|public|gente)\b", re.IGNORECASE)
# Names of benefits that sound like a group: fathers get them too.
_NAMES_ONLY = re.compile(r"\bwomen,? infants,? (?:and|&) children\b|\bwic\b", re.IGNORECASE)
_FREE = re.compile(r"\b(?:free|no (?:cost|charge|fee)s?|gratis|sin costo)\b", re.IGNORECASE)
_SLIDING = re.compile(r"\bsliding|medicaid|pay what you can|income[- ]based|low[- ]cost\b", re.IGNORECASE)
_COMES = re.compile(
    r"\b(?:come[s]? to you|home visits?|in-home|deliver(?:y|ed|s)|mobile (?:unit|van|clinic)|our van|pick(?:s)? you up"
    r"|door[- ]to[- ]door|a domicilio)\b",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\b(?:by phone|over the phone|phone only|hotline|warmline|por tel[eé]fono)\b", re.IGNORECASE)
_ONLINE = re.compile(r"\b(?:online|virtual|zoom|telehealth|video visits?|en l[ií]nea)\b", re.IGNORECASE)
_WAYS = (
    (COMES, _COMES, ("to you", "home", "deliver", "mobile", "our van", "you up", "door", "domicilio")),
    (PHONE, _PHONE, ("phone", "hotline", "warmline", "tel")),
    (ONLINE, _ONLINE, ("online", "virtual", "zoom", "telehealth", "video", "en l")),
)
"""Each with letters one of which is in all that it finds: to look for those first is ten times as fast."""
_FORMAT_WORDS = {
    "aa": r"aa|alcoholics anonymous|alcoh[oó]licos an[oó]nimos",
    "na": r"na|narcotics anonymous|narc[oó]ticos an[oó]nimos",
    "ca": r"cocaine anonymous|ca meeting",
    "smart": r"smart(?: recovery)?",
    "dharma": r"(?:recovery )?dharma|refuge recovery",
    "celebrate": r"celebrate recovery",
    "alanon": r"al-?anon|nar-?anon|alateen",
}
_FORMATS = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _FORMAT_WORDS.items()}
_OLDEST_WORDS = re.compile(r"\b(\d{1,2})\s*(?:\+|(?:and|or|y|o)\s+(?:older|over|up|above|m[aá]s))", re.IGNORECASE)
_ADULTS = re.compile(r"\b(?:adults?|adultos?)\b", re.IGNORECASE)


def traits_of(service: Service, organization: str, terms: Iterable[str], virtual: bool) -> tuple[str, ...]:
    """The traits of ``service``; ``terms`` are its taxonomy terms, ``virtual``: it has no door."""
    who = f"{service.name} {service.eligibility_description}"
    wide = " ".join((organization, service.name, service.description, service.eligibility_description, *terms))
    found = [*_groups(service, who), *_cost(service.fees_description)]
    low = wide.lower()
    found += [code for code, words, letters in _WAYS if any(each in low for each in letters) and words.search(wide)]
    if virtual and not REACHED_FROM_HOME.intersection(found):
        found.append(PHONE)
    if "meetings" in service.needs or "family" in service.needs:
        named = " ".join((organization, service.name, *terms))
        found += [name for name, words in _FORMATS.items() if words.search(named)]
    return tuple(dict.fromkeys(found))


def ages_of(service: Service) -> tuple[int | None, int | None]:
    """The youngest and the oldest who are served, from the record or else from its words."""
    youngest, oldest = service.minimum_age, service.maximum_age
    words = service.eligibility_description
    if youngest is None and (said := _OLDEST_WORDS.search(words)):
        youngest = int(said[1])
    if youngest is None and _ADULTS.search(words) and not _GROUPS["children"].search(words):
        youngest = ADULT
    return youngest, oldest


def _groups(service: Service, who: str) -> list[str]:
    if _NAMES_ONLY.search(who):
        return ["women", "children"]
    if not _ANY_GROUP.search(who):
        return []
    named = [group for group in GROUPS if _GROUPS[group].search(who)]
    alone = [group for group in _CAN_BE_ALONE if group in named]
    if {"women", "men"} <= set(named):
        alone = [group for group in alone if group not in ("women", "men")]
    if _EVERYBODY.search(who) or not _is_limit(service):
        alone = []
    return [*named, *(f"only:{group}" for group in alone)]


def _is_limit(service: Service) -> bool:
    """Whether the words set a limit: "for men" in the name, or a group at the head of the eligibility."""
    if re.search(r"\b(?:for|only|para|solo)\b|\bwom[ae]n's|\bmen's", service.name, re.IGNORECASE):
        return True
    head = re.split(r"[.;,]", service.eligibility_description, maxsplit=1)[0]
    return any(_GROUPS[group].search(head) for group in _CAN_BE_ALONE)


def _cost(fees: str) -> list[str]:
    if _FREE.search(fees):
        return [FREE]
    return [SLIDING] if _SLIDING.search(fees) else []
