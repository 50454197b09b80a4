"""The directory out of the house: HSDS 3.0 as one JSON file, or as its tables in a folder."""

from __future__ import annotations

import csv
import json
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any

from bot.directory.hsds_export import guarded
from bot.directory.hsds_flat import rows_of

Service = Mapping[str, Any]


def write_json(path: Path, services: Iterable[Service]) -> int:
    """One list of nested services, a service a line; how many there were."""
    count = 0
    with path.open("w", encoding="utf-8") as file:
        file.write("[")
        for count, service in enumerate(services, 1):
            file.write(("\n" if count == 1 else ",\n") + json.dumps(service, ensure_ascii=False))
        file.write("\n]\n")
    return count


def write_tables(folder: Path, services: Iterable[Service]) -> int:
    """``services.csv``, ``organizations.csv`` …; which columns a table has is known only at its end."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    with ExitStack() as stack:
        tables: dict[str, _Table] = {}
        for service in services:
            count += 1
            for name, row in rows_of("service", service):
                if name not in tables:
                    tables[name] = _Table(stack.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8")))
                tables[name].add(row)
        for name, table in tables.items():
            table.write(folder / name)
    return count


class _Table:
    """Rows of one table, each id once, until their columns are known."""

    def __init__(self, waiting: IO[str]) -> None:
        self._waiting = waiting
        self._columns: dict[str, None] = {}
        self._seen: set[str] = set()

    def add(self, row: Mapping[str, Any]) -> None:
        if row["id"] not in self._seen:
            self._seen.add(row["id"])
            self._columns.update(dict.fromkeys(row))
            self._waiting.write(json.dumps(row) + "\n")

    def write(self, path: Path) -> None:
        """As CSV whose cells no spreadsheet takes for formulas."""
        self._waiting.seek(0)
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(self._columns)
            for line in self._waiting:
                row = json.loads(line)
                writer.writerow([guarded(row.get(name)) for name in self._columns])
