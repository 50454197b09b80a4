"""The plain CSV: one line is one service at one place (docs/directory-csv.md describes it)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice

from bot.directory.plain_csv_row import COLUMNS, PlainRow, place_of_row, row_key
from bot.directory.records import Organization, Records, record_id
from bot.directory.repairs import Repairs
from bot.directory.report import BrokenFile, Problem, Reading

REQUIRED = ("organization", "needs")
AT_ONCE = 500
MORE_CELLS = "has more cells than the header"

Rows = Iterable[tuple[int, Mapping[str, str]]]
Columns = Callable[[Mapping[str, str]], Mapping[str, str]]


def read_plain_csv(
    headings: Sequence[str], rows: Rows, source: str, lenient: bool = False, columns: Columns | None = None
) -> Iterator[Reading]:
    """Read ``rows`` (line and cells by heading) some hundred at a time; wrong lines are rejected
    one by one, or, with ``lenient``, kept without what cannot be read. ``columns`` makes the
    columns of the plain CSV out of cells with other headings.

    Raises :class:`BrokenFile` when the required columns are not there.
    """
    repairs = Repairs()
    names = _names(headings)
    yield Reading(Records(), 0, warnings=tuple(_of_columns(names)))
    waiting = iter(rows)
    while some := list(islice(waiting, AT_ONCE)):
        yield _Part(source, repairs, lenient, columns or partial(_named, names)).read(some)
    yield Reading(Records(), 0, warnings=repairs.problems())


class _Part:
    def __init__(self, source: str, repairs: Repairs, lenient: bool, columns: Columns) -> None:
        self._source = source
        self._repairs = repairs
        self._lenient = lenient
        self._columns = columns
        self._organizations: dict[str, Organization] = {}
        self._places: dict[str, PlainRow] = {}
        self._lines: dict[str, str] = {}
        self._rejected: list[Problem] = []
        self._warnings: list[Problem] = []
        self._kept: set[str] = set()

    def read(self, rows: Rows) -> Reading:
        count = 0
        for line, cells in rows:
            count += 1
            self._take(f"line {line}", cells)
        kept = frozenset(self._kept - set(self._places))
        public = frozenset(row.service.id for row in self._places.values() if row.public)
        problems = tuple(self._rejected), tuple(self._warnings)
        return Reading(self._records(), count, *problems, kept, public, self._lines)

    def _records(self) -> Records:
        rows = self._places.values()
        return Records(
            organizations=tuple(self._organizations.values()),
            services=tuple(row.service for row in rows),
            locations=tuple(row.location for row in rows if row.location),
            service_at_locations=tuple(row.place for row in rows),
            addresses=tuple(row.address for row in rows if row.address),
            phones=tuple(phone for row in rows for phone in row.phones),
            schedules=tuple(schedule for row in rows for schedule in row.schedules),
            languages=tuple(language for row in rows for language in row.languages),
        )

    def _take(self, where: str, said: Mapping[str, str]) -> None:
        if said.get(""):
            self._rejected.append(Problem(where, MORE_CELLS))
            self._kept.update(self._place_id(row_key(self._columns(each))) for each in unshifted(said))
            return
        cells = self._columns(said)
        key = row_key(cells)
        place_id = self._place_id(key)
        if place_id in self._places:
            self._rejected.append(Problem(where, f"is the same place as {self._lines[place_id]}"))
            return
        notes: set[str] = set()
        try:
            row = place_of_row(cells, self._source, key, notes, self._lenient)
        except ValueError as error:
            self._rejected.append(Problem(where, str(error)))
            self._kept.add(place_id)
            return
        for kind in notes:
            self._repairs.note(kind, where)
        self._warnings.extend(Problem(where, text) for text in row.warnings)
        self._places[place_id], self._lines[place_id] = row, where
        self._organizations.setdefault(row.organization.id, row.organization)

    def _place_id(self, key: str) -> str:
        return record_id(self._source, "service_at_location", key)


def unshifted(cells: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """What a row with a cell too many may have been: as it stands, and with any two neighbours as one cell.

    Enough to know which place it speaks of, so that this stays as it was; nothing of it is read.
    """
    headings = [heading for heading in cells if heading]
    values = [*(cells[heading] for heading in headings), cells[""]]
    yield dict(zip(headings, values, strict=False))
    for at in range(len(headings)):
        joined = [*values[:at], f"{values[at]},{values[at + 1]}", *values[at + 2 :]]
        yield dict(zip(headings, joined, strict=True))


def plain_name(heading: str) -> str:
    """A heading as the name of a column: ``Valid from`` is ``valid_from``."""
    return heading.strip().lower().replace(" ", "_").lstrip("\ufeff")


def _named(names: Mapping[str, str], cells: Mapping[str, str]) -> dict[str, str]:
    return {names.get(heading, heading): cell for heading, cell in cells.items()}


def _names(headings: Sequence[str]) -> dict[str, str]:
    names = {heading: plain_name(heading) for heading in headings}
    missing = [name for name in REQUIRED if name not in names.values()]
    if missing:
        raise BrokenFile(f"The first line must name the columns; missing: {', '.join(missing)}.")
    said = [plain_name(heading) for heading in headings if heading]
    twice = sorted({name for name in said if said.count(name) > 1})
    if twice:
        raise BrokenFile(f"The first line names a column twice: {', '.join(twice)}.")
    return names


def _of_columns(names: Mapping[str, str]) -> Iterator[Problem]:
    for name in names.values():
        if name and name not in COLUMNS:
            yield Problem("line 1", f"the column {name!r} is not known and not used")
