"""Nested HSDS 3.0 documents, as Warmline exports them, as the rows of its tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bot.directory.hsds_names import LINKED_BY, ONE, TABLE_NAMES, TABLES

FileRow = tuple[str, dict[str, Any]]


def rows_of(table: str, record: Mapping[str, Any], links: Mapping[str, str] | None = None) -> Iterator[FileRow]:
    """``(file name, row)`` of a record and of everything nested in it, numbers as numbers.

    A record that is nested in several others comes as often; its id says so.
    """
    row: dict[str, Any] = {name: value for name, value in record.items() if not isinstance(value, dict | list)}
    row |= {name: own for name, own in (links or {}).items() if name not in row}
    below: list[FileRow] = []
    for name, value in record.items():
        if isinstance(value, dict):
            child, foreign = ONE[name]
            row[foreign] = value["id"]
            below += rows_of(child, value)
        elif isinstance(value, list):
            child = TABLE_NAMES[name]
            link = {LINKED_BY.get(child, f"{table}_id"): str(record["id"])}
            below += [found for each in value for found in rows_of(child, each, link)]
    yield f"{TABLES[table]}.csv", row
    yield from below
