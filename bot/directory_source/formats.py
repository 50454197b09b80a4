"""Which kind of directory data some files are, and the reader for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from bot.directory.mapping import PublisherMapping
from bot.directory.meeting_rows import is_meeting, meetings_of
from bot.directory.meetings import read_meetings
from bot.directory.plain_csv import REQUIRED, plain_name, read_plain_csv
from bot.directory.repairs import Repairs
from bot.directory.report import BrokenFile, Problem, Reading
from bot.directory_source import json_records
from bot.directory_source.csv_rows import CsvFile, csv_file
from bot.directory_source.hsds import hsds_readings
from bot.directory_source.mapped import fitting, mapped_readings
from bot.directory_source.opening import Member
from bot.store.directory_scratch import Scratch

FORMATS = ("hsds", "meeting-guide", "csv")


@dataclass(frozen=True)
class Hints:
    """What whoever imports knows beside the file. ``needs``: of services whose source says none.
    ``fellowship``: whose meetings they are (``AA``, ``NA``)."""

    format: str | None = None
    mapping: PublisherMapping | None = None
    needs: tuple[str, ...] = ()
    fellowship: str = ""


NO_HINTS = Hints()


@dataclass(frozen=True)
class Source:
    """What is to be read, and as what."""

    name: str
    format: str
    members: tuple[Member, ...]
    hints: Hints = NO_HINTS

    def readings(self, scratch: Scratch) -> Iterator[Reading]:
        """Everything in it, in pieces. Raises :class:`BrokenFile` where it is not whole."""
        if self.hints.mapping is not None:
            yield from mapped_readings(self.hints.mapping, self.members, self.name, scratch, self.hints.needs)
        elif self.format == "csv":
            file = csv_file(self.members[0])
            yield from _with(file.warnings, read_plain_csv(file.headings, file.rows(), self.name))
        elif self.format == "meeting-guide":
            yield from _meetings(self.members, self.name, self.hints.fellowship)
        else:
            yield from hsds_readings(self.members, self.name, scratch, self.hints.needs)


def recognized(name: str, members: tuple[Member, ...], hints: Hints) -> Source:
    """``members`` as a source called ``name``; the format is told from the files where it is not given.

    Raises :class:`BrokenFile` with one sentence.
    """
    format = hints.format
    if format is not None and format not in FORMATS:
        raise BrokenFile(f"There is no format {format!r}; use one of: {', '.join(FORMATS)}.")
    if hints.mapping is None and format in (None, "csv"):
        hints = replace(hints, mapping=_known_mapping(members, format))
    if format is None:
        format = ("csv" if hints.mapping.of_places else "hsds") if hints.mapping else _told(members)
    if format == "csv" and hints.mapping is None and (len(members) != 1 or _is_json(members[0])):
        raise BrokenFile("The plain CSV is one .csv file.")
    return Source(name, format, members, hints)


def _known_mapping(members: tuple[Member, ...], format: str | None) -> PublisherMapping | None:
    """A mapping that ships with Warmline, for files that are nothing else."""
    files = [csv_file(member) for member in members if not _is_json(member)]
    if not files or (format is None and (_is_plain(files[0]) or is_meeting(dict.fromkeys(files[0].headings)))):
        return None
    if len(files) == 1 and _is_plain(files[0]):
        return None
    return fitting(files)


def _told(members: tuple[Member, ...]) -> str:
    if len(members) != 1:
        return "hsds"
    (member,) = members
    if _is_json(member):
        some: list[Any] = json_records.first_records(member)
        return "meeting-guide" if some and all(isinstance(x, dict) and is_meeting(x) for x in some) else "hsds"
    return "meeting-guide" if is_meeting(dict.fromkeys(csv_file(member).headings)) else "csv"


def _is_plain(file: CsvFile) -> bool:
    return {plain_name(heading) for heading in file.headings} >= set(REQUIRED)


def _is_json(member: Member) -> bool:
    if member.base.lower().endswith((".csv", ".tsv", ".txt")):
        return False
    return member.base.lower().endswith(".json") or member.starts_with(b"[", b"{")


def _meetings(members: tuple[Member, ...], source: str, fellowship: str) -> Iterator[Reading]:
    repairs = Repairs()
    for member in members:
        if _is_json(member):
            rows = ((where, record) for _, record, where in json_records.records(member, as_lists=True))
            warnings: tuple[Problem, ...] = json_records.warnings(member)
        else:
            file = csv_file(member)
            rows = ((f"line {line}", cells) for line, cells in file.rows())
            warnings = file.warnings
        yield from _with(warnings, read_meetings(meetings_of(rows, repairs, fellowship), source, repairs))


def _with(warnings: tuple[Problem, ...], readings: Iterator[Reading]) -> Iterator[Reading]:
    for number, reading in enumerate(readings):
        yield replace(reading, warnings=(*warnings, *reading.warnings)) if number == 0 else reading
