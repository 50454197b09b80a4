"""Files of directory data from a path: what kind it is, its text, its digest."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from bot.directory.hsds_records import HsdsReader
from bot.directory.hsds_tables import Row, Tables, table_of_file, tables_of_document
from bot.directory.plain_csv import read_plain_csv
from bot.directory.report import BrokenFile, Problem, Reading

MOST_BYTES = 100 * 1024 * 1024
MOST_FILES = 200
FORMATS = ("hsds", "csv")
LATER_FORMATS = ("meeting-guide",)


@dataclass(frozen=True)
class ReadSource:
    """``format`` is ``hsds`` or ``csv``; ``digest`` is of the bytes that were read."""

    reading: Reading
    format: str
    digest: str


def read_source(path: str, source: str, format: str | None = None) -> ReadSource:
    """Read a path whole. ``format`` is told from the name where it is not given.

    Raises :class:`BrokenFile` with one sentence when nothing of it can be used.
    """
    _refuse_what_is_to_come(path, format)
    place = Path(path)
    if not place.exists():
        raise BrokenFile(f"There is no file or folder {path!r}.")
    files = {place.name: place.read_bytes} if place.is_file() else {}
    if place.is_file() and place.stat().st_size > MOST_BYTES:
        raise BrokenFile(f"{path!r} is larger than {MOST_BYTES // 2**20} MB; split it by county or state.")
    kind = _kind(place)
    if kind == "folder":
        contents = _folder(place)
    elif kind == "zip":
        contents = _zip(place)
    else:
        contents = {name: read() for name, read in files.items()}
    digest = hashlib.sha256(b"".join(name.encode() + data for name, data in sorted(contents.items()))).hexdigest()
    if (format == "csv" or (format is None and kind == "csv")) and len(contents) == 1:
        return ReadSource(_plain(next(iter(contents.values())), source), "csv", digest)
    if kind == "json":
        return ReadSource(_json(next(iter(contents.values())), source), "hsds", digest)
    return ReadSource(_hsds_csv(contents, source), "hsds", digest)


def _refuse_what_is_to_come(path: str, format: str | None) -> None:
    if "://" in path:
        raise BrokenFile("Importing from a web address is not possible yet: download the file and give its path.")
    if format in LATER_FORMATS:
        raise BrokenFile(f"The format {format} is not possible yet; use one of: {', '.join(FORMATS)}.")
    if format is not None and format not in FORMATS:
        raise BrokenFile(f"There is no format {format!r}; use one of: {', '.join(FORMATS)}.")


def _kind(place: Path) -> str:
    if place.is_dir():
        return "folder"
    ending = place.suffix.lower().lstrip(".")
    if ending not in ("zip", "json", "csv"):
        raise BrokenFile(f"{place.name!r} is no .csv, .json or .zip file and no folder.")
    return ending


def _folder(place: Path) -> dict[str, bytes]:
    found = sorted(each for each in place.glob("*.csv") if each.is_file())
    if sum(each.stat().st_size for each in found) > MOST_BYTES:
        raise BrokenFile(f"The files in {place.name!r} are larger than {MOST_BYTES // 2**20} MB together.")
    return {each.name: each.read_bytes() for each in found}


def _zip(place: Path) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(place) as archive:
            members = [each for each in archive.infolist() if each.filename.lower().endswith(".csv")]
            # The sizes a zip file claims are checked by the reading itself: zipfile stops there.
            if len(members) > MOST_FILES or sum(each.file_size for each in members) > MOST_BYTES:
                raise BrokenFile(f"{place.name!r} unpacks to more than {MOST_BYTES // 2**20} MB or {MOST_FILES} files.")
            return {Path(each.filename).name: archive.read(each) for each in members}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        raise BrokenFile(f"{place.name!r} is no whole zip file that can be opened: {error}.") from error


def _text(data: bytes) -> tuple[str, list[Problem]]:
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        warning = Problem("the file", "is not UTF-8; it was read as Windows-1252")
        return data.decode("cp1252", errors="replace"), [warning]


def _plain(data: bytes, source: str) -> Reading:
    text, warnings = _text(data)
    reading = read_plain_csv(io.StringIO(text, newline=""), source)
    return replace(reading, warnings=(*warnings, *reading.warnings))


def _json(data: bytes, source: str) -> Reading:
    text, warnings = _text(data)
    try:
        document = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise BrokenFile(f"This is no whole JSON file: {error}.") from error
    tables = tables_of_document(document)
    tables.problems.extend(warnings)
    return HsdsReader(tables, source).read()


def _hsds_csv(contents: dict[str, bytes], source: str) -> Reading:
    tables = Tables()
    for name, data in contents.items():
        table = table_of_file(name)
        if table is None:
            tables.problems.append(Problem(name, "is no table of HSDS 3.0: not used"))
            continue
        text, warnings = _text(data)
        tables.problems.extend(replace(each, where=name) for each in warnings)
        for row in _csv_rows(name, text):
            tables.add(table, row)
    if not tables.rows.get("organization") or not tables.rows.get("service"):
        raise BrokenFile("There is no organizations.csv and services.csv of HSDS 3.0 with at least one row.")
    return HsdsReader(tables, source).read()


def _csv_rows(name: str, text: str) -> Iterator[Row]:
    reader = csv.DictReader(io.StringIO(text.replace("\0", ""), newline=""), strict=True)
    try:
        for cells in reader:
            values = {(key or "").strip().lower(): value for key, value in cells.items() if isinstance(value, str)}
            if any(value.strip() for value in values.values()):
                yield Row(f"{name} line {reader.line_num}", values)
    except csv.Error as error:
        raise BrokenFile(f"{name} is no whole CSV file: {error} at line {reader.line_num}.") from error
