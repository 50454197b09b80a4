"""CSV files as rows by heading, a line at a time."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from bot.directory.report import BrokenFile, Problem
from bot.directory_source.letters import NOT_UTF8, encoding_of, lines
from bot.directory_source.opening import Member

_DELIMITERS = (",", "\t", ";", "|")


@dataclass(frozen=True)
class CsvFile:
    """A CSV file with its headings as they stand."""

    member: Member
    encoding: str
    delimiter: str
    headings: tuple[str, ...]

    @property
    def warnings(self) -> tuple[Problem, ...]:
        return (Problem(self.member.base, NOT_UTF8),) if self.encoding == "cp1252" else ()

    def rows(self) -> Iterator[tuple[int, dict[str, str]]]:
        """``(line, cells by heading)``; cells without a heading are under ``""``, empty rows left out.

        Raises :class:`BrokenFile` when the file is no CSV to its end.
        """
        for line, cells in _cells(self.member, self.encoding, self.delimiter):
            if line > 1 and any(cell.strip() for cell in cells):
                found = dict(zip(self.headings, cells, strict=False))
                if beyond := [cell for cell in cells[len(self.headings) :] if cell.strip()]:
                    found[""] = ", ".join(beyond)
                yield line, found


def csv_file(member: Member) -> CsvFile:
    """Look at the first line of ``member``."""
    encoding = encoding_of(member)
    first = next(lines(member, encoding), "")
    delimiter = max(_DELIMITERS, key=first.count)
    _, headings = next(_cells(member, encoding, delimiter), (1, []))
    return CsvFile(member, encoding, delimiter, tuple(heading.strip() for heading in headings))


def _cells(member: Member, encoding: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(lines(member, encoding), delimiter=delimiter, strict=True)
    first = True
    try:
        for cells in reader:
            yield (1 if first else max(2, reader.line_num)), cells
            first = False
    except csv.Error as error:
        raise BrokenFile(f"{member.base} is no whole CSV file: {error} at line {reader.line_num}.") from error
