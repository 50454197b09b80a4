"""Bytes → text, in the encodings spreadsheets really write."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from bot.directory.report import BrokenFile
from bot.directory_source.opening import Member

NOT_UTF8 = "is not UTF-8; it was read as Windows-1252"
LONGEST_LINE = 2_000_000
# Not str.splitlines(): that also ends lines at separators which are part of a cell.
_LINE_END = re.compile(r"\r\n?|\n")
_MARKS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def encoding_of(member: Member) -> str:
    """``utf-8-sig``, ``utf-16`` or, where neither fits, ``cp1252``; the whole file is looked at."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    for number, block in enumerate(member.blocks()):
        if number == 0:
            for mark, name in _MARKS:
                if block.startswith(mark):
                    return name
        try:
            decoder.decode(block)
        except UnicodeDecodeError:
            return "cp1252"
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def texts(member: Member, encoding: str) -> Iterator[str]:
    """The file's text in pieces."""
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    for block in member.blocks():
        yield decoder.decode(block)
    yield decoder.decode(b"", final=True)


def lines(member: Member, encoding: str) -> Iterator[str]:
    """The file's lines with their ends. Raises :class:`BrokenFile` for a line without end."""
    rest = ""
    for text in texts(member, encoding):
        waiting = rest + text.replace("\0", "")
        end = 0
        for found in _LINE_END.finditer(waiting):
            if found[0] == "\r" and found.end() == len(waiting):
                break  # may be half of \r\n
            yield waiting[end : found.end()]
            end = found.end()
        rest = waiting[end:]
        if len(rest) > LONGEST_LINE:
            raise BrokenFile(f"{member.base} is no whole CSV file: one line is longer than {LONGEST_LINE:,} letters.")
    if rest:
        yield rest
