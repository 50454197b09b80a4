"""A mapping: what a publisher's own headings mean (docs/directory-import.md describes the file).

Each block of a mapping makes rows of one table out of each row of a file: of ``place`` (the
columns of the plain CSV) or of a table of HSDS.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatch
from typing import Any

from bot.directory.address_text import read_whole_address
from bot.directory.hours_lists import parted_hours
from bot.directory.hsds_names import TABLE_NAMES
from bot.directory.plain_csv_row import COLUMNS
from bot.directory.report import BrokenFile

PLACE = "place"
WHOLE_ADDRESS, POSITION = "whole_address", "position"
_PLACE_PARTS = {"street": "address", "city": "city", "state": "state", "zip": "zip"}
_HSDS_PARTS = {"street": "address_1", "city": "city", "state": "state_province", "zip": "postal_code"}
_HEADINGS = re.compile(r"\{([^{}]+)\}")
_POSITION = re.compile(r"(-?\d{1,3}\.\d+)\s*,\s*(-?\d{1,3}\.\d+)")


@dataclass(frozen=True)
class Cell:
    """How a column is filled: ``text`` with headings in braces, then ``values`` instead of what that gives."""

    text: str
    values: Mapping[str, str] = field(default_factory=dict)
    otherwise: str | None = None

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(_HEADINGS.findall(self.text))

    def of(self, row: Mapping[str, str]) -> str:
        """The cell's text for one row of the publisher's."""
        said = _HEADINGS.sub(lambda match: (row.get(match[1]) or "").strip(), self.text)
        said = said.strip(" -;,\n") if len(self.headings) > 1 else said
        if not self.values:
            return said
        fallback = said if self.otherwise is None else self.otherwise
        return self.values.get(" ".join(said.lower().split()), fallback)


@dataclass(frozen=True)
class Block:
    """Rows of ``table`` out of files whose name fits ``file``."""

    file: str
    table: str
    columns: Mapping[str, Cell]

    def fits(self, name: str) -> bool:
        return fnmatch(name.lower(), self.file.lower())

    def cells(self, row: Mapping[str, str]) -> dict[str, str] | None:
        """The table's cells; ``None`` where the row says nothing but what belongs to what."""
        said = {name: text for name, cell in self.columns.items() if (text := cell.of(row))}
        telling = [name for name in said if self.columns[name].headings and not name.endswith("_id")]
        if not telling and self.table not in ("service_at_location", "service"):
            return None
        return _hours(_position(_address(self.table, said)))


@dataclass(frozen=True)
class PublisherMapping:
    """A whole mapping. ``name`` is for the report."""

    name: str
    blocks: tuple[Block, ...]

    @property
    def of_places(self) -> bool:
        """Whether it makes lines of the plain CSV rather than rows of HSDS."""
        return self.blocks[0].table == PLACE

    def fits(self, headings: Mapping[str, frozenset[str]]) -> bool:
        """Whether every block finds a file with all its headings; ``headings`` by file name."""
        return all(
            any(block.fits(name) and needed <= known for name, known in headings.items())
            for block in self.blocks
            if (needed := {heading for cell in block.columns.values() for heading in cell.headings})
        )


def read_mapping(name: str, said: object) -> PublisherMapping:
    """A mapping from parsed YAML. Raises :class:`BrokenFile` with one sentence."""
    if not isinstance(said, dict) or not isinstance(said.get("files"), dict) or not said["files"]:
        raise BrokenFile(f"The mapping {name!r} needs `files:` with at least one file name.")
    blocks = tuple(block for file, each in said["files"].items() for block in _blocks(name, str(file), each))
    kinds = {block.table == PLACE for block in blocks}
    if len(kinds) != 1 or (blocks[0].table == PLACE and len(blocks) != 1):
        raise BrokenFile(f"The mapping {name!r} must be one block of `place`, or blocks of HSDS tables.")
    return PublisherMapping(name, blocks)


def _blocks(name: str, file: str, said: Any) -> Iterator[Block]:
    for each in said if isinstance(said, list) else [said]:
        if not isinstance(each, dict) or not isinstance(each.get("columns"), dict):
            raise BrokenFile(f"The mapping {name!r}: {file} needs `table:` and `columns:`.")
        spelled = str(each.get("table", ""))
        table = PLACE if spelled == PLACE else TABLE_NAMES.get(spelled, "")
        if not table:
            raise BrokenFile(f"The mapping {name!r}: {file} has no table {spelled!r}; use place or one of HSDS.")
        columns = {str(column): _cell(name, str(column), cell) for column, cell in each["columns"].items()}
        if table == PLACE and (strange := columns.keys() - {*COLUMNS, WHOLE_ADDRESS, POSITION}):
            raise BrokenFile(f"The mapping {name!r}: place has no column {', '.join(sorted(strange))}.")
        yield Block(file, table, columns)


def _cell(name: str, column: str, said: Any) -> Cell:
    if isinstance(said, str):
        return Cell(f"{{{said}}}")
    if isinstance(said, dict) and "is" in said:
        return Cell(str(said["is"]))
    if isinstance(said, dict) and isinstance(said.get("from") or said.get("text"), str):
        values = {" ".join(str(k).lower().split()): str(v) for k, v in (said.get("values") or {}).items()}
        cell = Cell(said["text"] if "text" in said else f"{{{said['from']}}}", values)
        return replace(cell, otherwise=str(said["else"])) if "else" in said else cell
    raise BrokenFile(f"The mapping {name!r}: {column} needs a heading, or `from:`, `text:` or `is:`.")


def _address(table: str, said: dict[str, str]) -> dict[str, str]:
    text = said.pop(WHOLE_ADDRESS, "")
    if not text:
        return said
    whole = read_whole_address(text)
    names = _PLACE_PARTS if table == PLACE else _HSDS_PARTS
    return {**{names[part]: value for part, value in vars(whole).items() if value}, **said}


def _position(said: dict[str, str]) -> dict[str, str]:
    if match := _POSITION.search(said.pop(POSITION, "")):
        return {**said, "latitude": match[1], "longitude": match[2]}
    return said


def _hours(said: dict[str, str]) -> dict[str, str]:
    return said | {"hours": parted_hours(said["hours"])} if said.get("hours") else said
