"""JSON documents of any size as records, one at a time."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import ijson

from bot.directory.hsds_names import TABLE_NAMES
from bot.directory.hsds_tables import records_of_document, table_of_list
from bot.directory.report import BrokenFile, Problem
from bot.directory_source.letters import NOT_UTF8, encoding_of, texts
from bot.directory_source.opening import Member

AT_ONCE = 4 * 1024 * 1024
"""A document that is one object is read whole up to here; a larger one must be lists of records."""
LONGEST_RECORD = 16 * 1024 * 1024
DEEPEST = 200
"""Nothing in HSDS is a tenth as deep, and the parser takes ages over thousands of levels."""
_FEEDS = frozenset({"contents", "meetings", "data", "items", "results"})
_LISTS = re.compile(rb'"([A-Za-z_.]{4,40})"\s*:\s*\[')

_DEEP = re.compile(rb"(?:[\[{][^\[\]{}]*){%d}" % DEEPEST)
_PIECE = 2 * 1024  # so small that hardly any holds enough brackets to be looked at more closely

Found = tuple[str, Any, str]


def first_records(member: Member, most: int = 20) -> list[Any]:
    """The first few records, to see what kind they are; of an object those of its longest list."""
    found: list[Any] = []
    for _, record, _ in records(member, as_lists=True):
        found.append(record)
        if len(found) >= most:
            break
    return found


def records(member: Member, as_lists: bool = False) -> Iterator[Found]:
    """``(table, record, where)``; the table is empty where only the record itself can tell.

    With ``as_lists`` an object is no record of HSDS: the longest list in it counts. Raises
    :class:`BrokenFile` when the document is not whole.
    """
    encoding = encoding_of(member)
    start = next((text.lstrip("\ufeff \t\r\n")[:1] for text in texts(member, encoding) if text.strip()), "")
    if start == "[":
        yield from _streamed(member, encoding, {"item": ""})
    elif start == "{" and member.size <= AT_ONCE:
        document = _whole(member, encoding)
        yield from _longest_list(document) if as_lists else records_of_document(document)
    elif start == "{":
        prefixes = {f"{name}.item": table_of_list(name) or "" for name in _names_of_lists(member)}
        found = False
        for each in _streamed(member, encoding, prefixes):
            found = True
            yield each
        if not found:
            raise BrokenFile(f"{member.base} is one record of more than {AT_ONCE // 2**20} MB, or no directory.")
    else:
        raise BrokenFile(f"This is no whole JSON file: {member.base} does not begin with [ or {{.")


def warnings(member: Member) -> tuple[Problem, ...]:
    """What had to be repaired to read the letters."""
    return (Problem(member.base, NOT_UTF8),) if encoding_of(member) == "cp1252" else ()


def _longest_list(document: object) -> Iterator[Found]:
    lists = [
        (name, each)
        for name, each in (document.items() if isinstance(document, dict) else ())
        if isinstance(each, list)
    ]
    name, longest = max(lists, key=lambda pair: len(pair[1]), default=("", []))
    yield from (("", record, f"{name}[{number}]") for number, record in enumerate(longest))


def _whole(member: Member, encoding: str) -> object:
    try:
        return json.loads("".join(texts(member, encoding)))
    except (ValueError, RecursionError) as error:  # a number of thousands of digits is a ValueError, too
        raise BrokenFile(f"This is no whole JSON file: {error}.") from error


def _names_of_lists(member: Member) -> set[str]:
    """Names in the document that may be lists of records at its top."""
    found: set[str] = set()
    rest = b""
    for block in member.blocks():
        found.update(match[1].decode() for match in _LISTS.finditer(rest + block))
        rest = block[-60:]
    return {name for name in found if name in _FEEDS or table_of_list(name) in TABLE_NAMES.values()}


def _streamed(member: Member, encoding: str, prefixes: Mapping[str, str]) -> Iterator[Found]:
    """Elements of the lists under ``prefixes`` (to their table), as they come."""
    sinks = {prefix: ijson.sendable_list() for prefix in prefixes}
    machines = [ijson.items_coro(sink, prefix, use_float=True) for prefix, sink in sinks.items()]
    counts = dict.fromkeys(prefixes, 0)
    silent = 0
    try:
        for block in _shallow(member, _utf8(member, encoding)):
            for machine in machines:
                machine.send(block)
            silent += len(block)
            for prefix, sink in sinks.items():
                for record in sink:
                    yield prefixes[prefix], record, f"{prefix.removesuffix('item').rstrip('.')}[{counts[prefix]}]"
                    counts[prefix] += 1
                    silent = 0
                del sink[:]
            if silent > LONGEST_RECORD:
                raise BrokenFile(f"One record in {member.base} is larger than {LONGEST_RECORD // 2**20} MB.")
        for machine in machines:
            machine.close()
    except (ijson.JSONError, RecursionError, ValueError) as error:
        said = str(error).split("\n")[0][:200]
        raise BrokenFile(f"This is no whole JSON file: {said}, near record {sum(counts.values())}.") from error


def _shallow(member: Member, blocks: Iterator[bytes]) -> Iterator[bytes]:
    """The same bytes, as long as they are not nested as only a trap is."""
    depth = 0
    for block in blocks:
        for start in range(0, len(block), _PIECE):
            piece = block[start : start + _PIECE]
            opened = piece.count(b"[") + piece.count(b"{")
            deepest, depth = depth + opened, max(0, depth + opened - piece.count(b"]") - piece.count(b"}"))
            if depth > DEEPEST or (deepest > DEEPEST and _DEEP.search(piece)):
                raise BrokenFile(f"This is no whole JSON file: {member.base} is nested more than {DEEPEST} deep.")
        yield block


def _utf8(member: Member, encoding: str) -> Iterator[bytes]:
    """Bytes in UTF-8 without a byte order mark."""
    if encoding != "utf-8-sig":
        yield from (text.lstrip("\ufeff").encode() for text in texts(member, encoding))
        return
    for number, block in enumerate(member.blocks()):
        yield block.removeprefix(codecs.BOM_UTF8) if number == 0 else block
