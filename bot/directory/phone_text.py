"""Phone cells as people fill them: "main: 215-555-0101, tollfree: 800-555-0102 or 0103"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.directory.phones import stored_number

TYPE_WORDS = {
    **dict.fromkeys(("tdd", "tty", "tty/tdd", "tdd/tty"), "tty"),
    **dict.fromkeys(("fax", "facsimile"), "fax"),
    **dict.fromkeys(("text", "sms", "texto"), "sms"),
    **dict.fromkeys(("cell", "mobile"), "cell"),
    "hotline": "hotline",
    "tollfree": "toll-free",
    "toll-free": "toll-free",
    "toll free": "toll-free",
}
_NOT_CALLED = ("fax", "facsimile", "pager", "modem", "video", "videophone")
_CALLED = ("voice", "call")
_PLAIN = frozenset({"main", "phone", "tel", "telephone", "office", "voice", "call", "ph", "p"})
LANGUAGE_WORDS = {"spanish": "es", "español": "es", "espanol": "es"}
_PARTS = re.compile(r"\s*(?:[;,\n|]|\bor\b|\band\b|\bo\b|(?<=\d)\s*/\s*(?=[(\d]))\s*", re.IGNORECASE)
_LABEL = re.compile(r"^\s*([A-Za-zñÑ][A-Za-zñÑ /-]*?)\s*[:.-]\s*(?=[(+\d])")


@dataclass(frozen=True)
class SaidNumber:
    """``type`` and ``language`` are empty where the words before the number do not say them."""

    number: str
    extension: str
    type: str = ""
    language: str = ""
    label: str = ""


@dataclass(frozen=True)
class PhoneText:
    numbers: tuple[SaidNumber, ...]
    left_out: tuple[str, ...] = ()


def phone_type(said: str) -> str:
    """The type of a phone in HSDS's words; one to call unless ``said`` names another ("Main fax", "Toll Free")."""
    text = said.lower().replace("toll free", "toll-free").replace("textphone", "tty")
    words = re.findall(r"[\w-]+", text)
    for told in _NOT_CALLED:
        if told in words:
            return TYPE_WORDS.get(told, told)
    if any(word in _CALLED for word in words):
        return "voice"
    return next((TYPE_WORDS[word] for word in words if word in TYPE_WORDS), "voice")


def read_phone_text(text: str) -> PhoneText:
    """Every number in a cell. Raises ``ValueError`` with a sentence when there is none."""
    try:
        return PhoneText((SaidNumber(*stored_number(text)),))
    except ValueError as error:
        first_error = error
    numbers: list[SaidNumber] = []
    left_out: list[str] = []
    for part in _PARTS.split(text):
        if not part:
            continue
        try:
            numbers.append(_said(part))
        except ValueError:
            left_out.append(part)
    if not any(not _is_short(each) for each in numbers):
        raise first_error  # "1234" alone is an extension or a rest, not a number to call
    left_out += [each.number for each in numbers if _is_short(each)]
    return PhoneText(tuple(each for each in numbers if not _is_short(each)), tuple(left_out))


def _said(part: str) -> SaidNumber:
    label = _LABEL.match(part)
    words = label[1].strip() if label else ""
    # "215-829-LIFE (5433)": the digits repeat the letters.
    bare = re.sub(r"(?<=[A-Za-z])\s*\(\d+\)\s*$", "", part[label.end() :] if label else part)
    number, extension = stored_number(bare)
    kind, language = TYPE_WORDS.get(words.lower(), ""), LANGUAGE_WORDS.get(words.lower(), "")
    known = kind or language or words.lower() in _PLAIN
    return SaidNumber(number, extension, kind, language, "" if known else words)


def _is_short(each: SaidNumber) -> bool:
    return not each.number.startswith("+")
