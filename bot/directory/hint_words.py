"""The words by which people say who they are and what they want of a place, English and Spanish.

All patterns are for normalised text (lower case, straight quotes). A group counts only when the
person says it of themselves or of whom they ask for: nothing is inferred from anything else.
"""

from __future__ import annotations

import re

_MY_CHILD = r"(?:kids?|child(?:ren)?|bab(?:y|ies)|toddlers?|newborn|infant|little (?:ones?|boys?|girls?))"
_I_AM = r"(?:i'?m|i am|im|as|being|soy)"
_HER = r"(?:wife|sister|mom|mother|daughter|girlfriend|grandma|niece)"
_HIM = r"(?:husband|brother|dad|father|son|boyfriend|nephew)"
_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|dos|tres|cuatro)"

GROUP_WORDS: dict[str, str] = {
    "children": (
        rf"(?:my|our|with|w/|have|got|and|{_NUMBER})\s+(?:\w+\s+)?(?:{_NUMBER}\s+)?(?:\w+\s+)?{_MY_CHILD}\b"
        r"|\bsingle (?:mom|mother|mama|dad|father)|\b(?:mis?|con|tengo)\s+(?:\w+\s+)?(?:hij[oa]s?"
        r"|ni[nñ][oa]s?|beb[eé]s?)"
        r"|madre soltera|padre soltero"
    ),
    "veterans": (
        rf"{_I_AM} (?:an? )?(?:\w+ ){{0,2}}vet\b|\b(?:army|navy|marine|combat|disabled|homeless) vet\b"
        rf"|veterans?\b(?! day)"
        r"|\bveteran[oa]s?\b|\bi served (?:in|\d)|\b(?:was|been) in the (?:army|navy|marines|air force"
        r"|military|service)"
    ),
    "pregnant": r"\bpregnant\b|\bpreg(?:gers|go|gos)\b|\bexpecting a (?:baby|child)|\bembarazad[ao]|\bweeks along\b",
    "women": (
        rf"{_I_AM} an? (?:\w+ ){{0,2}}(?:woman|girl|female|mom|mother|lady|wife|grandma|grandmother)\b"
        r"|\bsingle (?:mom|mother|mama)|\bwom[ae]n'?s\b|\b(?:for|only) (?:women|females|ladies|girls)\b"
        rf"|\bfor my {_HER}\b|\bsoy (?:una )?(?:mujer|mam[aá]|madre)\b"
        r"|\bpara mujeres\b|\bmadre soltera\b"
    ),
    "men": (
        rf"{_I_AM} an? (?:\w+ ){{0,2}}(?:man|guy|male|dad|father|dude|husband)\b|\bsingle (?:dad|father)"
        r"|\b(?<!wo)men'?s (?:\w+ )?(?:shelter|house|home|program|place|meeting|group|sober|halfway)"
        rf"|\b(?:for|only) (?:men|males|guys)\b|\bfor my {_HIM}\b"
        r"|\bsoy (?:un )?(?:hombre|pap[aá]|padre)\b|\bpara hombres\b|\bpadre soltero\b"
    ),
    "reentry": (
        r"\b(?:on|off|my|for) (?:probation|parole)\b|\bprobation officer|\b(?:my )?p\.?o\.? says|\bfelon(?:y|ies|s)?\b"
        r"|\b(?:a|my|criminal|got) record\b|\b(?:out of|from|left) (?:jail|prison|county jail|lockup|the joint)"
        r"|\b(?:got|getting|just got) (?:out|released) (?:of|from|last|yesterday|tuesday|monday|friday)"
        r"|\bex-?con(?:vict)?\b"
        r"|\bincarcerated\b|\bhalfway house\b|\b(?:probatoria|libertad condicional|antecedentes)\b"
        r"|\bsal[ií] de (?:la c[aá]rcel|prisi[oó]n)"
    ),
    "lgbtq": (
        rf"{_I_AM} (?:an? )?(?:gay|lesbian|trans\w*|queer|bi|bisexual|non-?binary|lesbiana)\b|\blgbt\w*"
        r"|\btrans (?:woman|man|guy|girl|friendly)|\bgay friendly|\bqueer friendly"
    ),
    "tribal": (
        rf"{_I_AM} (?:an? )?(?:\w+ )?(?:native american|american indian|alaska native|native|navajo|din[eé]"
        rf"|apache|cherokee"
        r"|lakota|ojibwe|choctaw|hopi|zuni)\b|\btribal\b|\benrolled (?:member|in)|\bind[ií]gena\b"
    ),
    "youth": r"\bteen(?:ager|s)?\b|\bminor\b|\badolescente\b",
    "seniors": r"\bsenior citizens?\b|\belderly\b|\bi'?m retired\b|\btercera edad\b|\badult[oa] mayor\b",
}
GROUP_PATTERNS = {group: re.compile(words) for group, words in GROUP_WORDS.items()}
# What says somebody else's sex or age: it holds for the request it stands in.
OF_ANOTHER = re.compile(
    rf"\bfor my (?:{_HER}|{_HIM})\b|\b(?:my|our|his|her) (?:\w+ )?(?:teen(?:ager|s)?|minor)\b"
    r"|\b(?:mi|nuestr[oa]|su) (?:\w+ )?adolescente\b"
)
DENIED = re.compile(
    r"\b(?:not|no|never|isn'?t|aren'?t|ain'?t|don'?t have|without|nor|sin|nunca|tampoco)\s+(?:\w+\s+){0,2}$"
)

