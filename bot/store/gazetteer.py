"""The hints of a text, with the towns of the ZIP table and the places of the directory behind them."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import fields

from sqlalchemy import Connection, select

from bot.directory.geography import Area
from bot.directory.hints import Hints, read_hints
from bot.directory.towns import Gazetteer
from bot.store.database import Database
from bot.store.directory_tables import directory_place, directory_zip_area
from bot.store.zip_areas import SqlAreas

_AREAS = select(*(directory_zip_area.c[each.name] for each in fields(Area)))
AGAIN_SECONDS = 3600.0
"""After an import, towns of a new region count as ours within this time."""


class SqlHints:
    """``ports.HintReader`` over a database. Reads the towns once (about 10 MB) and then now and then."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = threading.Lock()
        self._gazetteer: Gazetteer | None = None
        self._read_at = 0.0

    def read(self, text: str, before: Sequence[str], zip: str | None, asked_place: bool) -> Hints:
        with self._database.read() as connection:
            home = SqlAreas(connection).of_zip(zip) if zip else None
            gazetteer = self._towns(connection)
        return read_hints(text, before, gazetteer, home, asked_place)

    def _towns(self, connection: Connection) -> Gazetteer | None:
        """``None`` while the ZIP codes are not loaded."""
        if self._gazetteer is None:
            with self._lock:
                if self._gazetteer is None:
                    areas = [Area(*row) for row in connection.execute(_AREAS)]
                    self._gazetteer = Gazetteer(areas, _served(connection)) if areas else None
                    self._read_at = time.monotonic()
        # One thread looks again; the others go on with what is known.
        elif time.monotonic() - self._read_at > AGAIN_SECONDS and self._lock.acquire(blocking=False):
            try:
                self._gazetteer.serve(_served(connection))
                self._read_at = time.monotonic()
            finally:
                self._lock.release()
        return self._gazetteer


def _served(connection: Connection) -> list[tuple[float, float]]:
    columns = directory_place.c
    found = select(columns.latitude, columns.longitude).where(columns.latitude.is_not(None)).distinct()
    return [(row[0], row[1]) for row in connection.execute(found)]
