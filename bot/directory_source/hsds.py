"""HSDS of any version, as tables or as documents, read in two goes: in, and out by service."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from bot.directory.hsds_names import table_of_file
from bot.directory.hsds_records import HsdsReader, place_without_row
from bot.directory.hsds_tables import NO_DIRECTORY, Flat, flatten, kind_of
from bot.directory.plain_csv import MORE_CELLS, plain_name
from bot.directory.records import Records, record_id
from bot.directory.repairs import Repairs
from bot.directory.report import BrokenFile, Problem, Reading
from bot.directory_source import json_records
from bot.directory_source.csv_rows import csv_file
from bot.directory_source.opening import Member
from bot.store.directory_scratch import Scratch

PACKAGE = "datapackage.json"
LARGEST_PACKAGE = 4 * 1024 * 1024
IDLE_LOCATION = "no service names this location: left out, unless it is its organization's only one"


@dataclass
class Mishaps:
    """What went wrong while rows went in. ``spoiled`` are keys (``service:12``) of rows that could not be read:
    what was known of such a place before stays."""

    problems: list[Problem] = field(default_factory=list)
    rejected: list[Problem] = field(default_factory=list)
    spoiled: set[str] = field(default_factory=set)


def hsds_readings(
    members: tuple[Member, ...], source: str, scratch: Scratch, needs: tuple[str, ...] = ()
) -> Iterator[Reading]:
    """Everything ``members`` say, some hundred services at a time.

    Raises :class:`BrokenFile` where they are no whole files, or hold no services.
    """
    repairs, mishaps = Repairs(), Mishaps()
    tables = _package(members, mishaps.problems)
    for member in members:
        if member.base.lower() == PACKAGE:
            continue
        if member.base.lower().endswith(".json"):
            scratch.add(_documents(member, repairs, mishaps.problems))
            continue
        table = tables.get(member.base) or table_of_file(member.base)
        if table is None:
            mishaps.problems.append(Problem(member.base, "is no table of HSDS: not used"))
            continue
        scratch.add(_table(member, table, repairs, mishaps))
    yield from read_out(source, scratch, repairs, mishaps, needs)


def read_out(
    source: str, scratch: Scratch, repairs: Repairs, mishaps: Mishaps, needs: tuple[str, ...]
) -> Iterator[Reading]:
    """What ``scratch`` was given, as readings; what went wrong before and what belongs to nothing comes last."""
    scratch.close_books()
    if not scratch.holds("service", "service_at_location"):
        raise BrokenFile(NO_DIRECTORY)
    for tables in scratch.batches():
        yield HsdsReader(tables, source, repairs, needs).read()
    kept = _kept(source, mishaps)
    for table, key, owner, where in scratch.orphans():
        if table == "service_at_location":
            mishaps.rejected.append(Problem(where, "a place of a service that is not in the file"))
            if owner in mishaps.spoiled:
                kept.add(record_id(source, table, key.partition(":")[2]))
        else:
            repairs.note(f"a record of {table} that belongs to nothing in the file: left out", where)
    for where in scratch.idle_locations():
        repairs.note(IDLE_LOCATION, where)
    warnings = (*mishaps.problems, *scratch.idle_organizations(), *repairs.problems())
    rejected = tuple(mishaps.rejected)
    yield Reading(Records(), len(rejected), rejected, warnings, kept=frozenset(kept))


def _kept(source: str, mishaps: Mishaps) -> set[str]:
    """Places of spoiled rows: their own, or the one that a service has that names no location."""
    named = [key.partition(":")[::2] for key in mishaps.spoiled]
    own = {record_id(source, table, row) for table, row in named if table == "service_at_location"}
    return own | {place_without_row(source, row) for table, row in named if table == "service"}


def _documents(member: Member, repairs: Repairs, problems: list[Problem]) -> Iterator[Flat]:
    problems.extend(json_records.warnings(member))
    for table, record, where in json_records.records(member):
        if isinstance(record, dict):
            yield from flatten(table or kind_of(record), record, where, repairs)
        else:
            repairs.note("is not a record: not used", where)


def _table(member: Member, table: str, repairs: Repairs, mishaps: Mishaps) -> Iterator[Flat]:
    file = csv_file(member)
    mishaps.problems.extend(file.warnings)
    names = {heading: plain_name(heading) for heading in file.headings}
    for line, cells in file.rows():
        where = f"{member.base} line {line}"
        row = {names[heading]: cell for heading, cell in cells.items() if cell and heading in names}
        if cells.get(""):
            mishaps.rejected.append(Problem(where, MORE_CELLS))
            mishaps.spoiled.update(f"{flat.table}:{flat.own}" for flat in flatten(table, row, where, Repairs()))
            continue
        yield from flatten(table, row, where, repairs)


def _package(members: tuple[Member, ...], problems: list[Problem]) -> dict[str, str]:
    """Tables by file, as a data package names them."""
    found: dict[str, str] = {}
    for member in members:
        if member.base.lower() != PACKAGE:
            continue
        try:
            if member.size > LARGEST_PACKAGE:
                raise ValueError
            resources = json.loads(b"".join(member.blocks()))["resources"]
            for each in resources:
                table = table_of_file(str(each["name"]))
                if table is not None and isinstance(each.get("path"), str):
                    found[PurePosixPath(each["path"]).name] = table
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            problems.append(Problem(member.base, "is no data package that can be read: files go by their names"))
    return found
