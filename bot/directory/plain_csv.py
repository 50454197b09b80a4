"""The plain CSV: one line is one service at one place (docs/directory-csv.md describes it)."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping

from bot.directory.plain_csv_row import COLUMNS, PlainRow, place_of_row, row_key
from bot.directory.records import Organization, Records, record_id
from bot.directory.report import BrokenFile, Problem, Reading

REQUIRED = ("organization", "needs")


def read_plain_csv(lines: Iterable[str], source: str) -> Reading:
    """Read a whole file; wrong lines are rejected one by one.

    Raises :class:`BrokenFile` when there is no header with the required columns, or the file
    is no CSV (cut inside a quoted cell, for example).
    """
    return _Reader(source).read(lines)


class _Reader:
    def __init__(self, source: str) -> None:
        self._source = source
        self._organizations: dict[str, Organization] = {}
        self._places: dict[str, PlainRow] = {}
        self._lines: dict[str, int] = {}
        self._rejected: list[Problem] = []
        self._warnings: list[Problem] = []
        self._kept: set[str] = set()
        self._read = 0

    def read(self, lines: Iterable[str]) -> Reading:
        for number, cells in self._rows(lines):
            self._read += 1
            self._take(number, cells)
        rows = self._places.values()
        records = Records(
            organizations=tuple(self._organizations.values()),
            services=tuple(row.service for row in rows),
            locations=tuple(row.location for row in rows if row.location),
            service_at_locations=tuple(row.place for row in rows),
            addresses=tuple(row.address for row in rows if row.address),
            phones=tuple(phone for row in rows for phone in row.phones),
            schedules=tuple(schedule for row in rows for schedule in row.schedules),
            languages=tuple(language for row in rows for language in row.languages),
        )
        kept = frozenset(self._kept - set(self._places))
        public = frozenset(row.service.id for row in rows if row.public)
        return Reading(records, self._read, tuple(self._rejected), tuple(self._warnings), kept, public)

    def _rows(self, lines: Iterable[str]) -> Iterator[tuple[int, dict[str, str]]]:
        reader = csv.reader((line.replace("\0", "") for line in lines), strict=True)
        try:
            header = _header(next(reader, []))
            self._warn_of_columns(header)
            for cells in reader:
                if len(cells) > len(header) and any(cell.strip() for cell in cells[len(header) :]):
                    self._read += 1
                    self._rejected.append(Problem(f"line {reader.line_num}", "has more cells than the header"))
                elif any(cell.strip() for cell in cells):
                    yield reader.line_num, dict(zip(header, cells, strict=False))
        except csv.Error as error:
            raise BrokenFile(f"This is no whole CSV file: {error} at line {reader.line_num}.") from error

    def _warn_of_columns(self, header: list[str]) -> None:
        for name in header:
            if name and name not in COLUMNS:
                self._warnings.append(Problem("line 1", f"the column {name!r} is not known and not used"))

    def _take(self, number: int, cells: Mapping[str, str]) -> None:
        where = f"line {number}"
        key = row_key(cells)
        place_id = record_id(self._source, "service_at_location", key)
        if place_id in self._places:
            self._rejected.append(Problem(where, f"is the same place as line {self._lines[place_id]}"))
            return
        try:
            row = place_of_row(cells, self._source, key)
        except ValueError as error:
            self._rejected.append(Problem(where, str(error)))
            self._kept.add(place_id)
            return
        self._warnings.extend(Problem(where, text) for text in row.warnings)
        self._places[place_id], self._lines[place_id] = row, number
        known = self._organizations.setdefault(row.organization.id, row.organization)
        if not known.website and row.organization.website:
            self._organizations[known.id] = row.organization


def _header(cells: list[str]) -> list[str]:
    names = [cell.strip().lower().replace(" ", "_").lstrip("\ufeff") for cell in cells]
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        raise BrokenFile(f"The first line must name the columns; missing: {', '.join(missing)}.")
    twice = sorted({name for name in names if name and names.count(name) > 1})
    if twice:
        raise BrokenFile(f"The first line names a column twice: {', '.join(twice)}.")
    return names
