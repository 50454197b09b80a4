"""The house's rules for a text, checked while staff write it. Pure.

A text that ``BREAKS`` a rule could not be sent as it is meant and is never used; one that is only
``BARRED`` cannot be saved; an ``ADVICE`` is for the writer to weigh.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from bot.wording.fill import gaps
from bot.wording.reading import SIXTH, grade
from bot.wording.segments import LIMIT, count_segments, fold

LONGEST = 1_000  # letters; three segments hold fewer
NEVER = re.compile(
    r"\b(addicts?|junkies?|alcoholics?|abusers?|drunks?|clean|dirty|committed suicide|confidential\w*|secretly|"
    r"rescue\w*|on the way|no matter what|guarantee\w*|promise you|you should|you must|why did you|"
    r"we will always|we'll always|always be here|nobody will know|"
    r"adictos?|adictas?|drogadict\w+|alcoh[oó]lic\w+|borrach\w+|limpi[oa]s?|suci[oa]s?|confidencial\w*|viene en camino|"
    r"te prometo|debes|por qué lo hiciste|siempre estaremos|nadie lo sabrá)\b",
    re.IGNORECASE,
)
NAMES_ABUSE = re.compile(
    r"abus|violen|partner|spouse|husband|domestic|traffick|pareja|marido|esposo|maltrat|golpe|trata\b|799-7233|88788",
    re.I,
)
TIMES = re.compile(r"\b(soon|shortly|right away|in a minute|pronto|enseguida|en un momento|minutos)\b", re.IGNORECASE)
PROMISES = re.compile(r"\b(will|we'll|always|never|siempre|nunca)\b", re.IGNORECASE)
REVEALS = re.compile(r"recover|recuper|coach|988|treat|tratam|help|ayuda|Warmline", re.IGNORECASE)
DANGER_NUMBERS = re.compile(r"\b(?:911|988)\b")
SPANISH_988 = re.compile("oprime 2|AYUDA al 988")
SAFETY = re.compile(
    r"utter_(crisis_|check_|danger_|relapse|welcome|privacy|bot_privacy|opted_out|opt_out|coach_optout|delete_|who_is_this|"
    r"other_(medicine|minor|child))|ready_ask_s|script_"
)
_FEWEST_WORDS = 5  # a grade of fewer says nothing
_BRACES = re.compile(r"[{}]")
_GAP = re.compile(r"\{[a-z_]+\}")
_PHONE = re.compile(r"\b(?:1-)?\d{3}-\d{3}-\d{4}\b")
_KEYWORD = re.compile(r"(?<!\{)\b[A-ZÁÉÍÓÚÑ]{2,}\b")
_NOT_KEYWORDS = frozenset({"ZIP", "GED", "SNAP", "ID", "SMS", "AA", "NA", "TTY"})


class Level(IntEnum):
    ADVICE, BARRED, BREAKS = 1, 2, 3


@dataclass(frozen=True)
class Finding:
    """One thing about a text. ``sentence`` says what it is and what to do."""

    level: Level
    sentence: str

    @property
    def grave(self) -> bool:
        return self.level > Level.ADVICE


@dataclass(frozen=True)
class Draft:
    """A text somebody wrote for ``response`` beside the shipped one; ``spoken``: with sample values in the gaps."""

    response: str
    language: str
    text: str
    shipped: str
    spoken: str


def is_safety(response: str, *shipped: str) -> bool:
    """Whether two people must read a change: the text is about danger or consent, or names 911 or 988."""
    return bool(SAFETY.match(response)) or any(DANGER_NUMBERS.search(text) for text in shipped)


def flaws(text: str, shipped: str) -> list[Finding]:
    """Why ``text`` could not go out in the place of ``shipped``, whatever anybody decides."""
    return list(_flaws(text, shipped))


def look_over(draft: Draft) -> list[Finding]:
    """Everything about a draft, the gravest first."""
    found = flaws(draft.text, draft.shipped)
    if not any("empty" in finding.sentence for finding in found):
        found += [*_barred(draft), *_advice(draft)]
    return sorted(found, key=lambda finding: -finding.level)


def _flaws(text: str, shipped: str) -> Iterator[Finding]:
    if not text.strip():
        yield Finding(Level.BREAKS, "The text is empty. To say nothing of your own, go back to the shipped text.")
        return
    for gap in sorted(gaps(shipped) - gaps(text)):
        yield Finding(Level.BREAKS, f"The gap {{{gap}}} is missing. Put it where its value belongs.")
    for gap in sorted(gaps(text) - gaps(shipped)):
        yield Finding(Level.BREAKS, f"This text has no gap {{{gap}}}. It may have {_named(shipped)}.")
    if _BRACES.search(_GAP.sub("", text)):
        yield Finding(Level.BREAKS, "A brace { or } stands alone. Braces are only for gaps.")
    for number in sorted(set(DANGER_NUMBERS.findall(shipped)) - set(DANGER_NUMBERS.findall(text))):
        yield Finding(Level.BREAKS, f"The text must name {number}: the shipped one does.")


def _named(shipped: str) -> str:
    return ", ".join(f"{{{gap}}}" for gap in sorted(gaps(shipped))) or "none"


def _barred(draft: Draft) -> Iterator[Finding]:
    text, name = draft.text, draft.response
    for found in sorted({match.group(0).lower() for match in NEVER.finditer(text)}):
        yield Finding(
            Level.BARRED, f'"{found}" blames, labels or promises. Say it with the person first, without a promise.'
        )
    if NAMES_ABUSE.search(text):
        yield Finding(Level.BARRED, "No text names abuse or a line for it: somebody else may read the phone.")
    for number in sorted(set(_PHONE.findall(draft.shipped)) - set(_PHONE.findall(text))):
        yield Finding(Level.BARRED, f"The number {number} is missing. The shipped text gives it.")
    if draft.language == "es" and SPANISH_988.search(draft.shipped) and not SPANISH_988.search(text):
        yield Finding(Level.BARRED, "Say how to reach 988 in Spanish: oprime 2, or AYUDA al 988.")
    if name.startswith(("utter_crisis", "utter_check")) and TIMES.search(text):
        yield Finding(Level.BARRED, "Do not say when somebody comes. In danger nobody can promise it.")
    if name.startswith("utter_check"):
        if "?" in draft.shipped and "?" not in text:
            yield Finding(Level.BARRED, "The question is missing. Danger is asked about directly.")
        if re.search(r"\b(YES|SÍ)\b", text):
            yield Finding(Level.BARRED, "Do not ask for YES here: a yes answers the question about danger.")
    if name == "utter_who_is_this" and REVEALS.search(text):
        yield Finding(Level.BARRED, "This text must reveal nothing: no line, no help, no recovery.")
    if name == "utter_welcome_unsafe" and re.search("recover|recuper", text, re.I):
        yield Finding(Level.BARRED, "This welcome goes to phones that others may read: it must not name recovery.")
    cost = count_segments(fold(draft.spoken))
    if cost > LIMIT or len(text) > LONGEST:
        yield Finding(Level.BARRED, f"Too long: {cost} segments. At most {LIMIT} go out; the rest would be cut off.")


def _advice(draft: Draft) -> Iterator[Finding]:
    text, shipped = draft.text, draft.shipped
    lost = sorted(set(_KEYWORD.findall(shipped)) - set(_KEYWORD.findall(text)) - _NOT_KEYWORDS)
    if lost:
        level = Level.BARRED if SAFETY.match(draft.response) else Level.ADVICE
        yield Finding(level, f"The shipped text says what people can text: {', '.join(lost)}. Say it too.")
    for found in sorted({match.group(0).lower() for match in PROMISES.finditer(text)} - _words(PROMISES, shipped)):
        yield Finding(Level.ADVICE, f'"{found}" may be a promise. Is it true for every person, at every hour?')
    if not draft.response.startswith(("utter_crisis", "utter_check")):
        for found in sorted(_words(TIMES, text) - _words(TIMES, shipped)):
            yield Finding(Level.ADVICE, f'"{found}" says when. Is it true at night too?')
    if set(_PHONE.findall(text)) - set(_PHONE.findall(shipped)):
        yield Finding(Level.ADVICE, "There is a phone number in the text. Who checks that it stays right?")
    level_read = grade(draft.spoken, draft.language)
    if level_read > SIXTH and len(draft.spoken.split()) > _FEWEST_WORDS:
        yield Finding(
            Level.ADVICE, f"Reads like grade {level_read:.0f}. Shorter sentences and plainer words make it easier."
        )
    if draft.response in ("utter_privacy", "utter_bot_privacy"):
        yield Finding(Level.ADVICE, "utter_privacy and utter_bot_privacy say the same. Change both.")


def _words(pattern: re.Pattern[str], text: str) -> set[str]:
    return {match.group(0).lower() for match in pattern.finditer(text)}
