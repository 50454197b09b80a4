"""Records and places as table rows, and back."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import UTC, date, datetime
from functools import lru_cache
from operator import attrgetter
from typing import Any

from sqlalchemy import RowMapping, Table

from bot.directory.place import Place, Standing
from bot.directory.records import (
    Address,
    Attribute,
    Language,
    Location,
    Organization,
    Owner,
    Phone,
    Schedule,
    Service,
    ServiceAtLocation,
)
from bot.store.directory_tables import (
    directory_address,
    directory_attribute,
    directory_language,
    directory_location,
    directory_organization,
    directory_phone,
    directory_schedule,
    directory_service,
    directory_service_at_location,
)

TABLE_OF: dict[type[Any], Table] = {
    Organization: directory_organization,
    Service: directory_service,
    Location: directory_location,
    ServiceAtLocation: directory_service_at_location,
    Address: directory_address,
    Phone: directory_phone,
    Schedule: directory_schedule,
    Language: directory_language,
    Attribute: directory_attribute,
}
_TIME_FIELDS = ("freq", "interval", "byday", "bymonthday", "opens_at", "closes_at", "dtstart", "valid_from", "valid_to")
_NOBODY = Owner()
# json.dumps with wishes of its own makes a new encoder each time.
_written = json.JSONEncoder(ensure_ascii=False).encode
_packed = json.JSONEncoder(separators=(",", ":")).encode
PLACE_COLUMNS = tuple(name for name in Place.__dataclass_fields__ if name != "standing")
_LISTS = ("languages", "needs", "traits")


def values_of(record: Any) -> tuple[Any, ...]:
    """A record's columns in the order of its table, as text and numbers only."""
    read, odd = _READ[type(record)]
    found: tuple[Any, ...] = read(record)
    if not odd:
        return found
    values = list(found)
    for place in odd:
        if values[place] is not None:
            values[place] = _plain(values[place])
    return tuple(values)


def plain_values(row: Mapping[str, Any], table: Table) -> tuple[Any, ...]:
    """The same of a row that is there by name."""
    values = [row.get(name) for name in table.columns.keys()]  # noqa: SIM118 (not a dict)
    return tuple([value if type(value) in _SIMPLE else _plain(value) for value in values])


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return ",".join(value)
    if isinstance(value, dict):
        return _written(value) if value else "{}"
    return value


def record_of(kind: type[Any], row: RowMapping) -> Any:
    """The record of ``kind`` that a row of its table holds."""
    values: dict[str, Any] = {}
    for name in _names(kind):
        if name == "owner":
            values[name] = Owner(**{each.name: row[each.name] for each in fields(Owner)})
        elif kind is Service and name == "needs":
            values[name] = tuple(part for part in row[name].split(",") if part)
        else:
            values[name] = row[name]
    return kind(**values)


def row_of_place(place: Place) -> dict[str, Any]:
    """A row of ``directory_place``."""
    row = {name: getattr(place, name) for name in PLACE_COLUMNS}
    row.update({name: ",".join(getattr(place, name)) for name in _LISTS})
    row["schedules"] = _packed([_short(each) for each in place.schedules])
    return row


def place_of_row(row: Mapping[str, Any]) -> Place:
    """The place that a row of ``directory_place`` holds, with its standing where the row has one."""
    values = {name: row[name] for name in PLACE_COLUMNS}
    for name in _LISTS:
        values[name] = tuple(part for part in row[name].split(",") if part)
    values["schedules"] = _schedules(row["schedules"])
    return Place(**values, standing=_standing(row))


def _standing(row: Mapping[str, Any]) -> Standing:
    imported_at = row.get("imported_at")
    return Standing(
        reported=row.get("reported") or "",
        reported_on=row.get("reported_on"),
        judged=row.get("judged") or "",
        judged_on=row.get("judged_on"),
        listed_on=datetime.fromtimestamp(imported_at, UTC).date() if imported_at is not None else None,
    )


def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(kind.__dataclass_fields__)


def _short(schedule: Schedule) -> dict[str, Any]:
    said = {name: getattr(schedule, name) for name in _TIME_FIELDS}
    return {name: str(value) if isinstance(value, date) else value for name, value in said.items() if value}


@lru_cache(maxsize=4_096)
def _schedules(text: str) -> tuple[Schedule, ...]:
    # Many places keep the same hours, so reading them again and again would be most of the work.
    return tuple(_long(each) for each in json.loads(text))


def _long(said: dict[str, Any]) -> Schedule:
    days: dict[str, Any] = {
        name: date.fromisoformat(said[name]) for name in ("dtstart", "valid_from", "valid_to") if name in said
    }
    return Schedule(id="", owner=_NOBODY, **(said | days))


def _reader(kind: type[Any]) -> tuple[Callable[[Any], tuple[Any, ...]], tuple[int, ...]]:
    """Reads the columns that a record gives, in the table's order (what the import adds comes
    behind), and the places of those that are no plain text or number."""
    names = [column.name for column in TABLE_OF[kind].columns if column.name not in ADDED]
    owned = "owner" in kind.__dataclass_fields__
    mine = {each.name for each in fields(Owner)} if owned else set()
    odd = tuple(place for place, name in enumerate(names) if name in _NOT_PLAIN)
    return attrgetter(*(f"owner.{name}" if name in mine else name for name in names)), odd


ADDED = ("digest", "retired_on", "position")
"""Columns that are no part of the record; the last ones of their tables."""

_NOT_PLAIN = frozenset({"needs", "extra", "verified_on", "valid_from", "valid_to", "dtstart"})
_SIMPLE = frozenset({str, int, float, bool, type(None)})
_READ = {kind: _reader(kind) for kind in TABLE_OF}