# "Tengo 15 años usando": for so many years. "De edad" makes it an age, and so does a ZIP or a new clause.
_FOR_YEARS = (
    r"(?:\w+[aei]ndo\b|en (?!\d)|sin |de (?!edad)|con (?:est[aeo]|la|el|problemas?|adicci[oó]n)\b|que |adict[oa]"
    r"|alcoh[oó]lic[oa]|sobri[oa]|limpi[oa])"
)
_NO_AGE = (
    r"(?!\s*(?:days?|weeks?|wks?|months?|mos?|minutes?|mins?|hours?|hrs?|miles?|blocks?|%|feet|lbs?"
    r"|pounds?|dollars?|bucks"
    r"|years? (?:sober|clean|in)|yrs? (?:sober|clean|in)|th\b|st\b|[.:,]?\d|d[ií]as|meses|semanas|horas"
    r"|minutos|millas|cuadras|d[oó]lares|pesos|hij[oa]s|ni[nñ][oa]s|kilos|libras|pastillas"
    rf"|a[nñ]os {_FOR_YEARS}))"
)
AGE = re.compile(
    rf"\b(?:i'?m|i am|im|i turned|tengo|she'?s|he'?s|for my|my son is|my daughter is|my"
    rf"|a)\s+(?:only\s+)?(\d{{1,3}})\b{_NO_AGE}"
    r"(?P<years>\s*-?\s*(?:years?[ -]old|yrs?[ -]old|yo\b|y/o|a[nñ]os))?"
)

OPEN_NOW = (
    r"open (?:right )?now|open (?:late|tonight|still)|still open|(?:what'?s|who'?s|what is|who is) open"
    r"|open 24|24 ?hours?|24/7"
    r"|abiert[oa]s? (?:ahora|ahorita|a esta hora|las 24)|24 horas"
)
CLOSER = (
    r"closer|nearer|closest|nearest|too far(?: away)?|not so far|less far|m[aá]s cerca(?:n[oa]s?)?"
    r"|muy lejos|queda lejos"
)
FREE = (
    r"(?<!drug )(?<!smoke )(?<!sugar )(?<!toll )(?<!drug-)(?<!feel )\bfree\b(?! (?:time|on|from|after"
    r"|at|tomorrow|today)\b)"
    r"|no cost|gratis|gratuit[oa]s?|sin costo"
)
REACHABLE = (
    r"come(?:s)? to (?:me|my|us|you)|(?:over|by|on) the (?:phone|telephone)|by phone|online|virtual"
    r"|on zoom|deliver(?:y|ed|s)?"
    r"|can'?t leave (?:the |my )?(?:house|home|kids|bed)|homebound|a domicilio|por tel[eé]fono|en l[ií]nea|virtuales"
)
SPANISH = r"(?:in|speaks?|spoken|hablan?|en) (?:spanish|espa[nñ]ol)|spanish[- ]speaking"
WISH_PATTERNS = {
    "open_now": re.compile(rf"\b(?:{OPEN_NOW})\b"),
    "closer": re.compile(rf"\b(?:{CLOSER})\b"),
    "free": re.compile(FREE),
    "reachable": re.compile(rf"\b(?:{REACHABLE})\b"),
    "spanish": re.compile(rf"\b(?:{SPANISH})\b"),
}
DAY_PATTERNS = {
    "tonight": re.compile(r"\btonight|this evening|esta noche\b"),
    "tomorrow": re.compile(r"\b(?:tomorrow|tmrw|tmr)\b|(?<!la )\bma[nñ]ana\b"),
    "today": re.compile(r"\btoday|\bhoy\b"),
}
FORMAT_PATTERNS = {
    "aa": re.compile(r"\ba\.?a\.?\b|alcoholics anonymous|alcoh[oó]licos an[oó]nimos"),
    "na": re.compile(r"\bn\.?a\.?\b|narcotics anonymous|narc[oó]ticos an[oó]nimos"),
    "ca": re.compile(r"cocaine anonymous"),
    "smart": re.compile(r"\bsmart (?:recovery|meetings?)"),
    "dharma": re.compile(r"\bdharma\b|refuge recovery"),
    "celebrate": re.compile(r"celebrate recovery"),
    "alanon": re.compile(r"\bal-?anon|nar-?anon|alateen"),
}
