"""Where a text may be cut: never inside a phone number, a web address or one visible character."""

from __future__ import annotations

import re
import unicodedata

_AMERICAN = r"(?<!\d)(?:\+?1[-. ]?)?(?:\(\d{3}\)[ ]?|\d{3}[-. ])?\d{3}[-. ]\d{4}(?!\d)"
_FOREIGN = r"\+\d{1,3}(?:[-. ]?\(?\d{1,4}\)?){2,5}"
_PHONE = rf"(?:{_AMERICAN}|{_FOREIGN}|\b\d{{7,15}}\b)(?:\s?(?:ext\.?|x)\s?\d{{1,6}})?"
_ADDRESS = r"(?:https?://|www\.)\S+|\S+@\S+\.\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:org|com|gov|net|edu|info|us)\b\S*"
_WHOLE = re.compile(f"{_ADDRESS}|{_PHONE}", re.IGNORECASE)
# "1. Food pantry": a dot after a lone digit numbers a list and ends no sentence.
_SENTENCE_END = re.compile(r"""(?<!\s\d)(?<!^\d)[.!?…][)"'”’»]*(?=\s)|\n""", re.MULTILINE)
_SPACE = re.compile(r"\s+")
_JOINER = "\u200d"


def clusters(text: str) -> list[int]:
    """The end offsets of the visible characters of ``text`` (an emoji with its parts is one)."""
    ends: list[int] = []
    flags = 0  # regional indicators in a row: two make one flag
    for index, char in enumerate(text):
        flags = flags + 1 if _is_flag_letter(char) else 0
        if index and (_extends(char) or text[index - 1] == _JOINER or (flags and flags % 2 == 0)):
            ends[-1] = index + 1
        else:
            ends.append(index + 1)
    return ends


def best_break(text: str, room: int) -> int:
    """The best offset, at most ``room`` and more than 0, at which to cut ``text``.

    More than ``room`` only when ``text`` begins with something that must stay whole and is
    longer than ``room``; then the end of that.
    """
    whole = [match.span() for match in _WHOLE.finditer(text)]
    sentences = [m.end() for m in _SENTENCE_END.finditer(text, 0, room + 1) if m.end() <= room]
    words = [m.start() for m in _SPACE.finditer(text) if m.start() <= room]
    for offsets, least in ((sentences, room // 2), (words, 1)):
        best = max((at for at in offsets if at >= max(least, 1) and not _inside(at, whole)), default=0)
        if best:
            return best
    ends = clusters(text)
    best = max((at for at in ends if at <= room and not _inside(at, whole)), default=0)
    return best or min(at for at in ends if not _inside(at, whole))


def _inside(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start < at < end for start, end in spans)


def _is_flag_letter(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _extends(char: str) -> bool:
    """Whether ``char`` only changes the character before it (accent, skin tone, variant, tag)."""
    return (
        char == _JOINER
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or "\U000e0020" <= char <= "\U000e007f"
        or unicodedata.category(char) in ("Mn", "Me", "Mc")
    )
