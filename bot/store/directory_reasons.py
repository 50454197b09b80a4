"""Why places were offered in their order: worked out again for the moment of the text, kept nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from bot.directory.question import Question
from bot.directory.reasons import Reasons, reasons
from bot.directory.wants import Wants
from bot.store.directory import PLACES
from bot.store.directory_rows import place_of_row
from bot.store.directory_tables import directory_place
from bot.store.zip_areas import SqlAreas


def reasons_for(
    connection: Connection,
    ids: Sequence[str],
    need: str,
    zip: str | None,
    language: str,
    wants: Wants,
    at: datetime,
) -> list[Reasons]:
    """One entry for each of ``ids`` that is still in the directory, in their order. Rows are as they are today."""
    area = SqlAreas(connection).of_zip(zip[:5]) if zip else None
    question = Question((need,), area, language, frozenset(), len(ids), at, wants)
    rows: Any = connection.execute(PLACES.where(directory_place.c.id.in_(ids))).mappings().all()
    places = {row["id"]: place_of_row(row) for row in rows}
    return [reasons(places[one], question, need) for one in ids if one in places]
