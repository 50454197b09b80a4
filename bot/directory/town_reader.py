"""The town or county that a text names as its place, tolerant of slips, wary of ordinary words.

A name counts after a word of place ("in Camden", "cerca de Española"), before its state ("Camden
NJ"), or when it is the whole text. "Reading" and "Mobile" in any other position are just words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.directory.geography import Area
from bot.directory.ordinary_words import ORDINARY
from bot.directory.states import CODES, STATE_OF, WORDS_TOO
from bot.directory.towns import Gazetteer, Town, key
from sentences.normalise import tidy

LONGEST_NAME = 4  # words
SURE_SLIP = 7  # a shorter misspelled name in passing is too likely an ordinary word
_WORD = re.compile(r"[^\W\d_][\w'.’-]*|,")
_PLACE_WORDS = re.compile(
    r"\b(?:in|inn|near|around|from|outside(?: of)?|close to|live at|over by|en|cerca de|alrededor de"
    r"|soy de|afuera de)$",
    re.IGNORECASE,
)
_SURE_WORDS = re.compile(
    r"\b(?:liv(?:e|es|ing) in|stay(?:s|ing)? in|vivo en|vivimos en|i'?m from|soy de|zip for)$", re.IGNORECASE
)
_OWN_WORDS = re.compile(
    r"\b(?:i'?m|im|i am|we'?re|we are|i live|living|staying|stuck|stranded|vivo|vivimos|estoy|estamos)\s+(?:\w+\s+)?"
    r"(?:in|near|en)$",
    re.IGNORECASE,
)
_LEFT = re.compile(r"\b(?:(?:moved|came) (?:here |down |up )?from|used to live in|vine de|me vine de)$", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_FILLER = re.compile(
    r"^(?:i'?m|i am|we'?re|we are|it'?s|its|i live|we live|live|living|stay|staying|right|just|over|out|here|town of|"
    r"the|in|inn|near|around|from|by|outside(?: of)?|city of|close to|estoy|vivo|soy|en|de|cerca de|aqui|aquí|pues)\s+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*(?:area|please|pls|thanks|thank you|por favor|gracias|usa|here|aqui|aquí|\d{5})\W*$", re.IGNORECASE
)
_COUNTY = re.compile(
    r"\b(?:(?P<en>[\w.' -]{3,30}?)\s+(?:county|co\.)|condado de (?P<es>[\w.' -]{3,30}))", re.IGNORECASE
)


@dataclass(frozen=True)
class TownRead:
    """``zip`` stands for the town; ``said`` is how to name it back ("Camden, NJ"). ``unclear`` is the
    name of a town of which there are several. ``whole``: the text says nothing else. ``slip``: it
    is not written as the town is."""

    zip: str | None = None
    said: str = ""
    unclear: str = ""
    whole: bool = False
    slip: bool = False


NOWHERE = TownRead()


def read_town(text: str, gazetteer: Gazetteer, home: Area | None, asked: bool, unclear: str = "") -> TownRead:
    """The place in ``text``. ``home`` is the area of the ZIP we know, ``asked``: we asked for the
    place, so that a bare name is one. ``unclear``: the town whose state this text may tell."""
    text = tidy(text)
    bare = _bare(text)
    if unclear and (state := _state(bare)):
        return _read(gazetteer.towns(key(unclear), state), gazetteer, home, True, unclear)
    for name, state, county, sure in _whole_names(bare):
        same = gazetteer.towns(name, state, county)
        if same and (state or county or ((asked or sure) and name not in ORDINARY)):
            return _read(same, gazetteer, home, True, name)
    # "He is in Altoona, I'm in Philly": where they are themselves comes first.
    for name, state, county, _ in sorted(_names(text), key=lambda each: not each[3]):
        if same := gazetteer.towns(name, state, county):
            return _read(same, gazetteer, home, False, name)
    return _read_slips(text, bare, gazetteer, home, asked)


def _read_slips(text: str, bare: str, gazetteer: Gazetteer, home: Area | None, asked: bool) -> TownRead:
    """A misspelled town: the whole answer to our question, or one word after a word of place."""
    if asked and not _DIGIT.search(bare) and (near := _corrected(key(bare), gazetteer)):
        return replace(_read(gazetteer.towns(near), gazetteer, home, True, near), slip=True)
    for name, state, _, _ in _names(text):
        near = _corrected(name, gazetteer) if " " not in name and len(name) >= SURE_SLIP else ""
        if near and (same := gazetteer.towns(near, state)):
            return replace(_read(same, gazetteer, home, False, near), slip=True)
    return NOWHERE


def _corrected(name: str, gazetteer: Gazetteer) -> str:
    near = "" if name in ORDINARY else gazetteer.corrected(name)
    return "" if near in ORDINARY else near


def _read(same: tuple[Town, ...], gazetteer: Gazetteer, home: Area | None, whole: bool, name: str) -> TownRead:
    town = gazetteer.meant(same, home)
    if town is not None:
        return TownRead(town.zip, f"{town.name}, {town.state}", whole=whole)
    return TownRead(unclear=name.title(), whole=whole) if same else NOWHERE


def _bare(text: str) -> str:
    """``text`` without what people put around the name of a place."""
    text = text.strip(" .!?,;:")
    while (shorter := _TAIL.sub("", _FILLER.sub("", text)).strip(" .!?,;:")) != text:
        text = shorter
    return text


def _whole_names(bare: str) -> Iterator[tuple[str, str, bool, bool]]:
    """Name, state, whether it is a county, and whether it looks like a name, if ``bare`` is nothing else."""
    county = _COUNTY.fullmatch(re.sub(r",?\s+([A-Za-z]{2})$", "", bare)) or _COUNTY.fullmatch(bare)
    name, state = _split_state(bare)
    if county:
        yield key(county["en"] or county["es"]), state, True, True
    if _DIGIT.search(bare):
        return  # "day 11" is no town
    if name and len(name.split()) <= LONGEST_NAME:
        yield key(name), state, False, bare[:1].isupper()
    if state and bare:
        yield key(bare), "", False, bare[:1].isupper()


def _split_state(text: str) -> tuple[str, str]:
    """``("Camden", "NJ")`` of "Camden NJ" or "camden, new jersey"; the text itself without a state."""
    words = text.replace(",", " , ").split()
    for length in (3, 2, 1):
        tail = " ".join(words[-length:])
        if len(words) > length and (state := _state(tail)):
            return " ".join(words[:-length]).strip(" ,"), state
    return text, ""


def _state(text: str) -> str:
    plain = key(text)
    if plain in STATE_OF:
        return STATE_OF[plain]
    return plain.upper() if plain.upper() in CODES else ""


def _names(text: str) -> Iterator[tuple[str, str, bool, bool]]:
    """Every stretch of words that may be a place: name, state, whether it is a county, and whether
    the person says that they are there; the longest first."""
    for match in _COUNTY.finditer(text):
        said = (match["en"] or match["es"] or "").split()
        for length in range(min(3, len(said)), 0, -1):
            name, state = key(" ".join(said[-length:])), _state_after(text[match.end() :])
            if state or name not in ORDINARY:
                yield name, state, True, False
    words: list[re.Match[str]] = list(_WORD.finditer(text))
    for index, word in enumerate(words):
        before, capital = text[: word.start()].rstrip(), word.group()[:1].isupper()
        if _LEFT.search(before):
            continue
        placed = bool(_PLACE_WORDS.search(before))
        surely, own = bool(_SURE_WORDS.search(before)), bool(_OWN_WORDS.search(before))
        for length in range(min(LONGEST_NAME, len(words) - index), 0, -1):
            stretch = text[word.start() : words[index + length - 1].end()]
            if "," in stretch:
                continue
            name, state = key(stretch), _state_after(text[words[index + length - 1].end() :])
            ordinary = name in ORDINARY or name in STATE_OF
            if state and (placed or capital or not ordinary):
                yield name, state, False, own
            elif (surely and name not in STATE_OF and not (ordinary and " " in name)) or (placed and not ordinary):
                yield name, "", False, own


def _state_after(rest: str) -> str:
    """The state right behind a name. Codes that are words ("in", "me") need a comma or capitals."""
    match = re.match(r"(?P<gap>\s*,\s*|\s+)(?P<words>[A-Za-z]+(?:\s+[A-Za-z]+)?)", rest)
    if match is None:
        return ""
    words = match["words"].split()
    if (name := key(match["words"])) in STATE_OF or (name := key(words[0])) in STATE_OF:
        return STATE_OF[name]
    code = words[0]
    sure = "," in match["gap"] or code.isupper() or code.lower() not in WORDS_TOO
    return code.upper() if code.upper() in CODES and sure else ""
