"""Which kind of directory data some files are, and the reader for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.directory.plain_csv import read_plain_csv
from bot.directory.report import BrokenFile, Problem, Reading
from bot.directory_source.csv_rows import csv_file
from bot.directory_source.hsds import hsds_readings
from bot.directory_source.opening import Member
from bot.store.directory_scratch import Scratch

FORMATS = ("hsds", "csv")


@dataclass(frozen=True)
class Source:
    """What is to be read, and as what."""

    name: str
    format: str
    members: tuple[Member, ...]

    def readings(self, scratch: Scratch) -> Iterator[Reading]:
        """Everything in it, in pieces. Raises :class:`BrokenFile` where it is not whole."""
        if self.format == "csv":
            file = csv_file(self.members[0])
            yield from _with(file.warnings, read_plain_csv(file.headings, file.rows(), self.name))
        else:
            yield from hsds_readings(self.members, self.name, scratch)


def recognized(name: str, members: tuple[Member, ...], format: str | None) -> Source:
    """``members`` as a source called ``name``; ``format`` is told from the files where it is not given.

    Raises :class:`BrokenFile` with one sentence.
    """
    if format is not None and format not in FORMATS:
        raise BrokenFile(f"There is no format {format!r}; use one of: {', '.join(FORMATS)}.")
    if format is None:
        format = _told(members)
    if format == "csv" and (len(members) != 1 or _is_json(members[0])):
        raise BrokenFile("The plain CSV is one .csv file.")
    return Source(name, format, members)


def _told(members: tuple[Member, ...]) -> str:
    if len(members) == 1 and not _is_json(members[0]):
        return "csv"
    return "hsds"


def _is_json(member: Member) -> bool:
    return member.base.lower().endswith(".json")


def _with(warnings: tuple[Problem, ...], readings: Iterator[Reading]) -> Iterator[Reading]:
    for number, reading in enumerate(readings):
        yield replace(reading, warnings=(*warnings, *reading.warnings)) if number == 0 else reading
