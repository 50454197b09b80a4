"""How many SMS segments a text costs, and how to make it cost fewer.

One segment holds 160 GSM-7 or 70 UCS-2 places; a longer text is cut by the network into
parts of 153 or 67. An escape pair and a surrogate pair are never torn apart between parts.
"""

from __future__ import annotations

from bot.wording.alphabet import EXTENDED, fold_accents, fold_lookalikes, is_gsm7
from bot.wording.breaks import best_break, clusters

LIMIT = 3  # an answer of the assistant costs at most this many segments


def count_segments(text: str) -> int:
    """The number of segments the network sends for ``text``; 0 for an empty text."""
    if is_gsm7(text):
        return _parts([2 if char in EXTENDED else 1 for char in text], whole=160, part=153)
    return _parts([2 if ord(char) > 0xFFFF else 1 for char in text], whole=70, part=67)


def _parts(costs: list[int], whole: int, part: int) -> int:
    total = sum(costs)
    if total <= whole:
        return 1 if total else 0
    parts, room = 1, part
    for cost in costs:
        if cost > room:
            parts, room = parts + 1, part
        room -= cost
    return parts


def fold(text: str) -> str:
    """``text`` as it should go out: the same words, in as few segments as readable spelling allows.

    Curly quotes, long dashes, bullets and odd spaces are always written plainly. GSM-7 has
    ``é ñ ü ¡ ¿`` but not ``á í ó ú``: accents that it lacks are given up only when the whole
    text then becomes GSM-7 *and* costs fewer segments, because "¿Cómo está?" costs one segment
    either way and should stay good Spanish. A text with an emoji keeps both emoji and accents.
    """
    plain = fold_lookalikes(text)
    if is_gsm7(plain):
        return plain
    bare = fold_accents(plain)
    if is_gsm7(bare) and count_segments(bare) < count_segments(plain):
        return bare
    return plain


def fits(text: str, segments: int = LIMIT) -> bool:
    """Whether ``text``, exactly as it is, costs at most ``segments`` segments."""
    return count_segments(text) <= segments


def split(text: str, segments: int = LIMIT) -> list[str]:
    """``text`` cut into pieces of at most ``segments`` segments each, in order.

    Pieces end at a paragraph or sentence if that does not waste half a piece, else between
    words. A phone number, a web address and an emoji are never cut: one that is too long for
    a piece makes a longer piece of its own, since half a number helps nobody.
    Raises ``ValueError`` if ``segments`` is less than one.
    """
    _at_least_one(segments)
    pieces = []
    rest = text.strip()
    while not fits(rest, segments):
        end = best_break(rest, _longest_prefix(rest, segments))
        pieces.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return [*pieces, rest] if rest else pieces


def trim(text: str, segments: int = LIMIT) -> str:
    """The beginning of ``text`` that costs at most ``segments`` segments, cut as in :func:`split`.

    Three dots mark a cut inside a sentence. A number or address that is itself too long for
    the room is left out whole. Raises ``ValueError`` if ``segments`` is less than one.
    """
    _at_least_one(segments)
    rest = text.strip()
    while not fits(rest, segments):
        end = best_break(rest, _longest_prefix(rest, segments, "..."))
        piece = rest[:end].rstrip()
        if not piece.rstrip(")\"'").endswith((".", "!", "?")):
            piece += "..."
        if fits(piece, segments):
            return piece
        rest = rest[end:].lstrip()  # an address longer than all the room
    return rest


def _at_least_one(segments: int) -> None:
    if segments < 1:
        raise ValueError("A text needs room for at least one segment.")


def _longest_prefix(text: str, segments: int, ending: str = "") -> int:
    """The length of the longest prefix of whole characters that fits together with ``ending``."""
    ends = clusters(text)
    low, high = 0, len(ends)
    while low < high:
        middle = (low + high + 1) // 2
        if fits(text[: ends[middle - 1]].rstrip() + ending, segments):
            low = middle
        else:
            high = middle - 1
    return ends[low - 1] if low else 0
