"""Takes out of a text by which somebody could be recognised, as a draft for a person who reads it after.

No program finds every name. What it finds becomes a mark like ``[name]``; the reviewer writes
ordinary words in its place, and a text with a mark, a number or an address left is not taken.
"""

from __future__ import annotations

import re

LONGEST = 320
_MAIL = re.compile(r"\S+@\S+")
_LINK = re.compile(r"\b(?:https?://|www\.)\S+|\b\w+\.(?:com|org|net|gov|edu)\b\S*", re.IGNORECASE)
_HANDLE = re.compile(r"(?<!\w)@\w+")
_PHONE = re.compile(r"\+?\(?\d(?:[\s().\-]{0,3}\d){6,14}")
_STREET = re.compile(
    r"\b\d{1,5}\s+(?:[\w.']+\s+){1,3}(?:st|street|ave|avenue|rd|road|blvd|dr|drive|ln|lane|ct|court|pl|way|hwy)\b\.?"
    r"|\b(?:calle|avenida|av)\.?\s+[\w.' ]{2,20}\s\d{1,5}\b",
    re.IGNORECASE,
)
_DATE = re.compile(r"\b\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}\b")
_DIGITS = re.compile(r"\d{4,}")
_NAMED = re.compile(
    r"\b((?:my name is|my names|name's|this is|they call me|i am called|me llamo|mi nombre es|soy|habla)\s+)"
    r"(?!a\b|an\b|the\b|my\b|not\b|un\b|una\b|de\b|el\b|la\b)([a-záéíóúñ'-]{2,20})",
    re.IGNORECASE,
)
_TITLED = re.compile(r"\b(?:mr|mrs|ms|dr|officer|judge|pastor|señor|señora|sr|sra)\b\.?\s+[\w'-]{2,20}", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\b((?:my|mi)\s+(?:son|daughter|husband|wife|bf|gf|boyfriend|girlfriend|brother|sister|mom|dad|friend|baby|ex|po"
    r"|sponsor|hijo|hija|esposo|esposa|novio|novia|hermano|hermana|amigo|amiga)\s+)([A-ZÁÉÍÓÚÑ][\w'-]{2,20})"
)
_PLACED = re.compile(
    r"\b((?:in|near|from|around|outside|at|en|cerca de|desde)\s+)((?:[A-ZÁÉÍÓÚÑ][\w'.-]+\s?){1,3}(?:,?\s?[A-Z]{2}\b)?)"
)
_CAPITAL = re.compile(r"(?<=[a-zá-ú,;] )[A-ZÁÉÍÓÚÑ][a-zá-ú]{2,20}\b")
_MARK = re.compile(r"\[[^\]]*\]|[\[\]]")
# Words that are written with a capital and name nobody.
_ORDINARY = frozenset(
    (
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "English",
        "Spanish",
        "God",
        "Medicaid",
        "Medicare",
        "Narcan",
        "Suboxone",
        "Methadone",
        "Christmas",
        "Thanksgiving",
        "Dios",
        "Navidad",
    )
)


def mask(text: str, town: str = "") -> str:
    """A draft of ``text`` with marks where a name, number or place may stand. ``town`` is one that was read in it."""
    text = " ".join(text.split())
    if town and town.strip():
        text = re.sub(rf"\b{re.escape(town.strip())}\b", "[place]", text, flags=re.IGNORECASE)
    for pattern, mark in ((_MAIL, "[email]"), (_LINK, "[link]"), (_HANDLE, "[name]"), (_PHONE, "[number]")):
        text = pattern.sub(mark, text)
    for pattern, mark in ((_STREET, "[place]"), (_DATE, "[date]"), (_TITLED, "[name]"), (_DIGITS, "[number]")):
        text = pattern.sub(mark, text)
    text = _NAMED.sub(r"\1[name]", text)
    text = _RELATIVE.sub(r"\1[name]", text)
    text = _PLACED.sub(lambda found: f"{found[1]}[place]{' ' if found[2].endswith(' ') else ''}", text)
    return _CAPITAL.sub(lambda found: found[0] if found[0] in _ORDINARY else "[name]", text)


def problems(text: str) -> list[str]:
    """Why a rewritten text cannot be taken, in sentences; empty when nothing was found."""
    found = []
    if not text.strip():
        found.append("The text is empty.")
    if len(text) > LONGEST:
        found.append(f"The text is longer than {LONGEST} letters. Keep what it is about.")
    if "\n" in text.strip():
        found.append("The text has several lines. Write it in one.")
    if marks := sorted(set(_MARK.findall(text))):
        found.append(f"Write ordinary words where {', '.join(marks)} stands.")
    if _MAIL.search(text) or _LINK.search(text):
        found.append("There is an e-mail or web address in it.")
    if _PHONE.search(text):
        found.append("There is a phone number in it.")
    elif _DIGITS.search(text):
        found.append("There is a long number in it: a ZIP code, a year or an amount. Leave it out or make it short.")
    if _STREET.search(text):
        found.append("There is a street address in it.")
    if _HANDLE.search(text):
        found.append("There is a name with @ in it.")
    return found
