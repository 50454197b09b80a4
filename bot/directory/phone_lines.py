"""A place's phones as staff write them, one a line: ``Spanish: 215-555-0102 (Intake desk)``.

Before the number may stand what it is (``Spanish``, ``text``, ``fax``, ``TTY``, ``hotline``), behind
it, in brackets, what it is for, or how to use it (``988 (call or text 988)``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.directory.phone_text import LANGUAGE_WORDS, TYPE_WORDS
from bot.directory.phones import spoken_number, stored_number
from bot.directory.records import Owner, Phone, record_id
from bot.directory.text_cleaning import clean

MOST = 12
LONGEST_WORDS = 60
_WORDS = re.compile(r"\s*\(([^()]*[A-Za-z][^()]*)\)\s*$")
_BEFORE = re.compile(r"^\s*([^:\d(+]{2,40}?)\s*:\s*")
_SPANISH = "Spanish"


def phone_lines(phones: Sequence[Phone]) -> str:
    """``phones`` as lines, in their order."""
    return "\n".join(dict.fromkeys(map(_line, phones)))


def read_phone_lines(text: str, place_id: str, by: str) -> tuple[Phone, ...]:
    """The phones of the place ``place_id`` in ``text``; ``by`` is the source their ids are made for.

    Raises ``ValueError`` with a sentence that names the line.
    """
    lines = [line.strip() for line in re.split(r"[\n;]", text) if line.strip()]
    if len(lines) > MOST:
        raise ValueError(f"There is room for {MOST} phone numbers.")
    owner = Owner(service_at_location_id=place_id)
    return tuple(
        replace(_read(line), id=record_id(by, "phone", f"{place_id}|{number}"), owner=owner)
        for number, line in enumerate(lines)
    )


def _line(phone: Phone) -> str:
    kind = "" if phone.type in ("voice", "") else phone.type
    language = _SPANISH if phone.language == "es" else ""
    before = " ".join(part for part in (language, kind) if part)
    words = re.sub(r"[()\n;]", " ", phone.description)
    number = spoken_number(phone.number, phone.extension)
    behind = f" ({' '.join(words.split())})" if words.strip() else ""
    return f"{before}: {number}{behind}" if before else f"{number}{behind}"


def _read(line: str) -> Phone:
    words = _WORDS.search(line)
    bare = line[: words.start()] if words else line
    before = _BEFORE.match(bare)
    kind, language, rest = _kind(before[1] if before else "")
    said_number = (bare[before.end() :] if before else bare).strip()
    try:
        number, extension = stored_number(said_number)
    except ValueError:
        raise ValueError(f"We cannot read a phone number in {line!r}. Write it like 215-555-0123.") from None
    if not number.startswith("+") and (number != said_number or len(number) == 4):  # 988 and 741741 are whole
        raise ValueError(f"{line!r} has too few digits for a phone number. Write it like 215-555-0123.")
    said = clean(words[1]) if words else rest
    if len(said) > LONGEST_WORDS:
        raise ValueError(f"The words beside {spoken_number(number)} are too long: {LONGEST_WORDS} letters at most.")
    return Phone("", number, Owner(), extension, kind or "voice", said, language)


def _kind(before: str) -> tuple[str, str, str]:
    """Type, language, and what else stands before a number."""
    kind, language, rest = "", "", list[str]()
    for word in before.split():
        kind = kind or TYPE_WORDS.get(word.lower(), "")
        language = language or LANGUAGE_WORDS.get(word.lower(), "")
        if word.lower() not in TYPE_WORDS and word.lower() not in LANGUAGE_WORDS:
            rest.append(word)
    return kind, language, clean(" ".join(rest))
